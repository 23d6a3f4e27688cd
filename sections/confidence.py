"""What the grades from A to D mean."""

import streamlit as st

from charts.tables import table_html
from frame.context import Context


def draw_grades(context: Context) -> None:
    """Draw the rules of the grades as a table: one row for each ground."""
    st.subheader(context.text("How sure a figure is: A to D"))
    st.markdown(
        context.text(
            "A figure starts at A, and the worst ground gives its grade; the reason always stands beside the letter. "
            "The grade says how far the number can be trusted, not whether it is good."
        )
    )
    headers = [context.text("Ground"), "A", "B", "C", "D"]
    st.html(
        table_html(
            headers, _rules(context), align=["left"] * len(headers), caption=context.text("The rules of the grades")
        )
    )


def _rules(context: Context) -> list[list[str]]:
    text = context.text
    return [
        [
            text("Coverage"),
            text("everybody, every month"),
            text("80 per cent or more"),
            text("50 to 80 per cent"),
            text("less than half"),
        ],
        [text("Answers"), text("30 or more"), "", text("10 to 29"), ""],
        [
            text("Age"),
            text("of the period asked for"),
            text("1 year older"),
            text("2 or 3 years older"),
            text("older still"),
        ],
        [
            text("Estimates"),
            text("none"),
            text("up to 10 per cent"),
            text("10 to 50 per cent"),
            text("more than half"),
        ],
        [text("Method"), text("counted or asked"), "", text("an estimate that rests on assumptions"), ""],
        [
            text("What it is computed from"),
            text("all of it A"),
            *[text("as the worst of it")] * 3,
        ],
        [
            text("Breaks in the series"),
            text("none"),
            text("COVID or a large event"),
            text("a new way of counting, definition or merger"),
            "",
        ],
    ]
