"""Labels printed once: which cell says the key of a row whose own key cell is blank."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from pipelines.cells import Mask, Rows, SheetCells, combined, distinct
from pipelines.layout import KeyColumn
from pipelines.table_rows import COMPUTED, DATA, HEADER_AGAIN, TOTAL, TableRows
from pipelines.words import is_computed, is_total

# For each row of the table the position of the row whose cell says the key; -1 where none does.
Origins = npt.NDArray[np.int64]


def key_origins(cells: SheetCells, table: TableRows, keys: Sequence[KeyColumn]) -> list[Origins]:
    """Return for each key column, and each row of the table, the position of the row that says its key.

    A blank cell takes the label above it where a merge says so, or where labels are printed once: the first row has
    one, none is repeated in the next row, and with the labels filled in no two rows have the same keys.
    """
    own = [_own(cells, table, key) for key in keys]
    merged = [_from_merges(cells, table, key, origin) for key, origin in zip(keys, own, strict=True)]
    data = table.are(DATA)
    open_columns = [
        at
        for at, origin in enumerate(merged)
        if not keys[at].sections and (data & (origin < 0)).any() and _is_printed_once(cells, table, keys[at])
    ]
    if not open_columns:
        return merged
    down = [
        _carried_down(cells, table, keys[at], origin) if at in open_columns else origin
        for at, origin in enumerate(merged)
    ]
    if _repeats(cells, table, keys, down) or (
        all(keys[at].key.default for at in open_columns) and not _repeats(cells, table, keys, merged)
    ):
        return merged
    return down


def _own(cells: SheetCells, table: TableRows, key: KeyColumn) -> Origins:
    """Return the position of each row's own cell, or of the section row above it where such rows say the key."""
    if key.sections:
        sections = np.searchsorted(table.rows, np.array(key.sections))
        above = np.searchsorted(sections, np.arange(len(table.rows)), side="right") - 1
        return np.where(above >= 0, sections[np.maximum(above, 0)], -1)
    there = cells.read[table.rows, key.header.index] & ~table.are(HEADER_AGAIN)
    return np.where(there, np.arange(len(table.rows)), -1)


def _from_merges(cells: SheetCells, table: TableRows, key: KeyColumn, own: Origins) -> Origins:
    position = {int(row): at for at, row in enumerate(table.rows)} if cells.sheet.merges else {}
    if key.sections:
        return own
    origins = own.copy()
    for merge in cells.sheet.merges:
        if merge.left <= key.header.index <= merge.right and merge.top in position:
            for row in range(merge.top + 1, min(merge.bottom, int(table.rows[-1])) + 1):
                if row in position and origins[position[row]] < 0:
                    origins[position[row]] = own[position[merge.top]]
    return origins


def _is_printed_once(cells: SheetCells, table: TableRows, key: KeyColumn) -> bool:
    labelled = ~table.are(TOTAL, COMPUTED, HEADER_AGAIN)
    rows = table.rows[labelled]
    values, kinds = cells.column(rows, key.header.index)
    codes = distinct(values, np.where(cells.read[rows, key.header.index], kinds, 0).astype(np.uint8))[0]
    first = int(np.argmax(table.are(DATA)[labelled]))
    repeated: Mask = (codes[1:] == codes[:-1]) & (codes[1:] >= 0)
    begins = bool((codes[: first + 1] >= 0).any()) or _begins_on_a_sum(cells, table, key)
    return begins and not repeated.any()


def _begins_on_a_sum(cells: SheetCells, table: TableRows, key: KeyColumn) -> bool:
    """True where the first label stands on a row that another key makes a sum: "Region Sjælland | Hele året"."""
    first = int(np.argmax(table.are(DATA)))
    there = cells.read[table.rows[:first], key.header.index]
    return bool((there & ~_is_sum_label(cells, table, key)[:first]).any())


def _is_sum_label(cells: SheetCells, table: TableRows, key: KeyColumn) -> Mask:
    """True for the rows whose own cell of that key is the label of a total or of something computed."""
    labels = [cells.value(int(row), key.header.index) for row in table.rows[table.are(TOTAL, COMPUTED)]]
    found: Mask = table.are(TOTAL, COMPUTED)
    found[found] = [isinstance(said, str) and (is_total(said) or is_computed(said)) for said in labels]
    return found


def _carried_down(cells: SheetCells, table: TableRows, key: KeyColumn, origin: Origins) -> Origins:
    """Carry each label down over the blanks below it, but not that of a total, and not past a hidden label."""
    last = np.maximum.accumulate(origin)
    of_total = _is_sum_label(cells, table, key)[np.maximum(last, 0)] | (last < 0)
    past = table.rows[np.maximum(last, 0)] < _hidden_labels(cells, table, key)
    return np.where((of_total | past) & (origin < 0), -1, last)


def _hidden_labels(cells: SheetCells, table: TableRows, key: KeyColumn) -> Rows:
    """Return for each row of the table the row of the last hidden label above it, -1 where there is none."""
    index = key.header.index
    found: Rows = np.flatnonzero(cells.filled[:, index] & ~cells.read[:, index])
    before = np.searchsorted(found, table.rows)
    return np.where(before > 0, found[before - 1], -1) if len(found) else np.full(len(table.rows), -1)


def _repeats(cells: SheetCells, table: TableRows, keys: Sequence[KeyColumn], origins: Sequence[Origins]) -> bool:
    """True where two rows of data would have the same keys."""
    data = np.flatnonzero(table.are(DATA))
    keys_of_rows = np.zeros(len(data), dtype=np.int64)
    for key, origin in zip(keys, origins, strict=True):
        values, kinds = cells.column(table.rows, key.header.index)
        codes = distinct(values, kinds)[0]
        said = np.where(origin[data] >= 0, codes[np.maximum(origin[data], 0)], -1)
        keys_of_rows = combined(keys_of_rows, said)
    return int(keys_of_rows.max(initial=-1)) + 1 < len(data)
