"""What is agreed: the actions with who and when, and the reviews with what was learned."""

from collections.abc import Mapping
from datetime import date
from math import isnan

import pandas as pd
import streamlit as st

from answers.steps import TenSteps
from charts.page_parts import heading
from frame.context import Context
from sections.editor import draw_editor
from sections.row_form import RowForm
from sections.steps_figures import step_names
from sections.tables import draw_table, written_table
from sections.words import day_of, headers_of, later_marked
from warehouse.schema import Column, datasets

_ACTION = ("what", "who", "why", "how", "due", "done", "status", "step", "theme", "evidence_link")
_DECISION = ("date", "who", "subject", "step", "text", "learned", "next_on", "evidence_link")


def draw_actions(context: Context, steps: TenSteps) -> None:
    """Draw the actions, those that are overdue first and marked, and the form."""
    dataset, code = datasets()["actions"], context.language.code
    st.html(heading(context.text("Actions agreed"), context.text("Who does what, and by when; overdue ones first")))
    actions = steps.actions
    shown = rows_in_words(context, "actions", actions, ("what", "who", "why", "due", "done", "status", "step"))
    state, late = dataset.column("status").header[code], context.text("overdue")
    shown[state] = [late if overdue else said for overdue, said in zip(actions["overdue"], shown[state], strict=True)]
    empty = context.text("No action is agreed yet.")
    draw_table(context, shown, context.text("Actions"), "plan_actions", rows=20, empty=empty)
    _draw_editor(context, steps, "actions", _ACTION, ("what", "who"), context.text("Add or correct an action"))


def draw_reviews(context: Context, steps: TenSteps) -> None:
    """Draw the decisions of the reviews, newest first, with what was learned, and the form for the next."""
    st.html(
        heading(
            context.text("The review cycle"),
            context.text("Plan, try, measure, adjust: what was decided, and what was learned"),
        )
    )
    columns = ("date", "subject", "text", "learned", "who", "step", "next_on")
    shown, empty = rows_in_words(context, "log", steps.decisions, columns), context.text("No review has been held yet.")
    written, date = written_table(context, shown), headers_of(context, "log")["date"]
    written[date] = later_marked(context, written[date], steps.decisions["later"])
    draw_table(context, shown, context.text("Decisions"), "decisions", rows=12, written=written, empty=empty)
    needed = ("date", "subject", "text")
    _draw_editor(context, steps, "log", _DECISION, needed, context.text("Write down a decision"))


def rows_in_words(context: Context, dataset_id: str, frame: pd.DataFrame, columns: tuple[str, ...]) -> pd.DataFrame:
    """Return the rows as people read them: choices in words, numbers and days as such, "" for what is not known."""
    dataset, code = datasets()[dataset_id], context.language.code
    shown = {}
    for name in columns:
        column = dataset.column(name)
        words = {choice.code: choice.names[code] for choice in column.choices}
        shown[column.header[code]] = [_in_words(column, words, said) for said in frame[name]]
    return pd.DataFrame(shown)


def _in_words(column: Column, words: Mapping[str, str], said: object) -> str | float | date:
    if said is None or said == "" or (isinstance(said, float) and isnan(said)):
        return ""
    if column.kind == "date":
        return day_of(said) or ""
    if column.is_number:
        return float(str(said))
    return words.get(str(said), str(said))


def _draw_editor(
    context: Context, steps: TenSteps, dataset: str, columns: tuple[str, ...], needed: tuple[str, ...], title: str
) -> None:
    place, frame = steps.place, {"actions": steps.actions, "log": steps.decisions}[dataset]
    key = datasets()[dataset].keys[0].id
    named = {"actions": "what", "log": "subject"}[dataset]
    rows = {str(row[key]): str(row[named] or row[key]) for row in frame.to_dict("records")}
    settled = {"actor_id" if place.kind == "actor" else "destination_id": place.code}
    settled |= {"kind": "decision"} if dataset == "log" else {}

    def form_of(chosen: str | None) -> RowForm:
        new = context.text("a new one")
        name = f"{datasets()[dataset].name[context.language.code]}: {rows.get(chosen or '', new)}"
        labels = {"step": step_names(context)}
        if chosen:
            return RowForm(name, dataset, {key: chosen}, columns, needed, labels=labels)
        return RowForm(name, dataset, settled, columns, needed, fresh={key: f"{place.code}-{dataset}"}, labels=labels)

    draw_editor(context, title, rows, form_of, dataset)
