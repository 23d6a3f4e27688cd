"""The page of the ten steps and the notes, filled in by hand: each form stores its row, and says what it lacks."""

from datetime import date

import pandas as pd
import pytest

from access.reader import LOCAL_ANALYST
from answers.steps import ten_steps
from frame.context import Context
from locales import ENGLISH
from sections.step_order import changed_rows
from sections.steps_figures import as_now_text, order_text
from tests.answers.tables import TableData, Tables, in_place, months, place_of
from tests.sections.forms import fill, opened, rows, save
from tests.stores import put
from warehouse.connect import Store
from warehouse.ledger import read_ledger

PLACE: Tables = {"destinations": [{"destination_id": "p", "name": "Vig"}]}


@pytest.fixture
def store(blank_store: Store) -> Store:
    """A store with one place and a museum in it."""
    put(
        blank_store,
        {
            "destinations": [{"destination_id": "p", "name": "Vig"}],
            "actors": [{"actor_id": "a", "name": "Museet", "destination_id": "p"}],
            "visits": [{"actor_id": "a", "period": f"2025-{month:02}", "visits": 10} for month in range(1, 13)],
            "steps": [{"destination_id": "p", "step": "3", "maturity": 2, "who": "Kommunen"}],
        },
    )
    return blank_store


def plan() -> None:
    from datetime import date

    from access.reader import LOCAL_ANALYST
    from answers.data import open_data
    from answers.places import places
    from answers.steps import ten_steps
    from frame.context import Context
    from locales import DANISH
    from sections.initiatives import draw_initiatives
    from sections.plan import draw_actions, draw_reviews
    from sections.step_order import draw_step_order
    from sections.step_work import draw_step
    from sections.targets import draw_targets
    from warehouse.connect import open_store

    data = open_data(open_store())
    context = Context(data, LOCAL_ANALYST, DANISH, places(data)["destination:p"], 2025, dark=False, pages={})
    steps = ten_steps(data, places(data)["destination:p"], 2025, date(2025, 7, 1))
    draw_step_order(context, steps)
    draw_step(context, steps, {})
    draw_actions(context, steps)
    draw_initiatives(context, steps)
    draw_reviews(context, steps)
    draw_targets(context)


def actor() -> None:
    from datetime import date

    from access.reader import LOCAL_ANALYST
    from answers.data import open_data
    from answers.places import all_places
    from answers.steps import ten_steps
    from frame.context import Context
    from locales import DANISH
    from sections.own_development import draw_own_development
    from warehouse.connect import open_store

    data = open_data(open_store())
    museum = all_places(data)["actor:a"]
    context = Context(data, LOCAL_ANALYST, DANISH, museum, 2025, dark=False, pages={})
    draw_own_development(context, ten_steps(data, museum, 2025, date(2025, 7, 1)))


def notes() -> None:
    from access.reader import LOCAL_ANALYST
    from answers.data import open_data
    from frame.context import Context
    from locales import DANISH
    from sections.notes import draw_notes
    from warehouse.connect import open_store

    context = Context(open_data(open_store()), LOCAL_ANALYST, DANISH, None, None, dark=False, pages={})
    draw_notes(context)


def test_a_new_action_is_given_an_id_of_its_own_and_belongs_to_the_place(store: Store) -> None:
    shown = opened(plan, "editor_actions")
    fill(shown, Hvad="Borgermøde", Hvem="Kommunen")
    save(shown)
    fill(shown, Hvad="Kanalplan", Hvem="Destinationen")
    save(shown)
    found = rows(store, "actions")
    assert sorted(str(row["what"]) for row in found) == ["Borgermøde", "Kanalplan"]
    assert all(str(row["action_id"]).startswith("p-actions-") and row["destination_id"] == "p" for row in found)


def test_an_action_without_what_and_who_is_not_stored(store: Store) -> None:
    shown = save(opened(plan, "editor_actions"))
    assert sorted(error.value for error in shown.error) == ["Hvad skal udfyldes.", "Hvem skal udfyldes."]
    assert rows(store, "actions") == []


def test_an_initiative_must_say_what_gets_better(store: Store) -> None:
    shown = opened(plan, "editor_initiatives")
    fill(shown, Initiativets_navn="Havnen", **{"Hvor vil I hen?": "Åbent hele året"})
    save(shown)
    lacking = [error.value for error in shown.error]
    assert lacking == [
        f"{name} skal udfyldes."
        for name in ("Anledning", "Bedre for naturen", "Bedre for naboerne", "Ændret adfærd", "Måles på")
    ]
    assert rows(store, "initiatives") == []


def test_what_a_review_decided_is_a_decision_in_the_log_marked_where_it_is_after_the_year(store: Store) -> None:
    shown = opened(plan, "editor_log")
    fill(shown, Emne="Efterår", Hvad_skete_der="Kanalplanen udskydes", Lært_eller_aftalt="For få folk")
    shown.date_input[0].set_value(date(2026, 6, 17))
    save(shown)
    (row,) = rows(store, "log")
    assert (row["kind"], row["date"], row["learned"]) == ("decision", "2026-06-17", "For få folk")
    assert any("17. juni 2026 (efter 2025)" in one.proto.body for one in shown.get("html"))


