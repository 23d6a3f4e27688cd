"""How a spreadsheet program and a chart show a number so that it reads as it was written on the page."""

import re

from answers.downloads import Patterned
from board.content import Cell
from locales import Language

_NUMBER = re.compile(r"(?P<sign>[+\-−]?)(?P<digits>\d(?:[\d.,\u00a0\u202f]*\d)?)(?P<percent>\s*%)?")
_IN_WORDS = "General"


def patterned(cell: Cell, language: Language) -> Patterned | None:
    """Return the cell's number with the pattern that shows it as its text says, or None where it has no number."""
    return None if cell.number is None else Patterned(cell.number, pattern_of(cell.text, language))


def is_number(cell: Cell, language: Language) -> bool:
    """True where the cell has a number and was written as one, not in words."""
    return cell.number is not None and pattern_of(cell.text, language) != _IN_WORDS


def pattern_of(text: str, language: Language) -> str:
    """Return the pattern that writes a number as this text does: its decimals, its sign, per cent or not."""
    found = _NUMBER.fullmatch(text.strip())
    if not found:
        return _IN_WORDS
    decimals = _decimals(found["digits"], language)
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "") + ("%" if found["percent"] else "")
    return f"+{pattern};-{pattern};{pattern}" if found["sign"] == "+" else pattern


def _decimals(digits: str, language: Language) -> int:
    mark = str(language.locale.number_symbols["latn"]["decimal"])
    return len(digits.rpartition(mark)[2]) if mark in digits else 0
