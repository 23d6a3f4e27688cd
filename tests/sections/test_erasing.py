"""Known figures that a file leaves blank, on the page: listed with who loaded them, kept unless they are ticked."""

import pyarrow as pa
from streamlit.testing.v1 import AppTest

from access.reader import LOCAL_ANALYST
from frame.context import Context
from locales import DANISH
from pipelines.erasing import Blanked
from sections.erasing import blanked_table, chosen_of
from tests.answers.tables import TableData
from warehouse.ledger import Event, Ledger, utc_now
from warehouse.schema import datasets

KEYS = {key.id: key.default for key in datasets()["visits"].keys}


def blanked() -> Blanked:
    rows: list[dict[str, object]] = [
        {**KEYS, "actor_id": "m1", "period": period, "measure": "visits", "sheet": "Ark1", "cell": cell, "text": said}
        | {"old_number": known, "old_text": None, "old_upload": 1}
        for period, cell, said, known in (("2024-01", "C2", "closed", 12.0), ("2024-02", "C3", "blank", 1234.5))
    ]
    return {"visits": pa.Table.from_pylist(rows)}


def context() -> Context:
    data = TableData({})
    data.ledger = Ledger(
        (Event(1, "load", None, utc_now(), "Anna", False, "f.xlsx", "0", "xlsx", 2, 2, 2, 0, 0, 2, 2, 0, 0),)
    )
    return Context(data, LOCAL_ANALYST, DANISH, None, None, dark=False, pages={})


def test_each_is_listed_with_its_cell_and_who_loaded_it() -> None:
    table = blanked_table(context(), blanked())
    assert table.iloc[0].tolist() == ["m1 · januar 2024", "Besøg", "12", "lukket", "Ark1!C2", "Anna (f.xlsx)"]
    assert table.iloc[1].tolist()[2:5] == ["1.234,5", "tom", "Ark1!C3"]


def test_only_those_that_are_ticked_are_chosen() -> None:
    assert chosen_of(blanked(), [False, False]) == {}
    assert chosen_of(blanked(), [False, True])["visits"]["cell"].to_pylist() == ["C3"]


def page() -> None:
    import streamlit as st

    from sections.erasing import draw_blanked
    from tests.sections.test_erasing import blanked, context

    st.text(str(sum(table.num_rows for table in draw_blanked(context(), blanked(), "file").values())))


def test_none_is_removed_until_a_person_says_so_and_one_choice_takes_them_all() -> None:
    shown = AppTest.from_function(page).run()
    assert not shown.exception
    assert shown.text[0].value == "0"
    shown.checkbox[0].check().run()
    assert shown.text[0].value == "2"
