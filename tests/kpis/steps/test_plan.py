from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpis.result import Undefined
from kpis.steps.plan import FIVE_W, Task, action_overdue_share, five_w_completeness
from tests.kpis.tables import reason, value

SUMMER = date(2025, 6, 30)
TASKS = [
    Task(date(2025, 3, 1), date(2025, 2, 20)),
    Task(date(2025, 4, 1)),
    Task(date(2025, 12, 1)),
    Task(),
]
fields = st.lists(st.sets(st.sampled_from(FIVE_W)), min_size=1, max_size=10)
days = st.one_of(st.none(), st.dates(date(2024, 1, 1), date(2026, 12, 31)))
tasks = st.lists(st.builds(Task, days, days), max_size=12)


def test_filled_fields_over_five_for_each_step() -> None:
    filled = value(five_w_completeness([set(FIVE_W), {"who", "what"}, set()]))
    assert filled.value == pytest.approx(7 / 15)
    assert filled.n == 15
    assert filled.detail["by_field"] == pytest.approx(
        {"who": 2 / 3, "what": 2 / 3, "why": 1 / 3, "how": 1 / 3, "when": 1 / 3}
    )


def test_a_step_where_nothing_is_written_is_a_known_zero_and_no_steps_are_none() -> None:
    assert value(five_w_completeness([set()])).value == 0
    assert reason(five_w_completeness([])) == "list_empty"


def test_a_sixth_field_is_refused() -> None:
    with pytest.raises(ValueError, match="whence"):
        five_w_completeness([{"whence"}])


@given(filled=fields, data=st.data())
def test_completeness_is_a_share_and_blind_to_the_order(filled: list[set[str]], data: st.DataObject) -> None:
    share = value(five_w_completeness(filled))
    assert 0 <= share.number <= 1
    assert five_w_completeness(data.draw(st.permutations(filled))) == share


@given(filled=fields, place=st.integers(0, 9), field=st.sampled_from(FIVE_W))
def test_writing_one_more_field_never_lowers_the_share(filled: list[set[str]], place: int, field: str) -> None:
    more = [fields | {field} if at == place else fields for at, fields in enumerate(filled)]
    assert value(five_w_completeness(more)).number >= value(five_w_completeness(filled)).number


def test_one_of_three_with_a_due_date_is_late() -> None:
    late = value(action_overdue_share(TASKS, SUMMER))
    assert late.value == pytest.approx(1 / 3)
    assert late.n == 3
    assert late.detail == {"with_due": 3, "overdue": 1, "no_due_date": 1}


def test_an_action_is_late_from_the_day_after_until_it_is_done() -> None:
    task = Task(date(2025, 4, 1), date(2025, 5, 1))
    assert not task.overdue(date(2025, 4, 1))
    assert task.overdue(date(2025, 4, 2))
    assert not task.overdue(date(2025, 5, 1))


def test_without_actions_or_dates_nothing_is_late_and_nothing_on_time() -> None:
    assert reason(action_overdue_share([], SUMMER)) == "no_actions"
    assert action_overdue_share([Task(), Task()], SUMMER) == Undefined("no_due_date", {"actions": 2})


@given(actions=tasks, data=st.data())
def test_lateness_is_a_share_or_undefined_and_blind_to_the_order(actions: list[Task], data: st.DataObject) -> None:
    result = action_overdue_share(actions, SUMMER)
    assert action_overdue_share(data.draw(st.permutations(actions)), SUMMER) == result
    if isinstance(result, Undefined):
        assert all(action.due is None for action in actions)
    else:
        assert 0 <= result.number <= 1
