"""Draws the picture of a sheet: which rows it shows, and what each of their cells was read as."""

from collections.abc import Mapping, Sequence

import numpy as np

from pipelines.cells import SheetCells
from pipelines.finding_kinds import WAITING
from pipelines.grid import CellValue
from pipelines.key_texts import text_of
from pipelines.marks import SheetMarks
from pipelines.read_table import TableRead
from pipelines.sheet_picture import Role, SheetPicture

_FIRST_ROWS = 22
_LAST_ROWS = 3
_MOST_REFUSED_ROWS = 30
_MOST_COLUMNS = 30
_LONGEST_TEXT = 60


def picture_of(cells: SheetCells, marks: SheetMarks, reads: Sequence[TableRead]) -> SheetPicture:
    """Return the picture of a sheet whose cells are all marked; `reads` are the tables read on it."""
    width = min(cells.width, _MOST_COLUMNS)
    rows = _rows(cells, marks, width)
    places = _places_of_accepted(reads)
    refused = marks.refusals
    texts: list[list[str]] = []
    roles: list[list[Role]] = []
    for row in rows:
        texts.append([_text(cells.values[row, column]) for column in range(width)])
        roles.append([_role(cells, marks, places, (row, column)) for column in range(width)])
        for column in range(width):
            if (row, column) in refused:
                texts[-1][column] = refused[row, column].value[:_LONGEST_TEXT]
    return SheetPicture(cells.sheet.name, cells.height, cells.width, [row + 1 for row in rows], texts, roles)


def _rows(cells: SheetCells, marks: SheetMarks, width: int) -> list[int]:
    filled = np.flatnonzero(cells.filled[:, :width].any(axis=1)).tolist()
    refused = sorted({row for row, _ in marks.refusals})[:_MOST_REFUSED_ROWS]
    return sorted({*filled[:_FIRST_ROWS], *refused, *filled[-_LAST_ROWS:]})


def _places_of_accepted(reads: Sequence[TableRead]) -> Mapping[tuple[int, int], tuple[int, Role]]:
    """Return for each column of each table, from its header down, what its accepted cells are."""
    found: dict[tuple[int, int], tuple[int, Role]] = {}
    for read in reads:
        layout = read.table.layout
        for index in layout.indexes:
            is_key = any(key.header.index == index for key in layout.keys)
            found[read.table.header.start, index] = (read.table.header.stop, "key" if is_key else "value")
    return found


def _role(
    cells: SheetCells,
    marks: SheetMarks,
    places: Mapping[tuple[int, int], tuple[int, Role]],
    cell: tuple[int, int],
) -> Role:
    if not cells.filled[cell]:
        return ""
    if cell in marks.refusals:
        return "question" if marks.refusals[cell].code in WAITING else "refused"
    if not marks.is_accepted(cell):
        return "ignored"
    row, column = cell
    starts = [start for start, index in places if index == column and start <= row]
    if not starts:
        return "header"
    below, role = places[max(starts), column]
    return role if row >= below else "header"


def _text(value: CellValue) -> str:
    return "" if value is None else text_of(value)[:_LONGEST_TEXT]
