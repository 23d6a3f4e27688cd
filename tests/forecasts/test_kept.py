import time
from pathlib import Path

from forecasts import kept
from forecasts.forecast import forecast
from forecasts.kept import ask_for, fingerprint, forecast_of, keep, wanted
from tests.forecasts.test_methods import years

PATIENCE = 240


def test_a_forecast_that_is_kept_comes_back_as_it_was(tmp_path: Path) -> None:
    series = years(4, noise=4)
    computed = forecast(series)
    keep(tmp_path, fingerprint(series), computed)
    assert forecast_of(tmp_path, series) == computed


def test_forecasts_that_are_asked_for_are_computed_by_one_other_process(tmp_path: Path) -> None:
    first, later = [years(3, noise=6), years(3, noise=8)], [years(3, noise=7)]
    processes = []
    for several in (first, later):
        assert {forecast_of(tmp_path, series) for series in several} == {None}
        ask_for(tmp_path, several)
        start = time.monotonic()
        while wanted(tmp_path) and time.monotonic() - start < PATIENCE:
            time.sleep(0.1)
        assert [forecast_of(tmp_path, series) for series in several] == [forecast(series) for series in several]
        processes.append(kept._started[tmp_path])
    assert processes[0] is processes[1]
    processes[0].terminate()
    processes[0].wait()


def test_only_a_series_that_changed_is_computed_again(tmp_path: Path) -> None:
    series = years(4, noise=4)
    keep(tmp_path, fingerprint(series), forecast(series))
    assert fingerprint([*series[:-1], series[-1] + 1]) != fingerprint(series)
    assert forecast_of(tmp_path, series) is not None
    assert wanted(tmp_path) == {}
