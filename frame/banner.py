"""What must be said above every page: that what is shown is invented, or that nothing is told of the place yet."""

import streamlit as st

from answers.data import Data
from answers.view import View, has_figures
from charts.page_parts import note_html


def draw_banners(data: Data, view: View) -> None:
    """Draw what concerns the whole app, and all pages of the place."""
    language = view.language
    if data.is_sample:
        said = language.text(
            "Invented sample region: no place, actor or figure in it exists. It steps aside as soon as you load data "
            "about places of your own. What is changed of its own places belongs to it, and is removed with it on the "
            "page Data."
        )
        st.html(note_html(said))
    if view.place is not None and not has_figures(data, view.place):
        said = language.text(
            "There are no visits, nights or income of {place} yet. Figures are loaded on the page Data; steps, groups "
            "and targets can be written without them.",
            place=view.place.name,
        )
        st.html(note_html(said))
