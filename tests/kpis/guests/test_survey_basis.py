"""Who answers and who comes back."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportion_confint

from kpis.guests.loyalty import repeat_visitor_share
from kpis.guests.response import response_rate, worst_margin
from kpis.result import Undefined
from tests.kpis.tables import reason, value


def test_guests_who_come_again() -> None:
    again = value(repeat_visitor_share(27, 100))
    assert again.value == 0.27
    assert again.interval == pytest.approx((0.1926958, 0.3643212))


def test_coming_again_needs_thirty_answers() -> None:
    assert repeat_visitor_share(10, 29) == Undefined("too_few_answers", {"n": 29, "minimum": 30})
    assert value(repeat_visitor_share(0, 30)).value == 0
    assert reason(repeat_visitor_share(None, 100)) == "answer_count_missing"
    assert reason(repeat_visitor_share(0, 0)) == "no_responses"
    assert reason(repeat_visitor_share(31, 30)) == "part_exceeds_whole"


@settings(max_examples=300)
@given(answers=st.integers(30, 5_000), part=st.floats(0, 1))
def test_the_interval_of_a_share_agrees_with_statsmodels(answers: int, part: float) -> None:
    repeat = round(part * answers)
    theirs = proportion_confint(repeat, answers, method="wilson")
    assert value(repeat_visitor_share(repeat, answers)).interval == pytest.approx(theirs, abs=1e-12)


def test_what_the_answers_rest_on() -> None:
    basis = value(response_rate(170, 1_400, visits=9_000))
    assert basis.value == pytest.approx(0.1214286)
    assert basis.detail["per_1000_visits"] == pytest.approx(18.8888889)
    assert basis.detail["margin"] == pytest.approx(0.0744521)


def test_not_knowing_how_many_were_invited_leaves_the_other_two() -> None:
    basis = response_rate(170, None, visits=9_000)
    assert isinstance(basis, Undefined)
    assert basis.reason == "invited_missing"
    assert basis.detail["per_1000_visits"] == pytest.approx(18.8888889)
    assert reason(response_rate(0, 0)) == "nobody_invited"
    assert value(response_rate(0, 100)).value == 0
    assert reason(response_rate(101, 100)) == "part_exceeds_whole"


def test_asking_every_guest_leaves_no_margin() -> None:
    assert value(worst_margin(50, 50)).value == 0
    assert value(worst_margin(1, 1)).value == 0
    assert reason(worst_margin(51, 50)) == "part_exceeds_whole"
    assert reason(worst_margin(0, 50)) == "no_responses"


@settings(max_examples=300)
@given(half=st.integers(2, 5_000), unasked=st.integers(1, 100_000))
def test_the_margin_agrees_with_statsmodels_and_the_correction_for_few_visits(half: int, unasked: int) -> None:
    answers = 2 * half
    low, high = proportion_confint(half, answers, method="normal")
    correction = math.sqrt(unasked / (answers + unasked - 1))
    assert value(worst_margin(answers, answers + unasked)).number == pytest.approx((high - low) / 2 * correction)
