"""The history of uploads: an undo first says what it takes away and what it gives back."""

import pytest
from streamlit.testing.v1 import AppTest

from access.reader import LOCAL_ANALYST
from frame.context import Context
from locales import DANISH, ENGLISH
from pipelines.edit import FORMAT as EDIT
from pipelines.edit import store_edit
from pipelines.edit_rows import Edit
from sections.history import in_words, what_goes
from tests.answers.tables import TableData
from tests.stores import put
from warehouse.connect import Store
from warehouse.ledger import Event, read_ledger, utc_now


def upload(new: int, changed: int, erased: int, file_format: str = "xlsx") -> Event:
    facts = new + changed + erased
    return Event(
        3, "load", None, utc_now(), "Anna", False, "f.xlsx", "0", file_format, 2, facts, new, changed, 0, 9, 9, 0, 0
    )


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (upload(1200, 0, 0), "1,200 fields that it filled in are emptied."),
        (
            upload(1, 2, 1),
            "1 field that it filled in is emptied. 2 fields that it changed become what they were before. "
            "1 field that it emptied is filled again.",
        ),
    ],
)
def test_an_undo_says_what_goes_and_what_comes_back(event: Event, told: str) -> None:
    counted = "A row goes with its last field; the fields that name the row are not counted."
    after = "What a later upload says stands. The file can be loaded again."
    assert what_goes(event, ENGLISH) == f"{told} {counted} {after}"


def test_one_is_told_in_the_singular() -> None:
    context = Context(TableData({}), LOCAL_ANALYST, DANISH, None, None, dark=False, pages={})
    assert in_words(context, upload(1, 1, 1)).endswith(": 1 nyt felt, 1 ændret, 0 allerede kendte, 1 fjernet")
    assert in_words(context, upload(2, 0, 0)).endswith(": 2 nye felter, 0 ændrede, 0 allerede kendte")


def test_what_was_written_in_the_app_is_no_file() -> None:
    assert what_goes(upload(1, 0, 0, EDIT), ENGLISH).endswith("stands. What was written can be written again.")


def page() -> None:
    import streamlit as st

    from access.reader import LOCAL_ANALYST
    from frame.context import Context
    from locales import DANISH
    from sections.asking_first import Act, draw_first, draw_second
    from tests.answers.tables import TableData

    context = Context(TableData({}), LOCAL_ANALYST, DANISH, None, None, dark=False, pages={})
    act = Act("undo_3", "Fortryd", "3 *tal* forsvinder.", "Fortryd indlæsning 3")
    draw_first(act)
    if draw_second(context, act):
        st.write("gjort")


def press(shown: AppTest, label: str) -> list[str]:
    next(button for button in shown.button if button.label == label).click().run()
    assert not shown.exception
    return [one.value for one in shown.markdown]


def test_an_act_is_done_at_the_second_press_after_it_was_told_and_can_be_left() -> None:
    shown = AppTest.from_function(page, default_timeout=30).run()
    assert press(shown, "Fortryd") == ["3 \\*tal\\* forsvinder."]
    assert press(shown, "Lad den stå") == []
    assert [button.label for button in shown.button] == ["Fortryd"]
    assert 'data-kulturpuls-focus="undo_3"' in shown.get("html")[0].proto.body
    press(shown, "Fortryd")
    assert not shown.get("html")
    assert "gjort" in press(shown, "Fortryd indlæsning 3")
    assert press(shown, "Fortryd") == ["3 \\*tal\\* forsvinder."]


def history() -> None:
    from access.reader import Reader
    from answers.data import open_data
    from answers.scope import data_for
    from frame.context import Context
    from locales import DANISH
    from sections.history import draw_history
    from warehouse.connect import open_store

    ida = Reader("ida@example.dk", "analyst", frozenset({"destination:p"}))
    draw_history(Context(data_for(open_data(open_store()), ida), ida, DANISH, None, None, dark=False, pages={}))


def test_who_sees_one_place_is_offered_to_undo_what_they_wrote_and_nothing_else(blank_store: Store) -> None:
    put(blank_store, {"destinations": [{"destination_id": "p", "name": "Vig"}]})
    for step, by in (("1", "ida@example.dk"), ("2", "bo@example.dk")):
        store_edit(blank_store, Edit("Skridt", "steps", [{"destination_id": "p", "step": step, "who": "Karen"}]), by)
    shown = AppTest.from_function(history, default_timeout=60).run()
    assert [button.key for button in shown.button if button.label == "Fortryd"] == ["undo_2"]
    press(shown, "Fortryd")
    press(shown, "Fortryd indlæsning 2")
    assert {event.upload for event in read_ledger(blank_store).standing} == {1, 3}
