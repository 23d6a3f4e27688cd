"""Where a table ends: above the notes below it, or where another table begins that we do not know."""

import numpy as np

from pipelines.cell_fits import is_figure, says_key
from pipelines.cells import Rows, SheetCells
from pipelines.grid import CellValue
from pipelines.layout import Layout
from pipelines.numbers import read_number

_SEVERAL = 2
_LONGEST_SIGN = 2


def find_end(cells: SheetCells, layout: Layout, rows: Rows) -> int:
    """Return how many of the rows below a header belong to its table.

    Below the last row of figures, what stands after a gap is notes, and so is a lone text; rows that fill in several
    keys but no figures are rows of the table. After a gap a row of words where figures should be, and where no key can
    be read, is the header of another table.
    """
    if not len(rows):
        return 0
    gaps = np.flatnonzero(np.diff(rows, prepend=rows[0] - 1) > 1)
    end = next((int(start) for start in gaps if _is_foreign_header(cells, layout, int(rows[start]))), len(rows))
    figures = np.any(cells.read[rows, :][:, [value.header.index for value in layout.values]], axis=1)
    last = end - 1
    while last >= 0 and (not figures[last] or _says_no_more(cells, layout, rows, gaps, last)):
        last -= 1
    below = [int(gap) for gap in gaps if last < gap < end]
    end = below[0] if below else end
    while end - 1 > last and _is_lone(cells, layout, int(rows[end - 1])):
        end -= 1
    return end


def _says_no_more(cells: SheetCells, layout: Layout, rows: Rows, gaps: Rows, position: int) -> bool:
    return _is_note(cells, layout, rows, gaps, position) or _is_sign(cells, layout, rows, gaps, position)


def _is_note(cells: SheetCells, layout: Layout, rows: Rows, gaps: Rows, position: int) -> bool:
    """True for a single text without keys, some rows below a gap or where every row of the table would have keys."""
    row = int(rows[position])
    values = _filled(cells, row, layout.indexes)
    keyed = any(cells.value(row, key.header.index) is not None for key in layout.keys)
    apart = bool((gaps <= position).any()) or len(layout.keys) > 1
    return apart and not keyed and len(values) == 1 and _is_word(values[0])


def _is_sign(cells: SheetCells, layout: Layout, rows: Rows, gaps: Rows, position: int) -> bool:
    """True for a sign and its meaning below a gap: ".. | not available"."""
    values = _filled(cells, int(rows[position]), layout.indexes)
    apart = bool((gaps[gaps > 0] <= position).any())
    is_pair = len(values) == _SEVERAL and len(str(values[0])) <= _LONGEST_SIGN
    return apart and is_pair and isinstance(values[1], str) and read_number(values[1]) is None


def _is_lone(cells: SheetCells, layout: Layout, row: int) -> bool:
    """True for a row of one cell where a row of the table would fill in several keys."""
    return len(layout.keys) > 1 and len(_filled(cells, row, layout.indexes)) == 1


def _is_foreign_header(cells: SheetCells, layout: Layout, row: int) -> bool:
    figures = _filled(cells, row, [value.header.index for value in layout.values if value.column.is_number])
    if not figures or not all(map(_is_word, figures)):
        return False
    told = [
        says_key(key.key, value) for key in layout.keys if (value := cells.value(row, key.header.index)) is not None
    ]
    readable = [one for one in told if one is not None]
    return not any(readable) if readable else len(figures) >= _SEVERAL


def _filled(cells: SheetCells, row: int, columns: list[int]) -> list[CellValue]:
    return [value for column in columns if (value := cells.value(row, column)) is not None]


def _is_word(value: CellValue) -> bool:
    return isinstance(value, str) and not is_figure(value)
