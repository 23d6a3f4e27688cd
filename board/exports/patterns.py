"""How a spreadsheet program and a chart show the figures of a sent page."""

from answers import patterns
from answers.downloads import Patterned
from answers.patterns import IN_WORDS, pattern_of
from board.content import Cell
from locales import Language


def patterned(cell: Cell, language: Language) -> Patterned | None:
    """Return the cell's number with the pattern that shows it as its text says, or None where it has no number."""
    return None if cell.number is None else patterns.patterned(cell.number, cell.text, language)


def is_number(cell: Cell, language: Language) -> bool:
    """True where the cell has a number and was written as one, not in words."""
    return cell.number is not None and pattern_of(cell.text, language) != IN_WORDS
