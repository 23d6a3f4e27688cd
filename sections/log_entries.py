"""Entries of the log as people read them: what is later than the year says so, money is for some."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from answers.lineage.hiding import columns_shown
from charts.page_parts import note_html
from frame.context import Context
from sections.plan import rows_in_words
from sections.tables import draw_table, written_table
from sections.words import headers_of, later_marked

_DATE = "date"


def draw_entries(
    context: Context, found: pd.DataFrame, columns: Sequence[str], caption: str, name: str, *, empty: str = ""
) -> None:
    """Draw the entries with their downloads, each that is `later` marked; `empty` is said where there are none."""
    table = entries_table(context, found, columns)
    written, date = written_table(context, table), headers_of(context, "log")[_DATE]
    if date in written:
        written[date] = later_marked(context, written[date], found["later"])
    draw_table(context, table, caption, name, rows=20, written=written, empty=empty)
    draw_withheld(context, found, columns)


def entries_table(context: Context, found: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """Return the entries as they are shown and downloaded: the columns that say something, and that one may see."""
    told = rows_in_words(context, "log", found, columns_shown("log", columns, context.reader))
    return told.loc[:, (told != "").any()]


def draw_withheld(context: Context, found: pd.DataFrame, columns: Sequence[str]) -> None:
    """Say that amounts are told to others, where this reader is not told any of those that there are."""
    withheld = set(columns) - set(columns_shown("log", columns, context.reader))
    if any(found[column].notna().any() for column in withheld):
        told = context.text("Amounts are shown to those who may see the figures of single businesses.")
        st.html(note_html(told))
