import time
from pathlib import Path

from forecasts.forecast import forecast
from forecasts.kept import ask_for, fingerprint, forecast_of, keep, wanted
from tests.forecasts.test_methods import years

PATIENCE = 240


def test_a_forecast_that_is_kept_comes_back_as_it_was(tmp_path: Path) -> None:
    series = years(4, noise=4)
    computed = forecast(series)
    keep(tmp_path, fingerprint(series), computed)
    assert forecast_of(tmp_path, series) == computed


def test_a_forecast_that_is_asked_for_is_computed_by_another_process(tmp_path: Path) -> None:
    series = years(3, noise=6)
    assert forecast_of(tmp_path, series) is None
    ask_for(tmp_path, series)
    start = time.monotonic()
    while (found := forecast_of(tmp_path, series)) is None and time.monotonic() - start < PATIENCE:
        time.sleep(0.5)
    assert found == forecast(series)
    assert wanted(tmp_path) == {}


def test_only_a_series_that_changed_is_computed_again(tmp_path: Path) -> None:
    series = years(4, noise=4)
    keep(tmp_path, fingerprint(series), forecast(series))
    assert fingerprint([*series[:-1], series[-1] + 1]) != fingerprint(series)
    assert forecast_of(tmp_path, series) is not None
    assert wanted(tmp_path) == {}
