import pytest
from hypothesis import given

from kpis.result import Undefined
from kpis.season.reference import season_gap_vs_reference
from tests.kpis.tables import BLANK_NOVEMBER, FLAT, OPEN_ALL_YEAR, value, years

AREA = [900, 950, 1300, 1700, 2100, 2600, 4600, 4300, 2100, 1900, 1100, 1050]


def test_our_season_is_steeper_than_that_of_the_area() -> None:
    gap = value(season_gap_vs_reference(OPEN_ALL_YEAR, AREA))
    assert gap.value == pytest.approx(0.1891845)
    assert gap.detail["gini_norm_reference"] == pytest.approx(0.3300074)


def test_a_blank_month_says_whose_it_is() -> None:
    missing = {"missing_months": (11,)}
    assert season_gap_vs_reference(BLANK_NOVEMBER, FLAT) == Undefined("missing_month", {**missing, "side": "local"})
    assert season_gap_vs_reference(FLAT, BLANK_NOVEMBER) == Undefined("missing_month", {**missing, "side": "reference"})


@given(ours=years, theirs=years)
def test_the_gap_turns_round_with_its_sides(ours: list[int], theirs: list[int]) -> None:
    there, back = season_gap_vs_reference(ours, theirs), season_gap_vs_reference(theirs, ours)
    assert value(there).number == pytest.approx(-value(back).number)
