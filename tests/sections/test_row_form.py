"""A form of a declared row: asked in the reader's language, filled with what is known, saving only what was changed."""

from streamlit.testing.v1 import AppTest

from pipelines.edit_rows import Edit
from warehouse.connect import Store


def page() -> None:
    import streamlit as st

    from access.reader import LOCAL_ANALYST, Reader
    from answers.data import open_data
    from answers.scope import data_for
    from frame.context import Context
    from locales import DANISH
    from sections.row_form import RowForm, draw_row_form, known_row
    from sections.saving import draw_saved
    from warehouse.connect import open_store

    of_one_place = Reader("ida@example.dk", "analyst", frozenset({"destination:p"}))
    reader = of_one_place if "of_one_place" in st.session_state else LOCAL_ANALYST
    data = data_for(open_data(open_store()), reader)
    context = Context(data, reader, DANISH, None, None, dark=False, pages={})
    draw_saved(context)
    keys = {"destination_id": "p", "step": "3"}
    columns = ("who", "judged_on", "not_relevant", "not_relevant_reason", "maturity")
    form = RowForm(
        st.session_state.get("form_name", "Skridt 3"), "steps", keys, columns,
        needed_with={"not_relevant": "not_relevant_reason"}, labels={"maturity": {"0": "nul", "2": "to"}},
    )  # fmt: skip
    draw_row_form(context, form, known_row(context.data.frame("steps"), keys), "step")


def press(shown: AppTest, label: str) -> AppTest:
    button = next(one for one in shown.button if one.label == label)
    return button.click().run()


def known(blank_store: Store) -> dict[str, object]:
    from answers.data import open_data

    rows = open_data(blank_store).frame("steps").dropna(axis=1).to_dict("records")
    return {str(name): value for row in rows for name, value in row.items()}


def test_what_is_filled_in_is_saved_said_and_taken_back(blank_store: Store) -> None:
    shown = AppTest.from_function(page, default_timeout=60).run()
    assert [box.label for box in shown.text_input] == ["Hvem"]
    shown.text_input[0].input("Kommunen")
    shown.selectbox[0].select("2")
    press(shown, "Gem")
    assert not shown.exception
    assert known(blank_store) == {"destination_id": "p", "step": "3", "who": "Kommunen", "maturity": 2.0}
    assert shown.success[0].value.replace("\\", "") == "Gemt: Skridt 3 – »Kommunen«."
    assert shown.text_input[0].value == "Kommunen"
    press(shown, "Fortryd")
    assert known(blank_store) == {}
    assert "fortrudt" in shown.success[0].value
    assert shown.text_input[0].value == ""


def test_what_is_saved_is_said_once_where_the_reader_is_with_where_to_take_it_back(blank_store: Store) -> None:
    shown = AppTest.from_function(page, default_timeout=60).run()
    assert not shown.toast
    shown.text_input[0].input("Kommunen")
    press(shown, "Gem")
    assert [one.value.replace("\\", "") for one in shown.toast] == [
        "Gemt: Skridt 3 – »Kommunen«. Det kan fortrydes øverst på siden og på siden Data."
    ]
    shown.run()
    assert not shown.toast
    assert shown.success


def test_the_receipt_has_no_bracket_within_a_bracket_and_shortens_what_is_long(blank_store: Store) -> None:
    shown = AppTest.from_function(page, default_timeout=60)
    shown.session_state["form_name"] = "Skridt 3 (Vig (opfundet))"
    shown.run().text_input[0].input("Kommunen og alle " + "foreningerne " * 9)
    press(shown, "Gem")
    said = shown.success[0].value.replace("\\", "")
    assert said == "Gemt: Skridt 3, Vig (opfundet) – »Kommunen og alle foreningerne foreningerne foreningerne …«."


def test_who_sees_one_place_only_takes_back_what_they_wrote_of_it(blank_store: Store) -> None:
    shown = AppTest.from_function(page, default_timeout=60)
    shown.session_state["of_one_place"] = True
    shown.run().text_input[0].input("Ida")
    press(shown, "Gem")
    assert known(blank_store)["who"] == "Ida"
    press(shown, "Fortryd")
    assert not shown.exception
    assert known(blank_store) == {}


def test_only_what_was_changed_is_sent_and_nothing_changed_says_so(blank_store: Store) -> None:
    from pipelines.edit import store_edit

    store_edit(
        blank_store, Edit("x", "steps", [{"destination_id": "p", "step": "3", "who": "Museet", "maturity": 0}]), "Bo"
    )
    shown = press(AppTest.from_function(page, default_timeout=60).run(), "Gem")
    assert "Intet er ændret" in shown.info[0].value
    shown.selectbox[0].select("")
    press(shown, "Gem")
    assert known(blank_store) == {"destination_id": "p", "step": "3", "who": "Museet"}


def test_a_step_cannot_be_left_out_without_a_reason(blank_store: Store) -> None:
    shown = AppTest.from_function(page, default_timeout=60).run()
    shown.checkbox[0].check()
    press(shown, "Gem")
    assert "Hvorfor ikke relevant skal udfyldes" in shown.error[0].value
    assert known(blank_store) == {}
    shown.text_area[0].input("Færgen er fuld")
    press(shown, "Gem")
    assert known(blank_store)["not_relevant"] == 1.0
