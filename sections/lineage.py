"""Where a figure comes from: the files, and every row and cell under it."""

from collections.abc import Hashable, Mapping
from dataclasses import replace
from datetime import date

import pandas as pd
import streamlit as st

from answers.answer import Answer
from answers.days import clock_time
from answers.lineage.cells import Lineage, lineage
from answers.panel import Measure, panel_of
from answers.places import Place
from answers.show import answers_on
from answers.view import KPI
from answers.wording import measured_in
from charts.page_parts import heading, note_html
from charts.passport import passports_html
from frame.context import Context
from kpis.catalogue import catalogue
from sections.answers import label_of, period_text, written_value
from sections.method import passport_of_answer, passport_text
from sections.row_keys import row_text
from sections.tables import draw_table
from sections.words import day_of
from warehouse.schema import Column, datasets


def asked_figure() -> str | None:
    """Return the KPI that the address asks for, None where it asks for none that exists."""
    asked = st.query_params.get(KPI)
    return asked if asked in catalogue() else None


def draw_lineage(context: Context, kpi_id: str) -> None:
    """Draw one figure of the place and year in view: its passport, and where it is answered its files and cells."""
    if context.place is None or context.year is None:
        return
    answer = answers_on(context.data, context.place, context.year, context.reader, date.today()).get(kpi_id)
    if answer is None:
        st.html(passports_html([replace(passport_text(context, catalogue()[kpi_id]), link=None)]))
        st.html(note_html(context.text("For this place and year the figure has no cells to show.")))
        return
    measure = panel_of(context.data, context.place).measure
    found = lineage(context.data, context.place, answer, context.reader)
    st.html(heading(_title(context, context.place, answer, measure), made_of(context, found)))
    st.html(passports_html([replace(passport_of_answer(context, answer, measure), link=None)]))
    if found.count:
        draw_found(context, found)
    elif answer.number is None:
        st.html(note_html(context.text("Nothing has been reported that this figure could be made of.")))


def _title(context: Context, place: Place, answer: Answer, measure: Measure) -> str:
    unit = measured_in(answer.passport, measure, context.language, answer.number)
    return context.text(
        "{figure} in {place}, {period}: {value}",
        figure=label_of(context, answer, measure),
        place=place.name,
        period=period_text(context, answer.period),
        value=f"{written_value(context, answer)} {unit}".rstrip(),
    )


def draw_found(context: Context, found: Lineage, of: str = "") -> None:
    """Draw the files of a figure and its cells; `of` tells their names on the page from those of another figure."""
    files = context.text("The files the figure comes from")
    draw_table(context, _files(context, found), files, f"files{of}", rows=40)
    _draw_cells(context, found, of)


def made_of(context: Context, found: Lineage) -> str:
    """Return of how many cells and files the figure is made."""
    cells = context.language.plural("Made of {n} cell", "Made of {n} cells", found.count)
    files = context.language.plural("of {n} file", "of {n} files", len(found.uploads))
    return f"{cells} {files}"


def _files(context: Context, found: Lineage) -> pd.DataFrame:
    return pd.DataFrame(
        {
            context.text("No."): event.upload,
            context.text("File"): event.file_name,
            context.text("When"): clock_time(event.recorded_at),
            context.text("Who"): event.recorded_by,
            context.text("Cells"): found.count_of(event.upload),
        }
        for event in found.uploads
    )


def _draw_cells(context: Context, found: Lineage, of: str) -> None:
    table = _cells(context, found)
    draw_table(context, table, context.text("The cells the figure is made of"), f"cells{of}", rows=36)
    hidden = sum(int(frame["hidden"].sum()) for frame in found.cells.values())
    if hidden:
        told = context.language.plural(
            "{n} value is hidden: it would tell what one business earns or what a few people have answered.",
            "{n} values are hidden: they would tell what one business earns or what a few people have answered.",
            hidden,
        )
        st.html(note_html(told))


def _cells(context: Context, found: Lineage) -> pd.DataFrame:
    files = {event.upload: event.file_name for event in found.uploads}
    code = context.language.code
    rows = [
        {
            context.text("Data"): datasets()[dataset_id].name[code],
            context.text("Row"): row_text(context, datasets()[dataset_id], cell),
            context.text("Column"): datasets()[dataset_id].column(str(cell["measure"])).header[code],
            context.text("Value"): _value(context, datasets()[dataset_id].column(str(cell["measure"])), cell),
            context.text("Sheet"): cell["sheet"],
            context.text("Cell"): cell["cell"],
            context.text("File"): files[int(cell["upload"])],
        }
        for dataset_id, frame in found.cells.items()
        for cell in frame.to_dict("records")
    ]
    return pd.DataFrame(rows)


def _value(context: Context, column: Column, cell: Mapping[Hashable, object]) -> object:
    if cell["hidden"]:
        return context.text("hidden")
    if column.is_number:
        return cell["number"]
    if column.kind == "date":
        return day_of(cell["text"])
    return next(
        (choice.names[context.language.code] for choice in column.choices if choice.code == cell["text"]), cell["text"]
    )
