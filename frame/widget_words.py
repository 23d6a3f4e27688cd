"""Streamlit's own words in the reader's language, as a style sheet: it has no other way to say most of them.

The words that are replaced stay in the page, without size, so a screen reader still meets them in English.
"""

import json
from collections.abc import Mapping

from locales import Language

_ZONE = '[data-testid="stFileUploaderDropzone"]'
_LIMIT = '[data-testid="stFileUploaderDropzoneInstructions"] span'
_CHIP = '[data-testid="stFileChip"][aria-invalid="true"]'
_REFUSAL = '[data-testid="stTooltipErrorContent"]'
_HINT = '[data-testid="InputInstructions"] > span:first-child'
_NONE = '[data-empty="true"] [role="option"] > span'
_LABEL = '[data-testid="stMainMenuItemLabel"]'
_SMALL, _PLAIN = "0.8125rem", "0.9375rem"


def widget_words_html(language: Language) -> str:
    """Return the style sheet that says in this language what fields, lists, the upload and the menu say themselves."""
    refused = language.text("The file was not taken: it is too large, or of another kind.")
    small = {**_words_of_fields(language), _REFUSAL: refused}
    plain = {f"{_ZONE} button p": language.text("Choose a file"), **_words_of_the_menu(language)}
    rules = [
        *(
            _instead(place, words, size)
            for told, size in ((small, _SMALL), (plain, _PLAIN))
            for place, words in told.items()
        ),
        f"{_REFUSAL} * {{font-size: 0;}} {_CHIP} {{flex-wrap: wrap;}}",
        f"{_CHIP}::after {{content: {_quoted(refused)}; width: 100%; font-size: {_SMALL};}}",
    ]
    return f"<style>{''.join(rules)}</style>"


def _words_of_fields(language: Language) -> Mapping[str, str]:
    """Return what stands where; of two rules for one place the later holds."""
    return {
        _LIMIT: language.text("at most 25 MB"),
        f'[class*="st-key-mapping_"] {_LIMIT}': language.text("at most 1 MB"),
        f"{_ZONE} > input + div > span": language.text("Drop the file here"),
        _HINT: language.text("Press Enter to confirm"),
        f'[data-testid="stTextArea"] {_HINT}': language.text("Press Ctrl+Enter (⌘+Enter on a Mac) to confirm"),
        _NONE: language.text("Nothing to choose here"),
    }


def _words_of_the_menu(language: Language) -> Mapping[str, str]:
    return {
        _item("theme-System"): language.text("System"),
        _item("theme-Light"): language.text("Light"),
        _item("theme-Dark"): language.text("Dark"),
        f"{_item('print')} {_LABEL}": language.text("Print"),
        f"{_item('recordScreencast')} {_LABEL}": language.text("Record the screen"),
    }


def _item(name: str) -> str:
    return f'[data-testid="stMainMenuItem-{name}"]'


def _instead(place: str, words: str, size: str) -> str:
    return f"{place} {{font-size: 0;}} {place}::after {{content: {_quoted(words)}; font-size: {size};}}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
