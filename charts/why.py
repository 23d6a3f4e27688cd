"""The WHY of a house, pinned above everything the page says about its money."""

from collections.abc import Sequence
from dataclasses import dataclass

from charts.markup import tidy


@dataclass(frozen=True)
class Why:
    """One purpose in the words of those who answer for it."""

    text: str
    signed: str


def why_html(purposes: Sequence[Why], *, label: str, none: str) -> str:
    """Return the purposes under their label, or what to do while there is none."""
    inside = "".join(
        f"<li><q>{tidy(purpose.text)}</q> <span>{tidy(purpose.signed)}</span></li>" for purpose in purposes
    )
    body = f"<ul>{inside}</ul>" if purposes else f'<p class="kp-note">{tidy(none)}</p>'
    return (
        f'<section class="kp-why" aria-label="{tidy(label)}"><p class="kp-why-label">{tidy(label)}</p>{body}</section>'
    )
