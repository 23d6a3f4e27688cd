"""Streamlit's own words in the reader's language, as a style sheet: it has no other way to say most of them.

The words that are replaced stay in the page, without size, so a screen reader still meets them in English.
"""

import json
from collections.abc import Mapping

from locales import Language

_ZONE = '[data-testid="stFileUploaderDropzone"]'
_LIMIT = '[data-testid="stFileUploaderDropzoneInstructions"] span'
_CHIP = '[data-testid="stFileChip"][aria-invalid="true"]'
_HINT = '[data-testid="InputInstructions"] > span:first-child'
_NONE = '[data-empty="true"] [role="option"] > span'
_SMALL, _BUTTON = "0.8125rem", "0.9375rem"


def widget_words_html(language: Language) -> str:
    """Return the style sheet that says in this language what fields, lists and the upload say by themselves."""
    refused = language.text("The file was not taken: it is too large, or of another kind.")
    rules = [
        *(_instead(*rule) for rule in _words(language, refused)),
        f"{_CHIP} {{flex-wrap: wrap;}}",
        f"{_CHIP}::after {{content: {_quoted(refused)}; width: 100%; font-size: {_SMALL};}}",
    ]
    return f"<style>{''.join(rules)}</style>"


def _words(language: Language, refused: str) -> list[tuple[str, str, str]]:
    """What stands where, and how large; of two rules for one place the later holds."""
    told: Mapping[str, str] = {
        _LIMIT: language.text("at most 25 MB"),
        f'[class*="st-key-mapping_"] {_LIMIT}': language.text("at most 1 MB"),
        f"{_ZONE} > input + div > span": language.text("Drop the file here"),
        _HINT: language.text("Press Enter to confirm"),
        f'[data-testid="stTextArea"] {_HINT}': language.text("Press Ctrl+Enter (⌘+Enter on a Mac) to confirm"),
        _NONE: language.text("Nothing to choose here"),
    }
    return [
        (f"{_ZONE} button p", language.text("Choose a file"), _BUTTON),
        *((place, words, _SMALL) for place, words in told.items()),
        ('[data-testid="stTooltipErrorContent"]', refused, _SMALL),
    ]


def _instead(place: str, words: str, size: str) -> str:
    return f"{place}, {place} * {{font-size: 0;}} {place}::after {{content: {_quoted(words)}; font-size: {size};}}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
