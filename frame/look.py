"""What the browser is told about every page: its language and its title."""

import json

import streamlit as st

from charts.sheet import style_html
from frame.scripts import LOOK, script_html
from locales import Language


def set_look(language: Language, title: str) -> None:
    """Set the style sheet, and the document's language and title; Streamlit itself always says English."""
    st.html(style_html())
    st.html(_words_of_the_uploader(language))
    st.html(across_html(language))
    told = {"lang": language.code, "title": f"{title} · Kulturpuls"}
    st.html(script_html(LOOK, told), unsafe_allow_javascript=True)


def across_html(language: Language) -> str:
    """Return what a table says that is wider than the page, as the style sheet reads it."""
    words = json.dumps(language.text("Scroll sideways →"), ensure_ascii=False)
    return f"<style>:root{{--kp-across-words:{words}}}</style>"


def _words_of_the_uploader(language: Language) -> str:
    """The upload field in the reader's language: Streamlit offers no way to say its words otherwise."""
    zone = '[data-testid="stFileUploaderDropzone'
    chip, tip = '[data-testid="stFileChip"][aria-invalid="true"]', '[data-testid="stTooltipErrorContent"]'
    refused = json.dumps(
        language.text("The file was not taken: it is too large, or of another kind."), ensure_ascii=False
    )
    button, hint = json.dumps(language.text("Choose a file"), ensure_ascii=False), language.text("at most 25 MB")
    return (
        f'<style>{zone}"] button p, {zone}Instructions"] span {{font-size: 0;}}'
        f'{zone}"] button p::after {{content: {button}; font-size: 0.9375rem;}}'
        f'{zone}Instructions"] span::after {{content: {json.dumps(hint, ensure_ascii=False)}; font-size: 0.8125rem;}}'
        f"{chip} {{flex-wrap: wrap;}} {chip}::after {{content: {refused}; width: 100%; font-size: 0.8125rem;}}"
        f"{tip} * {{font-size: 0;}} {tip}::after {{content: {refused}; font-size: 0.8125rem;}}"
        "</style>"
    )
