"""A place of which nothing is told yet: every page opens, gives no number without a reason, and says what to do."""

import re
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from access.reader import LOCAL_ANALYST
from answers.show import answers_on
from tests.answers.tables import TableData, Tables, in_place, months, place_of
from tests.stores import copy_empty, put
from warehouse.connect import open_store

NEW: Tables = {
    "destinations": [{"destination_id": "p", "name": "Nyby"}],
    "actors": [*in_place("m", name="Nyby Museum", sector="culture"), *in_place("k", name="Nyby Kro", sector="food")],
}
OTHERS: Tables = {
    "actors": [*NEW["actors"], *in_place("x", place="q", name="Havmuseet")],
    "visits": [*months("x", 2024, [100] * 12), *months("x", 2025, [110] * 12)],
}
PAGES = (
    "overview", "growth", "season", "business", "guests", "regenerative", "collaboration", "steps", "tourism_value",
    "board", "data", "method", "journal",
)  # fmt: skip
# The breaks that are noted: where none is, they are none.
IS_NEVER_UNDEFINED = {"break_flags"}
_FAULTS = re.compile(r"Traceback|\bNaN\b|\bnan\b|\bNone\b|\binf\b")


def page(name: str, place: str) -> None:
    from importlib import import_module

    import streamlit as st

    from access.reader import LOCAL_ANALYST
    from answers.data import open_data
    from answers.view import PLACE, read_view
    from frame.banner import draw_banners
    from frame.context import Context, keep
    from tests.frame.test_nothing_told import PAGES
    from warehouse.connect import open_store

    pages = {
        one: st.Page(getattr(import_module(f"pages.{one}"), one), title=one, url_path=one, default=one == name)
        for one in PAGES
    }
    chosen = st.navigation(list(pages.values()))
    data = open_data(open_store())
    view = read_view(data, {PLACE: place})
    keep(Context(data, LOCAL_ANALYST, view.language, view.place, view.year, dark=False, pages=pages))
    draw_banners(data, view)
    chosen.run()


@pytest.mark.parametrize(
    ("tables", "place"),
    [
        (OTHERS, "destination:p"),
        pytest.param(OTHERS, "actor:k", marks=pytest.mark.soak),
        pytest.param(NEW, "destination:p", marks=pytest.mark.soak),
    ],
)
def test_every_page_opens_and_says_that_nothing_is_told(
    tables: Tables, place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_empty(tmp_path / "store")
    monkeypatch.setenv("KULTURPULS_STORE", str(tmp_path / "store"))
    put(open_store(), {**NEW, **tables})
    for name in PAGES:
        shown = AppTest.from_function(page, default_timeout=60, kwargs={"name": name, "place": place}).run()
        assert not shown.exception, name
        said = " ".join([*(str(one.proto.body) for one in shown.get("html")), *(one.value for one in shown.markdown)])
        assert "Der er endnu ingen besøg, overnatninger eller indtægter for Nyby" in said, name
        assert not _FAULTS.search(said), name


@pytest.mark.parametrize("place", ["destination:p", "actor:k"])
def test_every_figure_is_undefined_with_its_reason(place: str) -> None:
    data = TableData({**NEW, **OTHERS})
    answers = answers_on(data, place_of(data, place), 2026, LOCAL_ANALYST, date(2026, 11, 23))
    assert len(answers) == 98
    told = {answer.id for answer in answers.values() if answer.number is not None}
    assert told == IS_NEVER_UNDEFINED
