"""How whole, how fresh and how unbroken the figures of a place are."""

from datetime import date

import streamlit as st

from answers.panel import panel_of
from answers.quality import quality
from frame.context import Context
from sections.answers import draw_answers_table
from sections.method import draw_method_note


def draw_quality(context: Context) -> None:
    """Draw the figures about the data of the place and year; nothing without them."""
    if context.place is None or context.year is None:
        return
    answers = quality(context.data, context.place, context.year, date.today()).answers
    st.subheader(context.text("The figures"))
    draw_answers_table(context, answers, panel_of(context.data, context.place).measure, "quality")
    draw_method_note(context, answers)
