"""What the browser is told about every page: its language and its title."""

import json

import streamlit as st

from charts.sheet import style_html
from frame.scripts import LOOK, script_html
from frame.widget_words import widget_words_html
from locales import Language


def set_look(language: Language, title: str) -> None:
    """Set the style sheet, and the document's language and title; Streamlit itself always says English."""
    st.html(style_html())
    st.html(widget_words_html(language))
    st.html(across_html(language))
    told = {"lang": language.code, "title": f"{title} · Kulturpuls"}
    st.html(script_html(LOOK, told), unsafe_allow_javascript=True)


def across_html(language: Language) -> str:
    """Return what a table says that is wider than the page, as the style sheet reads it."""
    words = json.dumps(language.text("Scroll sideways →"), ensure_ascii=False)
    return f"<style>:root{{--kp-across-words:{words}}}</style>"
