"""The other places beside a figure."""

from answers.answer import Answer
from answers.peers import Peers, peers_of
from board.content import Cell
from board.parts.asked import PlaceAsked
from board.parts.cells import result_cell
from kpis.result import Value


def peers(at: PlaceAsked, answer: Answer) -> Peers:
    """Return what the figure is in the other destinations."""
    return peers_of(at.asked.data, at.place, lambda other: PlaceAsked(at.asked, other).answer(answer.id))


def peer_cell(at: PlaceAsked, answer: Answer) -> Cell:
    """Return the middle of the other places, "–" where fewer than three have the figure."""
    middle = peers(at, answer).middle
    return result_cell(at, answer, None if middle is None else Value(middle), at.asked.year, "peers")


def peer_words(at: PlaceAsked, answer: Answer) -> str:
    """Return the middle of the other places as a comparison in words, "" where there is none."""
    found = peers(at, answer)
    if found.middle is None:
        return ""
    return at.asked.text("the middle of {n} other places is {value}", n=found.having, value=peer_cell(at, answer).text)
