import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kpis.result import Undefined
from kpis.season.model import seasonal_factors, stl_seasonal_strength
from tests.kpis.tables import OPEN_ALL_YEAR, busy_years, reason, value

FOUR_YEARS = OPEN_ALL_YEAR * 4


def _factors(visits: list[int], first_month: int = 1) -> tuple[float, ...]:
    factors = value(seasonal_factors(visits, first_month=first_month)).detail["factors"]
    assert isinstance(factors, tuple)
    return factors


def test_a_year_that_repeats_itself_has_its_own_shape_as_factors() -> None:
    assert _factors(FOUR_YEARS) == pytest.approx([visits / 750 for visits in OPEN_ALL_YEAR])
    assert value(seasonal_factors(FOUR_YEARS)).detail["peak_month"] == 7


def test_factors_belong_to_their_month_wherever_the_series_starts() -> None:
    assert _factors(FOUR_YEARS[3:], first_month=4) == pytest.approx(_factors(FOUR_YEARS))


@settings(max_examples=15)
@given(first=busy_years, second=busy_years, third=busy_years)
def test_factors_have_mean_one(first: list[int], second: list[int], third: list[int]) -> None:
    assert sum(_factors([*first, *second, *third])) == pytest.approx(12)


def test_a_closed_winter_has_no_factors() -> None:
    assert reason(seasonal_factors([*FOUR_YEARS[:-1], 0])) == "zero_in_series"


def test_short_or_broken_series_have_no_model() -> None:
    assert seasonal_factors(FOUR_YEARS[:23]) == Undefined("too_few_months", {"known": 23, "minimum": 24})
    assert reason(seasonal_factors([*FOUR_YEARS[:30], None, *FOUR_YEARS[31:]])) == "gap_in_series"
    assert reason(stl_seasonal_strength(FOUR_YEARS[:23])) == "too_few_months"
    assert reason(stl_seasonal_strength([None, *FOUR_YEARS[1:]])) == "gap_in_series"


def test_a_summer_that_returns_exactly_is_as_strong_as_can_be() -> None:
    strength = value(stl_seasonal_strength(FOUR_YEARS))
    assert strength.value == pytest.approx(1, abs=1e-6)
    assert strength.detail["uncertain"] is False


def test_two_years_are_marked_as_uncertain() -> None:
    assert value(stl_seasonal_strength(FOUR_YEARS[:24])).detail["uncertain"] is True


def test_a_series_that_does_not_vary_has_no_strength() -> None:
    assert reason(stl_seasonal_strength([100] * 36)) == "no_variation"


@settings(max_examples=15)
@given(first=busy_years, second=busy_years, third=busy_years, factor=st.integers(2, 100))
def test_strength_is_a_share_and_does_not_depend_on_the_unit(
    first: list[int], second: list[int], third: list[int], factor: int
) -> None:
    series = [*first, *second, *third]
    assume(len(set(series)) > 1)
    strength = value(stl_seasonal_strength(series)).number
    assert 0 <= strength <= 1
    scaled = value(stl_seasonal_strength([factor * visits for visits in series])).number
    assert scaled == pytest.approx(strength, abs=1e-6)
