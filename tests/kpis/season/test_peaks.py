import pytest
from hypothesis import given

from kpis.result import Undefined
from kpis.season.peaks import (
    peak_month_share,
    peak_trough_ratio,
    seasonality_indicator,
    seasonality_ratio,
    top3_share,
)
from tests.kpis.tables import (
    BLANK_NOVEMBER,
    CLOSED_IN_WINTER,
    FLAT,
    ONE_MONTH,
    OPEN_ALL_YEAR,
    busy_years,
    reason,
    value,
    years,
)

FAMILY = (peak_month_share, peak_trough_ratio, seasonality_indicator, seasonality_ratio, top3_share)


def test_the_top_of_the_worked_year() -> None:
    assert value(seasonality_ratio(OPEN_ALL_YEAR)).value == pytest.approx(3.2)
    assert value(seasonality_indicator(OPEN_ALL_YEAR)).value == pytest.approx(0.3125)
    assert value(peak_month_share(OPEN_ALL_YEAR)).value == pytest.approx(2400 / 9000)
    assert value(top3_share(OPEN_ALL_YEAR)).value == pytest.approx(0.6)
    assert value(peak_trough_ratio(OPEN_ALL_YEAR)).value == pytest.approx(20)


def test_the_top_months_are_named() -> None:
    assert value(peak_month_share(OPEN_ALL_YEAR)).detail["peak_months"] == (7,)
    assert value(peak_month_share(FLAT)).detail["peak_months"] == tuple(range(1, 13))
    assert value(top3_share(OPEN_ALL_YEAR)).detail["top_months"] == (6, 7, 8)


def test_an_even_year_has_its_floor() -> None:
    assert value(peak_month_share(FLAT)).value == pytest.approx(1 / 12)
    assert value(top3_share(FLAT)).value == pytest.approx(0.25)


def test_a_closed_month_gives_no_ratio_and_never_infinity() -> None:
    assert peak_trough_ratio(CLOSED_IN_WINTER) == Undefined("empty_month", {"empty_months": (1, 2, 3, 11, 12)})
    assert reason(peak_trough_ratio([0] * 12)) == "total_zero"


@pytest.mark.parametrize("compute", FAMILY)
def test_a_blank_month_makes_the_top_undefined(compute: object) -> None:
    assert callable(compute)
    assert reason(compute(BLANK_NOVEMBER)) == "missing_month"


@given(months=years)
def test_ratio_indicator_and_share_tell_the_same(months: list[int]) -> None:
    ratio = value(seasonality_ratio(months)).number
    assert 1 - 1e-9 <= ratio <= 12 + 1e-9
    assert value(seasonality_indicator(months)).number == pytest.approx(1 / ratio)
    assert value(peak_month_share(months)).number == pytest.approx(ratio / 12)
    assert value(top3_share(months)).number >= value(peak_month_share(months)).number


@given(months=busy_years)
def test_the_top_is_never_below_the_bottom(months: list[int]) -> None:
    assert value(peak_trough_ratio(months)).number >= 1


def test_everything_in_one_month() -> None:
    assert value(seasonality_ratio(ONE_MONTH)).value == 12
    assert value(top3_share(ONE_MONTH)).value == 1
