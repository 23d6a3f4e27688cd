"""The pages sent so far: their links with expiry and opens, their exports, and what the board decided."""

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from answers.places import all_places
from board.decisions import decisions, note, withdraw
from board.desk.told import tell_once
from board.exporting import export, export_name
from board.exports import MEDIA_TYPES
from board.links import Link, links, make_link, revoke, rotate
from board.pages_sent import PageLine, pages_in_scope
from charts.page_parts import heading, note_html
from frame.context import Context
from locales import mark
from sections.journal_words import moment_text
from sections.words import day_text, plain_markdown

_MOST_SHOWN = 20
_NAMES: Mapping[str, str] = {
    "pdf": mark("PDF"),
    "pptx": mark("PowerPoint"),
    "xlsx": mark("Excel"),
    "csv": mark("CSV, Danish"),
    "csv_international": mark("CSV, international"),
}


def draw_sent(context: Context) -> None:
    """Draw every page sent, the newest first; what to do first where there is none."""
    pages = pages_in_scope(context.reader)
    st.html(
        heading(context.text("Sent pages"), context.text("Frozen as they were sent; a link can be closed at any time"))
    )
    if not pages:
        st.html(note_html(context.text("No page has been sent yet. Compose one above and press Send.")))
        return
    by_page: dict[int, list[Link]] = {}
    for link in links(context.reader):
        by_page.setdefault(link.page, []).append(link)
    for page in pages[:_MOST_SHOWN]:
        _draw_page(context, page, by_page.get(page.id, []))


def _draw_page(context: Context, page: PageLine, its_links: list[Link]) -> None:
    now = datetime.now(UTC)
    still = sum(link.is_open(now) for link in its_links)
    state = context.language.plural("{n} open link", "{n} open links", still)
    sent = moment_text(page.sent_at, context.language)
    told = " · ".join((page.title, *_places(context, page), sent, state))
    with st.expander(plain_markdown(told), key=f"sent_{page.id}"):
        for link in its_links:
            _draw_link(context, link, is_open=link.is_open(now))
        _draw_actions(context, page)
        _draw_decisions(context, page)


def _places(context: Context, page: PageLine) -> list[str]:
    """Return the places of the page where its title does not name them all."""
    known = all_places(context.data)
    names = [known[place].name if place in known else place for place in page.composition.places]
    return [] if all(name in page.title for name in names) else [context.language.listed(names)]


def _draw_link(context: Context, link: Link, *, is_open: bool) -> None:
    told, turn, close = st.columns([4, 1, 1], vertical_alignment="center")
    with told:
        st.markdown(plain_markdown(_told(context, link, is_open=is_open)))
    if not is_open:
        return
    with turn:
        if st.button(
            context.text("Replace"),
            key=f"rotate_{link.id}",
            help=context.text("Closes this link and makes another to the same page"),
            width="stretch",
        ):
            tell_once(rotate(link.id, context.reader))
            st.rerun()
    with close:
        if st.button(context.text("Close"), key=f"revoke_{link.id}", width="stretch"):
            revoke(link.id, context.reader)
            st.rerun()


def _told(context: Context, link: Link, *, is_open: bool) -> str:
    number = context.text("Link {number}", number=link.id)
    opened = context.language.plural("opened {n} time", "opened {n} times", link.opens)
    if link.revoked_at is not None:
        closed = context.text("closed {day}", day=day_text(context, link.revoked_at.date().isoformat()))
        return f"{number}: {closed}, {opened}"
    until = day_text(context, link.expires_at.date().isoformat())
    state = context.text("lasts until {day}", day=until) if is_open else context.text("ran out {day}", day=until)
    locked = [context.text("with a password")] if link.has_password else []
    return f"{number}: {', '.join([state, opened, *locked])}"


def _draw_actions(context: Context, page: PageLine) -> None:
    with st.container(horizontal=True, key=f"exports_{page.id}"):
        for kind, mime in MEDIA_TYPES.items():
            st.download_button(
                context.text(_NAMES[kind]),
                partial(export, page.id, kind, context.reader),
                file_name=export_name(page.id, kind, context.reader),
                mime=mime,
                key=f"export_{page.id}_{kind}",
                on_click="ignore",
                type="tertiary",
            )
        if st.button(context.text("Another link"), key=f"another_{page.id}"):
            tell_once(make_link(page.id, context.reader))
            st.rerun()


def _draw_decisions(context: Context, page: PageLine) -> None:
    for one in decisions(page.id):
        told, button = st.columns([5, 1], vertical_alignment="center")
        with told:
            day = day_text(context, one.noted_at.date().isoformat())
            st.markdown(plain_markdown(context.text("Decided {day}: {text}", day=day, text=one.text)))
        with button:
            st.button(
                context.text("Withdraw"),
                key=f"withdraw_{one.id}",
                on_click=withdraw,
                args=(one.id, page.id, context.reader),
                width="stretch",
            )
    with st.form(f"decide_{page.id}", clear_on_submit=True, border=False):
        said = st.text_area(
            context.text("What the board decided"), key=f"decision_{page.id}", max_chars=2000, height=80
        )
        if st.form_submit_button(context.text("Note the decision")) and said.strip():
            note(page.id, said, context.reader)
            st.rerun()
