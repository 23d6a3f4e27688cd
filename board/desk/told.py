"""What a visit to the desk is told once: the link just made."""

import streamlit as st

from board.links import NewLink

_NEW_LINK = "_board_new_link"


def tell_once(link: NewLink, warning: str = "") -> None:
    """Keep the link for the next run of the page."""
    st.session_state[_NEW_LINK] = (link, warning)


def told_once() -> tuple[NewLink, str] | None:
    """Return the link made last on this visit, until another page is opened."""
    found = st.session_state.get(_NEW_LINK)
    return found if isinstance(found, tuple) else None


def forget_told() -> None:
    """Show the link no more."""
    st.session_state.pop(_NEW_LINK, None)
