"""The bands that people have set and where the year's figures stand in them; and the goals that reach decades ahead."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from answers.regenerative import Regenerative
from answers.targets import Target
from answers.wording import reason_text, value_text
from charts.bands import Band, band_board
from charts.horizon import Reach, horizon
from charts.page_parts import heading, note_html
from frame.context import Context
from kpis.regenerative.care import LONG_HORIZON_YEARS
from kpis.result import Undefined, Value
from sections.answers import name_of, written_value
from sections.figures import draw_figure
from sections.regenerative_figures import status_names
from sections.tables import draw_table
from sections.target_words import bound_text, unit_in_download, unit_of
from sections.words import measure_of

_MOST_ACTIONS = 8


def draw_bands(context: Context, found: Sequence[Target]) -> None:
    """Draw each figure that has a band for the year within it, below it or above it."""
    of_year = [target for target in found if target.status is not None]
    if not of_year:
        st.html(heading(context.text("Floor and ceiling"), context.text("The bands that the board has set")))
        st.html(note_html(context.text("No band is set for the year, so no figure is too low or too high.")))
        return
    title = _bands_title(context, of_year)
    draw_figure(context, "bands", lambda: _bands(context, of_year, title), title)


def _bands(context: Context, of_year: Sequence[Target], title: str) -> go.Figure:
    return band_board(
        [_band(context, target) for target in of_year],
        within_label=context.text("within the band"),
        outside_label=context.text("outside the band"),
        band_label=context.text("from floor to ceiling"),
        title=title,
        subtitle=context.text("Each on its own scale, with the floor and the ceiling that people here have set"),
        language=context.language,
        dark=context.dark,
    )


def _bands_title(context: Context, of_year: Sequence[Target]) -> str:
    known = [target for target in of_year if isinstance(target.status, Value)]
    within = sum(isinstance(target.status, Value) and target.status.value == "within" for target in known)
    return context.language.plural(
        "{within} of {n} figure with a band is within it",
        "{within} of {n} figures with a band are within it",
        len(known),
        within=context.language.number(within),
    )


def _band(context: Context, target: Target) -> Band:
    name = name_of(context, target.passport, measure_of(context))
    figure = target.answer.number if target.answer else None
    return Band(
        name,
        _told(context, target),
        figure,
        target.low,
        target.high,
        bound_text(context, target, target.low),
        bound_text(context, target, target.high),
    )


def _told(context: Context, target: Target) -> str:
    if target.answer is None or isinstance(target.answer.result, Undefined):
        result = target.answer.result if target.answer else Undefined("value_missing")
        return reason_text(result, context.language) if isinstance(result, Undefined) else ""
    figure = f"{written_value(context, target.answer)} {unit_of(context, target)}".strip()
    return figure if target.status is None else f"{figure}, {_status(context, target.status)}"


def _status(context: Context, status: Value | Undefined) -> str:
    return (
        reason_text(status, context.language)
        if isinstance(status, Undefined)
        else value_text(status, "label", context.language)
    )


def draw_horizon(context: Context, found: Sequence[Target], regenerative: Regenerative) -> None:
    """Draw the goals and actions of ten years or more on an axis of decades, and below them the nearer goals."""
    later = [one for one in found if one.status is None and int(one.period[:4]) > regenerative.year]
    far = [one for one in later if is_far(one, regenerative.year)]
    reaches = [*_goals(context, far, regenerative.year), *_actions(context, regenerative)]
    if reaches:
        title = _horizon_title(context, reaches)
        draw_figure(context, "horizon", lambda: _horizon(context, reaches, title), title)
    if near := [one for one in later if one not in far]:
        _draw_near(context, near, regenerative.year)


def is_far(target: Target, year: int) -> bool:
    """True for a goal set ten years ahead or more: counted from when it was decided, else from the year in view."""
    decided = int(target.decided_on[:4]) if target.decided_on else year
    return int(target.period[:4]) - decided >= LONG_HORIZON_YEARS


def _draw_near(context: Context, near: Sequence[Target], year: int) -> None:
    """Draw the goals of the next years, which no cathedral is built for, as plain lines."""
    st.html(heading(context.text("The goals of the next years")))
    table, written = near_tables(context, near, year)
    draw_table(context, table, context.text("Set less than ten years ahead"), "near_goals", written=written)


def near_tables(context: Context, near: Sequence[Target], year: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the goals with the numbers themselves and their unit, for the downloads, and as they are written."""
    columns = {context.text("Goal"): [name_of(context, goal.passport, measure_of(context)) for goal in near]}
    written = pd.DataFrame(columns, dtype=object)
    table, names = written.copy(), (str(year), context.text("At least"), context.text("At most"))
    rows = (
        [_now(context, goal), bound_text(context, goal, goal.low), bound_text(context, goal, goal.high)]
        for goal in near
    )
    for name, numbers, texts in zip(
        names, zip(*map(_numbers, near), strict=True), zip(*rows, strict=True), strict=True
    ):
        if any(texts):
            table[name], written[name] = pd.Series(numbers, dtype=object), texts
    table[context.text("Unit")] = [unit_in_download(context, goal) for goal in near]
    written[context.text("Unit")] = [unit_of(context, goal) for goal in near]
    written[context.text("For the year")] = table[context.text("For the year")] = [goal.period for goal in near]
    return table, written


