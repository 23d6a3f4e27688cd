"""One actor's figures beside what it wishes: against its own past, and the middle of the other houses."""

import streamlit as st

from answers.answer import Answer
from answers.own_figures import OWN, Middle, own_figures
from answers.places import Place
from answers.written import with_unit
from charts.page_parts import heading, note_html
from frame.context import Context
from kpis.result import Value
from sections.answers import draw_tiles, label_of


def draw_own_figures(context: Context, actor: Place, year: int) -> None:
    """Draw the figures of step 5 as tiles, and under them the middle of the others, where there are enough."""
    found = own_figures(context.data, actor, year, context.reader)
    st.html(
        heading(
            context.text("What is measured here"),
            context.text("Against our own last year, and the middle of the other houses, none of them named"),
        )
    )
    draw_tiles(context, found.answers, OWN, "visits")
    told = [_told(context, found.answers[kpi], middle) for kpi, middle in found.middles.items() if kpi in found.answers]
    if told:
        st.html(note_html(context.text("The middle of the others. {figures}.", figures="; ".join(told))))
    else:
        st.html(
            note_html(context.text("Fewer than three other houses have told these figures, so there is no middle."))
        )


def _told(context: Context, answer: Answer, middle: Middle) -> str:
    return context.text(
        "{figure}: {value} ({n} houses)",
        figure=label_of(context, answer, "visits"),
        value=with_unit(Answer(answer.id, Value(middle.value), answer.period), "visits", context.language),
        n=context.language.number(middle.of),
    )
