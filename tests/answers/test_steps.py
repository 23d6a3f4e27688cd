"""The ten steps as told: a blank is not assessed, a step left out is in no figure, figures stand beside."""

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from access.reader import LOCAL_ANALYST
from answers.answer import number_of
from answers.evidence import MEASURED, evidence
from answers.sentences.steps import steps_sentence
from answers.show import all_answers
from answers.steps import TenSteps, ten_steps
from answers.targets import targets
from kpis.catalogue import catalogue
from kpis.result import Undefined, Value
from locales import ENGLISH
from tests.answers.tables import Row, TableData, in_place, months, place_of

TODAY = date(2025, 7, 1)
HERE: Mapping[str, Sequence[Row]] = {"destinations": [{"destination_id": "p", "name": "Vig"}]}


def step(number: int, **told: object) -> Row:
    return {"destination_id": "p", "step": str(number), **told}


def action(number: int, **told: object) -> Row:
    return {"action_id": f"h{number}", "destination_id": "p", **told}


def of(*steps: Row, today: date = TODAY, **tables: Sequence[Row]) -> TenSteps:
    data = TableData({**HERE, "steps": steps, **tables})
    return ten_steps(data, place_of(data), 2025, today)


def value(answered: TenSteps, kpi: str) -> float | None:
    return number_of(answered.answers[kpi].result)


def test_a_place_that_has_told_nothing_has_a_reason_for_every_figure_and_still_ten_steps() -> None:
    answered = of()
    assert all(isinstance(answer.result, Undefined) for answer in answered.answers.values())
    assert [one.number for one in answered.steps] == list(range(1, 11))
    assert steps_sentence(answered, ENGLISH) == "Vig has not assessed any of the ten steps yet."


def test_a_blank_is_not_assessed_and_zero_is_not_begun() -> None:
    answered = of(step(1, maturity=0), step(2, who="Museet"), step(3, maturity=3))
    assert value(answered, "ten_steps_status") == 1
    assert [one.maturity for one in answered.steps[:3]] == [0, None, 3]


def test_a_step_that_is_left_out_is_in_no_figure_and_keeps_its_reason() -> None:
    left_out = step(8, not_relevant=1, not_relevant_reason="Færgen er fuld", maturity=2, who="x")
    answered = of(step(1, maturity=1, who="a", what="b", why="c", how="d", when="e"), left_out)
    assert value(answered, "ten_steps_status") == 1
    assert value(answered, "five_w_completeness") == pytest.approx(5 / 45)
    assert value(answered, "evidence_share") == 1
    assert next(one for one in answered.steps if one.not_relevant).fields["not_relevant_reason"] == "Færgen er fuld"


def test_steps_come_in_the_order_of_the_place_and_of_the_list_where_it_says_nothing() -> None:
    answered = of(step(4, position=3), step(3, position=4))
    assert [one.number for one in answered.steps] == [1, 2, 4, 3, 5, 6, 7, 8, 9, 10]


def test_evidence_is_a_link_on_the_step_itself() -> None:
    answered = of(step(1, maturity=2, evidence_link="nps"), step(2, maturity=2), step(3, maturity=0))
    assert value(answered, "evidence_share") == 1


def test_an_action_is_overdue_from_the_day_after_its_date_until_it_is_done_or_dropped() -> None:
    actions = [
        action(1, due="2025-06-30"),
        action(2, due="2025-07-01"),
        action(3, due="2025-01-01", done="2025-05-01"),
        action(4, due="2025-01-01", status="dropped"),
        action(5, due="2025-01-01", status="done"),
        action(6),
    ]
    answered = of(actions=actions)
    assert value(answered, "action_overdue_share") == pytest.approx(1 / 4)
    assert answered.actions["action_id"].tolist()[0] == "h1"
    assert answered.actions["overdue"].tolist() == [True, False, False, False, False, False]
    assert value(of(actions=actions, today=date(2025, 6, 30)), "action_overdue_share") == 0


def test_actions_of_an_actor_here_count_and_those_of_another_place_do_not() -> None:
    actions = [{"action_id": "h1", "actor_id": "a", "due": "2025-01-01"}, {"action_id": "h2", "destination_id": "q"}]
    answered = of(actions=actions, actors=in_place("a"))
    assert answered.actions["action_id"].tolist() == ["h1"]


def test_only_decisions_are_reviews_and_the_newest_comes_first() -> None:
    log = [
        {"entry_id": str(number), "destination_id": "p", "kind": kind, "date": f"2025-0{number}-01"}
        for number, kind in enumerate(("decision", "workshop", "decision"), 1)
    ]
    assert of(log=log).decisions["entry_id"].tolist() == ["3", "1"]


