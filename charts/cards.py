"""Cards side by side: each a name, what it is, and what is told of it under labels."""

from collections.abc import Sequence
from typing import NamedTuple

from charts.markup import tidy


class CardText(NamedTuple):
    """One card in words: `lines` are label and text; `signed` tells whose words they are and when."""

    name: str
    kind: str
    lines: Sequence[tuple[str, str]]
    signed: str = ""


def cards_html(cards: Sequence[CardText], *, untold: str) -> str:
    """Return the cards as one grid; what nobody has told says so."""
    return f'<div class="kp-cards">{"".join(_card(card, untold) for card in cards)}</div>'


def _card(card: CardText, untold: str) -> str:
    told = "".join(f"<dt>{tidy(label)}</dt><dd>{tidy(text or untold)}</dd>" for label, text in card.lines)
    signed = f'<p class="kp-note">{tidy(card.signed)}</p>' if card.signed else ""
    return (
        f'<section class="kp-card"><h3>{tidy(card.name)}</h3><p class="kp-card-kind">{tidy(card.kind)}</p>'
        f"<dl>{told}</dl>{signed}</section>"
    )
