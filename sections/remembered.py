"""What people have answered about layouts and names: to see, to change, and to take back so that it is asked again."""

from collections.abc import Callable, Mapping
from functools import cache, partial

import streamlit as st

from frame.context import Context
from locales import mark
from pipelines.asking import KINDS, Ask, subject_of
from pipelines.remembered import change_answer, forget_answer
from sections.history import local_time
from sections.questions import answer_text
from sections.words import plain_markdown
from warehouse.connect import StoreBusyError
from warehouse.remembered import Remembered, read_remembered
from warehouse.schema import datasets

_KINDS: Mapping[str, str] = {
    "decimal": mark("Decimal mark of the column “{subject}”"),
    "dash": mark("A dash in the column “{subject}”"),
    "scale": mark("Scale of the column “{subject}”"),
    "unit": mark("Unit of the column “{subject}”"),
    "which_year": mark("Year of the figures"),
    "which_name": mark("Whose figures they are"),
    "which_measure": mark("What the figures count"),
    "column": mark("The column “{subject}”"),
    "name": mark("The name “{subject}”"),
}
_OF_TABLE: Mapping[str, str] = {"dash": mark("A dash in the table"), "scale": mark("Scale of the figures")}


def draw_remembered(context: Context) -> None:
    """Draw every answer that is used without asking again, each with a button to forget it; nothing without any.

    They name files and actors of everybody, so who sees some places only does not see them.
    """
    if context.reader.places is not None:
        return
    lines = context.data.remember("remembered answers", partial(read_remembered, context.data.store))
    if not lines:
        return
    folded = st.expander(
        context.language.plural("{n} answer is remembered", "{n} answers are remembered", len(lines)),
        key="remembered",
        on_change="rerun",
    )
    if folded.open:
        with folded:
            st.caption(context.text("They are used for the next files of the same layout, without asking again."))
            for number, line in enumerate(lines):
                _draw_line(context, number, line)


def _draw_line(context: Context, number: int, line: Remembered) -> None:
    said, edit, button = st.columns([4, 1, 1], vertical_alignment="center")
    ask = line.ask
    with said:
        st.text(
            context.text(
                "{subject}: {answer} ({who}, {when})",
                subject=subject_text(context, ask),
                answer=answer_text(context, ask, line.answer),
                who=line.recorded_by,
                when=local_time(line.recorded_at, context),
            )
        )
    if not context.reader.may_load:
        return
    with edit, st.popover(context.text("Correct it"), width="stretch"), st.form(f"change_{number}", border=False):
        answer = _draw_other_answer(context, ask, line.answer)
        if st.form_submit_button(context.text("Save"), type="primary") and answer:
            told = context.text("The answer is changed.")
            _write(context, told, lambda: change_answer(context.data.store, ask, answer, context.reader))
    with button:
        if st.button(context.text("Forget"), key=f"forget_{number}", width="stretch"):
            told = context.text("The answer is forgotten; it is asked for again.")
            _write(context, told, lambda: forget_answer(context.data.store, ask, context.reader))


def _draw_other_answer(context: Context, ask: Ask, answer: str) -> str:
    options = KINDS.get(ask.kind, ())
    key, label = "other_" + "_".join(ask), plain_markdown(subject_text(context, ask))
    if not options:
        return st.text_input(label, answer, key=key).strip()
    index = options.index(answer) if answer in options else None
    words = partial(answer_text, context, ask)
    return st.radio(label, options, index=index, format_func=lambda one: plain_markdown(words(one)), key=key) or ""


def subject_text(context: Context, ask: Ask) -> str:
    """Return what an answer is about: its kind, and the column or name as people write it."""
    subject = ask.subject.partition(":")[2] if ask.kind == "name" else _headers().get(ask.subject, ask.subject)
    if not subject and ask.kind in _OF_TABLE:
        return context.text(_OF_TABLE[ask.kind])
    return context.text(_KINDS[ask.kind], subject=subject) if ask.kind in _KINDS else f"{ask.kind} {subject}"


@cache
def _headers() -> Mapping[str, str]:
    """Return how the declared headers are written, by their plain spelling."""
    columns = [column for dataset in datasets().values() for column in dataset.columns]
    return {subject_of(name): name for column in columns for name in (*column.aliases, *column.header.values())}


def _write(context: Context, told: str, act: Callable[[], None]) -> None:
    try:
        act()
    except StoreBusyError:
        st.error(context.text("Somebody else is loading just now; try again in a moment."))
        return
    st.session_state["_told"] = told
    st.rerun()
