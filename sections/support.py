"""The help that a place has asked for, been promised and received from those around it."""

import pandas as pd
import streamlit as st

from answers.lineage.hiding import columns_shown
from answers.logged import logged, within
from answers.places import Place
from charts.page_parts import heading, note_html
from frame.context import Context
from locales.rounding import whole
from sections.editor import draw_editor
from sections.log_entries import draw_entries
from sections.row_form import RowForm
from sections.stakeholders import draw_stakeholders

SUPPORT = "support"
_SHOWN = ("subject", "support_state", "who", "date", "text", "hours", "amount_dkk")
_ASKED = ("date", "stakeholder", "who", "subject", "support_state", "text", "hours", "amount_dkk")
_NEEDED = ("date", "who", "support_state", "text")
_STATES = ("asked", "promised", "received")


def draw_support(context: Context, place: Place, year: int) -> None:
    """Draw the support of the place, what each state of it adds up to by the end of the year, and the form."""
    found = logged(context.data, place, SUPPORT, year)
    st.html(heading(context.text("Support"), context.text("Help asked for, promised and received, from the log")))
    if len(found):
        st.html(note_html(_sums(context, within(found))))
        draw_entries(context, found, _SHOWN, context.text("Support asked for and received"), "support_log")
    else:
        st.html(note_html(context.text("No support is in the log, so it is unknown and not 0.")))
    _draw_editor(context, place, found)
    draw_stakeholders(context, found)


def _sums(context: Context, found: pd.DataFrame) -> str:
    """Say how many and how much is in each state; hours and money are never added to each other."""
    words = {
        "asked": context.text("asked for"),
        "promised": context.text("promised"),
        "received": context.text("received"),
    }
    parts = [_sum(context, words[state], found[found["support_state"] == state]) for state in _STATES]
    none = context.text("No support is in the log until the end of {year}.", year=context.year)
    return ". ".join(filter(None, parts)) or none


def _sum(context: Context, state: str, entries: pd.DataFrame) -> str:
    if entries.empty:
        return ""
    language = context.language
    units = {
        "hours": lambda n: language.plural("{n} hour", "{n} hours", whole(n)),
        "amount_dkk": lambda n: language.text("{n} DKK", n=language.number(n)),
    }
    sums = {column: entries[column].sum(min_count=1) for column in columns_shown("log", tuple(units), context.reader)}
    much = [units[column](total) for column, total in sums.items() if pd.notna(total)]
    told = language.listed(filter(None, much))
    return f"{state.capitalize()}: {language.number(len(entries))}" + (f" ({told})" if told else "")


def _draw_editor(context: Context, place: Place, found: pd.DataFrame) -> None:
    rows = {str(row["entry_id"]): str(row["subject"] or row["entry_id"]) for row in found.to_dict("records")}

    def form_of(chosen: str | None) -> RowForm:
        name = context.text("Support ({place})", place=place.name)
        if chosen:
            return RowForm(name, "log", {"entry_id": chosen}, _ASKED, _NEEDED)
        settled = {"actor_id" if place.kind == "actor" else "destination_id": place.code, "kind": SUPPORT, "step": "3"}
        return RowForm(name, "log", settled, _ASKED, _NEEDED, fresh={"entry_id": f"{place.code}-log"})

    draw_editor(context, context.text("Add or correct support"), rows, form_of, "support_log")