def _numbers(goal: Target) -> tuple[float | None, float | None, float | None]:
    return goal.answer.number if goal.answer else None, goal.low, goal.high


def _now(context: Context, goal: Target) -> str:
    return written_value(context, goal.answer) if goal.answer and goal.answer.number is not None else ""


def _horizon(context: Context, reaches: Sequence[Reach], title: str) -> go.Figure:
    return horizon(
        reaches,
        goal_label=context.text("a goal"),
        action_label=context.text("an action, for as long as it is meant to work"),
        title=title,
        subtitle=context.text("Cathedral building: what is begun now for those who come after us, by decade"),
        language=context.language,
        dark=context.dark,
    )


def _horizon_title(context: Context, reaches: Sequence[Reach]) -> str:
    furthest = max(reach.last for reach in reaches)
    return context.language.plural(
        "{n} goal or action reaches beyond the year, to {year}",
        "{n} goals and actions reach beyond the year, the furthest to {year}",
        len(reaches),
        year=str(furthest),
    )


def _goals(context: Context, found: Sequence[Target], year: int) -> list[Reach]:
    return [
        Reach(
            name_of(context, target.passport, measure_of(context)),
            year,
            int(target.period[:4]),
            _figure_now(context, target, year),
            _goal(context, target),
            is_goal=True,
        )
        for target in found
    ]


def _figure_now(context: Context, target: Target, year: int) -> str:
    if target.answer is None or isinstance(target.answer.result, Undefined):
        return ""
    return context.text("{figure} in {year}", figure=written_value(context, target.answer), year=year)


def _goal(context: Context, target: Target) -> str:
    low, high = (bound_text(context, target, bound) for bound in (target.low, target.high))
    unit = unit_of(context, target)
    if low and high:
        told = context.text("from {low} to {high} {unit} in {year}", low=low, high=high, unit=unit, year=target.period)
    elif low:
        told = context.text("at least {low} {unit} in {year}", low=low, unit=unit, year=target.period)
    else:
        told = context.text("at most {high} {unit} in {year}", high=high, unit=unit, year=target.period)
    return " ".join(told.split())


def _actions(context: Context, regenerative: Regenerative) -> list[Reach]:
    statuses = status_names(context)
    actions = regenerative.actions
    far = actions[(actions["horizon_years"] >= LONG_HORIZON_YEARS) & actions["period"].notna()]
    reaches = [
        Reach(
            str(row["activity"] or row["action_id"]),
            int(str(row["period"])[:4]),
            int(str(row["period"])[:4]) + int(row["horizon_years"]),
            "",
            statuses.get(str(row["status"]), ""),
            is_goal=False,
        )
        for row in far.to_dict("records")
    ]
    latest = {reach.name: reach for reach in sorted(reaches, key=lambda reach: reach.first)}
    return sorted(latest.values(), key=lambda reach: -reach.last)[:_MOST_ACTIONS]
