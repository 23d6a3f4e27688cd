import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.business.staff import profession_diversity
from kpis.result import Undefined
from tests.kpis.tables import reason, value

heads = st.lists(st.integers(0, 200), min_size=1, max_size=8).filter(lambda heads: sum(heads) >= 3)


def _staff(heads: list[int]) -> dict[str, int | None]:
    return {f"profession {place}": count for place, count in enumerate(heads)}


def test_the_effective_number_of_professions() -> None:
    professions = value(profession_diversity(_staff([6, 2, 2, 1])))
    assert professions.value == pytest.approx(3.2172224873)
    assert professions.detail["simpson"] == pytest.approx(2.6888888889)
    assert professions.detail["largest_share"] == pytest.approx(6 / 11)


def test_equally_large_professions_count_one_each() -> None:
    assert value(profession_diversity(_staff([5, 5, 5]))).value == pytest.approx(3)
    assert value(profession_diversity(_staff([5, 5, 5, 0]))).value == pytest.approx(3)


def test_below_three_members_of_staff_nothing_is_shown() -> None:
    assert profession_diversity(_staff([1, 1])) == Undefined("too_few_staff", {"minimum": 3})
    assert reason(profession_diversity({})) == "no_staff"
    assert reason(profession_diversity({"curator": None, "host": 5})) == "staff_missing"


def test_the_share_of_a_profession_of_one_or_two_is_not_told() -> None:
    assert value(profession_diversity(_staff([2, 1]))).detail["largest_share"] is None
    assert value(profession_diversity(_staff([3, 1]))).detail["largest_share"] == 0.75


@given(heads=heads)
def test_the_effective_number_lies_between_one_and_the_number_of_professions(heads: list[int]) -> None:
    professions = value(profession_diversity(_staff(heads)))
    simpson = professions.detail["simpson"]
    assert isinstance(simpson, float)
    assert 1 - 1e-9 <= simpson <= professions.number + 1e-9 <= len(heads) + 2e-9
    assert value(profession_diversity(_staff(heads[::-1]))).number == pytest.approx(professions.number)
    assert value(profession_diversity(_staff([3 * count for count in heads]))).number == pytest.approx(
        professions.number
    )
