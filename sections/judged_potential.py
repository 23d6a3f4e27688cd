"""What people judge the potential of a place and its businesses to be: words beside the figures, never in them."""

import pandas as pd
import streamlit as st

from answers.places import Place
from answers.profile_notes import POTENTIAL, profile_notes
from charts.page_parts import heading
from frame.context import Context
from sections.profile_form import ProfileForm, draw_profile_form
from sections.tables import draw_table
from sections.words import day_of, headers_of


def draw_judged_potential(context: Context, place: Place) -> None:
    """Draw the judgements with who made them and when, and the form; nothing for an area."""
    if place.kind == "area":
        return
    found = profile_notes(context.data, place, POTENTIAL)
    st.html(
        heading(
            context.text("The potential as people judge it"),
            context.text("Of the place and of each business, with who looked and when; never mixed into the figures"),
        )
    )
    header = headers_of(context, "profiles")
    table = pd.DataFrame(
        {
            header["entity"]: one.name,
            context.text("Judgement"): one.text,
            context.text("Judged by"): one.author,
            context.text("Judged on"): day_of(one.written_on),
        }
        for one in found
    )
    empty = context.text("Nobody has judged the potential yet. Ask an adviser to look at the figures and one business.")
    caption = context.text("The potential as people judge it")
    draw_table(context, table, caption, "judged_potential", rows=20, empty=empty)
    form = ProfileForm(
        "judged_potential",
        context.text("Judged potential ({place})", place=place.name),
        context.text("Write or correct a judgement"),
        POTENTIAL,
    )
    draw_profile_form(context, place, found, form)
