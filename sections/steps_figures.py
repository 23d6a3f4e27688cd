"""The profile of the ten steps, and what is written of each."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from answers.steps import StepTold, TenSteps
from answers.view import years_of
from charts.page_parts import note_html
from charts.steps_profile import steps_profile
from frame.context import Context
from kpis.result import Value
from kpis.steps.plan import FIVE_W
from locales.rounding import whole
from sections.figures import Drawing, draw_figures
from sections.tables import draw_table
from sections.words import evidence_text
from warehouse.schema import datasets

_MOST_NAMED = 3


def step_names(context: Context) -> dict[str, str]:
    """Return the name of each step, with its number, by the code it is stored as."""
    code = context.language.code
    return {choice.code: choice.names[code] for choice in datasets()["steps"].column("step").choices}


def stage_names(context: Context) -> tuple[str, ...]:
    """Return the words for how far a step has come, from the least to the most."""
    return (
        context.text("not begun"),
        context.text("idea"),
        context.text("plan"),
        context.text("in action"),
        context.text("evaluated"),
    )


def stage_text(context: Context, step: StepTold) -> str:
    """Return how far a step has come in words; not assessed is not "not begun"."""
    if step.not_relevant:
        return context.text("not relevant")
    return context.text("not assessed") if step.maturity is None else stage_names(context)[step.maturity]


def draw_as_now(context: Context) -> None:
    """Draw that the steps are told as they stand now, where that has to be said."""
    if said := as_now_text(context):
        st.html(note_html(said))


def as_now_text(context: Context) -> str:
    """Return that the steps are told as they stand now, where an earlier year is chosen; else ""."""
    if context.place is None or context.year is None:
        return ""
    if context.year >= max(years_of(context.data, context.place), default=context.year):
        return ""
    return context.text("Steps and actions are told as they stand now, not as they stood in {year}.", year=context.year)


def draw_profile(context: Context, steps: TenSteps) -> None:
    """Draw how far each step has come, in the order of the place."""
    draw_figures(context, [steps_drawing(context, steps)])
    if order := order_text(context, steps):
        st.html(note_html(order))
    st.html(
        note_html(
            context.text(
                "The stages are what people here have judged. They are a list to plan by, and are never made one score."
            )
        )
    )


def order_text(context: Context, steps: TenSteps) -> str:
    """Say that the place has put the steps in an order of its own, and why where it is told; nothing where it has not.

    Each step that comes before one of a lower number is named while they are few.
    """
    moved = steps.brought_forward
    if not moved:
        return ""
    opening = context.text("The place has put the steps in an order of its own.")
    if len(moved) > _MOST_NAMED:
        return opening
    return " ".join((opening, *(_moved(context, step, overtaken) for step, overtaken in moved)))


def _moved(context: Context, step: StepTold, overtaken: tuple[int, ...]) -> str:
    names = step_names(context)
    said = context.text(
        "{step} comes before {others}.",
        step=names[str(step.number)],
        others=context.language.listed(names[str(number)] for number in overtaken),
    )
    why = step.fields.get("why")
    return f"{said} " + context.text("Why they take it: “{why}”", why=why) if why else said


def steps_drawing(context: Context, steps: TenSteps) -> Drawing:
    """Return the figure of how far each step has come."""
    return Drawing("steps_profile", lambda: _profile(context, steps), _title(context, steps))


def _profile(context: Context, steps: TenSteps) -> go.Figure:
    names = step_names(context)
    return steps_profile(
        [names[str(step.number)] for step in steps.steps],
        [step.maturity for step in steps.steps],
        [step.not_relevant for step in steps.steps],
        stage_names(context),
        not_assessed=context.text("not assessed"),
        not_relevant=context.text("not relevant"),
        title=_title(context, steps),
        subtitle=context.text("How far each step has come, as judged by the place itself"),
        language=context.language,
        dark=context.dark,
    )


def _title(context: Context, steps: TenSteps) -> str:
    result = steps.answers["ten_steps_status"].result
    if not isinstance(result, Value):
        return context.text("No step has been assessed yet")
    weakest = result.detail["weakest"]
    begun = context.language.plural(
        "{begun} of {relevant} steps has begun",
        "{begun} of {relevant} steps have begun",
        whole(result.number),
        begun=context.language.number(result.number),
        relevant=context.language.number(len(steps.relevant)),
    )
    if not isinstance(weakest, tuple) or not weakest or len(weakest) > 3:
        return begun
    names = step_names(context)
    listed = context.language.listed(names[str(number)].partition(" ")[2] for number in weakest)
    return context.text("{begun}; least far: {steps}", begun=begun, steps=listed)


def draw_five_w(context: Context, steps: TenSteps) -> None:
    """Draw who does what, why, how and when for every step, with the evidence and why one is left out."""
    dataset, code, names = datasets()["steps"], context.language.code, step_names(context)
    columns = (*FIVE_W, "evidence_link", "owner", "not_relevant_reason")
    table = pd.DataFrame(
        {
            context.text("Step"): names[str(step.number)],
            context.text("Stage"): stage_text(context, step),
            **{
                dataset.column(name).header[code]: evidence_text(context, step.fields.get(name, "")) for name in columns
            },
        }
        for step in steps.steps
    )
    if not (table[dataset.column("not_relevant_reason").header[code]] != "").any():
        table = table.drop(columns=dataset.column("not_relevant_reason").header[code])
    draw_table(context, table, context.text("Who does what, why, how and when"), "five_w")
