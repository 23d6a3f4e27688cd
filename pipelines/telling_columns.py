"""Columns nobody reads that tell rows of the same keys apart: each row is then a part of the whole, and not the whole.

Hidden rows count too: a row whose other parts are hidden looks like the whole.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from locales import plain_name
from pipelines.cells import EMPTY, TEXT, Mask, Rows, SheetCells, combined, distinct
from pipelines.find_tables import TableArea
from pipelines.grid import CellValue
from pipelines.layout import ValueColumn
from pipelines.periods import read_period
from pipelines.read_keys import KeyRead
from pipelines.table_rows import DATA, TableRows

_OPEN = frozenset({"unknown_column", "second_column", "note"})
# Where as many rows are told apart, the others are parts too, of which the rest is missing.
_MANY = 0.25


@dataclass(frozen=True)
class Telling:
    """A column that tells rows apart, and for each row of the table whether its figures may be a part only."""

    index: int
    parts: Mask


class SameKeys:
    """The rows of a table and the hidden ones among them by their keys: `group` is equal where all keys are."""

    def __init__(self, cells: SheetCells, table: TableArea, rows: TableRows, keys: Sequence[KeyRead]) -> None:
        self._cells = cells
        self._table = table
        self._count = len(rows.rows)
        self._data = rows.are(DATA)
        self.hidden = _hidden_rows(cells, table, rows)
        self._rows = np.concatenate((rows.rows, self.hidden))
        self.group: Rows = np.zeros(len(self._rows), dtype=np.int64)
        for key in keys:
            self.group = combined(self.group, self._said(key))

    def _said(self, key: KeyRead) -> Rows:
        """Return a number for what each row says of a key; a hidden row without a label has that of the row above."""
        index = key.column.header.index
        labelled = self._cells.filled[:, index]
        above = np.where(labelled, np.arange(self._cells.height), -1)
        if key.column.key.required:
            above = np.maximum.accumulate(above)
        shown = np.where(key.origins >= 0, self._rows[np.maximum(key.origins, 0)], -1)
        at = np.concatenate((shown, above[self.hidden]))
        cells, kinds = self._cells.column(at, index)
        codes, values = distinct(cells, np.where(at >= 0, kinds, EMPTY).astype(np.uint8))
        plain = pd.factorize(pd.Series([*map(_plain, values), None], dtype=object))[0]
        return plain[codes].astype(np.int64)

    def telling(self) -> Telling | None:
        """Return the first unread column whose texts tell all rows of the same keys apart; None where none does."""
        return next((found for index in self._open_columns() if (found := self._told_by(index))), None)

    def _open_columns(self) -> Iterator[int]:
        for index in open_columns(self._cells, self._table):
            if (self._cells.kinds[self._rows, index] == TEXT).any():
                yield index

    def _told_by(self, index: int) -> Telling | None:
        counted = np.concatenate((self._data, np.ones(len(self.hidden), dtype=bool)))
        counted &= np.bincount(self.group[counted], minlength=len(self.group))[self.group] > 1
        if not counted.any():
            return None
        values, kinds = self._cells.column(self._rows, index)
        texts = kinds == TEXT
        said = distinct(values, kinds)[0]
        groups = pd.DataFrame({"group": self.group, "said": said, "text": texts})[counted].groupby("group")
        apart = groups.agg(n=("said", "size"), told=("said", "nunique"), texts=("text", "all"))
        if not ((apart["told"] == apart["n"]) & apart["texts"]).all():
            return None
        parts = np.isin(self.group[: self._count], apart.index) & self._data
        if not parts.any():
            return None
        many = parts.sum() >= _MANY * self._data.sum()
        return Telling(index, (self._data & texts[: self._count]) if many else parts)

    def hidden_twins(self) -> Rows:
        """Return the hidden rows with figures whose keys are those of a row that is read."""
        layout = self._table.layout
        figures = [column.header.index for column in layout.columns if isinstance(column, ValueColumn)]
        filled = self._cells.filled[self.hidden][:, figures].any(axis=1)
        same = np.isin(self.group[self._count :], self.group[: self._count][self._data])
        twins: Rows = self.hidden[filled & same]
        return twins


def open_columns(cells: SheetCells, table: TableArea) -> list[int]:
    """Return the columns in sight of which neither the table nor a person has said that they do not matter."""
    layout = table.layout
    # A column of labels over rows may say something of each row too, which is read by nobody.
    labels = {key.header.index for key in layout.keys if key.sections} & set(layout.left_out)
    used = set(layout.indexes) - labels | {index for index, why in layout.left_out.items() if why not in _OPEN}
    return [
        index
        for index in range(table.area.left, table.area.right + 1)
        if index not in used and index not in cells.sheet.hidden_columns
    ]


def _hidden_rows(cells: SheetCells, table: TableArea, rows: TableRows) -> Rows:
    """Return the hidden rows between those of a table, and directly below it."""
    if not len(rows.rows):
        return rows.rows
    shown = np.ones(cells.height, dtype=bool)
    shown[[row for row in cells.sheet.hidden_rows if row < cells.height]] = False
    after = np.flatnonzero(shown[int(rows.rows[-1]) + 1 :])
    end = int(rows.rows[-1]) + 1 + (int(after[0]) if len(after) else cells.height - int(rows.rows[-1]) - 1)
    hidden = table.header.stop + np.flatnonzero(~shown[table.header.stop : end])
    found: Rows = hidden[cells.filled[hidden].any(axis=1)]
    return found


def _plain(value: CellValue) -> str:
    """Return a key as text, equal where two cells say the same."""
    part = read_period(value)
    return part.period if part and part.period else plain_name(str(value))
