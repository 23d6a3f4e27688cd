"""What the browser is told about every page: its language and its title."""

import json

import streamlit as st

from charts.sheet import style_html
from locales import Language

# A change of theme runs nothing by itself, and figures would keep the colours of the other one. The first seconds do
# not count, because a page may start light and turn dark.
_FOLLOW_THEME = """
if (!window.kulturpulsTheme) {
  const scheme = () => getComputedStyle(document.querySelector('.stApp') || document.body).colorScheme;
  window.kulturpulsTheme = 'waiting';
  setTimeout(() => {
    window.kulturpulsTheme = scheme();
    setInterval(() => { if (scheme() !== window.kulturpulsTheme) { window.location.reload(); } }, 500);
  }, 4000);
}
"""


def set_look(language: Language, title: str) -> None:
    """Set the style sheet, and the document's language and title; Streamlit itself always says English."""
    script = (
        f"document.documentElement.lang = {json.dumps(language.code)};"
        f"document.title = {json.dumps(f'{title} · Kulturpuls')};"
    )
    st.html(style_html())
    st.html(_words_of_the_uploader(language))
    st.html(f"<script>{script}{_FOLLOW_THEME}</script>", unsafe_allow_javascript=True)


def _words_of_the_uploader(language: Language) -> str:
    """The upload field in the reader's language: Streamlit offers no way to say its words otherwise."""
    zone = '[data-testid="stFileUploaderDropzone'
    button, hint = json.dumps(language.text("Choose a file"), ensure_ascii=False), language.text("at most 25 MB")
    return (
        f'<style>{zone}"] button p, {zone}Instructions"] span {{font-size: 0;}}'
        f'{zone}"] button p::after {{content: {button}; font-size: 0.9375rem;}}'
        f'{zone}Instructions"] span::after {{content: {json.dumps(hint, ensure_ascii=False)}; font-size: 0.8125rem;}}'
        "</style>"
    )
