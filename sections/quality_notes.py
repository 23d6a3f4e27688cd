"""What quality is in a place and its houses: as the house itself, its peers and its visitors see it."""

import pandas as pd
import streamlit as st

from answers.institutions import houses
from answers.places import Place, actor_names
from answers.profile_notes import QUALITY, ProfileNote, profile_notes
from charts.page_parts import heading, note_html
from frame.context import Context
from sections.collaboration_words import choice_names
from sections.profile_form import ProfileForm, draw_profile_form
from sections.tables import draw_table
from sections.words import day_of, headers_of


def draw_quality_notes(context: Context, place: Place, year: int) -> None:
    """Draw the notes on quality with who and when, whose view of which house is missing, and the form."""
    if place.kind == "area":
        return
    found = profile_notes(context.data, place, QUALITY)
    st.html(
        heading(
            context.text("What quality is"),
            context.text("As the house itself, its peers and its visitors see it; words, never a mark"),
        )
    )
    empty = context.text("Nobody has said what quality is. Ask two peers and a handful of guests for a sentence each.")
    table = _table(context, found)
    draw_table(context, table, context.text("What quality is"), "quality_notes", rows=20, empty=empty)
    if lacking := _lacking(context, place, year, found):
        st.html(note_html(lacking))
    draw_profile_form(
        context,
        place,
        found,
        ProfileForm(
            "quality_notes",
            context.text("Quality ({place})", place=place.name),
            context.text("Write or correct a note on quality"),
            QUALITY,
        ),
    )


def _table(context: Context, found: tuple[ProfileNote, ...]) -> pd.DataFrame:
    header = headers_of(context, "profiles")
    fields = choice_names(context, "profiles", "field")
    return pd.DataFrame(
        {
            header["entity"]: one.name,
            context.text("Seen with whose eyes"): fields[one.field],
            header["text"]: one.text,
            header["author"]: one.author,
            header["written_on"]: day_of(one.written_on),
        }
        for one in found
    )


def _lacking(context: Context, place: Place, year: int, found: tuple[ProfileNote, ...]) -> str:
    """Say of the houses that somebody has spoken of whose view is missing."""
    names, fields = actor_names(context.data), choice_names(context, "profiles", "field")
    told = {(one.entity, one.field) for one in found}
    spoken_of = [actor for actor in houses(context.data, place, year) if any((actor, one) in told for one in QUALITY)]
    parts = [
        f"{names.get(actor, actor)}: {context.language.listed(lacks)}"
        for actor in spoken_of
        if (lacks := [fields[one] for one in QUALITY if (actor, one) not in told])
    ]
    return context.text("Still missing. {what}.", what="; ".join(parts)) if parts else ""
