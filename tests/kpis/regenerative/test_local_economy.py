import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.regenerative.local_economy import lm3, local_procurement_share, seasonal_job_share
from kpis.result import Undefined
from tests.kpis.tables import reason, value


def test_the_share_of_local_purchases() -> None:
    assert value(local_procurement_share(410_000, 690_000)).value == pytest.approx(0.5942029)
    assert reason(local_procurement_share(None, 690_000)) == "purchases_missing"
    assert reason(local_procurement_share(0, 0)) == "no_purchases"
    assert reason(local_procurement_share(700_000, 690_000)) == "part_exceeds_whole"
    assert value(local_procurement_share(0, 690_000)).value == 0


def test_the_local_multiplier() -> None:
    assert value(lm3(960_000, 576_000, 250_000)).value == pytest.approx(1.8604167)


def test_without_the_third_round_it_is_not_lm3() -> None:
    assert lm3(960_000, 576_000, None) == Undefined("third_round_missing", {"local_share": 0.6})


def test_no_round_is_larger_than_the_one_before() -> None:
    assert reason(lm3(100, 120, 10)) == "part_exceeds_whole"
    assert reason(lm3(100, 50, 60)) == "part_exceeds_whole"
    assert reason(lm3(0, 0, 0)) == "income_zero"
    assert reason(lm3(None, 1, 1)) == "income_missing"
    assert reason(lm3(100, None, 1)) == "local_spending_missing"


@given(income=st.integers(1, 10**7), data=st.data())
def test_the_multiplier_lies_between_one_and_three(income: int, data: st.DataObject) -> None:
    second = data.draw(st.integers(0, income))
    third = data.draw(st.integers(0, second))
    assert 1 <= value(lm3(income, second, third)).number <= 3


def test_seasonal_jobs() -> None:
    share = value(seasonal_job_share(7, 19, actors_reporting=4, actors=8))
    assert share.value == pytest.approx(0.3684211)
    assert share.n == 4
    assert share.detail["coverage"] == 0.5
    assert value(seasonal_job_share(7, 19)).detail["coverage"] is None


def test_a_single_workplace_cannot_be_read_from_the_figure() -> None:
    assert seasonal_job_share(7, 19, actors_reporting=2, actors=2) == Undefined("too_few_actors", {"minimum": 3})


def test_with_less_than_half_of_the_actors_there_is_no_figure() -> None:
    undefined = seasonal_job_share(7, 19, actors_reporting=3, actors=7)
    assert undefined == Undefined("coverage_too_low", {"reporting": 3, "actors": 7})


def test_jobs_that_are_missing_or_none() -> None:
    assert reason(seasonal_job_share(7, None)) == "jobs_missing"
    assert reason(seasonal_job_share(None, 19)) == "jobs_missing"
    assert reason(seasonal_job_share(0, 0)) == "no_jobs"
