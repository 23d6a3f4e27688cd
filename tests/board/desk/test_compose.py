"""The form that composes a board page: its title follows the places chosen, until the sender writes another."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.stores import put
from warehouse.connect import open_store

NORTH, SOUTH = "destination:n", "destination:s"


@pytest.fixture(autouse=True)
def _two_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KULTURPULS_STORE", str(tmp_path / "store"))
    put(
        open_store(),
        {
            "destinations": [{"destination_id": "n", "name": "Nord"}, {"destination_id": "s", "name": "Syd"}],
            "actors": [{"actor_id": one, "name": one, "destination_id": one} for one in ("n", "s")],
            "visits": [{"actor_id": one, "period": "2025-07", "visits": 10} for one in ("n", "s")],
        },
    )


def desk(place: str) -> None:
    import streamlit as st

    from access.reader import LOCAL_ANALYST
    from answers.places import places
    from board.desk.compose import Sender, draw_composition
    from frame.context import Context, current_data
    from locales import DANISH

    data = current_data(LOCAL_ANALYST)
    # What the side bar has chosen, changed by the test between two runs.
    chosen = places(data)[st.session_state.get("chosen", place)]
    draw_composition(Context(data, LOCAL_ANALYST, DANISH, chosen, 2025, dark=False, pages={}), Sender(chosen, 2025))


def opened() -> AppTest:
    return AppTest.from_function(desk, default_timeout=60, kwargs={"place": NORTH}).run()


def title(app: AppTest) -> str:
    return str(app.text_input(key="board_title").value)


def test_the_title_follows_the_places_that_are_chosen() -> None:
    app = opened()
    assert title(app) == "Nord: sådan går det, 2025"
    app.multiselect(key="board_places").set_value([NORTH, SOUTH]).run()
    assert title(app) == "Nord og Syd: sådan går det, 2025"


def test_a_title_that_the_sender_has_written_stays() -> None:
    app = opened()
    app.text_input(key="board_title").set_value("Vores år").run()
    app.multiselect(key="board_places").set_value([SOUTH]).run()
    assert title(app) == "Vores år"


def test_a_form_that_nobody_has_changed_is_of_the_place_one_looks_at() -> None:
    app = opened()
    app.session_state["chosen"] = SOUTH
    app.run()
    assert (title(app), app.multiselect(key="board_places").value) == ("Syd: sådan går det, 2025", [SOUTH])
    app.multiselect(key="board_places").set_value([NORTH]).run()
    app.session_state["chosen"] = NORTH
    app.session_state["chosen"] = SOUTH
    app.run()
    assert app.multiselect(key="board_places").value == [NORTH]
