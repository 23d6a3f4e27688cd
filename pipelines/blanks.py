"""Cells that are named but hold no figure: their key and period are said, and they are blank, closed or withheld.

Nothing is stored of them. They are what a person may choose to let a figure known before be erased by.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import replace

import numpy as np
import pyarrow as pa

from pipelines.cells import Mask, Rows, SheetCells
from pipelines.facts import Facts, Found
from pipelines.names import Names
from pipelines.read_keys import KeyRead, read_keys
from pipelines.read_table import TableRead, ValueRead
from pipelines.statuses import CLOSED, EMPTY, MISSING, WITHHELD
from pipelines.table_keys import TableKeys
from pipelines.table_rows import DATA, WITHOUT_FIGURES

# What a cell without a figure may be; by status, and told in the text of its line.
_KINDS = {EMPTY: "blank", MISSING: "missing", WITHHELD: "withheld", CLOSED: "closed"}


def find_blanks(reads: Sequence[TableRead], names: Names, facts: Facts) -> dict[str, pa.Table]:
    """Return by dataset the cells named but without a figure, in the shape of facts; call when these are settled.

    A key of which the file says something anywhere, be it refused as contradictory, is not among them. The text of each
    says what stands there: blank, missing, withheld or closed.
    """
    blanks: dict[str, dict[str, list[Found]]] = defaultdict(lambda: defaultdict(list))
    for read in (read for read in reads if not read.table.layout.questions):
        for found in _of_table(read, names):
            blanks[found.dataset.id][found.measure].append(found)
    return facts.untold(blanks)


def _of_table(read: TableRead, names: Names) -> Iterator[Found]:
    """Give the blank cells of the rows of data, and of the rows that have no figure at all."""
    columns = [
        value for value in read.values if not value.column.question and value.column.header.index in read.decimals
    ]
    yield from _blank_cells(read, columns, read.keys, names, read.rows.are(DATA) & (read.problems.status == 0))
    without = read.rows.are(WITHOUT_FIGURES)
    if columns and without.any():
        # A row without figures is not read as data: its names are looked up, and none is met for the first time.
        names = deepcopy(names)
        rows = replace(read.rows, what=np.where(without, DATA, read.rows.what).astype(np.uint8))
        keys = read_keys(read.cells, read.table.layout, rows, names)
        for key in keys:
            without = without & (key.origins >= 0)
        yield from _blank_cells(read, columns, keys, names, without)


def _blank_cells(
    read: TableRead, columns: Sequence[ValueRead], keys: Sequence[KeyRead], names: Names, rows: Mask
) -> Iterator[Found]:
    of_rows: TableKeys | None = None
    for value in columns:
        index, status = value.column.header.index, value.cells.status
        blank = rows & np.isin(status, list(_KINDS)) & read.cells.shown[read.rows.rows, index]
        if not blank.any():
            continue
        of_rows = of_rows or TableKeys(read.table.layout, keys, names, read.cells.sheet.name, len(read.rows.rows))
        said, known = of_rows.of(value.column)
        positions = np.flatnonzero(blank & known)
        positions = positions[~_under_merge(read.cells, read.rows.rows[positions], index)]
        yield Found(
            read.table.layout.dataset,
            value.column.column.id,
            read.cells.sheet.name,
            index,
            read.rows.rows[positions],
            {key: (texts, codes[positions]) for key, (texts, codes) in said.items()},
            texts=(list(_KINDS.values()), np.searchsorted(list(_KINDS), status[positions]).astype(np.int64)),
        )


def _under_merge(cells: SheetCells, rows: Rows, column: int) -> Mask:
    """True for the cells that lie under the value of a merge, and so are not blank."""
    if not cells.sheet.merges:
        return np.zeros(len(rows), dtype=bool)
    merges = [cells.merge_at(row, column) for row in rows.tolist()]
    return np.array([merge is not None for merge in merges], dtype=bool)
