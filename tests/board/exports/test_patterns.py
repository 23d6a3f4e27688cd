"""A figure of a sent page is a number in its exports where it was written as one."""

from board.content import Cell
from board.exports.patterns import is_number
from locales import DANISH


def test_a_number_told_in_words_is_no_number_of_a_sheet() -> None:
    assert is_number(Cell(text="3,2", number=3.2), DANISH)
    assert not is_number(Cell(text="evalueret", number=4), DANISH)
    assert not is_number(Cell(text="2025"), DANISH)
