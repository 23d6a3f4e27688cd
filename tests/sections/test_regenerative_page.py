"""What people write on the page of what gets better: a template fills an action, and support has its state."""

import pytest
from streamlit.testing.v1 import AppTest

from answers.data import open_data
from tests.stores import put
from warehouse.connect import Store


@pytest.fixture
def store(blank_store: Store) -> Store:
    """A store with one place, a museum and an inn in it."""
    put(
        blank_store,
        {
            "destinations": [{"destination_id": "p", "name": "Vig"}],
            "actors": [
                {"actor_id": "a", "name": "Museet", "destination_id": "p", "certification": "Green Key"},
                {"actor_id": "b", "name": "Kroen", "destination_id": "p"},
            ],
            "regenerative": [
                {"action_id": "t1", "actor_id": "a", "period": "2025", "activity": "Lyng", "status": "done"},
                {"action_id": "t2", "actor_id": "a", "period": "2025", "activity": "Krat", "status": "documented"},
            ],
        },
    )
    return blank_store


def page() -> None:
    from access.reader import LOCAL_ANALYST
    from answers.data import open_data
    from answers.places import places
    from answers.regenerative import regenerative
    from frame.context import Context
    from locales import DANISH
    from sections.regenerative_actions import draw_actions
    from sections.responsibility import draw_responsibility
    from sections.support import draw_support
    from warehouse.connect import open_store

    data = open_data(open_store())
    place = places(data)["destination:p"]
    context = Context(data, LOCAL_ANALYST, DANISH, place, 2025, dark=False, pages={})
    answered = regenerative(data, place, 2025, LOCAL_ANALYST)
    draw_actions(context, answered)
    draw_responsibility(context, answered)
    draw_support(context, place, 2025)


def opened(editor: str) -> AppTest:
    app = AppTest.from_function(page, default_timeout=30)
    app.session_state[f"editor_{editor}"] = True
    return app.run()


def words(app: AppTest) -> str:
    return " ".join(str(part.proto.body) for part in app.get("html"))


def test_each_action_says_how_far_it_has_come_and_what_takes_it_further(store: Store) -> None:
    told = words(opened("regenerative"))
    assert "●●●○ gjort" in told
    assert "●●●● dokumenteret effekt" in told
    assert "Se efter effekten" in told
    assert "Link til det, der dokumenterer effekten." in told


def test_one_click_fills_in_an_action_and_saving_it_stores_all_that_was_filled_in(store: Store) -> None:
    app = opened("regenerative")
    app.button_group(key="template_regenerative").set_value("Hedepleje").run()
    (actor,) = [box for box in app.selectbox if box.label.startswith("Aktør")]
    actor.select("a")
    app.button(key="save_regenerative").click().run()
    assert not app.error
    frame = open_data(store).frame("regenerative")
    (row,) = frame[~frame["action_id"].isin(["t1", "t2"])].to_dict("records")
    assert row["activity"].startswith("Hedepleje: krat ryddes")
    assert (row["status"], row["horizon_years"], row["period"], row["actor_id"]) == ("planned", 30, "2025", "a")


def test_a_certificate_is_listed_and_who_was_not_asked_is_counted_apart(store: Store) -> None:
    told = words(opened("none"))
    assert "Den ene virksomhed, der er spurgt, har et gyldigt certifikat" in told
    assert "Uden certifikat: 0. Ikke spurgt: 1." in told
    assert "så det vides ikke, om der er nogen" in told


def test_support_is_asked_for_promised_or_received_and_never_added_up_across_them(store: Store) -> None:
    put(
        store,
        {
            "log": [
                {"entry_id": "l1", "kind": "support", "destination_id": "p", "date": "2024-02-01",
                 "support_state": "asked", "amount_dkk": 100_000},
                {"entry_id": "l2", "kind": "support", "actor_id": "a", "date": "2025-02-01",
                 "support_state": "received", "hours": 40, "amount_dkk": 5_000},
                {"entry_id": "l3", "kind": "support", "destination_id": "p", "date": "2026-02-01",
                 "support_state": "received", "hours": 900},
            ]
        },
    )  # fmt: skip
    assert "Bedt om: 1 (100.000 kr.). Modtaget: 1 (40 timer og 5.000 kr.)" in words(opened("none")).replace("\xa0", " ")
