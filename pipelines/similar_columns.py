"""Columns taken for what their header resembles: only where nothing else is that column, and always with a warning."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from pipelines.asking import subject_of
from pipelines.cell_fits import is_figure
from pipelines.cells import SheetCells
from pipelines.confirm_columns import SKIP, subjects
from pipelines.find_tables import TableArea
from pipelines.findings import Finding
from pipelines.grid import CellValue, address
from pipelines.header_rows import read_header
from pipelines.headers import Headers
from pipelines.layout import HeaderColumn, Layout, ValueColumn
from pipelines.missing_keys import are_choices
from warehouse.schema import Column

_ENOUGH = 0.8
_MOST_CELLS = 2000


def is_certain(table: TableArea) -> bool:
    """True where what is known by resemblance only has no rival, and stands among keys that headers name."""
    layout = table.layout
    named = all(key.header.parts for key in layout.keys if key.key.required)
    has_rival = "second_column" in layout.left_out.values()
    return named and not (has_rival and any(_shares(layout, column.header) for column in layout.columns))


def add_similar_columns(cells: SheetCells, table: TableArea, headers: Headers) -> TableArea:
    """Return the table with each unread column of figures that resembles a column of its dataset nobody else is."""
    layout = table.layout
    unread = {index for index, why in layout.left_out.items() if why == "unknown_column"}
    if not unread or layout.questions or table.by_mapping or any(value.is_wide for value in layout.values):
        return table
    over = read_header(cells, headers, table.header, range(table.area.left, table.area.right + 1)) or []
    taken = {value.column.id for value in layout.values} | {key.key.id for key in layout.keys}
    found = [
        ValueColumn(header, column)
        for header in over
        if header.index in unread and (column := _resembled(layout, header)) and column.id not in taken
    ]
    rivals = Counter(value.column.id for value in found)
    new = [value for value in found if rivals[value.column.id] == 1 and _fits(cells, table, value)]
    left_out = {index: why for index, why in layout.left_out.items() if index not in {one.header.index for one in new}}
    return replace(table, layout=replace(layout, values=[*layout.values, *new], left_out=left_out))


def _resembled(layout: Layout, header: HeaderColumn) -> Column | None:
    """Return the column of figures or of choices that a header resembles, or None."""
    shares = _shares(layout, header)
    column = layout.dataset.column(next(iter(shares))) if len(shares) == 1 else None
    return column if column and column.role != "key" and (column.is_number or column.choices) else None


def _shares(layout: Layout, header: HeaderColumn) -> dict[str, int]:
    """Return the columns of the dataset that the parts of a header resemble, each by how many percent."""
    dataset = layout.dataset.id
    meanings = [part.meaning for part in header.parts if dataset in part.meaning.similar]
    return {meaning.columns[dataset][0]: meaning.similar[dataset] for meaning in meanings}


def _fits(cells: SheetCells, table: TableArea, value: ValueColumn) -> bool:
    """True where nearly all cells under the header are what the column holds."""
    said = _cells_below(cells, table, value.header.index)
    if value.column.is_number:
        return bool(said) and sum(map(is_figure, said)) >= _ENOUGH * len(said)
    return are_choices(value.column, said)


def _cells_below(cells: SheetCells, table: TableArea, column: int) -> Sequence[CellValue]:
    rows = slice(table.header.stop, min(table.area.bottom + 1, table.header.stop + _MOST_CELLS))
    there: Sequence[CellValue] = cells.values[rows, column][np.asarray(cells.read[rows, column])].tolist()
    return there


def resemblances(cells: SheetCells, table: TableArea) -> list[Finding]:
    """Return a warning for each header that is read as what it resembles, unless a person has confirmed it."""
    layout = table.layout
    found: dict[str, Finding] = {}
    for used in layout.columns:
        shares = _shares(layout, used.header)
        column = layout.dataset.column(next(iter(shares))) if shares else None
        if column and not table.answers.to("column", *subjects(used.header.text)):
            said = {"share": str(shares[column.id]), **{f"column_{code}": name for code, name in column.header.items()}}
            place = f"{cells.sheet.name}!{address(*used.header.cells[-1])}"
            ask = table.answers.ask("column", subject_of(used.header.text))
            found.setdefault(place, Finding("similar_header", place, used.header.text, said, ask, (column.id, SKIP)))
    return list(found.values())
