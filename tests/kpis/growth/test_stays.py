import pytest

from kpis.growth.stays import avg_length_of_stay, spend_per_visitor
from kpis.result import Undefined
from tests.kpis.tables import reason, value


def test_nights_for_each_arrival() -> None:
    assert value(avg_length_of_stay(21_500, 6_300)).value == pytest.approx(3.4127, abs=1e-4)


def test_arrivals_that_are_missing_or_none_give_no_stay() -> None:
    assert reason(avg_length_of_stay(21_500, None)) == "arrivals_missing"
    assert reason(avg_length_of_stay(0, 0)) == "arrivals_zero"
    assert reason(avg_length_of_stay(None, 10)) == "nights_missing"


def test_spending_for_each_visitor() -> None:
    assert value(spend_per_visitor(960_000, 9_000)).value == pytest.approx(106.6667, abs=1e-4)
    assert value(spend_per_visitor(960_000, 9_000, answers=30)).n == 30


def test_few_answers_give_no_figure() -> None:
    assert spend_per_visitor(100, 10, answers=29) == Undefined("too_few_answers", {"n": 29, "minimum": 30})


def test_spending_that_is_missing_is_not_zero() -> None:
    assert reason(spend_per_visitor(None, 10)) == "spend_missing"
    assert reason(spend_per_visitor(10, None)) == "visits_missing"
    assert reason(spend_per_visitor(10, 0)) == "no_visits"
