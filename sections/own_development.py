"""One actor's own development: what it wishes and where it is weak, the actions and the sparring; and the forms."""

import pandas as pd
import streamlit as st

from answers.places import Place
from answers.steps import TenSteps
from charts.page_parts import heading
from frame.context import Context
from sections.editor import draw_editor
from sections.log_entries import draw_entries
from sections.own_figures import draw_own_figures
from sections.plan import draw_actions, rows_in_words
from sections.row_form import RowForm
from sections.strategies import draw_strategies
from sections.tables import draw_table
from warehouse.schema import datasets

_COLUMNS = ("text", "author", "written_on")
_NEEDED = ("text", "author")


def draw_own_development(context: Context, steps: TenSteps) -> None:
    """Draw what one actor says of itself, its actions, and its sparring."""
    _draw_profile(context, steps.place)
    if context.year is not None:
        draw_own_figures(context, steps.place, context.year)
        draw_strategies(context, steps.place, context.year)
    draw_actions(context, steps)
    _draw_sparring(context, steps)


def _draw_profile(context: Context, place: Place) -> None:
    st.html(heading(context.text("In our own words"), context.text("Purpose, wishes, weaknesses and what we will do")))
    frame = context.data.frame("profiles")
    told = frame[frame["entity"] == place.code]
    names = {
        choice.code: choice.names[context.language.code] for choice in datasets()["profiles"].column("field").choices
    }
    shown = rows_in_words(context, "profiles", told, ("field", *_COLUMNS))
    empty = context.text("Nothing is written yet.")
    draw_table(context, shown, context.text("In our own words"), "profile", rows=12, empty=empty)
    rows = {str(field): names.get(str(field), str(field)) for field in told["field"]}

    def form_of(chosen: str | None) -> RowForm:
        name = context.text("Profile ({place})", place=place.name)
        if chosen:
            return RowForm(name, "profiles", {"entity": place.code, "field": chosen}, _COLUMNS, _NEEDED)
        return RowForm(name, "profiles", {"entity": place.code}, ("field", *_COLUMNS), _NEEDED)

    draw_editor(context, context.text("Write or correct the profile"), rows, form_of, "profile")


def _draw_sparring(context: Context, steps: TenSteps) -> None:
    st.html(heading(context.text("Sparring"), context.text("Who advised, on what, and what was agreed")))
    entries: pd.DataFrame = steps.log[steps.log["kind"] == "sparring"]
    columns = ("date", "who", "subject", "text", "learned", "hours")
    empty = context.text("No sparring is written down yet.")
    draw_entries(context, entries, columns, context.text("Sparring"), "sparring", empty=empty)
    rows = {str(row["entry_id"]): str(row["subject"] or row["entry_id"]) for row in entries.to_dict("records")}
    place = steps.place

    def form_of(chosen: str | None) -> RowForm:
        name, needed = context.text("Sparring ({place})", place=place.name), ("date", "subject")
        if chosen:
            return RowForm(name, "log", {"entry_id": chosen}, columns, needed)
        settled = {"actor_id": place.code, "kind": "sparring", "step": "5"}
        return RowForm(name, "log", settled, columns, needed, fresh={"entry_id": f"{place.code}-log"})

    draw_editor(context, context.text("Write down a session of sparring"), rows, form_of, "sparring")
