"""What a visit buys and costs, and what an opening hour and a post give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.business.costs import cost_per_visit, operating_result, visits_per_post
from kpis.business.opening_hours import visits_per_opening_hour
from kpis.business.shop import shop_conversion
from kpis.result import Undefined
from tests.kpis.tables import reason, value

some = st.integers(1, 1_000_000)


def test_how_many_buy_in_the_shop_and_for_how_much() -> None:
    shop = value(shop_conversion(2_700, 9_000, shop_revenue_dkk=225_000))
    assert shop.value == 0.3
    assert shop.detail["basket"] == pytest.approx(83.3333333)
    assert shop.detail["per_visit"] == 25


@given(transactions=some, visits=some, revenue=some)
def test_conversion_times_basket_is_shop_per_visit(transactions: int, visits: int, revenue: int) -> None:
    shop = value(shop_conversion(transactions, visits, shop_revenue_dkk=revenue))
    basket = shop.detail["basket"]
    assert isinstance(basket, float)
    assert shop.number * basket == pytest.approx(shop.detail["per_visit"])


def test_locals_who_only_shop_take_the_share_above_one() -> None:
    assert value(shop_conversion(150, 100)).value == 1.5


def test_without_counted_purchases_only_the_shop_per_visit_is_known() -> None:
    uncounted = shop_conversion(None, 9_000, shop_revenue_dkk=225_000)
    assert isinstance(uncounted, Undefined)
    assert uncounted.reason == "transactions_missing"
    assert uncounted.detail["per_visit"] == 25


def test_a_shop_without_purchases_has_a_true_zero_and_no_basket() -> None:
    shop = value(shop_conversion(0, 100, shop_revenue_dkk=0))
    assert shop.value == 0
    assert shop.detail["basket"] is None


def test_what_a_visit_costs_and_what_the_public_gives() -> None:
    cost = value(cost_per_visit(2_050_000, 9_000, public_grants_dkk=1_100_000))
    assert cost.value == pytest.approx(227.7777778)
    assert cost.detail["public_grant_per_visit"] == pytest.approx(122.2222222)


def test_costs_that_are_not_reported_leave_the_grant() -> None:
    unknown = cost_per_visit(None, 100, public_grants_dkk=500)
    assert isinstance(unknown, Undefined)
    assert unknown.reason == "costs_missing"
    assert unknown.detail["public_grant_per_visit"] == 5
    assert reason(cost_per_visit(100, 0)) == "no_visits"


def test_the_result_may_be_negative_and_needs_the_costs() -> None:
    assert value(operating_result(2_160_000, 2_050_000)).value == 110_000
    assert value(operating_result(10, 15)).value == -5
    assert reason(operating_result(10, None)) == "costs_missing"
    assert reason(operating_result(Undefined("revenue_missing"), 10)) == "revenue_missing"


def test_visits_for_each_post() -> None:
    assert value(visits_per_post(9_000, 3.6)).value == pytest.approx(2_500)
    assert reason(visits_per_post(9_000, 0)) == "no_jobs"


def test_what_an_hour_with_the_door_open_gives() -> None:
    hour = value(visits_per_opening_hour(9_000, 1_446, revenue_dkk=960_000, open_days=241))
    assert hour.value == pytest.approx(6.2240664)
    assert hour.detail["revenue_per_hour"] == pytest.approx(663.9004149)
    assert hour.detail["visits_per_open_day"] == pytest.approx(37.3443983)


def test_closed_and_unknown_hours_have_no_figure_but_an_open_hour_without_visits_is_zero() -> None:
    assert reason(visits_per_opening_hour(0, 0)) == "closed"
    assert reason(visits_per_opening_hour(10, None)) == "hours_missing"
    assert reason(visits_per_opening_hour(None, 10)) == "visits_missing"
    assert value(visits_per_opening_hour(0, 10)).value == 0
