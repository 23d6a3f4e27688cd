"""The marks of what is no table: hidden parts first, and at the end titles, notes and tables we do not know."""

from collections.abc import Sequence

import numpy as np

from pipelines.cells import Mask, Rows, SheetCells
from pipelines.find_tables import TableArea
from pipelines.findings import Finding
from pipelines.marks import SheetMarks
from pipelines.own_sheets import own_sheet

_FEWEST_ROWS = 2
_FEWEST_CELLS = 4


def leave_out_index(cells: SheetCells, marks: SheetMarks) -> None:
    """Leave out the whole sheet where it is the index sheet of a workbook we gave back."""
    if why := own_sheet(cells.sheet):
        marks.leave_out_area(slice(None), slice(None), why)


def leave_out_hidden(cells: SheetCells, marks: SheetMarks) -> list[Finding]:
    """Leave out what is hidden; return a warning where it holds anything, unless the whole sheet is hidden."""
    everything = slice(None)
    if cells.sheet.hidden:
        marks.leave_out_area(everything, everything, "hidden_sheet")
        return []
    held = 0
    for row in sorted(row for row in cells.sheet.hidden_rows if row < cells.height):
        held += bool(cells.filled[row].any())
        marks.leave_out_area(slice(row, row + 1), everything, "hidden_rows")
    for column in sorted(column for column in cells.sheet.hidden_columns if column < cells.width):
        held += bool(cells.filled[:, column].any())
        marks.leave_out_area(everything, slice(column, column + 1), "hidden_columns")
    return [Finding("hidden_read", cells.sheet.name, str(held))] if held else []


def leave_out_rest(cells: SheetCells, tables: Sequence[TableArea], marks: SheetMarks) -> None:
    """Leave out every cell without a mark: a title above a table, a note elsewhere, or a table we do not know."""
    everything = slice(None)
    if not tables:
        marks.leave_out_area(everything, everything, "no_table")
        return
    headers = {table.header.start for table in tables}
    first = min(headers)
    open_cells = marks.open
    rows = np.flatnonzero(open_cells.any(axis=1))
    in_table = np.any(cells.read & ~open_cells, axis=1)
    for block in _blocks(rows, in_table):
        below = int(block[-1]) + 1
        filled_below = np.flatnonzero(cells.read[below:].any(axis=1))
        next_row = below + int(filled_below[0]) if len(filled_below) else None
        marks.leave_out_area(block, everything, _why(open_cells[block], is_above=next_row in headers or below <= first))


def _blocks(rows: Rows, in_table: Mask) -> list[Rows]:
    """Return the rows in blocks that follow each other without a gap, those beside a table apart."""
    if not len(rows):
        return []
    breaks = np.flatnonzero((np.diff(rows) > 1) | (np.diff(in_table[rows].astype(np.int8)) != 0)) + 1
    return np.split(rows, breaks)


def _why(block: Mask, *, is_above: bool) -> str:
    width = int(block.any(axis=0).sum())
    if len(block) >= _FEWEST_ROWS and width >= _FEWEST_ROWS and block.sum() >= _FEWEST_CELLS:
        return "no_table"
    return "title" if is_above else "note"
