"""The calendar of reviews: who plans a day has a next one, who lets it pass is late, and nobody is given a day."""

from collections.abc import Sequence
from datetime import date

from answers.review_calendar import Due, calendar, review_days
from answers.steps import TenSteps, ten_steps
from tests.answers.tables import Row, TableData, place_of

TODAY = date(2026, 3, 1)


def decision(number: int, day: str, **told: object) -> Row:
    return {"entry_id": f"e{number}", "destination_id": "p", "kind": "decision", "date": day, **told}


def told(*log: Row, steps: Sequence[Row] = ()) -> TenSteps:
    data = TableData({"destinations": [{"destination_id": "p", "name": "Vig"}], "log": log, "steps": steps})
    return ten_steps(data, place_of(data), 2025, TODAY)


def due(steps: TenSteps, number: int) -> Due:
    return next(one for one in calendar(steps) if one.step == number)


def test_without_a_review_no_step_has_a_day() -> None:
    steps = told()
    assert review_days(steps) == ()
    assert [(one.step, one.seen_on, one.next_on, one.overdue) for one in calendar(steps)] == [
        (number, None, None, False) for number in range(1, 11)
    ]


def test_a_review_of_the_whole_plan_sets_the_day_of_every_step_but_one_with_its_own() -> None:
    steps = told(
        decision(1, "2025-06-17", step="10", next_on="2026-06-16"),
        decision(2, "2025-09-01", step="4", next_on="2026-02-01"),
    )
    assert (due(steps, 2).seen_on, due(steps, 2).next_on) == (date(2025, 6, 17), date(2026, 6, 16))
    assert (due(steps, 4).seen_on, due(steps, 4).next_on) == (date(2025, 9, 1), date(2026, 2, 1))
    assert [one.step for one in calendar(steps) if one.overdue] == [4]
    assert calendar(steps)[0].step == 4


def test_steps_of_the_same_day_stand_in_the_order_of_the_place() -> None:
    order = [{"destination_id": "p", "step": "4", "position": 3}, {"destination_id": "p", "step": "3", "position": 4}]
    steps = told(decision(1, "2025-06-17", step="10", next_on="2026-06-16"), steps=order)
    assert [one.step for one in calendar(steps)] == [1, 2, 4, 3, 5, 6, 7, 8, 9, 10]


def test_who_has_looked_since_is_not_late() -> None:
    steps = told(
        decision(1, "2025-06-17", step="10", next_on="2025-12-01"),
        steps=[{"destination_id": "p", "step": "3", "maturity": 2, "judged_on": "2025-12-20", "owner": "Museet"}],
    )
    assert due(steps, 2).overdue
    assert (due(steps, 3).next_on, due(steps, 3).overdue, due(steps, 3).owner) == (None, False, "Museet")


def test_a_step_left_out_is_not_in_the_calendar_and_a_review_to_come_is_not_held() -> None:
    left_out = {"destination_id": "p", "step": "8", "not_relevant": 1, "not_relevant_reason": "Færgen er fuld"}
    steps = told(decision(1, "2025-06-17"), decision(2, "2026-09-01"), decision(3, "2024-06-17"), steps=[left_out])
    assert 8 not in {one.step for one in calendar(steps)}
    assert review_days(steps) == (date(2025, 6, 17), date(2024, 6, 17))
