"""Finds the personal data of a workbook and covers it, before anything is made of the cells or said about them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from pipelines.cells import ERROR, FORMULA, NUMBER, TEXT, Rows, SheetCells
from pipelines.find_tables import TableArea
from pipelines.grid import Sheet
from pipelines.marks import SheetMarks
from pipelines.personal import CPR_NUMBER, SHORTEST_CPR, PersonalCell, has_ten_digits, masked, names_cpr, personal_code

_NUMBER = re.compile(r"\s*[+-]?\d[\d.,\s]*")
_KINDS = 256
_SMALLEST, _LARGEST = 101_000_000, 3_112_999_999


def screened(sheet: Sheet) -> SheetCells:
    """Return the cells of a sheet with what is surely personal data covered, and masked in its name."""
    cells = SheetCells(replace(sheet, name=masked(sheet.name)))
    cover_certain(cells)
    return cells


def cover_certain(cells: SheetCells) -> None:
    """Cover every cell that is personal data wherever it stands: a hyphenated CPR number or an e-mail address."""
    formulas = map(str, cells.values[cells.kinds == FORMULA])
    telling = (text for text in (*cells.texts, *formulas) if len(text) >= SHORTEST_CPR or "@" in text)
    codes = {text: code for text in telling if (code := personal_code(text))}
    for column, rows, texts in _columns(cells, TEXT, FORMULA) if codes else ():
        for row, text in zip(rows, texts, strict=True):
            if code := codes.get(str(text)):
                _cover(cells, int(row), column, code)


def cover_digits(cells: SheetCells, tables: Sequence[TableArea]) -> bool:
    """Cover every ten-digit text with a valid date that counts nothing; return whether there was any.

    What stands in a column of figures counts something: one that a table reads as such, or one in which most numbers
    are no CPR numbers; but no figure is written with a zero in front. A number, and not a text, is a CPR number only
    below a header that says so.
    """
    if not any(_may_tell(text) for text in cells.texts):
        return False
    found = np.zeros(cells.kinds.shape, dtype=bool)
    figures = np.zeros(cells.kinds.shape, dtype=bool)
    for table in tables:
        figures[table.header.stop : table.area.bottom + 1, _figures(table)] = True
    for column, rows, texts in _columns(cells, TEXT):
        for at in _cpr_texts(cells, column, texts):
            found[rows[at], column] = texts[at].startswith("0") or not figures[rows[at], column]
        numbers = _cpr_numbers(cells, column, rows, texts)
        found[numbers, column] = ~figures[numbers, column]
    for row, column in zip(*np.nonzero(found), strict=True):
        _cover(cells, int(row), int(column), CPR_NUMBER)
    return bool(found.any())


def _may_tell(text: str) -> bool:
    return bool((len(text) >= SHORTEST_CPR and has_ten_digits(text)) or names_cpr(text))


def refuse_personal(cells: SheetCells, marks: SheetMarks) -> None:
    """Refuse every cell that was covered."""
    for column, rows, values in _columns(cells, ERROR):
        for row, value in zip(rows.tolist(), values, strict=True):
            if isinstance(value, PersonalCell):
                marks.refuse(row, column, value.code, {})


def _columns(cells: SheetCells, *kinds: int) -> Iterator[tuple[int, Rows, list[Any]]]:
    """Give each column that has cells of those kinds, with their rows and values."""
    wanted = np.isin(np.arange(_KINDS), kinds)
    for column in range(cells.width):
        rows = np.flatnonzero(wanted[cells.kinds[:, column]])
        if len(rows):
            yield column, rows, cells.values[rows, column].tolist()


def _cover(cells: SheetCells, row: int, column: int, code: str) -> None:
    cells.values[row, column] = PersonalCell(code)
    cells.kinds[row, column] = ERROR


def _cpr_texts(cells: SheetCells, column: int, texts: Sequence[str]) -> list[int]:
    """Return the positions of the texts with a CPR number of ten digits; alone in a column of figures it is none."""
    digits = {text for text in set(texts) if len(text) >= SHORTEST_CPR and has_ten_digits(text)}
    if not digits:
        return []
    numbers = [text for text in texts if _NUMBER.fullmatch(text)]
    others = int((cells.kinds[:, column] == NUMBER).sum()) + sum(text not in digits for text in numbers)
    if others > sum(text in digits for text in numbers):
        digits -= {text for text in numbers if not text.startswith("0")}
    return [at for at, text in enumerate(texts) if text in digits]


def _cpr_numbers(cells: SheetCells, column: int, rows: Rows, texts: Sequence[str]) -> list[int]:
    """Return the rows below a header that says so whose numbers are CPR numbers that lost their first zero."""
    numbers = np.flatnonzero(cells.kinds[:, column] == NUMBER)
    if not len(numbers):
        return []
    header = next((row for row, text in zip(rows.tolist(), texts, strict=True) if names_cpr(text)), None)
    below = numbers[numbers > header] if header is not None else ()
    return [int(row) for row in below if _is_cpr(cells.values[row, column])]


def _is_cpr(number: float) -> bool:
    return _SMALLEST <= number <= _LARGEST and number == int(number) and has_ten_digits(f"{int(number):010d}")


def _figures(table: TableArea) -> list[int]:
    """Return the columns of a table that count something."""
    layout = table.layout
    counting = [value.header.index for value in layout.values if value.column.is_number]
    return [*counting, *(total.header.index for total in layout.totals)]
