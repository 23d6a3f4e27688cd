"""Forms of a page filled in by hand: the page opened for one place, its fields by their labels, and what is stored."""

from collections.abc import Callable

import streamlit as st
from streamlit.testing.v1 import AppTest

from access.reader import LOCAL_ANALYST, Reader, Role
from answers.data import open_data
from answers.places import Place, places
from frame.context import Context
from locales import DANISH
from warehouse.connect import Store, open_store

YEAR = 2025


def of_place(guest: Role = "analyst") -> tuple[Context, Place]:
    """Return what a page is asked for, and the place p; who looks is a guest where the state says `as_guest`."""
    data = open_data(open_store())
    reader = Reader("Gæst", guest, None) if "as_guest" in st.session_state else LOCAL_ANALYST
    place = places(data)["destination:p"]
    return Context(data, reader, DANISH, place, YEAR, dark=False, pages={}), place


def opened(page: Callable[[], None], *unfolded: str, **state: object) -> AppTest:
    """Return the page as drawn with these expanders unfolded and that state; it must not fail."""
    shown = AppTest.from_function(page, default_timeout=60)
    for name, value in {**dict.fromkeys(unfolded, True), **state}.items():
        shown.session_state[name] = value
    shown.run()
    assert not shown.exception
    return shown


def told(shown: AppTest) -> str:
    """Return all that is said in pieces of HTML."""
    return "\n".join(one.proto.body for one in shown.get("html"))


def fill(shown: AppTest, **texts: str) -> None:
    """Write these texts into the fields of those labels, with "_" for each space."""
    fields = {one.label.removesuffix(" *"): one for one in (*shown.text_input, *shown.text_area)}
    for label, text in texts.items():
        fields[label.replace("_", " ")].input(text)


def choose(shown: AppTest, **chosen: str) -> None:
    """Choose these codes in the lists of those labels, with "_" for each space."""
    lists = {one.label.removesuffix(" *"): one for one in reversed(shown.selectbox)}
    for label, code in chosen.items():
        lists[label.replace("_", " ")].select(code)


def save(shown: AppTest, label: str = "Gem") -> AppTest:
    """Press the first button of that label."""
    return next(one for one in shown.button if one.label == label).click().run()


def rows(store: Store, dataset: str) -> list[dict[str, object]]:
    """Return the rows of the dataset as they are known, without what is not."""
    frame = open_data(store).frame(dataset)
    return [
        {str(name): value for name, value in row.items() if value is not None and value == value}
        for row in frame.to_dict("records")
    ]
