"""What does each number mean?"""

import streamlit as st

from charts.passport import folded_passports_html
from frame.context import context
from frame.handover import hand_over
from kpis.catalogue import catalogue
from sections.dictionary import draw_dictionary, draw_sources
from sections.headline import draw_headline
from sections.method import passport_text
from sections.themes import theme_names


def method() -> None:
    """Draw the page Method."""
    asked = context()
    passports = list(catalogue().values())
    sentence = asked.text(
        "Here is what each of the {n} figures means, how it is computed and what it needs; "
        "a figure that cannot be computed says why instead of showing a number.",
        n=asked.language.number(len(passports)),
    )
    draw_headline(asked.text("Method"), sentence)
    for theme, name in theme_names(asked).items():
        of_theme = [passport for passport in passports if passport.theme == theme]
        if of_theme:
            st.subheader(name)
            st.html(folded_passports_html(passport_text(asked, passport) for passport in of_theme))
    draw_dictionary(asked)
    draw_sources(asked)


if __name__ == "__main__":
    hand_over()
