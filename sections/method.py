"""The method note under a page: what each of its figures means and how it is computed."""

from collections.abc import Iterable

import streamlit as st

from frame.context import Context
from kpis.catalogue import catalogue
from kpis.declare import Passport


def draw_method_note(context: Context, ids: Iterable[str]) -> None:
    """Draw the passports of the figures, folded away, with a way to the method page."""
    with st.expander(context.text("How these figures are computed")):
        for kpi_id in ids:
            draw_passport(context, catalogue()[kpi_id])


def draw_passport(context: Context, passport: Passport) -> None:
    """Draw what one figure is, which question it answers, how it is read and computed, and where it comes from."""
    say = context.language.kpi_text
    st.markdown(f"**{say(passport.name)}** (`{passport.id}`)")
    st.markdown(f"{say(passport.question)} {say(passport.reading)}")
    st.caption(say(passport.method))
    st.caption(
        context.text(
            "Needs: {needs}. Source: {source}.", needs=say(passport.minimum_data).rstrip("."), source=passport.source
        )
    )
