"""The text parts of a page: the answering sentence, a figure's heading, notes, and what an empty page says first."""

import re
from collections.abc import Sequence

import plotly.graph_objects as go

from charts.key import key_entries
from charts.markup import tidy

_LONG = 130


def sentence_html(text: str, *, question: str = "", strong: Sequence[str] = ()) -> str:
    """Return the sentence that answers the page's question, with the question as the page's heading above it.

    Each passage of `strong` that occurs in the text, such as its number, is set in the colour of the place.
    """
    above = f'<h1 class="kp-question">{tidy(question)}</h1>' if question else ""
    look = "kp-sentence" if len(text) <= _LONG else "kp-sentence kp-long"
    return f'<header class="kp-head">{above}<p class="{look}">{_with_strong(text, strong)}</p></header>'


def _with_strong(text: str, strong: Sequence[str]) -> str:
    passages = sorted(filter(None, strong), key=len, reverse=True)
    if not passages:
        return tidy(text)
    parts = re.split(f"({'|'.join(map(re.escape, passages))})", text)
    return "".join(f"<strong>{tidy(part)}</strong>" if i % 2 else tidy(part) for i, part in enumerate(parts))


def heading_html(figure: go.Figure) -> str:
    """Return what stands above a figure: its title (the finding), subtitle (measure, unit, period) and key of marks."""
    told = figure.layout.meta
    entries = "".join(
        f'<li><i class="kp-key-{look}" style="--kp-mark:var(--kp-{colour.replace("_", "-")})"></i>{tidy(words)}</li>'
        for look, colour, words in key_entries(figure)
    )
    key = f'<ul class="kp-key">{entries}</ul>' if entries else ""
    return heading(told["title"], told["subtitle"]) + key


def heading(title: str, subtitle: str = "") -> str:
    """Return a heading in the same style for what is no figure, such as a table or a form."""
    below = f'<p class="kp-subtitle">{tidy(subtitle)}</p>' if subtitle else ""
    return f'<div class="kp-heading"><h2>{tidy(title)}</h2>{below}</div>'


def alt_text(figure: go.Figure) -> str:
    """Return the figure's text for those who cannot see it, for `st.plotly_chart(alt=...)`."""
    told = figure.layout.meta
    return ". ".join(filter(None, (told["title"].rstrip("."), told["subtitle"])))


def note_html(text: str) -> str:
    """Return a note under a figure or table: source, method, what was left out."""
    return f'<p class="kp-note">{tidy(text)}</p>'


def warning_html(text: str) -> str:
    """Return a note that must not be overlooked, such as an incomplete period."""
    return f'<p class="kp-note kp-warning" role="note">{tidy(text)}</p>'


def empty_html(title: str, steps: Sequence[str]) -> str:
    """Return what a page without data says: what it would show, and what to do first, in order."""
    inside = "".join(f"<li>{tidy(step)}</li>" for step in steps)
    return f'<div class="kp-empty"><h2>{tidy(title)}</h2><ol>{inside}</ol></div>'
