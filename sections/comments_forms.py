"""The forms of the exchange of views: to say something, to answer, and to settle a subject."""

from collections.abc import Mapping, Sequence
from datetime import date
from textwrap import shorten

import streamlit as st

from answers.comments import Comment, Thread
from answers.places import Place
from frame.context import Context
from kpis.catalogue import catalogue
from sections.editor import draw_editor
from sections.row_form import RowForm, draw_row_form, known_row
from sections.steps_figures import step_names
from sections.words import day_text

_SAID = ("who", "date", "text")
_SETTLED = ("agreed", "settled_by", "settled_on")
# A subject is settled with all three, and open again when all three are cleared.
_ALL_OR_NONE = {"settled_on": "agreed", "agreed": "settled_by", "settled_by": "settled_on"}
_STEPS = "steps"
_ANSWER, _SETTLE = "answer", "settle"


def draw_comment_form(context: Context, place: Place, found: Sequence[Thread], theme: str | None) -> None:
    """Draw the form for a new comment, or to correct one; it is about the theme, or asks for it where that is None."""
    said = {one.id: one for thread in found for one in (thread.opening, *thread.answers)}
    asked = (*(() if theme else ("theme",)), *(("step",) if theme in (None, _STEPS) else ()), "kpi_id", *_SAID)
    needed = ("theme", *_SAID) if theme is None else _SAID

    def form_of(chosen: str | None) -> RowForm:
        name, labels = context.text("Comment ({place})", place=place.name), _labels(context)
        if chosen:
            columns = _SAID if said[chosen].answer_to else asked
            return RowForm(name, "comments", {"comment_id": chosen}, columns, _SAID, labels=labels)
        settled = {_home(place): place.code, **({"theme": theme} if theme else {})}
        return RowForm(
            name, "comments", settled, asked, needed, fresh=_fresh(place), labels=labels, suggested=_today("date")
        )

    title = context.text("Say something about this page") if theme else context.text("Say something")
    draw_editor(context, title, {one.id: _named(context, one) for one in said.values()}, form_of, "comments")


def draw_answer_form(context: Context, place: Place, found: Sequence[Thread]) -> None:
    """Draw, folded away, a choice among the subjects and the form to answer or settle the one chosen."""
    if not context.reader.may_edit:
        return
    folded = st.expander(context.text("Answer, or settle a subject"), key="editor_answer", on_change="rerun")
    if not folded.open:
        return
    with folded:
        subjects = {thread.opening.id: thread.opening for thread in found}
        chosen = st.selectbox(
            context.text("Which subject?"),
            list(subjects),
            format_func=lambda one: _named(context, subjects[one]) if one in subjects else one,
            key="which_subject",
        )
        ways = {_ANSWER: context.text("Answer"), _SETTLE: context.text("Settle it")}
        way = st.radio(
            context.text("What do you want to do?"), list(ways), format_func=ways.get, horizontal=True, key="answer_way"
        )
        if way == _SETTLE:
            form = RowForm(
                context.text("Settled subject ({place})", place=place.name),
                "comments", {"comment_id": chosen}, _SETTLED, needed_with=_ALL_OR_NONE, suggested=_today("settled_on"),
            )  # fmt: skip
            known = known_row(context.data.frame("comments"), form.keys)
            draw_row_form(context, form, known, f"settle_{chosen}")
        else:
            draw_row_form(context, _answer_to(context, place, subjects[chosen]), {}, f"answer_{chosen}")


def _answer_to(context: Context, place: Place, opening: Comment) -> RowForm:
    """Return the form of an answer: it is about the same as what it answers, and seen by the same readers."""
    same = {
        "destination_id": opening.destination_id,
        "actor_id": opening.actor_id,
        "theme": opening.theme,
        "step": opening.step,
        "kpi_id": opening.kpi_id,
    }
    settled = {"answer_to": opening.id, **{name: told for name, told in same.items() if told}}
    name = context.text("Answer ({place})", place=place.name)
    return RowForm(name, "comments", settled, _SAID, _SAID, fresh=_fresh(place), suggested=_today("date"))


def _home(place: Place) -> str:
    return "actor_id" if place.kind == "actor" else "destination_id"


def _fresh(place: Place) -> Mapping[str, str]:
    return {"comment_id": f"{place.code}-comments"}


def _today(column: str) -> Mapping[str, str]:
    return {column: date.today().isoformat()}


def _labels(context: Context) -> Mapping[str, Mapping[str, str]]:
    kpis = {passport.id: context.language.kpi_text(passport.name) for passport in catalogue().values()}
    return {"step": step_names(context), "kpi_id": kpis}


def _named(context: Context, comment: Comment) -> str:
    return " · ".join(
        filter(None, (day_text(context, comment.date), comment.who, shorten(comment.text, 60, placeholder=" …")))
    )
