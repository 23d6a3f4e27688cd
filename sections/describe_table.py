"""A sheet nobody understood: its reader says what the columns are, and that becomes a mapping to use again."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from frame.context import Context
from locales import plain_name
from pipelines.findings import FileRefusedError
from pipelines.mapping import parse_mapping
from pipelines.sheet_picture import SheetPicture
from sections.words import headers_of, plain_markdown
from warehouse.schema import Dataset, datasets

_SKIP = ""
_FEWEST_CELLS = 2
_YEAR = "year"


@dataclass(frozen=True)
class Description:
    """What a person says of a sheet: the number of its header row, its dataset, its columns, and what none says."""

    sheet: str
    header_row: int
    dataset: str
    columns: Mapping[str, str]
    constants: Mapping[str, str]


def as_mapping(description: Description) -> str:
    """Return the description as the text of a mapping file."""
    lines = [
        "[[table]]",
        f"sheet = {_quoted(description.sheet)}",
        f"header_rows = [{description.header_row}]",
        f"dataset = {_quoted(description.dataset)}",
        "[table.columns]",
        *(f"{_quoted(header)} = {_quoted(column)}" for header, column in description.columns.items()),
        "[table.constants]",
        *(f"{name} = {_quoted(said)}" for name, said in description.constants.items()),
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """The text as a basic string of TOML, which is written as in JSON."""
    return json.dumps(text, ensure_ascii=False)


def draw_description(context: Context, picture: SheetPicture) -> str | None:
    """Draw the choices for one sheet; return the mapping they make when they are sent and whole, else None."""
    headers = _header_rows(picture)
    if not headers:
        return None
    with st.expander(
        context.text("Say yourself what the sheet {name} holds", name=plain_markdown(picture.name)), key="describe"
    ):
        dataset = _choose_dataset(context)
        row: int = st.selectbox(
            context.text("Which row holds the headings?"),
            list(headers),
            format_func=lambda number: f"{number}: {' | '.join(filter(None, headers[number]))}",
            key="describe_row",
        )
        with st.form("describe_columns", border=False):
            columns = _choose_columns(context, dataset, headers[row])
            constants = _choose_constants(context, dataset)
            if not st.form_submit_button(context.text("Read the sheet so"), type="primary", key="described"):
                return None
        return _whole(context, Description(picture.name, row, dataset.id, columns, constants))


def _header_rows(picture: SheetPicture) -> dict[int, Sequence[str]]:
    """Return the rows that could hold headings: those of several different texts."""
    return {
        number: texts
        for number, texts in zip(picture.rows, picture.texts, strict=True)
        if len(set(filter(None, texts))) >= _FEWEST_CELLS
    }


def _choose_dataset(context: Context) -> Dataset:
    code = context.language.code
    chosen: str = st.selectbox(
        context.text("What is the sheet about?"),
        list(datasets()),
        index=list(datasets()).index("visits"),
        format_func=lambda dataset: f"{datasets()[dataset].name[code]}: {datasets()[dataset].description[code]}",
        key="describe_dataset",
    )
    return datasets()[chosen]


def _choose_columns(context: Context, dataset: Dataset, headers: Sequence[str]) -> dict[str, str]:
    names = headers_of(context, dataset.id)
    chosen = {
        header: st.selectbox(
            plain_markdown(header),
            [_SKIP, *names],
            index=_guess(dataset, header),
            format_func=lambda column: names.get(column, context.text("is left out")),
            key=f"describe_{dataset.id}_{header}",
        )
        for header in dict.fromkeys(filter(None, headers))
    }
    return {header: column for header, column in chosen.items() if column}


def _guess(dataset: Dataset, header: str) -> int:
    """Return the place of the column that the heading names among the choices, the first of which is none."""
    plain = plain_name(header)
    return next((place for place, column in enumerate(dataset.columns, 1) if plain in column.spellings), 0)


def _choose_constants(context: Context, dataset: Dataset) -> dict[str, str]:
    said = {
        (_YEAR if key.kind == "period" else key.id): st.text_input(
            context.text("{column} of the whole sheet, if no column says it", column=key.header[context.language.code]),
            key=f"describe_all_{dataset.id}_{key.id}",
        ).strip()
        for key in dataset.keys
        if key.required
    }
    return {name: text for name, text in said.items() if text}


def _whole(context: Context, description: Description) -> str | None:
    if lacking := _lacking(context, description):
        st.error(context.text("Say also which column, or what for the whole sheet, is: {columns}.", columns=lacking))
        return None
    mapping = as_mapping(description)
    try:
        parse_mapping(mapping)
    except FileRefusedError as refusal:
        st.error(plain_markdown(refusal.finding.reason(context.language)))
        return None
    return mapping


def _lacking(context: Context, description: Description) -> str:
    """Return what the description does not say and must: the required keys, and some figure."""
    dataset, code = datasets()[description.dataset], context.language.code
    said = {*description.columns.values(), *description.constants}
    keys = [
        key.header[code]
        for key in dataset.keys
        if key.required and key.id not in said and not (key.kind == "period" and _YEAR in said)
    ]
    if not said & {column.id for column in dataset.measures}:
        keys.append(context.text("the figures"))
    return context.language.listed(keys) if keys else ""
