"""The events of a place, by which the share that grows out of its own heritage is counted; and the form for them."""

import pandas as pd
import streamlit as st

from answers.events import events_from
from answers.logged import is_later
from answers.places import Place, actor_names
from charts.page_parts import heading
from frame.context import Context
from sections.editor import draw_editor
from sections.row_form import RowForm
from sections.tables import draw_table, written_table
from sections.words import day_of, day_text, headers_of, later_marked

_SHOWN = ("name", "date", "actor_id", "attendance", "local_heritage", "rule_note")
_ASKED = ("name", "actor_id", "date", "attendance", "local_heritage", "rule_note")
_NEEDED = ("name", "actor_id", "date")


def draw_events(context: Context, place: Place, year: int) -> None:
    """Draw the events of the year and those after it, which are marked, and the form; nothing for an area."""
    if place.kind == "area":
        return
    found = events_from(context.data, place, year)
    st.html(
        heading(
            context.text("Events"),
            context.text("What was held, and whether it grows out of the place, by your own rule"),
        )
    )
    table = _table(context, found)
    written, date = written_table(context, table), headers_of(context, "events")["date"]
    written[date] = later_marked(context, written[date], (is_later(day, year) for day in found["date"]))
    empty = context.text("No event of {year} is told of, so the share of them is unknown and not 0.", year=year)
    draw_table(
        context, table, context.text("Events in {year} and after", year=year), "events", written=written, empty=empty
    )
    _draw_form(context, place, found)


def _table(context: Context, found: pd.DataFrame) -> pd.DataFrame:
    header, names = headers_of(context, "events"), actor_names(context.data)
    said = {1.0: context.text("yes"), 0.0: context.text("no")}
    told = {
        **{column: found[column] for column in _SHOWN},
        "name": found["name"].where(found["name"].notna(), found["event_id"]),
        "date": found["date"].map(day_of),
        "actor_id": found["actor_id"].map(lambda actor: names.get(actor, actor)),
        "local_heritage": found["local_heritage"].map(lambda flag: said.get(flag, context.text("not told"))),
    }
    return pd.DataFrame({header[column]: told[column] for column in _SHOWN})


def _draw_form(context: Context, place: Place, found: pd.DataFrame) -> None:
    names = actor_names(context.data)
    labels = {
        "actor_id": {actor: names.get(actor, actor) for actor in place.actors},
        "local_heritage": {"1": context.text("yes"), "0": context.text("no")},
    }
    rows = {
        str(row["event_id"]): f"{row['name'] or row['event_id']}, {day_text(context, row['date'])}"
        for row in found.to_dict("records")
    }

    def form_of(chosen: str | None) -> RowForm:
        name = context.text("Event ({place})", place=place.name)
        if chosen:
            return RowForm(name, "events", {"event_id": chosen}, _ASKED, _NEEDED, labels=labels)
        return RowForm(name, "events", {}, _ASKED, _NEEDED, fresh={"event_id": f"{place.code}-events"}, labels=labels)

    draw_editor(context, context.text("Write down or correct an event"), rows, form_of, "events")
