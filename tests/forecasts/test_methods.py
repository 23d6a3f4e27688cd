from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forecasts.forecast import METHODS, CannotForecastError, forecast
from forecasts.methods import LEVELS, combined, last_year_again
from forecasts.track_record import track_record

SUMMER = (10, 12, 30, 50, 90, 130, 240, 200, 80, 50, 20, 15)


def years(count: int, growth: float = 0.05, noise: int = 0) -> list[float]:
    chance = np.random.default_rng(noise)
    wobble = 1 + 0.05 * chance.standard_normal(12 * count) if noise else np.ones(12 * count)
    return [
        month * (1 + growth) ** year * wobble[12 * year + at]
        for year in range(count)
        for at, month in enumerate(SUMMER)
    ]


def test_last_year_again_is_the_last_twelve_months() -> None:
    assert last_year_again(years(4), 24).points == pytest.approx(2 * years(4)[-12:])


def test_the_combined_forecast_follows_a_steady_growth_better_than_last_year_again() -> None:
    coming = years(7, noise=3)[-12:]
    known = years(6, noise=3)
    missed = [np.abs(np.subtract(method(known, 12).points, coming)).mean() for method in METHODS.values()]
    assert missed[0] < missed[1]


def test_a_wider_band_holds_the_narrower_one_and_none_falls_below_zero() -> None:
    bands = combined(years(5, noise=1), 12).bands
    narrow, middle, wide = (bands[level] for level in LEVELS)
    assert all(0 <= w <= m <= n for w, m, n in zip(wide.low, middle.low, narrow.low, strict=True))
    assert all(w >= m >= n for w, m, n in zip(wide.high, middle.high, narrow.high, strict=True))


def test_closed_winters_stay_closed() -> None:
    closed = [0.0 if at % 12 in (0, 1, 10, 11) else month for at, month in enumerate(years(5, noise=2))]
    expected = forecast(closed).ahead.points
    assert max(expected[at] for at in (0, 1, 10, 11)) < 0.05 * max(expected)


@pytest.mark.parametrize("series", [[5.0] * 48, [0.0] * 48, [0.0] * 47 + [9.0], [-5.0] * 36, [0.0, -3.0, 2.0] * 12])
def test_a_series_that_hardly_varies_or_falls_below_zero_is_forecast_without_complaint(series: Sequence[float]) -> None:
    found = forecast(series)
    assert np.isfinite(found.ahead.points).all() and min(found.ahead.points) >= 0


@given(st.lists(st.floats(0, 1e6), min_size=36, max_size=40))
@settings(max_examples=5)
def test_any_series_of_counts_has_a_forecast_that_is_finite_and_not_negative(series: list[float]) -> None:
    found = forecast(series)
    ends = [end for band in found.ahead.bands.values() for end in (*band.low, *band.high)]
    assert np.isfinite([*found.ahead.points, *ends]).all() and min(found.ahead.points) >= 0


def test_the_method_shown_is_the_one_that_missed_by_less() -> None:
    found = forecast(years(6, noise=5))
    records = {name: track_record(years(6, noise=5), method) for name, method in METHODS.items()}
    assert found.record == min(records.values(), key=lambda record: record.miss)


def test_the_track_record_is_of_forecasts_each_from_what_was_before_it() -> None:
    series = years(5)
    record = track_record(series, last_year_again)
    assert record.months == 36
    assert record.latest == pytest.approx(series[-24:-12])
    assert record.miss == pytest.approx(np.mean(np.abs(np.subtract(series[-36:], series[-48:-12]))))


def test_the_sum_of_each_year_tried_is_held_against_what_was_said_of_it() -> None:
    series = years(5)
    sums = [sum(series[start : start + 12]) for start in range(0, 60, 12)]
    record = track_record(series, last_year_again)
    assert record.year_misses == pytest.approx([sums[at] / sums[at - 1] - 1 for at in (4, 3, 2)])
    assert record.largest_year_miss == max(map(abs, record.year_misses))
    assert track_record([0.0] * 36, last_year_again).largest_year_miss is None


def test_below_three_years_there_is_no_forecast() -> None:
    with pytest.raises(CannotForecastError) as told:
        forecast(years(3)[:35])
    assert told.value.args == (35,)


@pytest.mark.parametrize(("known", "tried"), [(3, 1), (5, 3), (8, 6), (12, 6)])
def test_the_record_is_of_every_year_it_can_try_up_to_six(known: int, tried: int) -> None:
    assert track_record(years(known, noise=5), last_year_again).months == 12 * tried
