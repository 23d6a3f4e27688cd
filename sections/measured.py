"""Figures that belong to what people have told, in a table of their own beside it."""

from collections.abc import Sequence

import streamlit as st

from answers.answer import Answer
from answers.wording import measured_in, reason_text
from charts.tables import Align, table_html
from frame.context import Context
from kpis.result import Undefined
from locales import mark
from sections.answers import label_of, period_text, written_value
from sections.words import measure_of

_HEADERS = (mark("Measured"), mark("Value"), mark("Unit"), mark("Period"), mark("Why not"))


def draw_measured(context: Context, answers: Sequence[Answer]) -> None:
    """Draw each figure with its value and period, or why there is none; nothing where there are no figures."""
    if not answers:
        return
    measure = measure_of(context)
    rows = [
        [
            label_of(context, answer, measure),
            written_value(context, answer),
            measured_in(answer.passport, measure, context.language, answer.number),
            period_text(context, answer.period),
            reason_text(answer.result, context.language) if isinstance(answer.result, Undefined) else "",
        ]
        for answer in answers
    ]
    headers = [context.text(name) for name in _HEADERS]
    if not any(row[-1] for row in rows):
        rows, headers = [row[:-1] for row in rows], headers[:-1]
    align: list[Align] = ["right" if number == 1 else "left" for number in range(len(headers))]
    caption = context.text("Figures that belong to the step")
    st.html(table_html(headers, rows, align=align, caption=caption))
