import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.result import Undefined
from kpis.season.revenue import gini_season_revenue
from tests.kpis.tables import BLANK_NOVEMBER, OPEN_ALL_YEAR, reason, value, years

REVENUE = [9000, 10500, 21000, 42000, 66000, 108000, 300000, 225000, 78000, 60000, 22500, 18000]


def test_the_guests_of_the_summer_spend_more() -> None:
    concentration = value(gini_season_revenue(REVENUE, OPEN_ALL_YEAR))
    assert concentration.value == pytest.approx(0.5866477)
    assert concentration.detail["gap"] == pytest.approx(0.0674558)
    assert concentration.detail["total"] == 960_000


def test_without_visits_there_is_no_gap() -> None:
    assert value(gini_season_revenue(REVENUE)).detail["gap"] is None
    assert value(gini_season_revenue(REVENUE, BLANK_NOVEMBER)).detail["gap"] is None


def test_a_month_of_refunds_makes_it_undefined() -> None:
    assert gini_season_revenue([*REVENUE[:11], -500]) == Undefined("negative_month", {"negative_months": (12,)})


def test_a_month_not_reported_makes_it_undefined() -> None:
    assert reason(gini_season_revenue([None, *REVENUE[1:]], OPEN_ALL_YEAR)) == "missing_month"


@given(months=years, price=st.integers(1, 500))
def test_the_same_price_for_everybody_leaves_no_gap(months: list[int], price: int) -> None:
    gap = value(gini_season_revenue([price * visits for visits in months], months)).detail["gap"]
    assert gap == pytest.approx(0, abs=1e-9)