def test_the_sentence_says_how_many_have_begun_what_is_written_and_what_is_late() -> None:
    actions = [action(1, due="2025-01-01"), action(2, due="2026-01-01"), action(3, due="2025-01-01", status="done")]
    told = of(step(1, maturity=1, who="a"), actions=actions)
    assert steps_sentence(told, ENGLISH) == (
        "Vig has begun 1 of 10 steps: 1 as an idea. "
        "2% of who, what, why, how and when is written down. 2 open actions; 1 overdue."
    )


def test_the_steps_that_have_begun_are_told_by_stage_so_that_an_idea_is_not_taken_for_action() -> None:
    stages = (4, 2, 1, 0, 2, 3, 1, 3, 3)
    told = of(
        *(step(number, maturity=stage) for number, stage in enumerate(stages, 1)),
        step(10, maturity=4, not_relevant=1, not_relevant_reason="Færgen er fuld"),
    )
    assert steps_sentence(told, ENGLISH).startswith(
        "Vig has begun 8 of 9 steps: 2 as an idea, 2 as a plan, 3 in action and 1 evaluated. "
    )
    assert steps_sentence(of(step(1, maturity=0)), ENGLISH).startswith("Vig has begun 0 of 10 steps. ")


@pytest.mark.parametrize(
    ("states", "said"),
    [
        (["done"], "It is done."),
        (["done", "done"], "All of them are done."),
        (["dropped"], "It is no longer open."),
        (["done", "dropped"], "None of them is open any longer."),
    ],
)
def test_an_actor_without_an_open_action_is_told_that_and_not_that_none_is_late(states: list[str], said: str) -> None:
    actions = [action(number, actor_id="a", status=state, due="2025-01-01") for number, state in enumerate(states)]
    data = TableData({**HERE, "actors": in_place("a", name="Museet"), "actions": actions})
    told = steps_sentence(ten_steps(data, place_of(data, "actor:a"), 2025, TODAY), ENGLISH)
    assert told.endswith(f"of its own. {said}")


def test_an_actor_is_told_of_its_own_actions_and_takes_no_steps() -> None:
    actions = [action(1, actor_id="a", due="2025-01-01"), action(2)]
    data = TableData({**HERE, "actors": in_place("a", name="Museet"), "actions": actions})
    answered = ten_steps(data, place_of(data, "actor:a"), 2025, TODAY)
    said = "Museet has agreed 1 action of its own. 1 open action; 1 overdue."
    assert steps_sentence(answered, ENGLISH) == said
    assert isinstance(answered.answers["ten_steps_status"].result, Undefined)


def test_an_actor_that_has_agreed_nothing_is_told_so_in_words() -> None:
    data = TableData({**HERE, "actors": in_place("a", name="Museet")})
    answered = ten_steps(data, place_of(data, "actor:a"), 2025, TODAY)
    assert steps_sentence(answered, ENGLISH) == "Museet has not agreed any actions of its own yet."


def test_the_figures_are_those_that_the_command_line_shows_but_for_the_clock() -> None:
    data = TableData({**HERE, "steps": [step(1, maturity=1)], "actions": [action(1, due="2025-01-01")]})
    shown = all_answers(data, place_of(data), 2025, LOCAL_ANALYST)
    assert number_of(shown["ten_steps_status"].result) == 1
    assert "action_overdue_share" not in shown


def test_every_step_but_the_first_has_measured_figures_and_they_are_the_same_as_elsewhere() -> None:
    assert [number for number, ids in MEASURED.items() if not ids] == [1]
    assert {kpi for ids in MEASURED.values() for kpi in ids} <= set(catalogue())
    data = TableData({**HERE, "actors": in_place("a"), "visits": months("a", 2025, [10] * 12)})
    found = evidence(data, place_of(data), 2025, LOCAL_ANALYST, TODAY)
    shown = all_answers(data, place_of(data), 2025, LOCAL_ANALYST)
    assert [answer.id for answer in found[10]] == ["data_completeness", "freshness"]
    assert found[10][0] == shown["data_completeness"]


def test_a_target_stands_beside_its_figure_and_only_its_own_year_is_judged() -> None:
    rows = [
        {"kpi_id": "offseason_share", "destination_id": "p", "period": period, "low": 0.4, "owner": "bestyrelsen"}
        for period in ("2024", "2025", "2040")
    ]
    data = TableData({**HERE, "actors": in_place("a"), "visits": months("a", 2025, [10] * 12), "targets": rows})
    now, later = targets(data, place_of(data), 2025, LOCAL_ANALYST)
    assert (now.period, later.period, later.status) == ("2025", "2040", None)
    assert isinstance(now.status, Value)
    assert now.answer is not None
    assert now.status.value == ("within" if (now.answer.number or 0) >= 0.4 else "below")
