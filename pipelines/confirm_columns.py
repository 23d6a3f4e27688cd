"""Columns that a person has said are another column of the dataset, or not to be read."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from locales import plain_name
from pipelines.asking import subject_of
from pipelines.cells import SheetCells
from pipelines.find_tables import TableArea
from pipelines.header_rows import read_header
from pipelines.headers import Headers
from pipelines.layout import HeaderColumn, KeyColumn, Layout, ValueColumn
from pipelines.questions import missing_keys
from warehouse.schema import ENTITY_KINDS, Column

# Why a column a person wants left out is not read; also the answer that says so.
SKIPPED = "skipped"
SKIP = "skip"


def confirm_columns(cells: SheetCells, tables: Sequence[TableArea], headers: Headers) -> list[TableArea]:
    """Return the tables of a sheet with their columns as a person wants them; a table without figures has none left."""
    by_area = groupby(tables, key=lambda table: (table.header, table.area))
    return [table for _, group in by_area for table in _confirm(cells, list(group), headers)]


def _confirm(cells: SheetCells, tables: list[TableArea], headers: Headers) -> list[TableArea]:
    """Confirm the columns of one header, which may hold figures of several datasets."""
    answered = _answered(cells, tables[0], headers)
    if not answered:
        return tables
    layouts = [table.layout for table in tables]
    for header, answer in answered:
        layouts = _placed(layouts, header, answer)
    return [
        replace(table, layout=settled) if (settled := _completed(layout, table.layout)) else table
        for table, layout in zip(tables, layouts, strict=True)
    ]


def _answered(cells: SheetCells, table: TableArea, headers: Headers) -> list[tuple[HeaderColumn, str]]:
    """Return the columns with an answer: those the table uses as it has them, the others as they stand."""
    if not any(ask.kind == "column" and ask.layout == table.answers.layout for ask in table.answers.confirmed):
        return []
    used = {column.header.index: column.header for column in table.layout.columns}
    over = read_header(cells, headers, table.header, range(table.area.left, table.area.right + 1)) or []
    found = [used.get(column.index, column) for column in over]
    answers = [(header, table.answers.to("column", *subjects(header.text))) for header in found]
    return [(header, answer) for header, answer in answers if answer]


def subjects(header: str) -> tuple[str, str]:
    """Return the subjects under which a column may be answered for: without its years, and with them."""
    return subject_of(header), plain_name(header)


def _placed(layouts: Sequence[Layout], header: HeaderColumn, answer: str) -> list[Layout]:
    """Give the column to the first of the layouts that has the column said, and take it from the others."""
    if answer == SKIP:
        return [_without(layout, header.index) for layout in layouts]
    dataset, _, name = answer.rpartition(".")
    fitting = [
        at
        for at, layout in enumerate(layouts)
        if dataset in ("", layout.dataset.id) and any(column.id == name for column in layout.dataset.columns)
    ]
    if not fitting:
        return list(layouts)
    return [
        _with(layout, header, layout.dataset.column(name)) if at == fitting[0] else _without(layout, header.index)
        for at, layout in enumerate(layouts)
    ]


def _without(layout: Layout, index: int) -> Layout:
    return replace(
        layout,
        keys=[key for key in layout.keys if key.header.index != index],
        values=[value for value in layout.values if value.header.index != index],
        totals=[total for total in layout.totals if total.header.index != index],
        refused=[header for header in layout.refused if header.index != index],
        left_out={**layout.left_out, index: SKIPPED},
    )


def _with(layout: Layout, header: HeaderColumn, column: Column) -> Layout:
    """Let the column be that column of the dataset; where it is a key, no other column is."""
    before = next((value for value in layout.values if value.header.index == header.index), None)
    bare = _without(layout, header.index)
    left_out = {index: why for index, why in bare.left_out.items() if index != header.index}
    if column.role != "key":
        value = replace(before, column=column) if before else ValueColumn(header, column)
        same = [other for other in bare.values if _says_same(other, value)]
        left_out |= {other.header.index: "second_column" for other in same}
        values = [other for other in bare.values if other not in same]
        return replace(bare, values=[*values, value], left_out=left_out)
    others = [key for key in bare.keys if key.key is column and not _completes(key, header)]
    left_out |= {key.header.index: "second_column" for key in others}
    kept = [key for key in bare.keys if key not in others]
    is_year = any(key.key is column for key in kept) and _says_year(header)
    return replace(bare, keys=[*kept, KeyColumn(header, column, is_year)], left_out=left_out)


def _says_same(one: ValueColumn, other: ValueColumn) -> bool:
    """True where two columns give the same figure; those under one header, as in parts of a table, are left to it."""
    alike = (one.column, one.fixed, one.period) == (other.column, other.fixed, other.period)
    return alike and one.header.text != other.header.text


def _completes(key: KeyColumn, header: HeaderColumn) -> bool:
    """True where one of the two is the year of the other's months."""
    return key.key.kind == "period" and _says_year(key.header) != _says_year(header)


def _says_year(header: HeaderColumn) -> bool:
    return any(part.meaning.year_header for part in header.parts)


def _completed(layout: Layout, before: Layout) -> Layout | None:
    """Return the layout with the questions its keys now leave open; None where a key is missing nobody can be asked."""
    missing = missing_keys(layout)
    if any(key.kind != "period" and key.kind not in ENTITY_KINDS for key in missing):
        return None
    questions = [code for code in layout.questions if code not in _settled_by_keys(layout, before)]
    questions += ["which_year" if key.kind == "period" else "which_name" for key in missing]
    values = [value for value in layout.values if questions or not _lacks_key(layout, value)]
    lacking = {value.header.index: "unknown_column" for value in layout.values if value not in values}
    return replace(
        layout, questions=tuple(dict.fromkeys(questions)), values=values, left_out={**layout.left_out, **lacking}
    )


def _settled_by_keys(layout: Layout, before: Layout) -> set[str]:
    """Return the questions that a column taken for a key answers."""
    new = {key.key.kind for key in layout.keys if key not in before.keys}
    return {"which_year" for kind in new if kind == "period"} | {"which_name" for kind in new if kind in ENTITY_KINDS}


def _lacks_key(layout: Layout, value: ValueColumn) -> bool:
    return bool(missing_keys(replace(layout, values=[value])))
