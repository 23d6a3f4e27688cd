"""All passports, by theme, with a field to search them."""

import streamlit as st

from charts.passport import PassportText, folded_passports_html
from frame.context import Context
from kpis.catalogue import catalogue
from kpis.declare import Theme
from sections.method import passport_text
from sections.themes import theme_names
from sections.words import plain_markdown


def draw_passports(context: Context) -> None:
    """Draw the passports that hold what is searched for, every one of them where nothing is."""
    wanted = st.text_input(
        context.text("Search the figures"),
        placeholder=context.text("such as season, revenue, residents"),
        key="passport_search",
    )
    found = {theme: matching(passports, wanted) for theme, passports in _by_theme(context).items()}
    if not any(found.values()):
        st.write(context.text("No figure speaks of “{words}”.", words=plain_markdown(wanted)))
    names = theme_names(context)
    for theme, passports in found.items():
        if passports:
            st.subheader(names[theme])
            st.html(folded_passports_html(passports))


def _by_theme(context: Context) -> dict[Theme, list[PassportText]]:
    """The passports of each theme, written once for each view."""

    def write() -> dict[Theme, list[PassportText]]:
        by_theme: dict[Theme, list[PassportText]] = {}
        for passport in catalogue().values():
            by_theme.setdefault(passport.theme, []).append(passport_text(context, passport))
        return by_theme

    place = context.place.id if context.place else None
    return context.data.remember(("passports", place, context.year, context.language.code), write)


def matching(passports: list[PassportText], wanted: str) -> list[PassportText]:
    """Return the passports in which every word of `wanted` occurs, in whatever case and order."""
    words = wanted.casefold().split()
    return [passport for passport in passports if all(word in _all_of_it(passport) for word in words)]


def _all_of_it(passport: PassportText) -> str:
    texts = (text for part in passport.parts for text in part.texts)
    return " ".join((passport.name, passport.kpi, *texts)).casefold()
