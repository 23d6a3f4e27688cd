import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.business.audience import audience_dissimilarity, dissimilarity, education_share
from kpis.result import Undefined
from tests.kpis.tables import reason, value

POPULATION = {"short": 300.0, "medium": 400.0, "long": 300.0}
pairs = st.lists(st.tuples(st.integers(10, 1000), st.integers(1, 1000)), min_size=2, max_size=6)


def _groups(amounts: list[float]) -> dict[str, float | None]:
    return {f"group {place}": amount for place, amount in enumerate(amounts)}


def test_learning_and_the_young_stand_beside_each_other() -> None:
    education = value(education_share(1_150, 9_000, under_18_visits=2_100))
    assert education.value == pytest.approx(0.1277778)
    assert education.detail["under_18_share"] == pytest.approx(0.2333333)


def test_visits_that_are_not_counted_for_themselves_are_not_zero() -> None:
    uncounted = education_share(None, 100, under_18_visits=25)
    assert isinstance(uncounted, Undefined)
    assert uncounted.reason == "audience_missing"
    assert uncounted.detail["under_18_share"] == 0.25
    assert value(education_share(0, 100)).value == 0
    assert reason(education_share(101, 100)) == "part_exceeds_whole"


def test_who_comes_and_who_does_not() -> None:
    compared = value(audience_dissimilarity({"short": 36, "medium": 64, "long": 100}, POPULATION))
    assert compared.value == pytest.approx(0.2)
    assert compared.detail["representation"] == pytest.approx({"short": 0.6, "medium": 0.8, "long": 5 / 3})
    assert compared.n == 200


def test_a_small_survey_or_a_small_group_hides_the_figure() -> None:
    assert reason(audience_dissimilarity({"short": 33, "medium": 33, "long": 33}, POPULATION)) == "too_few_answers"
    small = audience_dissimilarity({"short": 9, "medium": 91, "long": 50}, POPULATION)
    assert small == Undefined("too_few_answers_in_group", {"groups": ("short",), "minimum": 10})
    uncertain = value(audience_dissimilarity({"short": 29, "medium": 41, "long": 30}, POPULATION))
    assert uncertain.detail["uncertain_groups"] == ("short",)


def test_both_sides_need_the_same_groups_with_somebody_in_them() -> None:
    assert reason(dissimilarity({"a": 1}, {"a": 1, "b": 1})) == "groups_differ"
    assert reason(dissimilarity({"a": None}, {"a": 1})) == "group_missing"
    nobody = dissimilarity({"a": 1}, {"a": 0})
    assert nobody == Undefined("groups_empty").of("reference")


def test_a_group_that_the_population_lacks_has_no_representation() -> None:
    assert value(dissimilarity({"a": 1, "b": 1}, {"a": 1, "b": 0})).detail["representation"] == {"a": 0.5, "b": None}


@given(counts=pairs, factor=st.sampled_from([0.001, 3, 1e6]))
def test_the_distance_is_bounded_and_needs_neither_an_order_nor_a_unit(
    counts: list[tuple[int, int]], factor: float
) -> None:
    ours, theirs = [float(our) for our, _ in counts], [float(their) for _, their in counts]
    distance = value(dissimilarity(_groups(ours), _groups(theirs))).number
    assert 0 <= distance <= 1
    assert value(dissimilarity(_groups(ours[::-1]), _groups(theirs[::-1]))).number == pytest.approx(distance)
    scaled = dissimilarity(_groups(ours), _groups([factor * their for their in theirs]))
    assert value(scaled).number == pytest.approx(distance)
    assert value(dissimilarity(_groups(ours), _groups(ours))).number == 0
