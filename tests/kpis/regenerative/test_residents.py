import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.regenerative.residents import resident_support_share
from kpis.result import Undefined
from tests.kpis.tables import reason, value


def test_the_share_that_sees_more_good_than_bad() -> None:
    support = value(resident_support_share(68, 22, 6, 4))
    assert support.value == 0.68
    assert support.n == 100
    assert support.interval == pytest.approx((0.5833738, 0.7633085))
    assert support.detail["share_excluding_dont_know"] == pytest.approx(0.7083333)
    assert support.detail["net_balance"] == pytest.approx(62)


def test_below_thirty_answers_there_is_no_figure() -> None:
    assert resident_support_share(20, 5, 3, 1) == Undefined("too_few_answers", {"n": 29, "minimum": 30})
    assert value(resident_support_share(20, 5, 3, 2)).n == 30


def test_an_answer_without_a_count_is_not_zero() -> None:
    assert reason(resident_support_share(68, 22, 6, None)) == "answers_missing"
    assert reason(resident_support_share(68, 22, -6, 4)) == "negative_value"


def test_when_nobody_knows_there_is_no_share_without_dont_know() -> None:
    assert value(resident_support_share(0, 0, 0, 30)).detail["share_excluding_dont_know"] is None


@given(counts=st.lists(st.integers(0, 500), min_size=4, max_size=4).filter(lambda counts: sum(counts) >= 30))
def test_the_share_lies_in_its_interval(counts: list[int]) -> None:
    support = value(resident_support_share(*counts))
    assert support.interval is not None
    assert support.interval[0] - 1e-12 <= support.number <= support.interval[1] + 1e-12
