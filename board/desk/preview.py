"""The page as it would be sent now, in a frame: the very HTML, made once for each composition and state of the data."""

import streamlit as st

from board.composition import Composition
from board.drawings import NO_CHROME, CannotDrawError, can_draw
from board.page.html import BANNER_PLACE
from board.parts.asked import UnknownPlaceError
from board.send import preview_html
from frame.context import Context

_HEIGHT = 900


def draw_preview(context: Context, composition: Composition) -> bool:
    """Draw the page as it would be sent; False, with the reason, where it cannot be made."""
    if not can_draw():
        st.info(context.text(NO_CHROME))
    key = ("board preview", composition.as_json(), context.reader.name, context.reader.places)
    try:
        with st.spinner(context.text("Drawing the page …"), show_time=False):
            html = context.data.remember(key, lambda: preview_html(composition, context.data, context.reader))
    except UnknownPlaceError:
        st.error(context.text("One of the places is not there any more; choose the places again."))
        return False
    except CannotDrawError:
        st.error(context.text("The figures could not be drawn; try again in a moment."))
        return False
    told = context.text("The page as it would be sent: {title}", title=composition.title)
    st.iframe(html.replace(BANNER_PLACE, ""), height=_HEIGHT, alt=told)
    return True