def test_a_target_has_an_owner_a_day_and_a_reason_and_stands_once(store: Store) -> None:
    shown = opened(plan, "editor_targets")
    shown.selectbox[-1].select("offseason_share")
    fill(shown, Målår="2026", Ansvarlig="bestyrelsen", Begrundelse="Huset skal være åbent")
    shown.number_input[0].set_value(0.45)
    save(shown)
    assert [error.value for error in shown.error] == ["Besluttet den skal udfyldes."]
    shown.date_input[0].set_value(date(2025, 1, 20))
    save(shown)
    (row,) = rows(store, "targets")
    assert (row["period"], row["low"], row["owner"], row["decided_on"]) == ("2026", 0.45, "bestyrelsen", "2025-01-20")
    shown.selectbox[-1].select("offseason_share")
    fill(shown, Målår="2026", Ansvarlig="en anden", Begrundelse="x")
    save(shown)
    assert "findes allerede" in shown.error[0].value
    assert len(read_ledger(store).events) == 2


def test_a_note_says_whom_it_concerns(store: Store) -> None:
    shown = opened(notes, "editor_notes")
    shown.date_input[0].set_value(date(2025, 3, 1))
    kind = next(one for one in shown.selectbox if one.label.startswith("Slags"))
    kind.select("counter")
    entity = next(one for one in shown.selectbox if one.label.startswith("Gælder"))
    entity.select("a")
    fill(shown, Tekst="Ny tæller i døren", Ansvarlig="museumsleder")
    save(shown)
    assert not shown.error
    (row,) = rows(store, "notes")
    told = {"text": "Ny tæller i døren", "owner": "museumsleder"}
    assert row == {"date_from": "2025-03-01", "entity": "a", "kind": "counter", **told}


def test_an_actor_writes_its_own_wish_and_action(store: Store) -> None:
    shown = opened(actor, "editor_profile")
    shown.selectbox[0].select("wish")
    fill(shown, Profiltekst="Mersalg uden flere timer", Skrevet_af="indehaver")
    save(shown)
    (row,) = rows(store, "profiles")
    assert (row["entity"], row["field"], row["text"]) == ("a", "wish", "Mersalg uden flere timer")
    shown = opened(actor, "editor_actions")
    fill(shown, Hvad="Nye priser", Hvem="Museet")
    save(shown)
    (row,) = rows(store, "actions")
    assert (row["actor_id"], "destination_id" in row) == ("a", False)


def test_the_sparring_of_an_actor_after_the_year_says_so(store: Store) -> None:
    shown = opened(actor, "editor_sparring")
    fill(shown, Emne="Priser")
    shown.date_input[0].set_value(date(2026, 2, 1))
    save(shown)
    assert any("1. februar 2026 (efter 2025)" in one.proto.body for one in shown.get("html"))


def test_only_the_steps_that_were_moved_or_left_out_are_changed() -> None:
    steps = ten_steps(told := TableData(PLACE), place_of(told), 2025, date(2025, 7, 1))
    shown = pd.DataFrame(
        {
            "position": [2, 1, *range(3, 11)],
            "not_relevant": [False] * 7 + [True] + [False] * 2,
            "not_relevant_reason": [""] * 7 + ["Færgen er fuld"] + [None] * 2,
        }
    )
    changed = {str(row.pop("step")): row for row in changed_rows(steps, shown) if len(row) > 2}
    assert changed == {
        "1": {"destination_id": "p", "position": 2},
        "2": {"destination_id": "p", "position": 1},
        "8": {"destination_id": "p", "not_relevant": 1, "not_relevant_reason": "Færgen er fuld"},
    }


def test_an_order_of_its_own_is_told_with_why_a_step_comes_before_another() -> None:
    fourth = {"destination_id": "p", "step": "4", "position": 3, "why": "Gæsterne ser dem som ét sted"}
    third = {"destination_id": "p", "step": "3", "position": 4}
    assert told_order([third, fourth]) == (
        "The place has put the steps in an order of its own. 4 Links and connections comes before 3 Local support. "
        "Why they take it: “Gæsterne ser dem som ét sted”"
    )
    assert told_order([{"destination_id": "p", "step": "4", "why": "Fordi"}]) == ""
    turned = [{"destination_id": "p", "step": str(step), "position": 11 - step} for step in range(1, 11)]
    assert told_order(turned) == "The place has put the steps in an order of its own."


def told_order(steps: list[dict[str, object]]) -> str:
    data = TableData({**PLACE, "steps": steps})
    context = Context(data, LOCAL_ANALYST, ENGLISH, place_of(data), 2025, dark=False, pages={})
    return order_text(context, ten_steps(data, place_of(data), 2025, date(2025, 7, 1)))


def test_an_earlier_year_is_told_that_the_steps_stand_as_they_are_now_and_the_newest_is_not() -> None:
    visits = [*months("a", 2024, [10] * 12), *months("a", 2025, [10] * 12)]
    data = TableData({**PLACE, "actors": in_place("a"), "visits": visits})
    earlier, newest = (
        as_now_text(Context(data, LOCAL_ANALYST, ENGLISH, place_of(data), year, dark=False, pages={}))
        for year in (2024, 2025)
    )
    assert earlier == "Steps and actions are told as they stand now, not as they stood in 2024."
    assert newest == ""
