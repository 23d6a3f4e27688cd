import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.season.concentration import cv_season, gini_season_norm, theil_season
from tests.kpis.tables import (
    BLANK_NOVEMBER,
    CLOSED_IN_WINTER,
    FLAT,
    ONE_MONTH,
    OPEN_ALL_YEAR,
    reason,
    value,
    years,
)

FAMILY = (gini_season_norm, cv_season, theil_season)
HIGHEST = {gini_season_norm: 1.0, cv_season: math.sqrt(11), theil_season: math.log(12)}


def test_the_gini_of_a_museum_open_all_year() -> None:
    gini = value(gini_season_norm(OPEN_ALL_YEAR))
    assert gini.value == pytest.approx(0.5191919)
    assert gini.detail["gini"] == pytest.approx(0.4759259)
    assert gini.n == 12


def test_a_closed_winter_stays_in_as_zeros() -> None:
    assert value(gini_season_norm(CLOSED_IN_WINTER)).value == pytest.approx(0.6700337)


def test_a_blank_month_makes_the_gini_undefined() -> None:
    undefined = gini_season_norm(BLANK_NOVEMBER)
    assert reason(undefined) == "missing_month"
    assert undefined.detail["missing_months"] == (11,)


def test_nine_months_are_no_season() -> None:
    assert reason(gini_season_norm(OPEN_ALL_YEAR[:9])) == "incomplete_year"


@pytest.mark.parametrize("compute", FAMILY)
def test_a_flat_year_is_zero_and_one_month_is_the_highest(compute: object) -> None:
    assert callable(compute)
    assert value(compute(FLAT)).value == pytest.approx(0)
    assert value(compute(ONE_MONTH)).value == pytest.approx(HIGHEST[compute])


@pytest.mark.parametrize("compute", [cv_season, theil_season])
def test_the_normalised_companion_ends_at_one(compute: object) -> None:
    assert callable(compute)
    assert value(compute(ONE_MONTH)).detail["normalised"] == pytest.approx(1)


@given(months=years)
def test_concentration_lies_between_flat_and_one_month(months: list[int]) -> None:
    for compute in FAMILY:
        assert 0 <= value(compute(months)).number <= HIGHEST[compute] + 1e-9


@given(months=years, factor=st.integers(2, 1000))
def test_concentration_does_not_depend_on_the_unit(months: list[int], factor: int) -> None:
    for compute in FAMILY:
        scaled = value(compute([factor * visits for visits in months])).number
        assert scaled == pytest.approx(value(compute(months)).number, abs=1e-9)


@given(months=years, data=st.data())
def test_concentration_is_blind_to_the_order_of_the_months(months: list[int], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(months))
    for compute in FAMILY:
        assert value(compute(shuffled)).number == pytest.approx(value(compute(months)).number, abs=1e-9)


@given(months=years)
def test_moving_a_visit_from_the_top_to_the_bottom_never_raises_the_gini(months: list[int]) -> None:
    top, bottom = months.index(max(months)), months.index(min(months))
    if months[top] - months[bottom] < 2:
        return
    moved = list(months)
    moved[top] -= 1
    moved[bottom] += 1
    assert value(gini_season_norm(moved)).number <= value(gini_season_norm(months)).number + 1e-12
