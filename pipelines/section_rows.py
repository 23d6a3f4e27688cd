"""Rows that stand over those below them: lone labels such as "Adobe Museum" over its months, and repeated headers."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from pipelines.cells import TEXT, Mask, Rows, SheetCells
from pipelines.evidence import Clue, measures_named, years_in
from pipelines.grid import CellValue, Range
from pipelines.layout import Layout
from pipelines.words import is_computed, is_total

LONGEST_NAME = 80
_MOST_LABELS = 5000
_FEWEST_CELLS = 2


@dataclass(frozen=True)
class Label:
    """The only cell of a row, before the columns of figures; `run` numbers the labels with no other row between."""

    row: int
    column: int
    value: CellValue
    run: int


@dataclass(frozen=True)
class Body:
    """The rows below a header as sections see them: the labels over them, and the rows of figures that are no sums."""

    labels: Sequence[Label]
    data: Rows
    headers: Rows
    column: int


def body_of(cells: SheetCells, layout: Layout, header: range, area: Range) -> Body | None:
    """Return the rows below a header, or None where no label stands over any, or a hidden one does."""
    figures = [value.header.index for value in layout.values]
    rows = header.stop + np.flatnonzero(cells.read[header.stop : area.bottom + 1, figures].any(axis=1))
    said_again = repeats_header(cells, rows, header, area)
    headers, data = rows[said_again], rows[~said_again]
    if not len(data):
        return None
    lone = _lone(cells.read, layout, range(header.stop, int(data[-1])), area)
    labels = _labels(cells, lone, data, area)
    if not labels or len(lone) > _MOST_LABELS:
        return None
    column = Counter(label.column for label in labels).most_common(1)[0][0]
    hidden = _lone(cells.filled & ~cells.shown, layout, range(header.stop, int(data[-1])), area)
    if any(cells.filled[row, column] for row in hidden.tolist()):
        return None
    sums = [_is_sum(cells, int(row), range(area.left, min(figures))) for row in data]
    return Body(
        [label for label in labels if label.column == column], data[~np.array(sums, dtype=bool)], headers, column
    )


def repeats_header(cells: SheetCells, rows: Rows, header: range, area: Range) -> Mask:
    """Return for each row whether it is one of the header's rows, word by word."""
    across = slice(area.left, area.right + 1)
    said = {tuple(cells.values[row, across]) for row in header if cells.read[row, across].sum() >= _FEWEST_CELLS}
    only_text = (~cells.read[rows, across] | (cells.kinds[rows, across] == TEXT)).all(axis=1)
    found = np.zeros(len(rows), dtype=bool)
    for at in np.flatnonzero(only_text).tolist():
        found[at] = tuple(cells.values[rows[at], across]) in said
    return found


def label_above(cells: SheetCells, header: range, area: Range) -> Clue | None:
    """Return the lone text right above a header, at most one blank row between, where it can be a name."""
    for row in range(header.start - 1, max(header.start - 3, -1), -1):
        columns = area.left + np.flatnonzero(cells.read[row, area.left : area.right + 1])
        if len(columns):
            value = cells.value(row, int(columns[0]))
            is_name = len(columns) == 1 and could_name(value)
            return Clue(str(value).strip(), (row, int(columns[0]))) if is_name else None
    return None


def could_name(value: CellValue) -> bool:
    """True for a text that could be a name: it names no year and no measure."""
    if not isinstance(value, str) or len(value) > LONGEST_NAME:
        return False
    return not (years_in(value) or measures_named(value))


def _lone(there: Mask, layout: Layout, rows: range, area: Range) -> Rows:
    """Return the rows of which one cell alone is there, before the columns of figures."""
    inside = there[rows.start : rows.stop, area.left : area.right + 1]
    before = there[rows.start : rows.stop, area.left : min(value.header.index for value in layout.values)]
    found: Rows = rows.start + np.flatnonzero((inside.sum(axis=1) == 1) & before.any(axis=1))
    return found


def _labels(cells: SheetCells, rows: Rows, data: Rows, area: Range) -> list[Label]:
    runs = np.searchsorted(data, rows)
    columns = [area.left + int(np.argmax(cells.read[row, area.left : area.right + 1])) for row in rows.tolist()]
    return [
        Label(row, column, value.strip() if isinstance(value, str) else value, run)
        for row, column, run in zip(rows.tolist(), columns, runs.tolist(), strict=True)
        if (value := cells.value(row, column)) is not None
    ]


def _is_sum(cells: SheetCells, row: int, columns: range) -> bool:
    said = [value for column in columns if isinstance(value := cells.value(row, column), str)]
    return any(is_total(value) or is_computed(value) for value in said)
