"""The keys of a table's rows, read column by column: which cell says each, and what was refused."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pipelines.cells import DAY, Kinds, Mask, Objects, SheetCells, distinct
from pipelines.cells import EMPTY as NO_CELL
from pipelines.fill_down import Origins, key_origins
from pipelines.grid import CellValue, address
from pipelines.key_texts import says_nothing, text_reader
from pipelines.layout import KeyColumn, Layout
from pipelines.names import Names
from pipelines.period_columns import read_parts_of_years, read_periods
from pipelines.periods import PeriodPart
from pipelines.read_cells import read_texts
from pipelines.statuses import EMPTY, MISSING, READ, Statuses, is_refused, refused
from pipelines.table_rows import DATA, TableRows

Integers = npt.NDArray[np.int64]


@dataclass
class KeyRead:
    """One key column as read.

    By row of the table: `status` of its own cell, `origins` the position of the row that says its key, and `codes` the
    position of what is said in `said` (-1 where nothing is, or it was refused).
    """

    column: KeyColumn
    status: Statuses
    origins: Origins
    codes: Integers
    said: Sequence[str] | Sequence[PeriodPart]

    def says(self, rows: Mask) -> Mask:
        """True for the rows whose own cell says the key of any of the given rows."""
        return _says(self.origins, rows)


def read_keys(cells: SheetCells, layout: Layout, rows: TableRows, names: Names) -> list[KeyRead]:
    """Read every key column of a table for its rows of data."""
    origins = key_origins(cells, rows, layout.keys)
    reads = []
    for key, origin in zip(layout.keys, origins, strict=True):
        values, kinds = cells.column(rows.rows, key.header.index)
        kinds = np.where(_says(origin, rows.are(DATA)), kinds, NO_CELL).astype(np.uint8)
        if key.key.kind == "period":
            reads.append(_read_periods(cells, layout, rows, key, origin, values, kinds))
        else:
            reads.append(_read_texts(cells, rows, names, key, origin, values, kinds))
    return reads


def _says(origins: Origins, rows: Mask) -> Mask:
    found = np.zeros(len(origins), dtype=bool)
    found[origins[rows & (origins >= 0)]] = True
    return found


def _read_texts(
    cells: SheetCells, rows: TableRows, names: Names, key: KeyColumn, origins: Origins, values: Objects, kinds: Kinds
) -> KeyRead:
    reader = text_reader(key.key, names)
    sheet, column = cells.sheet.name, key.header.index
    read = read_texts(
        values, kinds, lambda value, at: reader(_piece(key, value), f"{sheet}!{address(int(rows.rows[at]), column)}")
    )
    codes = np.full(len(kinds), -1, dtype=np.int64) if read.codes is None else read.codes
    return _key_read(key, read.status, origins, codes, read.texts or [])


def _piece(key: KeyColumn, value: CellValue) -> CellValue:
    """Return what a cell says of the key, where it holds several keys between commas."""
    return value if key.piece is None else ",".join(str(value).split(",")[key.piece])


def _read_periods(
    cells: SheetCells, layout: Layout, rows: TableRows, key: KeyColumn, origins: Origins, values: Objects, kinds: Kinds
) -> KeyRead:
    codes, found = distinct(values, kinds)
    beside = sum(column.key is key.key for column in layout.keys) > 1 or any(value.period for value in layout.values)
    completed = beside or layout.period is not None or "which_year" in layout.questions
    parts = read_parts_of_years(found) if completed and not key.is_year else read_periods(found)
    if _shows_years(cells, rows, key, kinds):
        parts = [part and PeriodPart(part.year) for part in parts]
    statuses = [_status(value, part, completed=completed) for value, part in zip(found, parts, strict=True)]
    status = np.array([*statuses, EMPTY], dtype=np.uint8)[codes]
    return _key_read(key, status, origins, codes, [part or PeriodPart() for part in parts])


def _key_read(
    key: KeyColumn, status: Statuses, origins: Origins, codes: Integers, said: Sequence[str] | Sequence[PeriodPart]
) -> KeyRead:
    status = status.copy()
    status[status == MISSING] = refused("missing_key")
    usable = np.where(is_refused(status), -1, codes)
    return KeyRead(key, status, origins, np.where(origins >= 0, usable[np.maximum(origins, 0)], -1), said)


def _status(value: CellValue, part: PeriodPart | None, *, completed: bool) -> int:
    if part and part.half:
        return refused("half_year")
    if part and (part.period or completed):
        return READ
    if isinstance(value, str) and says_nothing(value):
        return MISSING
    return refused("not_a_period")


def _shows_years(cells: SheetCells, rows: TableRows, key: KeyColumn, kinds: Kinds) -> bool:
    """True where the cells hold dates but show only their years."""
    days = np.flatnonzero(kinds == DAY)
    if not len(days):
        return False
    return cells.shows_only_year(int(rows.rows[days[0]]), key.header.index)
