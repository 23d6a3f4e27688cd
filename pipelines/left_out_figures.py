"""Columns of figures that a table we found leaves out: nobody is to find out later that they were lost."""

from collections.abc import Sequence

import numpy as np

from pipelines.cell_fits import is_figure
from pipelines.findings import Finding
from pipelines.grid import CellValue, address
from pipelines.header_rows import read_header
from pipelines.headers import Headers
from pipelines.layout import HeaderColumn
from pipelines.numbers import read_number
from pipelines.read_table import TableRead

_HALF = 0.5
_MOST_CELLS = 2000


def figures_left_out(read: TableRead, headers: Headers) -> list[Finding]:
    """Return a warning for each column that mostly holds figures under a header of which a table makes nothing.

    A mapping, or a person who has said so, leaves out on purpose.
    """
    table = read.table
    unread = {index for index, why in table.layout.left_out.items() if why == "unknown_column"}
    if not unread or table.by_mapping:
        return []
    over = read_header(read.cells, headers, table.header, range(table.area.left, table.area.right + 1)) or []
    return [
        Finding("figures_left_out", f"{read.cells.sheet.name}!{address(*column.cells[-1])}", column.text)
        for column in over
        if column.index in unread and column.parts and _holds_figures(read, column)
    ]


def _holds_figures(read: TableRead, column: HeaderColumn) -> bool:
    values = _below(read, column.index)
    return any(map(_is_number, values)) and sum(map(is_figure, values)) >= _HALF * len(values)


def _is_number(value: CellValue) -> bool:
    return isinstance(value, int | float) or (isinstance(value, str) and read_number(value) is not None)


def _below(read: TableRead, index: int) -> Sequence[CellValue]:
    """Return what stands in a column within the rows of the table."""
    start = read.table.header.stop
    rows = slice(start, min(read.range.bottom + 1, start + _MOST_CELLS))
    there: Sequence[CellValue] = read.cells.values[rows, index][np.asarray(read.cells.read[rows, index])].tolist()
    return there
