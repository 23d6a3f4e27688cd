"""The cells of a sheet as arrays: what kind each is, and the distinct values of a column, without a loop per cell."""

from collections.abc import Iterable, Set
from datetime import date, time, timedelta
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from pipelines.array_rows import ArrayRows
from pipelines.grid import CellValue, ErrorCell, Range, Sheet, UncachedFormula

Objects = npt.NDArray[np.object_]
Kinds = npt.NDArray[np.uint8]
Rows = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

# A merge larger than this is decoration, not a label over columns.
LARGEST_MERGE = 100_000

EMPTY, TEXT, NUMBER, FLAG, DAY, CLOCK, ERROR, FORMULA = range(8)


class _KindByType(dict[type, int]):
    """The kind of each type of cell value; a type not met before is looked up once by its ancestors."""

    def __missing__(self, kind: type) -> int:
        ancestors = (
            (str, TEXT),
            (bool, FLAG),
            (np.bool_, FLAG),
            (date, DAY),
            (time | timedelta, CLOCK),
            (int | float | np.number, NUMBER),
            (ErrorCell, ERROR),
            (UncachedFormula, FORMULA),
        )
        self[kind] = next((code for ancestor, code in ancestors if issubclass(kind, ancestor)), ERROR)
        return self[kind]


_KINDS = _KindByType({type(None): EMPTY})


class SheetCells:
    """One sheet as arrays: `values` and `kinds` by row and column from A1; `shown` is false in hidden rows and columns.

    A cell is filled where its kind is not EMPTY; text of blanks only is empty. `texts` are the distinct texts.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.values = _as_array(sheet.rows)
        kinds, self.texts = kinds_and_texts(self.values.ravel())
        self.kinds = kinds.reshape(self.values.shape)
        self.filled: Mask = self.kinds != EMPTY
        self.shown = np.ones(self.values.shape, dtype=bool)
        height, width = self.values.shape
        self.shown[[row for row in sheet.hidden_rows if row < height], :] = False
        self.shown[:, [column for column in sheet.hidden_columns if column < width]] = False
        self.read: Mask = self.filled & self.shown

    @property
    def height(self) -> int:
        """How many rows there are."""
        return int(self.values.shape[0])

    @property
    def width(self) -> int:
        """How many columns there are."""
        return int(self.values.shape[1])

    def value(self, row: int, column: int) -> CellValue:
        """Return the value of a cell, None where it is empty or hidden."""
        height, width = self.read.shape
        value: CellValue = self.values[row, column] if row < height and column < width else None
        return value if value is not None and self.read[row, column] else None

    def column(self, rows: Rows, column: int) -> tuple[Objects, Kinds]:
        """Return the values and kinds of one column in those rows."""
        return self.values[rows, column], self.kinds[rows, column]

    def shows_only_year(self, row: int, column: int) -> bool:
        """True where a date is formatted so that only its year is seen."""
        shown = self.sheet.formats.get((row, column), "").casefold()
        return "y" in shown and "m" not in shown and "d" not in shown

    def merge_at(self, row: int, column: int) -> Range | None:
        """Return the merge that covers a cell, or None."""
        return self._merges.get((row, column))

    @cached_property
    def _merges(self) -> dict[tuple[int, int], Range]:
        clipped = [
            (min(merge.bottom, self.height - 1), min(merge.right, self.width - 1), merge) for merge in self.sheet.merges
        ]
        return {
            (row, column): merge
            for bottom, right, merge in clipped
            if (bottom - merge.top + 1) * (right - merge.left + 1) <= LARGEST_MERGE
            for row in range(merge.top, bottom + 1)
            for column in range(merge.left, right + 1)
        }


def _as_array(rows: Iterable[Iterable[CellValue]]) -> Objects:
    if isinstance(rows, ArrayRows):
        return rows.cells.copy()
    listed = [row if isinstance(row, list) else list(row) for row in rows]
    width = max(map(len, listed), default=0)
    values = np.empty((len(listed), width), dtype=object)
    if len({len(row) for row in listed}) > 1:
        listed = [row + [None] * (width - len(row)) for row in listed]
    if values.size:
        values[:] = listed
    return values


def kinds_and_texts(values: Objects) -> tuple[Kinds, Set[str]]:
    """Return the kind of each value of a flat array, and the distinct texts among them."""
    kinds = np.fromiter(map(_KINDS.__getitem__, map(type, values)), np.uint8, len(values))
    texts = np.flatnonzero(kinds == TEXT)
    listed = values[texts].tolist()
    found = set(listed)
    blank = {text for text in found if not text.strip()}
    if blank:
        kinds[texts[[text in blank for text in listed]]] = EMPTY
    return kinds, found - blank


def distinct(values: Objects, kinds: Kinds) -> tuple[npt.NDArray[np.int64], list[CellValue]]:
    """Return the position of each cell's value among the distinct values (-1 where empty), and those values.

    Values of different kinds stay apart, so that 1, True and "1" are three.
    """
    codes = np.full(len(values), -1, dtype=np.int64)
    found: list[Any] = []
    for kind in np.flatnonzero(np.bincount(kinds, minlength=1)[1:]) + 1:
        there = np.flatnonzero(kinds == kind)
        # A dictionary, because the factorize of pandas looks three times at each object before it counts any.
        listed = values[there].tolist()
        position = {value: at for at, value in enumerate(dict.fromkeys(listed), start=len(found))}
        codes[there] = np.fromiter(map(position.__getitem__, listed), np.int64, len(listed))
        found.extend(position)
    return codes, found


def combined(codes: Rows, more: Rows) -> Rows:
    """Return one number for each pair of numbers (from -1 up), equal where both are; from 0 up, and none far out."""
    # Most keys of most tables are the same all the way down.
    if len(more) and more.min() == more.max() and codes.min() >= 0:
        return codes
    found: Rows = pd.factorize(codes * (more.max(initial=0) + 2) + more + 1)[0].astype(np.int64)
    return found
