"""The calendar of reviews: when each step and its figures are looked at next, and which are late."""

import pandas as pd
import streamlit as st

from answers.review_calendar import Due, calendar
from answers.steps import TenSteps
from charts.page_parts import heading
from frame.context import Context
from kpis.catalogue import catalogue
from sections.steps_figures import step_names
from sections.tables import draw_table
from warehouse.schema import datasets


def draw_calendar(context: Context, steps: TenSteps) -> None:
    """Draw for each step when it was looked at last and is next, late ones first, with its figures."""
    found = calendar(steps)
    late = sum(due.overdue for due in found)
    st.html(heading(_title(context, found, late), context.text("When each step and its figures are looked at next")))
    names, owner = step_names(context), datasets()["steps"].column("owner").header[context.language.code]
    table = pd.DataFrame(
        {
            context.text("Step"): names[str(due.step)],
            context.text("Looked at last"): _day(context, due, "seen_on"),
            context.text("Next review"): _next(context, due),
            owner: due.owner,
            context.text("Figures that belong to the step"): context.language.listed(
                context.language.kpi_text(catalogue()[kpi].name) for kpi in due.kpis
            ),
        }
        for due in found
    )
    draw_table(context, table, context.text("The calendar of reviews"), "review_calendar", rows=10)


def _title(context: Context, found: tuple[Due, ...], late: int) -> str:
    if late:
        return context.language.plural("The review of {n} step is overdue", "The review of {n} steps is overdue", late)
    following = next((due for due in found if due.next_on), None)
    if following is None or following.next_on is None:
        return context.text("No day is set for the next review")
    return context.text("The next review is on {day}", day=context.language.date(following.next_on))


def _day(context: Context, due: Due, which: str) -> str:
    day = getattr(due, which)
    return context.language.date(day) if day else ""


def _next(context: Context, due: Due) -> str:
    if due.next_on is None:
        return context.text("no day is set")
    day = context.language.date(due.next_on)
    return context.text("overdue: {day}", day=day) if due.overdue else day
