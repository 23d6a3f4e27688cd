"""The form that sends the page, and the link, shown this once."""

import segno
import streamlit as st

from access.acts import NotAllowedError
from board.composition import Composition
from board.desk.told import forget_told, tell_once, told_once
from board.drawings import NO_CHROME, CannotDrawError
from board.links import MOST_DAYS, SHORTEST_PASSWORD, USUAL_DAYS, NewLink
from board.parts.asked import UnknownPlaceError
from board.send import send
from frame.context import Context
from sections.words import day_text

_SENDINGS = "_board_sendings"


def draw_sending(context: Context, composition: Composition) -> None:
    """Draw how long the link lasts, its password, and the button that sends."""
    days_field, password_field, button = st.columns([1, 1, 1], vertical_alignment="bottom")
    with days_field:
        days = st.number_input(context.text("Days the link lasts"), 1, MOST_DAYS, USUAL_DAYS, key="board_days", step=30)
    with password_field:
        password = st.text_input(
            context.text("Password, if the link is to have one"),
            key=f"board_password_{st.session_state.get(_SENDINGS, 0)}",
            help=context.text(
                "At least {n} signs; tell it to the board in another way than the link.", n=SHORTEST_PASSWORD
            ),
            type="password",
            autocomplete="new-password",
            max_chars=200,
        )
    with button:
        wanted = st.button(context.text("Send: make the link"), type="primary", key="board_send", width="stretch")
    if wanted and 0 < len(password) < SHORTEST_PASSWORD:
        st.error(context.text("The password is too short: give it at least {n} signs, or none.", n=SHORTEST_PASSWORD))
    elif wanted:
        _send(context, composition, int(days), password)


def _send(context: Context, composition: Composition, days: int, password: str) -> None:
    bar = st.progress(0.0, text=context.text("Freezing the figures …"))
    drawing = context.text("Drawing the figures …")

    def tell(share: float) -> None:
        bar.progress(share, text=drawing)

    try:
        sent = send(
            composition,
            context.data,
            context.reader,
            days,
            password,
            progress=tell,
        )
    except NotAllowedError:
        st.error(context.text("You may look, but not send; ask your administrator."))
    except UnknownPlaceError:
        st.error(context.text("One of the places is not there any more; choose the places again."))
    except CannotDrawError:
        st.error(context.text("The figures could not be drawn; nothing was sent. Try again in a moment."))
    else:
        # A new key is an empty field: the password of one link is not meant for the next.
        st.session_state[_SENDINGS] = st.session_state.get(_SENDINGS, 0) + 1
        tell_once(sent.link, warning="" if sent.is_drawn else context.text(NO_CHROME))
        st.rerun()
    finally:
        bar.empty()


def draw_new_link(context: Context) -> None:
    """Show the link just made, with its QR code: the only time that its address is known."""
    told = told_once()
    if told is None:
        return
    link, warning = told
    with st.container(border=True, key="new_link"):
        words, code = st.columns([4, 1], vertical_alignment="center")
        with words:
            st.success(context.text("The link is made. It is shown only now; copy it into the agenda:"))
            st.code(link.address, language=None, wrap_lines=True)
            until = day_text(context, link.expires_at.date().isoformat())
            st.caption(context.text("It lasts until {day}. Kulturpuls sends no mail itself.", day=until))
            if link.has_password:
                st.caption(context.text("The page is shown only with the password that you gave it."))
            if warning:
                st.info(warning)
            st.button(context.text("I have copied it"), key="link_copied", on_click=forget_told)
        with code:
            st.html(_code(context, link))


def _code(context: Context, link: NewLink) -> str:
    drawn = segno.make(link.address, micro=False).svg_inline(scale=3, border=2, light="#fff", dark="#000")
    label = context.text("QR code of the link")
    return f'<div class="kp-code" role="img" aria-label="{label}">{drawn}</div>'
