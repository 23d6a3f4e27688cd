"""Find the tables that a mapping describes: by its headers, in the sheets it names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np

from locales import plain_name
from pipelines.cells import SheetCells
from pipelines.find_tables import TableArea
from pipelines.grid import Range, letters_of
from pipelines.header_rows import read_header
from pipelines.headers import Headers, periods_beside
from pipelines.layout import HeaderColumn, KeyColumn, Layout, TotalColumn, ValueColumn
from pipelines.mapping_parts import YEAR, MappedColumn, MappedTable, is_entity
from pipelines.mapping_parts import Mapping as LayoutMapping
from pipelines.periods import PeriodPart
from warehouse.schema import Column

_MOST_ROWS = 400


def find_mapped_tables(cells: SheetCells, headers: Headers, mapping: LayoutMapping) -> list[TableArea]:
    """Return the tables of a sheet that the mapping describes, from the top; none where it fits nothing here."""
    found = [
        area
        for table in mapping.tables
        if table.sheet is None or plain_name(table.sheet) == plain_name(cells.sheet.name)
        if (area := _find(cells, headers, table))
    ]
    starts = sorted({area.header.start for area in found})
    return [_until_next(area, starts) for area in sorted(found, key=lambda area: area.header.start)]


def _until_next(area: TableArea, starts: Sequence[int]) -> TableArea:
    below = [start for start in starts if start > area.header.start]
    return replace(area, area=area.area._replace(bottom=below[0] - 1)) if below else area


def _find(cells: SheetCells, headers: Headers, table: MappedTable) -> TableArea | None:
    options = []
    for rows in _spans(cells, table):
        columns = read_header(cells, headers, rows, range(cells.width))
        layout = _layout(table, columns) if columns else None
        if layout:
            used = len({cell for column in layout.columns for cell in column.header.cells})
            options.append((layout.understood, used, -rows.start, rows, layout))
    if not options:
        return None
    *_, rows, layout = max(options, key=lambda option: option[:3])
    return TableArea(
        layout, rows, Range(rows.start, 0, cells.height - 1, cells.width - 1), table.decimal, by_mapping=True
    )


def _spans(cells: SheetCells, table: MappedTable) -> Iterator[range]:
    if table.first_row is not None:
        starts = [table.first_row]
    else:
        starts = np.flatnonzero(cells.read.any(axis=1))[:_MOST_ROWS].tolist()
    for start in starts:
        if start + table.header_rows < cells.height:
            yield range(start, start + table.header_rows)


def _layout(table: MappedTable, columns: Sequence[HeaderColumn]) -> Layout | None:
    """Return the layout with this header, or None where a mapped header is missing."""
    keys: list[KeyColumn] = []
    values: list[ValueColumn] = []
    totals: list[TotalColumn] = []
    left_out: dict[int, str] = {}
    missing = set(table.columns)
    for column in columns:
        names = [*_spellings(column), _letters(column.index)]
        spelling = next((name for name in names if name in table.columns), None)
        if spelling is not None:
            missing.discard(spelling)
            _place(table, column, table.columns[spelling], keys, values)
        elif wide := _wide_column(table, column):
            values.append(wide)
        elif any(part.meaning.total for part in column.parts):
            totals.append(TotalColumn(column))
        else:
            left_out[column.index] = "not_mapped"
    if missing or not values or (table.wide and not any(value.is_wide for value in values)):
        return None
    return Layout(table.dataset, keys, values, totals, table.constants, table.period, left_out, is_named=True)


def _spellings(column: HeaderColumn) -> list[str]:
    """Return the ways a mapping may name a column: all its header cells together, or one of them, the lowest first."""
    return [plain_name(text) for text in (column.text, *(part.meaning.text for part in reversed(column.parts)))]


def _letters(index: int) -> str:
    """Return a whole column as a spreadsheet writes it: "C:C"."""
    letters = letters_of(index)
    return f"{letters}:{letters}"


def _place(
    table: MappedTable, column: HeaderColumn, said: MappedColumn, keys: list[KeyColumn], values: list[ValueColumn]
) -> None:
    if said.name == YEAR:
        period = next(key for key in table.dataset.keys if key.kind == "period")
        keys.append(KeyColumn(column, period, is_year=True))
        return
    declared = table.dataset.column(said.name)
    if declared.role == "key":
        keys.append(KeyColumn(column, _with_values(declared, table.values.get(said.name, {}))))
    else:
        values.append(ValueColumn(column, declared, said.fixed, said.period))


def _with_values(key: Column, codes: Mapping[str, str]) -> Column:
    """Return the key with further spellings of its choices."""
    if not codes:
        return key
    spelled = [
        replace(choice, aliases=(*choice.aliases, *(said for said, code in codes.items() if code == choice.code)))
        for choice in key.choices
    ]
    return replace(key, choices=tuple(spelled))


def _wide_column(table: MappedTable, column: HeaderColumn) -> ValueColumn | None:
    wide = table.wide
    if wide is None or not column.parts:
        return None
    if wide.headers:
        said = next((wide.headers[name] for name in _spellings(column) if name in wide.headers), None)
    else:
        said = _said_by(table, column)
    if said is None:
        return None
    if isinstance(said, PeriodPart):
        return ValueColumn(column, wide.value, period=said)
    return ValueColumn(column, wide.value, {wide.key.id: said})


def _said_by(table: MappedTable, column: HeaderColumn) -> str | PeriodPart | None:
    """Return what a header itself says of the key that stands as columns."""
    if table.wide is None:
        return None
    key = table.wide.key
    if key.kind == "period":
        said: PeriodPart | None = None
        for part in column.parts:
            period = part.meaning.period or next((found for found, _ in periods_beside(part.meaning.text)), None)
            said = period.joined(said) if period else said
        return said
    lowest = column.parts[-1].meaning
    if is_entity(key) or key.kind == "text":
        return None if lowest.total else lowest.text
    return key.choice_codes.get(plain_name(lowest.text))
