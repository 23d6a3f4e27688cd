"""Entries of the log on the pages: those after the year are there and say so, and money is for those who may see it."""

from datetime import date

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from access.reader import LOCAL_ANALYST, Reader
from answers.logged import logged
from answers.themes import Asked, measured
from frame.context import Context
from locales import DANISH
from sections.log_entries import entries_table
from tests.answers.tables import Row, TableData, Tables, months, place_of
from tests.sections.forms import told

MONEY = "Værdi (kr.)"
READERS = {
    "as_guest": Reader("Gæst", "analyst", None),
    "as_leader": Reader("Leder", "analyst", frozenset({"actor:a"}), sees_business_figures=True),
    "as_analyst": LOCAL_ANALYST,
}


def support(entry: int, day: str, **said: object) -> Row:
    named = {"entry_id": str(entry), "kind": "support", "date": day, "actor_id": "a", "subject": f"hjælp {entry}"}
    return {**named, "support_state": "received", "step": "3", **said}


LOG = [
    support(1, "2025-03-04", amount_dkk=54321.0, hours=7.0, destination_id="p"),
    support(2, "2026-11-23", amount_dkk=9876.0, stakeholder="authorities", destination_id="p"),
    support(3, "2025-04-01", kind="incentive", amount_dkk=34567.0),
]
TABLES: Tables = {
    "destinations": [{"destination_id": "p", "name": "Vig"}],
    "actors": [{"actor_id": "a", "name": "Museet", "destination_id": "p"}],
    "visits": months("a", 2025, [10] * 12),
    "log": LOG,
}


def page() -> None:
    from datetime import date

    import streamlit as st

    from answers.places import all_places
    from answers.regenerative import regenerative
    from answers.scope import data_for
    from answers.steps import ten_steps
    from frame.context import Context
    from locales import DANISH
    from sections.responsibility import draw_responsibility
    from sections.step_log import draw_step_log
    from sections.support import draw_support
    from tests.answers.tables import TableData
    from tests.sections.test_log_entries import READERS, TABLES

    name = st.session_state["reader"]
    reader = READERS[name]
    data = data_for(TableData(TABLES), reader)
    place = all_places(data)["actor:a" if name == "as_leader" else "destination:p"]
    context = Context(data, reader, DANISH, place, 2025, dark=False, pages={})
    draw_support(context, place, 2025)
    draw_responsibility(context, regenerative(data, place, 2025, reader))
    draw_step_log(context, ten_steps(data, place, 2025, date(2026, 11, 23)), 3)


def opened(reader: str, **state: object) -> AppTest:
    shown = AppTest.from_function(page, default_timeout=60)
    for name, value in {"reader": reader, **state}.items():
        shown.session_state[name] = value
    shown.run()
    assert not shown.exception
    return shown


def test_what_is_dated_after_the_year_is_shown_as_such_and_counted_in_no_sum_of_it() -> None:
    page_ = told(opened("as_analyst"))
    assert "23. november 2026 (efter 2025)" in page_
    assert "hjælp 2 (efter 2025)" in page_
    assert "4. marts 2025 (efter 2025)" not in page_
    of_step = page_[page_.index("Fra logbogen") :]
    assert "23. november 2026 (efter 2025)" in of_step
    assert "4. marts 2025<" in of_step
    assert "Modtaget: 1 (7 timer og 54.321 kr.)" in page_.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("reader", ["as_leader", "as_analyst"])
def test_amounts_are_told_to_the_house_itself_and_to_the_own_analyst(reader: str) -> None:
    page_ = told(opened(reader))
    assert [amount in page_ for amount in ("54.321", "9.876", "34.567")] == [True] * 3
    assert "Beløb vises for dem" not in page_


def test_amounts_of_a_house_are_neither_shown_nor_asked_of_who_may_not_see_them() -> None:
    chosen = {"support_log": "1", "incentives": "3", "step_log": "1"}
    forms = {
        f"{what}_{form}": said for form, entry in chosen.items() for what, said in (("editor", True), ("which", entry))
    }
    shown = opened("as_guest", **forms)
    assert len(shown.button) >= len(chosen)
    page_ = told(shown) + str([one.value for one in (*shown.number_input, *shown.text_input)])
    assert not [amount for amount in ("54.321", "54321", "9.876", "9876", "34.567", "34567") if amount in page_]
    assert "Modtaget: 1 (7 timer)" in page_
    assert page_.count("Beløb vises for dem, der må se den enkelte virksomheds tal.") == 3


def test_the_download_is_the_table_of_the_page() -> None:
    data = TableData(TABLES)
    found = logged(data, place_of(data), "support", 2025)

    def table(reader: Reader) -> pd.DataFrame:
        context = Context(data, reader, DANISH, place_of(data), 2025, dark=False, pages={})
        return entries_table(context, found, ("date", "amount_dkk"))

    assert table(LOCAL_ANALYST)[MONEY].tolist() == [9876.0, 54321.0]
    assert list(table(READERS["as_guest"])) == ["Dato"]
    assert table(LOCAL_ANALYST)["Dato"].tolist() == [date(2026, 11, 23), date(2025, 3, 4)]


def test_no_figure_of_the_command_line_or_the_board_rests_on_an_amount_in_the_log() -> None:
    without = TableData({**TABLES, "log": [{**entry, "amount_dkk": None} for entry in LOG]})
    day = date(2026, 11, 23)
    one, other = (
        measured(Asked(data, place_of(data), 2025, LOCAL_ANALYST, day)) for data in (TableData(TABLES), without)
    )
    assert one == other
