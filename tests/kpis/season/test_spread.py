import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.season.concentration import gini_season_norm
from kpis.season.spread import months_to_move, season_evenness
from tests.kpis.tables import BLANK_NOVEMBER, FLAT, ONE_MONTH, OPEN_ALL_YEAR, reason, value, years

IN_A_ROW = [600, 600, 600, 0, 0, 0, 0, 0, 0, 0, 0, 0]
SPREAD_OUT = [600, 0, 0, 0, 600, 0, 0, 0, 600, 0, 0, 0]


def test_three_months_in_a_row_are_farther_from_even_than_three_spread_out() -> None:
    assert value(gini_season_norm(IN_A_ROW)).value == value(gini_season_norm(SPREAD_OUT)).value
    assert value(months_to_move(IN_A_ROW)).value == pytest.approx(2.3333333)
    assert value(months_to_move(SPREAD_OUT)).value == pytest.approx(1)


def test_from_a_flat_year_nothing_moves_and_from_one_month_three() -> None:
    assert value(months_to_move(FLAT)).value == pytest.approx(0)
    assert value(months_to_move(ONE_MONTH)).value == pytest.approx(3)
    assert value(months_to_move(ONE_MONTH)).detail["normalised"] == pytest.approx(1)


def test_effective_months() -> None:
    evenness = value(season_evenness(OPEN_ALL_YEAR))
    assert evenness.value == pytest.approx(0.8481785)
    assert evenness.detail["effective_months"] == pytest.approx(8.2288353)
    assert evenness.detail["effective_months_simpson"] == pytest.approx(6.4486338)
    assert evenness.detail["redundancy"] == pytest.approx(0.1518215)


def test_a_blank_month_makes_the_spread_undefined() -> None:
    assert reason(months_to_move(BLANK_NOVEMBER)) == "missing_month"
    assert reason(season_evenness(BLANK_NOVEMBER)) == "missing_month"


@given(months=years, turn=st.integers(0, 11))
def test_the_year_is_a_circle(months: list[int], turn: int) -> None:
    turned = [*months[turn:], *months[:turn]]
    assert value(months_to_move(turned)).number == pytest.approx(value(months_to_move(months)).number, abs=1e-9)


@given(months=years, factor=st.integers(2, 1000))
def test_the_spread_does_not_depend_on_the_unit(months: list[int], factor: int) -> None:
    scaled = [factor * visits for visits in months]
    assert value(months_to_move(scaled)).number == pytest.approx(value(months_to_move(months)).number, abs=1e-9)
    assert value(season_evenness(scaled)).number == pytest.approx(value(season_evenness(months)).number)


@given(months=years)
def test_the_spread_keeps_within_its_bounds(months: list[int]) -> None:
    assert -1e-9 <= value(months_to_move(months)).number <= 3 + 1e-9
    evenness = value(season_evenness(months))
    assert -1e-9 <= evenness.number <= 1 + 1e-9
    effective, simpson = (evenness.detail[name] for name in ("effective_months", "effective_months_simpson"))
    assert isinstance(effective, float)
    assert isinstance(simpson, float)
    assert 1 - 1e-9 <= simpson <= effective + 1e-9 <= 12 + 2e-9
