"""The page as it would be sent now, in a frame: the very HTML, made when it is asked for and kept while it is that."""

import streamlit as st

from board.composition import Composition
from board.drawings import NO_CHROME, CannotDrawError, can_draw
from board.page.html import BANNER_PLACE
from board.parts.asked import UnknownPlaceError
from board.send import preview_html
from frame.context import Context

_HEIGHT = 900
_MADE = "_board_preview"


def draw_preview(context: Context, composition: Composition) -> None:
    """Draw the page as it would be sent, or the button that makes it: that takes seconds."""
    if not can_draw():
        st.info(context.text(NO_CHROME))
    key = (composition.as_json(), context.data.version, context.reader)
    kept = st.session_state.get(_MADE)
    if kept and kept[0] == key:
        told = context.text("The page as it would be sent: {title}", title=composition.title)
        st.iframe(kept[1].replace(BANNER_PLACE, ""), height=_HEIGHT, alt=told)
        return
    if kept:
        st.caption(context.text("The page is another than the one shown last."))
    if st.button(context.text("Show the page"), key="board_show"):
        made = _made(context, composition)
        if made:
            st.session_state[_MADE] = (key, made)
            st.rerun()


def _made(context: Context, composition: Composition) -> str:
    """Make the page; "", with the reason on the page, where it cannot be made."""
    try:
        with st.spinner(context.text("Drawing the page …"), show_time=False):
            return preview_html(composition, context.data, context.reader)
    except UnknownPlaceError:
        st.error(context.text("One of the places is not there any more; choose the places again."))
    except CannotDrawError:
        st.error(context.text("The figures could not be drawn; try again in a moment."))
    return ""
