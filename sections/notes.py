"""Notes on the figures: what one must know to read them, written here or in a workbook."""

import pandas as pd
import streamlit as st

from answers.places import actor_names, places
from frame.context import Context
from sections.editor import draw_editor
from sections.row_form import RowForm
from sections.tables import draw_table
from sections.words import day_of
from warehouse.schema import ALL, datasets

_KEYS = ("date_from", "entity", "kind")
_COLUMNS = ("date_to", "owner", "text")
_NEEDED = ("owner", "text")


def draw_notes(context: Context) -> None:
    """Draw every note with its days and whom it concerns, and the form for them."""
    st.subheader(context.text("Notes on the figures"))
    frame, names = context.data.frame("notes"), _names(context)
    empty = context.text("There are no notes yet: a new counter, a rebuild or a festival belongs here.")
    draw_table(context, _table(context, frame, names), context.text("Notes"), "notes", rows=20, empty=empty)
    _draw_editor(context, frame, names)


def _names(context: Context) -> dict[str, str]:
    """Return what a note may concern, by code: all, a place or an actor."""
    known = {place.code: place.name for place in places(context.data).values()}
    return {ALL: context.text("everybody"), **known, **actor_names(context.data)}


def _table(context: Context, frame: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    dataset, code = datasets()["notes"], context.language.code
    kinds = _kinds(context)
    words = {"entity": names, "kind": kinds}
    return pd.DataFrame(
        {
            dataset.column(name).header[code]: [
                day_of(said)
                if dataset.column(name).kind == "date"
                else words.get(name, {}).get(str(said), str(said))
                if said
                else ""
                for said in frame[name]
            ]
            for name in ("date_from", "date_to", "entity", "kind", "text", "owner")
        }
    )


def _kinds(context: Context) -> dict[str, str]:
    code = context.language.code
    return {choice.code: choice.names[code] for choice in datasets()["notes"].column("kind").choices}


def _draw_editor(context: Context, frame: pd.DataFrame, names: dict[str, str]) -> None:
    kinds = _kinds(context)
    keys = {"|".join(str(row[key]) for key in _KEYS): row for row in frame.to_dict("records")}
    rows = {
        at: f"{row['date_from']} · {names.get(str(row['entity']), row['entity'])} · {kinds.get(str(row['kind']), '')}"
        for at, row in keys.items()
    }

    def form_of(chosen: str | None) -> RowForm:
        if chosen:
            settled = {key: str(keys[chosen][key]) for key in _KEYS}
            return RowForm(context.text("Note: {note}", note=rows[chosen]), "notes", settled, _COLUMNS, _NEEDED)
        return RowForm(context.text("Note"), "notes", {}, (*_KEYS, *_COLUMNS), _NEEDED, labels={"entity": names})

    draw_editor(context, context.text("Write or correct a note"), rows, form_of, "notes")
