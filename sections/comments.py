"""The exchange of views: what stakeholders say about a page of a place, what others answer, and what was agreed."""

from collections.abc import Sequence
from textwrap import shorten

import pandas as pd
import streamlit as st

from answers.comments import Comment, Thread, threads
from answers.places import Place, actor_names
from charts.page_parts import heading, note_html
from charts.threads import Said, ThreadText, threads_html
from frame.context import Context
from sections.collaboration_words import choice_names
from sections.comments_forms import draw_answer_form, draw_comment_form
from sections.tables import draw_table
from sections.words import day_of, day_text, evidence_text, headers_of

_SHOWN = 12


def draw_comments(context: Context, theme: str) -> None:
    """Draw what is said about one page at its foot, and the forms; only the form where nothing is said yet."""
    place = context.place
    if place is None or place.kind == "area":
        return
    found = [thread for thread in threads(context.data, place) if thread.is_about(theme)]
    if found:
        st.html(heading(context.text("What is said about this page"), _summary(context, found)))
        _draw_threads(context, place, found)
    draw_comment_form(context, place, found, theme)


def draw_exchange_of_views(context: Context) -> None:
    """Draw all that is said about a place, whatever page it is about, with a choice among the subjects."""
    place = context.place
    if place is None or place.kind == "area":
        return
    found = threads(context.data, place)
    st.html(
        heading(
            context.text("Exchange of views"),
            _summary(context, found) or context.text("What each sees, what others answer, and what was agreed"),
        )
    )
    if found:
        _draw_threads(context, place, _chosen(context, found))
    else:
        told = context.text("Nobody has said anything yet. Begin with a question that somebody else here can answer.")
        st.html(note_html(told))
    draw_comment_form(context, place, found, None)


def _chosen(context: Context, found: Sequence[Thread]) -> Sequence[Thread]:
    themes = choice_names(context, "comments", "theme")
    there = [theme for theme in themes if any(thread.is_about(theme) for thread in found)]
    if len(there) < 2:
        return found
    theme = st.selectbox(
        context.text("About"),
        ["", *there],
        format_func=lambda one: _capital(themes[one]) if one else context.text("everything"),
        key="comments_about",
    )
    return [thread for thread in found if thread.is_about(theme)] if theme else found


def _summary(context: Context, found: Sequence[Thread]) -> str:
    if not found:
        return ""
    waiting = sum(thread.is_open for thread in found)
    return context.language.listed(
        filter(
            None,
            (
                context.language.plural("{n} open subject", "{n} open subjects", waiting) if waiting else "",
                context.language.plural("{n} settled", "{n} settled", len(found) - waiting)
                if len(found) > waiting
                else "",
            ),
        )
    )


def _draw_threads(context: Context, place: Place, found: Sequence[Thread]) -> None:
    written = [_written(context, place, thread) for thread in found[:_SHOWN]]
    st.html(threads_html(written, agreed_label=context.text("Agreed")))
    folded = st.expander(context.text("All that is said, as a table"), key="comments_table", on_change="rerun")
    if folded.open:
        with folded:
            draw_table(context, _table(context, place, found), context.text("Exchange of views"), "comments", rows=60)
    draw_answer_form(context, place, found)


def _written(context: Context, place: Place, thread: Thread) -> ThreadText:
    opening = thread.opening
    agreed = None if thread.is_open else Said(opening.agreed, _signed(context, opening.settled_by, opening.settled_on))
    return ThreadText(
        about=_about(context, place, opening),
        state=context.text("open") if thread.is_open else context.text("settled"),
        opening=_said(context, opening),
        answers=[_said(context, one) for one in thread.answers],
        agreed=agreed,
    )


def _said(context: Context, comment: Comment) -> Said:
    return Said(comment.text, _signed(context, comment.who, comment.date))


def _signed(context: Context, who: str, day: str) -> str:
    return ", ".join(filter(None, (who, day_text(context, day))))


def _about(context: Context, place: Place, comment: Comment) -> str:
    """Say what a comment is about: whom, which page or step, and which figure."""
    themes, steps = (choice_names(context, "comments", column) for column in ("theme", "step"))
    whom = actor_names(context.data).get(comment.actor_id, "") if comment.actor_id != place.code else ""
    what = context.text("Step {step}", step=steps[comment.step]) if comment.step in steps else ""
    page = "" if what else _capital(themes.get(comment.theme, comment.theme))
    return " · ".join(filter(None, (whom, what, page, evidence_text(context, comment.kpi_id))))


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]


def _table(context: Context, place: Place, found: Sequence[Thread]) -> pd.DataFrame:
    header = headers_of(context, "comments")
    return pd.DataFrame(
        {
            header["date"]: day_of(one.date),
            context.text("About"): _about(context, place, thread.opening),
            header["who"]: one.who,
            header["text"]: one.text,
            header["answer_to"]: shorten(thread.opening.text, 60, placeholder=" …") if one.answer_to else "",
            header["settled_on"]: day_of(one.settled_on),
            header["agreed"]: one.agreed,
            header["settled_by"]: one.settled_by,
        }
        for thread in found
        for one in (thread.opening, *thread.answers)
    )
