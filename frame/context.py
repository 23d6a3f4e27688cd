"""What a page is asked for: the data, the reader, the language, the place and the year."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st
from streamlit.navigation.page import Page

from access.reader import Reader
from answers.data import Data, open_data
from answers.places import Place
from answers.scope import data_for
from frame.door import let_in
from locales import Language
from warehouse.connect import open_store

_KEY = "_page_context"
_HANDHELD = ("Mobi", "Android", "iPad")


@dataclass(frozen=True)
class Context:
    """One run of the app for one reader."""

    data: Data
    reader: Reader
    language: Language
    place: Place | None
    year: int | None
    dark: bool
    pages: Mapping[str, Page]

    def text(self, message: str, **values: object) -> str:
        """Return the message in the reader's language."""
        return self.language.text(message, **values)


def current_data(reader: Reader) -> Data:
    """Return the data as true now, as this reader may see them."""
    return data_for(open_data(open_store()), reader)


def keep(context: Context) -> None:
    """Make the context known to the page that runs next."""
    st.session_state[_KEY] = context


def context() -> Context:
    """Return what the page is asked for; the app has set it before the page runs.

    The door is asked again: a part of a page may run by itself, after the reader's rights have changed.
    """
    kept = st.session_state[_KEY]
    assert isinstance(kept, Context)
    if let_in() != kept.reader:
        st.rerun()
    return kept


def is_dark() -> bool:
    """True where the reader's browser shows the dark theme."""
    return st.context.theme.type == "dark"


def is_handheld() -> bool:
    """True where the reader's browser says that it is on a phone or a tablet."""
    return any(word in st.context.headers.get("User-Agent", "") for word in _HANDHELD)
