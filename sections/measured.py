"""Figures that belong to what people have told, in a table of their own beside it."""

from collections.abc import Sequence

import streamlit as st

from answers.answer import Answer
from answers.wording import reason_text, unit_text
from charts.tables import table_html
from frame.context import Context
from kpis.result import Undefined
from sections.answers import label_of, period_text, written_value


def draw_measured(context: Context, answers: Sequence[Answer]) -> None:
    """Draw each figure with its value and period, or why there is none; nothing where there are no figures."""
    if not answers:
        return
    rows = [
        [
            label_of(context, answer, "visits"),
            f"{written_value(context, answer)} {unit_text(answer.passport.unit, 'visits', context.language)}".strip(),
            period_text(context, answer.period)
            if not isinstance(answer.result, Undefined)
            else reason_text(answer.result, context.language),
        ]
        for answer in answers
    ]
    headers = [context.text("Measured"), context.text("Value"), context.text("Period")]
    caption = context.text("Figures that belong to the step")
    st.html(table_html(headers, rows, align=["left", "right", "left"], caption=caption))
