import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.result import Undefined
from kpis.steps.profile import STEPS, Step, evidence_share, mean_maturity, ten_steps_status
from tests.kpis.tables import reason, value

MATURITY = [4, 2, 1, 0, 2, 3, 0, 1, 3, 2]
EVIDENCE = [1, 1, 0, 0, 0, 1, 0, 0, 1, 1]
TEN = [Step(number, level, links) for number, level, links in zip(STEPS, MATURITY, EVIDENCE, strict=True)]
profiles = st.lists(st.one_of(st.none(), st.integers(0, 4)), min_size=10, max_size=10).map(
    lambda levels: [Step(number, level) for number, level in zip(STEPS, levels, strict=True)]
)


def test_the_profile_stands_beside_the_number_of_started_steps() -> None:
    status = value(ten_steps_status(TEN))
    assert (status.value, status.n) == (8, 10)
    assert status.detail["profile"] == {str(step): level for step, level in zip(STEPS, MATURITY, strict=True)}
    assert status.detail["weakest"] == (4, 7)
    assert mean_maturity(TEN) == pytest.approx(1.8)


def test_a_step_without_an_assessment_is_not_at_zero() -> None:
    status = value(ten_steps_status([Step(1, 2), Step(2), Step(3, 0)]))
    assert (status.value, status.n) == (1, 2)
    assert status.detail["not_assessed"] == (2,)
    assert status.detail["weakest"] == (3,)
    assert reason(ten_steps_status([Step(1), Step(2)])) == "no_step_assessed"
    assert reason(evidence_share([])) == "no_step_assessed"
    assert mean_maturity([Step(1)]) is None


def test_nothing_started_is_a_known_zero() -> None:
    assert value(ten_steps_status([Step(1, 0)])).value == 0


def test_where_all_steps_are_alike_none_is_the_weakest() -> None:
    assert value(ten_steps_status([Step(step, 4) for step in STEPS])).detail["weakest"] == ()


def test_the_profile_is_never_given_as_one_score() -> None:
    status = value(ten_steps_status(TEN))
    assert mean_maturity(TEN) not in (status.value, *status.detail.values())


def test_started_steps_without_evidence_are_counted_and_named() -> None:
    bare = value(evidence_share(TEN))
    assert (bare.value, bare.n) == (3, 8)
    assert bare.detail["steps"] == (3, 5, 8)
    assert bare.detail["documented_share"] == pytest.approx(5 / 8)


def test_without_a_started_step_there_is_nothing_to_document() -> None:
    assert evidence_share([Step(1, 0), Step(2)]) == Undefined("no_step_started")


@pytest.mark.parametrize("wrong", [(0, 1), (11, 1), (1, 5), (1, -1)])
def test_a_step_or_maturity_that_does_not_exist_is_refused(wrong: tuple[int, int]) -> None:
    with pytest.raises(ValueError):
        Step(*wrong)


def test_a_step_that_comes_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        ten_steps_status([Step(1, 2), Step(1, 3)])


@given(steps=profiles, data=st.data())
def test_the_order_of_the_steps_does_not_matter(steps: list[Step], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(steps))
    assert ten_steps_status(shuffled) == ten_steps_status(steps)
    assert evidence_share(shuffled) == evidence_share(steps)


@given(steps=profiles)
def test_no_more_steps_start_than_are_assessed(steps: list[Step]) -> None:
    status = ten_steps_status(steps)
    if isinstance(status, Undefined):
        assert all(step.maturity is None for step in steps)
    else:
        assert 0 <= status.number <= (status.n or 0) <= 10
