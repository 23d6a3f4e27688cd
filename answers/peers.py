"""What a figure is elsewhere: the middle of the other destinations of the same data."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from answers.answer import Answer
from answers.data import Data
from answers.places import Place, places

AnswerOf = Callable[[Place], Answer | None]
FEWEST_PEERS = 3


@dataclass(frozen=True)
class Peers:
    """The middle of the other destinations that have the figure, and how many of how many those are.

    There is no middle of fewer than three: of two it would be a figure about one of them.
    """

    middle: float | None
    having: int
    of: int


def peers_of(data: Data, place: Place, answer_of: AnswerOf) -> Peers:
    """Return the figure's middle over the destinations that are not the place."""
    others = [other for other in places(data).values() if other.kind == "destination" and other.id != place.id]
    answers = (answer_of(other) for other in others)
    known = [answer.number for answer in answers if answer is not None and answer.number is not None]
    middle = median(known) if len(known) >= FEWEST_PEERS else None
    return Peers(middle, len(known), len(others))
