"""Role cards: what each does and what each needs from the others, side by side."""

from collections.abc import Sequence
from typing import NamedTuple

from charts.markup import tidy


class RoleCardText(NamedTuple):
    """One card in words; `signed` tells whose words they are and when."""

    name: str
    kind: str
    does: str
    needs: str
    signed: str


def role_cards_html(cards: Sequence[RoleCardText], *, does_label: str, needs_label: str, untold: str) -> str:
    """Return the cards as one grid; what nobody has told says so."""
    return f'<div class="kp-cards">{"".join(_card(card, does_label, needs_label, untold) for card in cards)}</div>'


def _card(card: RoleCardText, does_label: str, needs_label: str, untold: str) -> str:
    told = "".join(
        f"<dt>{tidy(label)}</dt><dd>{tidy(text or untold)}</dd>"
        for label, text in ((does_label, card.does), (needs_label, card.needs))
    )
    signed = f'<p class="kp-note">{tidy(card.signed)}</p>' if card.signed else ""
    return (
        f'<section class="kp-card"><h3>{tidy(card.name)}</h3><p class="kp-card-kind">{tidy(card.kind)}</p>'
        f"<dl>{told}</dl>{signed}</section>"
    )
