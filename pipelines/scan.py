"""What a scan of a sheet saw beside its values, and how it is laid over the values that a reader gave."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from pipelines.array_rows import ArrayRows
from pipelines.findings import FileRefusedError
from pipelines.grid import CellValue, ErrorCell, Range, Sheet, UncachedFormula

# Up to here a float holds every whole number exactly.
EXACT = 2**53
# A cell's row and column, counted from 0.
Place = tuple[int, int]


@dataclass(frozen=True)
class SheetScan:
    """What one pass over a sheet saw.

    `cells` counts every cell, styled blanks too; `rows` and `columns` are the size of the rectangle from A1 to the last
    cell with a value or formula; `in_order` is True where every cell was looked at and stands in the order of the rows.
    `values` are all of them where the pass read them itself.
    """

    filled: int = 0
    cells: int = 0
    rows: int = 0
    columns: int = 0
    in_order: bool = False
    errors: Mapping[Place, str] = field(default_factory=dict)
    uncached: Mapping[Place, str] = field(default_factory=dict)
    merges: Sequence[Range] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    values: npt.NDArray[np.object_] | None = field(default=None, repr=False, compare=False)


def clipped(ranges: Iterable[tuple[int, int]], size: int) -> frozenset[int]:
    """Return the numbers in the ranges (first and last, from 0) that lie below size."""
    return frozenset(n for first, last in ranges for n in range(max(first, 0), min(last + 1, size)))


def number(value: float) -> int | float:
    """Return a whole number as int, as far as a float holds whole numbers exactly; any other as float."""
    return int(value) if -EXACT <= value <= EXACT and value == int(value) else float(value)


def lay_over(
    rows: list[list[CellValue]],
    scan: SheetScan,
    *,
    name: str,
    hidden: bool = False,
    formats: Mapping[Place, str] | None = None,
) -> Sheet:
    """Return the sheet: the values with errors, uncalculated formulas, merges and hidden parts in their places.

    `rows` start at A1 and are changed. Cells hidden under a merge become None, empty rows and columns at the end go.
    Raises FileRefusedError `broken` where merges lie over each other many times.
    """
    _make_room(rows, [*scan.errors, *scan.uncached])
    for (row, column), code in scan.errors.items():
        rows[row][column] = ErrorCell(code)
    for (row, column), formula in scan.uncached.items():
        rows[row][column] = UncachedFormula(formula)
    for row, columns in _under(scan.merges, len(rows), len(rows[0]) if rows else 0):
        rows[row][columns] = [None] * (columns.stop - columns.start)
    _trim(rows)
    kept = {place: text for place, text in (formats or {}).items() if _value(rows, place) is not None}
    return replace(_sheet(rows, scan, len(rows[0]) if rows else 0), name=name, hidden=hidden, formats=kept)


def lay_out(values: npt.NDArray[np.object_], scan: SheetScan, *, name: str, hidden: bool = False) -> Sheet:
    """Return the sheet of values that the scan read itself, as `lay_over` does; they are changed."""
    for row, columns in _under(scan.merges, *values.shape):
        values[row, columns] = None
    height, width = values.shape
    while height and all(value is None for value in values[height - 1]):
        height -= 1
    while width and all(value is None for value in values[:height, width - 1]):
        width -= 1
    return replace(_sheet(ArrayRows(values[:height, :width]), scan, width), name=name, hidden=hidden)


def _sheet(rows: Sequence[Sequence[CellValue]], scan: SheetScan, width: int) -> Sheet:
    return Sheet(
        name="",
        rows=rows,
        merges=tuple(scan.merges),
        hidden_rows=frozenset(row for row in scan.hidden_rows if row < len(rows)),
        hidden_columns=frozenset(column for column in scan.hidden_columns if column < width),
    )


def _make_room(rows: list[list[CellValue]], places: Sequence[Place]) -> None:
    """Make all rows equally long, and the rectangle large enough for the places."""
    width = max([column + 1 for _, column in places] + [len(row) for row in rows], default=0)
    height = max([row + 1 for row, _ in places], default=0)
    for row in rows:
        if len(row) < width:
            row.extend([None] * (width - len(row)))
    rows.extend([None] * width for _ in range(height - len(rows)))


def _under(merges: Sequence[Range], height: int, width: int) -> Iterator[tuple[int, slice]]:
    """Give the columns of each row that a merge hides."""
    left_over = height * width * 2
    for merge in merges:
        bottom, right = min(merge.bottom, height - 1), min(merge.right, width - 1)
        left_over -= max(0, bottom - merge.top + 1) * max(0, right - merge.left + 1)
        if left_over < 0:
            raise FileRefusedError("broken")
        for row in range(merge.top, bottom + 1):
            first = merge.left + (row == merge.top)
            if first <= right:
                yield row, slice(first, right + 1)


def _trim(rows: list[list[CellValue]]) -> None:
    while rows and all(value is None for value in rows[-1]):
        rows.pop()
    width = max((_length(row) for row in rows), default=0)
    for row in rows:
        del row[width:]


def _length(row: list[CellValue]) -> int:
    return next((n for n in range(len(row), 0, -1) if row[n - 1] is not None), 0)


def _value(rows: list[list[CellValue]], place: Place) -> CellValue:
    row, column = place
    return rows[row][column] if row < len(rows) and column < len(rows[row]) else None
