"""A workbook as opened: sheets of cells with their addresses, before anyone asks what they mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class ErrorCell:
    """A cell in error, such as #DIV/0!."""

    code: str

    def __str__(self) -> str:
        return self.code


@dataclass(frozen=True, slots=True)
class UncachedFormula:
    """A formula whose result was never stored; only a spreadsheet program can compute it."""

    formula: str

    def __str__(self) -> str:
        return self.formula


CellValue = str | int | float | bool | datetime | date | time | timedelta | ErrorCell | UncachedFormula | None


class Range(NamedTuple):
    """A rectangle of cells, counted from 0, all ends included."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        first = address(self.top, self.left)
        return first if self[:2] == self[2:] else f"{first}:{address(self.bottom, self.right)}"


def address(row: int, column: int) -> str:
    """Return the cell's name on its sheet, such as "C7"; row and column count from 0."""
    return f"{letters_of(column)}{row + 1}"


# openpyxl has it too, but whoever names a cell would wait for all of openpyxl.
@cache
def letters_of(column: int) -> str:
    """Return the letters of a column counted from 0: "A", "Z", "AA"."""
    before, last = divmod(column, 26)
    return (letters_of(before - 1) if before else "") + chr(ord("A") + last)


@dataclass(frozen=True)
class Sheet:
    """One sheet: `rows[r][c]` from A1 without gaps, None where empty; cells hidden under a merge are None.

    `formats` holds the number format of the cells that have one other than General, where the reader knows it.
    """

    name: str
    rows: Sequence[Sequence[CellValue]]
    hidden: bool = False
    merges: Sequence[Range] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    formats: Mapping[tuple[int, int], str] = field(default_factory=dict)


@dataclass(frozen=True)
class Workbook:
    """An opened file; `format` is xlsx, xls, ods, xlsb or csv."""

    format: str
    sheets: Sequence[Sheet]
