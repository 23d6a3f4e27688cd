"""A table with its downloads: the same figures as beside it, numbers as numbers."""

import numbers
from datetime import date, datetime
from typing import Any

import pandas as pd
import streamlit as st

from answers.downloads import as_csv, as_xlsx
from answers.patterns import with_percentages, with_units
from charts.page_parts import note_html
from charts.tables import Align, table_html
from frame.context import Context
from frame.empty import XLSX
from locales.rounding import decimals_in

# More than any measure is told with; a quotient has no end.
_MOST_DECIMALS = 4


def draw_table(
    context: Context,
    table: pd.DataFrame,
    caption: str,
    name: str,
    *,
    rows: int = 24,
    written: pd.DataFrame | None = None,
    strong_row: int | None = None,
    empty: str = "",
) -> None:
    """Draw the first rows of a table with buttons for all of it; `empty` is said in its place where it has no rows.

    `table` is what is downloaded; `written` the same rows as texts for the screen, where plain numbers will not do.
    `name` is unique on the page and names the files. `strong_row` is the row of the place that is chosen.
    """
    if empty and table.empty:
        st.html(note_html(empty))
        return
    shown = written if written is not None else written_table(context, table)
    align: list[Align] = ["right" if column in table and _has_numbers(table[column]) else "left" for column in shown]
    texts = shown.head(rows).astype(str).to_numpy().tolist()
    st.html(table_html([str(column) for column in shown], texts, align=align, caption=caption, strong_row=strong_row))
    if len(table) > rows:
        st.caption(
            context.text(
                "The first {shown} of {all} rows; the download has them all.",
                shown=context.language.number(rows),
                all=context.language.number(len(table)),
            )
        )
    draw_downloads(context, table, caption, name, written=shown)


def _file_name(context: Context, name: str) -> str:
    place = [context.place.code, str(context.year)] if context.place else []
    return "-".join(["kulturpuls", name, *place])


def _has_numbers(values: "pd.Series[Any]") -> bool:
    return any(isinstance(value, numbers.Real) and not isinstance(value, bool) for value in values)


def draw_downloads(context: Context, table: pd.DataFrame, caption: str, name: str, *, written: pd.DataFrame) -> None:
    """Draw the buttons for a table that is drawn elsewhere; `name` is unique on the page and names the files.

    What `written` shows in per cent is in per cent in the workbook too, and a fraction in the CSV, which says so.
    """
    with st.container(horizontal=True, key=f"downloads_{name}"):
        st.download_button(
            context.text("Excel"),
            lambda: as_xlsx(with_percentages(table, written, context.language), caption),
            file_name=f"{_file_name(context, name)}.xlsx",
            mime=XLSX,
            key=f"xlsx_{name}",
            on_click="ignore",
            type="tertiary",
        )
        st.download_button(
            context.text("CSV"),
            lambda: as_csv(with_units(table, written, context.language), context.language),
            file_name=f"{_file_name(context, name)}.csv",
            mime="text/csv",
            key=f"csv_{name}",
            on_click="ignore",
            type="tertiary",
        )


def written_table(context: Context, table: pd.DataFrame) -> pd.DataFrame:
    """Return the table as texts for the screen: numbers, with the decimals they have, and days as people write them."""
    return table.map(lambda value: _text(context, value))


def _text(context: Context, value: object) -> str:
    if value is None or value is pd.NaT or (isinstance(value, float) and pd.isna(value)):
        return ""
    if isinstance(value, numbers.Real) and not isinstance(value, bool):
        return context.language.number(float(value), min(_MOST_DECIMALS, decimals_in(float(value))))
    if isinstance(value, datetime):
        return f"{context.language.date(value.date())} {value:%H:%M}"
    if isinstance(value, date):
        return context.language.date(value)
    return str(value)
