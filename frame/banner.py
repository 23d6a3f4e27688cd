"""What must be said above every page: that what is shown is invented, or that the sample has stepped aside."""

import streamlit as st

from answers.data import Data
from charts.page_parts import note_html
from locales import Language


def draw_banners(data: Data, language: Language) -> None:
    """Draw what concerns the whole app."""
    if data.is_sample:
        said = language.text(
            "Invented sample region: no place, actor or figure in it exists. It steps aside as soon as you load data "
            "about places of your own. What is changed of its own places belongs to it, and is removed with it on the "
            "page Data."
        )
        st.html(note_html(said))
