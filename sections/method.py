"""The method note under a page: what each of its figures means and how it is computed."""

from collections.abc import Iterable

import streamlit as st

from charts.passport import PassportText, passports_html
from frame.context import Context
from kpis.catalogue import catalogue
from kpis.declare import Passport


def draw_method_note(context: Context, ids: Iterable[str]) -> None:
    """Draw the passports of the figures, folded away."""
    with st.expander(context.text("How these figures are computed")):
        st.html(passports_html(passport_text(context, catalogue()[kpi_id]) for kpi_id in ids))


def passport_text(context: Context, passport: Passport) -> PassportText:
    """Return the passport in the reader's language: what the figure is, how it is read and computed, its source."""
    say = context.language.kpi_text
    needs = context.text(
        "Needs: {needs}. Source: {source}.", needs=say(passport.minimum_data).rstrip("."), source=passport.source
    )
    return PassportText(
        say(passport.name),
        passport.id,
        f"{say(passport.question)} {say(passport.reading)}",
        (say(passport.method), needs),
    )
