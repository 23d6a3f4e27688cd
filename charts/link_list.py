"""A short list of links under a line that says what they are."""

from collections.abc import Iterable
from typing import NamedTuple

from charts.markup import tidy


class Entry(NamedTuple):
    """One link, and a word about it."""

    words: str
    address: str
    note: str = ""


def links_html(title: str, entries: Iterable[Entry]) -> str:
    """Return the links under their title, each opening in the same window."""
    inside = "".join(
        f'<li><a href="{tidy(entry.address)}" target="_self">{tidy(entry.words)}</a>{_note(entry)}</li>'
        for entry in entries
    )
    return f'<p class="kp-note">{tidy(title)}</p><ul class="kp-links">{inside}</ul>'


def _note(entry: Entry) -> str:
    return f' <span class="kp-note">{tidy(entry.note)}</span>' if entry.note else ""
