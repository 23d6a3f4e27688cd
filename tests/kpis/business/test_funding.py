import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.business.funding import income_diversity, private_funding_share, self_earned_share, total_income
from kpis.result import Undefined
from tests.kpis.tables import reason, value

EARNED = {"admission": 540_000.0, "shop": 225_000.0, "cafe": 135_000.0, "event": 60_000.0}
YEAR = {**EARNED, "grant_public": 1_100_000.0, "grant_private": 100_000.0, "cost": 2_050_000.0}
streams = st.lists(st.integers(0, 10_000_000), min_size=2, max_size=8).filter(any)


def _named(amounts: list[int], factor: float = 1) -> dict[str, float | None]:
    return {f"stream {place}": factor * amount for place, amount in enumerate(amounts)}


def test_all_income_is_what_is_earned_and_both_grants() -> None:
    assert total_income(YEAR) == 2_160_000


def test_how_much_is_earned_and_how_much_comes_from_private_funds() -> None:
    assert value(self_earned_share(YEAR)).value == pytest.approx(0.4444444)
    assert value(private_funding_share(YEAR)).value == pytest.approx(0.0462963)


def test_the_share_stands_with_and_without_project_grants() -> None:
    both = value(self_earned_share(YEAR, project_grants_dkk=240_000))
    assert both.detail["share_without_project_grants"] == 0.5
    assert value(self_earned_share(YEAR)).detail["share_without_project_grants"] is None


def test_a_grant_that_is_not_reported_does_not_make_us_self_supporting() -> None:
    assert self_earned_share(EARNED) == Undefined("grants_missing", {"streams": ("grant_public", "grant_private")})
    assert reason(self_earned_share({**YEAR, "grant_private": None})) == "grants_missing"
    assert reason(private_funding_share({**YEAR, "grant_private": None})) == "grants_missing"
    assert value(self_earned_share({**EARNED, "grant_public": 0, "grant_private": 0})).value == 1


def test_without_income_nothing_can_be_shared_out() -> None:
    nothing = {"admission": 0.0, "grant_public": 0.0, "grant_private": 0.0}
    assert reason(self_earned_share(nothing)) == "income_zero"
    assert reason(private_funding_share(nothing)) == "income_zero"
    assert reason(self_earned_share({**YEAR, "shop": None})) == "revenue_missing"


def test_income_from_four_streams() -> None:
    spread = value(income_diversity(YEAR))
    assert spread.value == pytest.approx(0.39501953125)
    assert spread.n == 4


def test_a_spread_needs_two_streams_with_something_in_them() -> None:
    assert reason(income_diversity({"all": 100, "grant_public": 50})) == "too_few_streams"
    assert reason(income_diversity({"admission": 0, "shop": 0})) == "income_zero"
    assert reason(income_diversity({"admission": 10, "shop": -1})) == "negative_value"
    assert reason(income_diversity({"admission": 10, "shop": None})) == "revenue_missing"


def test_equal_streams_give_one_over_their_number() -> None:
    assert value(income_diversity(_named([5, 5, 5, 5]))).value == 0.25


@given(amounts=streams, factor=st.sampled_from([0.001, 2, 1000]))
def test_the_concentration_is_bounded_and_the_same_in_kroner_and_thousands(amounts: list[int], factor: float) -> None:
    hhi = value(income_diversity(_named(amounts))).number
    assert 1 / len(amounts) - 1e-9 <= hhi <= 1 + 1e-9
    assert value(income_diversity(_named(amounts, factor))).number == pytest.approx(hhi)


@given(amounts=streams)
def test_the_order_of_the_streams_does_not_matter(amounts: list[int]) -> None:
    assert value(income_diversity(_named(amounts[::-1]))).number == pytest.approx(
        value(income_diversity(_named(amounts))).number
    )
