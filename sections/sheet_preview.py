"""A workbook as it was read: each sheet as a grid coloured by meaning, and beside it what its columns became."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

import streamlit as st

from charts.grid import GridRow, grid_html
from frame.context import Context
from locales import mark
from pipelines.asking import Ask, Confirmed, subject_of
from pipelines.reading import Reading, TableFound
from pipelines.sheet_picture import SheetPicture
from sections.describe_table import draw_description
from sections.words import plain_markdown
from warehouse.schema import Dataset, datasets

_SKIP = "skip"
_ALIKE = 3
# Up to so many columns the mapping has room beside the sheet.
_BESIDE = 7
_ROLES: Mapping[str, str] = {
    "header": mark("heading"),
    "key": mark("whose and when"),
    "value": mark("figure"),
    "refused": mark("refused"),
    "question": mark("waits for an answer"),
    "ignored": mark("left out"),
}


class Said(NamedTuple):
    """What a person said of a sheet: changes of its mapping, and a mapping where nothing was understood."""

    confirmed: Confirmed
    mapping: str | None = None


def draw_sheets(context: Context, reading: Reading) -> Said:
    """Draw one sheet with its mapping beside it; return what a person says of it, when it is sent."""
    pictures = {picture.name: picture for picture in reading.pictures}
    if not pictures:
        return Said({})
    st.subheader(context.text("How the sheets were read"))
    name = _chosen(context, pictures, reading)
    tables = [table for table in (*reading.tables, *reading.waiting) if table.sheet == name]
    if not tables:
        _draw_grid(context, pictures[name])
        asked = any(question.place.startswith(f"{name}!") for question in reading.questions)
        return Said({}, None if asked else draw_description(context, pictures[name]))
    is_wide = pictures[name].width > _BESIDE
    grid, mapping = (st.container(), st.container()) if is_wide else st.columns([3, 2])
    with grid:
        _draw_grid(context, pictures[name])
    with mapping:
        return Said(_draw_mapping(context, tables))


def _chosen(context: Context, pictures: Mapping[str, SheetPicture], reading: Reading) -> str:
    """Return the sheet to show: at first the first one with something to look at."""
    troubled = [finding.place.partition("!")[0] for finding in (*reading.questions, *reading.refused)]
    read = [table.sheet for table in reading.tables]
    first = next((name for name in (*troubled, *read) if name in pictures), next(iter(pictures)))
    names = list(pictures)
    if len(names) == 1:
        return names[0]
    chosen: str = st.selectbox(context.text("Sheet"), names, index=names.index(first), key="shown_sheet")
    return chosen


def _draw_grid(context: Context, picture: SheetPicture) -> None:
    rows = [GridRow(*row) for row in zip(picture.rows, picture.texts, picture.roles, strict=True)]
    there = {role for row in rows for role in row.roles}
    roles = {role: context.text(words) for role, words in _ROLES.items() if role in there}
    st.html(grid_html(rows, roles, context.text("The sheet {name} as it was read", name=picture.name)))
    if len(rows) < picture.height:
        st.caption(
            context.text(
                "{shown} of {all} rows: the first, the last, and those with refused cells.",
                shown=context.language.number(len(rows)),
                all=context.language.number(picture.height),
            )
        )


def _draw_mapping(context: Context, tables: Sequence[TableFound]) -> Confirmed:
    changed: dict[Ask, str] = {}
    for number, table in enumerate(tables):
        dataset = datasets()[table.dataset]
        st.markdown(f"**{plain_markdown(table.range)} → {dataset.name[context.language.code]}**")
        with st.form(f"mapping_{number}", border=False):
            chosen = {
                header: _draw_column(context, dataset, f"{number}_{position}", header, column)
                for position, (header, column) in enumerate(_lines(table))
            }
            if st.form_submit_button(context.text("Read again so"), key=f"remap_{number}"):
                was = {**dict.fromkeys(table.unread, _SKIP), **table.columns}
                changed |= {
                    Ask("column", table.layout, subject_of(header)): column
                    for header, column in chosen.items()
                    if column != was[header]
                }
        _draw_alike(context, dataset, table)
    return changed


def _lines(table: TableFound) -> list[tuple[str, str]]:
    """Return the headers to choose for: not the many that say the same figure month by month."""
    single = [(header, column) for header, column in table.columns.items() if column not in _repeated(table)]
    return [*single, *((header, _SKIP) for header in table.unread if header not in table.columns)]


def _repeated(table: TableFound) -> Mapping[str, list[str]]:
    """Return the columns that more than a few headers became, with these headers."""
    by_column = sorted(table.columns.items(), key=lambda item: item[1])
    groups = {column: [header for header, _ in items] for column, items in groupby(by_column, key=lambda item: item[1])}
    return {column: headers for column, headers in groups.items() if len(headers) > _ALIKE}


def _draw_column(context: Context, dataset: Dataset, key: str, header: str, column: str) -> str:
    code = context.language.code
    names = {declared.id: declared.header[code] for declared in dataset.columns}
    options = [*names, _SKIP]
    chosen: str = st.selectbox(
        plain_markdown(header),
        options,
        index=options.index(column) if column in options else len(names),
        format_func=lambda option: names.get(option, context.text("is left out")),
        key=f"column_{key}",
    )
    return chosen


def _draw_alike(context: Context, dataset: Dataset, table: TableFound) -> None:
    for column, headers in _repeated(table).items():
        st.caption(
            context.text(
                "{n} columns, {first} to {last}: {figure}",
                n=context.language.number(len(headers)),
                first=plain_markdown(headers[0]),
                last=plain_markdown(headers[-1]),
                figure=dataset.column(column).header[context.language.code],
            )
        )
