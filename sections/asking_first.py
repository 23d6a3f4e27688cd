"""Acts that no slip should start: a first press says what will happen, and a second one does it.

What is asked stands right below what was pressed, so that a keyboard comes to it next; a popover stands last of all.
Where it is left, the keyboard is where it was before.
"""

from dataclasses import dataclass

import streamlit as st

from frame.context import Context
from frame.scripts import FOCUS, script_html
from sections.words import plain_markdown


@dataclass(frozen=True)
class Act:
    """An act by its key on the page: what its first button says, what will happen, and what the second button says."""

    key: str
    name: str
    told: str
    now: str


def draw_first(act: Act) -> None:
    """Draw the button that asks."""
    if st.button(act.name, key=act.key, width="stretch"):
        st.session_state[_asked(act)] = True
    if st.session_state.pop(_left(act), None):
        st.html(script_html(FOCUS, {"focus": act.key}), unsafe_allow_javascript=True)


def draw_second(context: Context, act: Act) -> bool:
    """Draw, once it is asked for, what will happen and the button that does it; return whether that was pressed."""
    if not st.session_state.get(_asked(act)):
        return False
    with st.container(border=True, key=f"{act.key}_asked"):
        st.write(plain_markdown(act.told))
        with st.container(horizontal=True):
            wanted = st.button(act.now, key=f"{act.key}_now", type="primary")
            kept = st.button(context.text("Let it stand"), key=f"{act.key}_not")
    if wanted or kept:
        del st.session_state[_asked(act)]
    if kept:
        st.session_state[_left(act)] = True
        st.rerun()
    return wanted


def _asked(act: Act) -> str:
    return f"_asked_{act.key}"


def _left(act: Act) -> str:
    return f"_left_{act.key}"
