import pytest

from kpis.business.income import admission_per_visit, own_revenue, revenue_per_visit
from kpis.result import Undefined
from tests.kpis.tables import reason, value


def test_own_revenue_leaves_out_grants_and_costs() -> None:
    streams = {"admission": 540_000, "shop": 225_000, "cafe": 135_000, "event": 60_000, "grant_public": 1_100_000}
    assert own_revenue({**streams, "grant_private": 100_000, "cost": 2_050_000}) == 960_000


def test_a_stream_that_is_not_reported_is_not_zero() -> None:
    assert own_revenue({"admission": 10, "shop": None}) == Undefined("revenue_missing", {"streams": ("shop",)})
    assert own_revenue({"admission": 10, "grant_public": None}) == 10
    assert own_revenue({}) == Undefined("revenue_missing", {"streams": ()})


def test_revenue_per_visit() -> None:
    assert value(revenue_per_visit(960_000, 9_000)).value == pytest.approx(106.6667, abs=1e-4)


def test_free_entry_earns_a_true_zero() -> None:
    assert value(revenue_per_visit(0, 100)).value == 0


def test_without_visits_or_revenue_there_is_no_figure() -> None:
    assert reason(revenue_per_visit(100, 0)) == "no_visits"
    assert reason(revenue_per_visit(100, None)) == "visits_missing"
    assert reason(revenue_per_visit(None, 100)) == "revenue_missing"


def test_admission_is_told_per_visit_and_per_paying_visit() -> None:
    admission = value(admission_per_visit(540_000, 9_000, paying_visits=7_200))
    assert admission.value == 60
    assert admission.detail["per_paying_visit"] == 75


def test_free_entry_is_a_true_zero_per_visit_and_nothing_per_paying_visit() -> None:
    free = value(admission_per_visit(0, 500, paying_visits=0))
    assert free.value == 0
    assert free.detail["per_paying_visit"] is None


def test_more_paying_visits_than_visits_leave_only_the_first_figure() -> None:
    assert value(admission_per_visit(600, 10, paying_visits=11)).detail["per_paying_visit"] is None


def test_without_admission_or_visits_there_is_no_admission_per_visit() -> None:
    assert reason(admission_per_visit(None, 10)) == "revenue_missing"
    assert reason(admission_per_visit(-1, 10)) == "negative_value"
    assert reason(admission_per_visit(10, 0)) == "no_visits"
