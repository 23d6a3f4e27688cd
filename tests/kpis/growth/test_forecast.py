import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.growth.forecast import forecast_mase, seasonal_naive
from tests.kpis.tables import OPEN_ALL_YEAR, THE_YEAR_BEFORE, busy_years, reason, value

PAST = [*[visits - 50 for visits in THE_YEAR_BEFORE], *THE_YEAR_BEFORE]


def test_repeating_last_year_repeats_it_in_order() -> None:
    assert seasonal_naive(PAST, 14) == [*THE_YEAR_BEFORE, *THE_YEAR_BEFORE[:2]]


def test_a_perfect_forecast_misses_nothing() -> None:
    perfect = value(forecast_mase(PAST, OPEN_ALL_YEAR, OPEN_ALL_YEAR))
    assert perfect.value == 0
    assert perfect.detail["skill"] == 1


def test_repeating_last_year_has_no_skill() -> None:
    naive = value(forecast_mase(PAST, OPEN_ALL_YEAR, THE_YEAR_BEFORE))
    assert naive.detail["skill"] == 0
    assert naive.detail["denominator"] == pytest.approx(50)


def test_skill_cannot_be_named_when_repeating_last_year_is_perfect() -> None:
    assert value(forecast_mase(PAST, THE_YEAR_BEFORE, OPEN_ALL_YEAR)).detail["skill"] is None


def test_a_past_that_repeats_itself_gives_no_scale() -> None:
    assert reason(forecast_mase([100] * 24, [100] * 12, [101] * 12)) == "denominator_zero"


def test_too_few_months_to_learn_from_or_to_test_on() -> None:
    assert reason(forecast_mase(PAST[1:], OPEN_ALL_YEAR, OPEN_ALL_YEAR)) == "too_few_months"
    assert reason(forecast_mase(PAST, OPEN_ALL_YEAR[:5], OPEN_ALL_YEAR[:5])) == "too_few_months"
    assert reason(forecast_mase(PAST, OPEN_ALL_YEAR, OPEN_ALL_YEAR[:11])) == "too_few_months"
    assert reason(forecast_mase([None, *PAST[1:]], OPEN_ALL_YEAR, OPEN_ALL_YEAR)) == "gap_in_series"


@given(first=busy_years, second=busy_years, actual=busy_years, forecast=busy_years, factor=st.integers(2, 100))
def test_the_error_does_not_depend_on_the_unit(
    first: list[int], second: list[int], actual: list[int], forecast: list[int], factor: int
) -> None:
    past = [*first, *second]
    scaled = forecast_mase(*([factor * visits for visits in series] for series in (past, actual, forecast)))
    plain = forecast_mase(past, actual, forecast)
    if first != second:
        assert value(scaled).number == pytest.approx(value(plain).number)
