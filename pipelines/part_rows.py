"""Rows that may be parts of a whole: asked about where a column tells them apart, warned of where others are hidden."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from openpyxl.utils import get_column_letter

from pipelines.asking import subject_of
from pipelines.cells import Mask, SheetCells
from pipelines.confirm_columns import SKIP
from pipelines.find_tables import TableArea
from pipelines.findings import Finding
from pipelines.grid import address
from pipelines.header_rows import read_header
from pipelines.headers import Headers
from pipelines.layout import HeaderColumn
from pipelines.names import Names
from pipelines.read_keys import KeyRead
from pipelines.table_rows import TableRows
from pipelines.telling_columns import SameKeys, open_columns


@dataclass(frozen=True)
class PartRows:
    """Which rows wait for an answer, under which header, with the question; and what is said of hidden rows."""

    waiting: Mask
    header: str = ""
    question: Finding | None = None
    warnings: Sequence[Finding] = ()


def find_part_rows(
    cells: SheetCells, table: TableArea, rows: TableRows, keys: Sequence[KeyRead], names: Names
) -> PartRows:
    """Find the rows of a table that may be parts; none where a mapping says what all its columns are."""
    nothing = PartRows(np.zeros(len(rows.rows), dtype=bool))
    if table.by_mapping or table.layout.questions or not _may_have_parts(cells, table):
        return nothing
    same = SameKeys(cells, table, rows, keys)
    telling = same.telling()
    if telling is None:
        return PartRows(nothing.waiting, warnings=_twins(cells, table, same))
    over = read_header(cells, Headers(names), table.header, range(table.area.left, table.area.right + 1)) or []
    header = next((column for column in over if column.index == telling.index and column.parts), None)
    if header is None:
        return PartRows(telling.parts, get_column_letter(telling.index + 1))
    return PartRows(telling.parts, header.text, _question(cells, table, header))


def _may_have_parts(cells: SheetCells, table: TableArea) -> bool:
    counts = any(column.role == "measure" for column in table.layout.dataset.measures)
    return counts and bool(cells.sheet.hidden_rows or open_columns(cells, table))


def _question(cells: SheetCells, table: TableArea, header: HeaderColumn) -> Finding:
    """Ask what the column is: any key that nothing says yet, or nothing that matters."""
    layout = table.layout
    said = {key.key.id for key in layout.keys} | {key for value in layout.values for key in value.fixed}
    open_keys = [key.id for key in layout.dataset.keys if key.kind in ("choice", "text") and key.id not in said]
    place = f"{cells.sheet.name}!{address(*header.cells[-1])}"
    ask = table.answers.ask("column", subject_of(header.text))
    return Finding("tells_apart", place, header.text, ask=ask, options=(*open_keys, SKIP))


def _twins(cells: SheetCells, table: TableArea, same: SameKeys) -> list[Finding]:
    twins = same.hidden_twins()
    if not len(twins):
        return []
    row = int(twins[0])
    column = next(value.header.index for value in table.layout.values if cells.filled[row, value.header.index])
    place = f"{cells.sheet.name}!{address(row, column)}"
    return [Finding("hidden_twin", place, str(cells.values[row, column]), {"n": str(len(twins))})]
