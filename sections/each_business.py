"""Step 5 for a whole place: what each actor wishes, where it is weak, what it will do better, and its last sparring."""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from answers.logged import logged
from answers.places import Place, actor_names
from answers.profile_notes import OWN_DEVELOPMENT, ProfileNote, profile_notes
from charts.page_parts import heading
from frame.context import Context
from sections.collaboration_words import choice_names
from sections.profile_form import ProfileForm, draw_profile_form
from sections.tables import draw_table
from sections.words import capitalised, day_text, later_text

_SPARRING = "sparring"


def draw_each_business(context: Context, place: Place, year: int) -> None:
    """Draw a row for each actor that has told something or had sparring, and the form."""
    found = profile_notes(context.data, place, OWN_DEVELOPMENT)
    sparring = logged(context.data, place, _SPARRING, year)
    st.html(
        heading(
            context.text("Each business by itself"),
            context.text("Step 5: wishes, weaknesses, own improvements and sparring; figures are on each actor's page"),
        )
    )
    draw_table(
        context,
        _table(context, place, found, sparring),
        context.text("Each business by itself"),
        "each_business",
        rows=40,
        empty=context.text(
            "Nobody has told a wish or a weakness yet. Ask each business one question: what would help you?"
        ),
    )
    form = ProfileForm(
        "each_business",
        context.text("Own development ({place})", place=place.name),
        context.text("Write or correct a wish, a weakness or an improvement"),
        OWN_DEVELOPMENT,
    )
    draw_profile_form(context, place, found, form)


def _table(context: Context, place: Place, found: tuple[ProfileNote, ...], sparring: pd.DataFrame) -> pd.DataFrame:
    fields = choice_names(context, "profiles", "field")
    told = {(one.entity, one.field): one.text for one in found}
    names = {one.entity: one.name for one in found}
    last = {str(row["actor_id"]): row for row in reversed(sparring.to_dict("records")) if row["actor_id"]}
    every = {**actor_names(context.data), **names}
    return pd.DataFrame(
        {
            context.text("Actor"): every.get(code, code),
            **{capitalised(fields[field]): told.get((code, field), "") for field in OWN_DEVELOPMENT},
            context.text("Last sparring"): _last(context, last[code]) if code in last else "",
        }
        for code in (place.code, *place.actors)
        if code in names or code in last
    )


def _last(context: Context, entry: Mapping[Hashable, Any]) -> str:
    said = entry["learned"] or entry["text"] or entry["subject"] or ""
    day = day_text(context, entry["date"])
    return ": ".join(filter(None, (later_text(context, day) if entry["later"] else day, str(said))))
