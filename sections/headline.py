"""The top of a page: its name and the sentence that answers its question."""

import streamlit as st

from charts.page_parts import sentence_html


def draw_headline(name: str, sentence: str) -> None:
    """Draw the page's name over the sentence that answers its question."""
    st.html(sentence_html(sentence, question=name))
