"""The page as it would be sent now, in a frame: the very HTML, made once for each composition and state of the data."""

import streamlit as st

from board.composition import Composition
from board.drawings import NO_CHROME, CannotDrawError, can_draw
from board.page.html import BANNER_PLACE
from board.parts.asked import UnknownPlaceError
from board.send import preview_html
from frame.context import Context

_HEIGHT = 900
_MADE = "_board_preview"


def draw_preview(context: Context, composition: Composition) -> bool:
    """Draw the page as it would be sent; False, with the reason, where it cannot be made."""
    if not can_draw():
        st.info(context.text(NO_CHROME))
    try:
        with st.spinner(context.text("Drawing the page …"), show_time=False):
            html = _made_once(context, composition)
    except UnknownPlaceError:
        st.error(context.text("One of the places is not there any more; choose the places again."))
        return False
    except CannotDrawError:
        st.error(context.text("The figures could not be drawn; try again in a moment."))
        return False
    told = context.text("The page as it would be sent: {title}", title=composition.title)
    st.iframe(html.replace(BANNER_PLACE, ""), height=_HEIGHT, alt=told)
    return True


def _made_once(context: Context, composition: Composition) -> str:
    """The page; the last one made is kept with the visit, and not every one with the data."""
    key = (composition.as_json(), context.data.version, context.reader)
    kept = st.session_state.get(_MADE)
    if kept and kept[0] == key:
        return str(kept[1])
    html = preview_html(composition, context.data, context.reader)
    st.session_state[_MADE] = (key, html)
    return html
