"""What a workbook says before anything is stored: what was read and refused, what it changes, and what is left out."""

from collections.abc import Hashable, Mapping, Sequence

import pandas as pd
import streamlit as st

from frame.context import Context
from pipelines.account import totals
from pipelines.finding_kinds import WAITING
from pipelines.findings import Finding
from pipelines.load import Preview
from pipelines.reading import Reading
from pipelines.report import said_of
from sections.finding_names import by_name
from sections.load_impact import Foreseen, impact_in_words, why_unused
from sections.row_keys import row_text
from sections.tables import draw_table
from sections.words import plain_markdown
from warehouse.schema import datasets

_SHOWN = 15


def draw_account(context: Context, reading: Reading) -> None:
    """Draw in one sentence how many cells were read, refused and left out, and how many wait for an answer."""
    cells, number = reading.cells, context.language.number
    waiting = sum(finding.code in WAITING for finding in reading.refused)
    said = context.language.plural(
        "{file}: of {n} filled cell {accepted} was read, {refused} refused and {ignored} left out.",
        "{file}: of {n} filled cells {accepted} were read, {refused} refused and {ignored} left out.",
        cells.non_empty,
        file=f"**{plain_markdown(reading.file)}**",
        accepted=number(cells.accepted),
        refused=number(cells.refused - waiting),
        ignored=number(cells.ignored),
    )
    if waiting:
        more = context.language.plural("{n} cell waits for an answer.", "{n} cells wait for answers.", waiting)
        said = f"{said} {more}"
    st.markdown(said)


def draw_difference(context: Context, shown: Preview, erased: int, found: Foreseen) -> None:
    """Draw in two sentences what a load would add, change and remove, and what becomes of figures and sent pages."""
    st.markdown(f"**{said_of(shown.difference, context.language)}**")
    removed = context.language.plural("{n} known figure is removed.", "{n} known figures are removed.", erased)
    said = [removed] if erased else []
    unused = "" if found.impact.figures else why_unused(context, shown.reading.facts)
    st.markdown(plain_markdown(" ".join([*said, impact_in_words(context, found.impact), unused, found.told]).strip()))


def draw_totals(context: Context, reading: Reading) -> None:
    """Draw the sums of what was read by year, to hold against the file's own."""
    code = context.language.code
    overall, by_year = totals(reading)
    rows = [
        {
            context.text("Dataset"): datasets()[dataset].name[code],
            context.text("Figure"): datasets()[dataset].column(column).header[code],
            context.text("Year"): year,
            context.text("Sum"): total,
        }
        for dataset, columns in overall.items()
        for column in columns
        for year, sums in sorted(by_year.get(dataset, {}).items())
        if (total := sums.get(column)) is not None
    ]
    if rows:
        draw_table(context, pd.DataFrame(rows), context.text("Sums of what was read"), "totals", rows=12)


def draw_findings(context: Context, title: str, findings: Sequence[Finding], name: str) -> None:
    """Draw findings as a table: where, what stands there, why, and what to do."""
    if not findings:
        return
    language = context.language
    rows = [
        {
            context.text("Cell"): finding.place,
            context.text("Value"): finding.value,
            context.text("Why"): finding.reason(language),
            context.text("What to do"): finding.suggestion(language),
        }
        for finding in (by_name(context, one) for one in findings)
    ]
    table = pd.DataFrame(rows)
    table = table.loc[:, [column for column in table if table[column].astype(bool).any()]]
    draw_table(context, table, f"{title} ({language.number(len(findings))})", name, rows=_SHOWN)


def draw_changes(context: Context, shown: Preview) -> None:
    """Draw every figure that is new or changes, with its cell."""
    code = context.language.code
    rows = []
    for dataset_id, frame in shown.changes.items():
        dataset = datasets()[dataset_id]
        for row in frame.to_dict("records"):
            rows.append(
                {
                    context.text("Dataset"): dataset.name[code],
                    context.text("Row"): row_text(context, dataset, row),
                    context.text("Figure"): dataset.column(str(row["measure"])).header[code],
                    context.text("Before"): _value(row, "old_"),
                    context.text("After"): _value(row, ""),
                    context.text("Cell"): f"{row['sheet']}!{row['cell']}",
                }
            )
    if rows:
        table = pd.DataFrame(rows)
        draw_table(context, table, context.text("What is new or changes"), "changes", rows=_SHOWN)


def _value(row: Mapping[Hashable, object], prefix: str) -> object:
    number, text = row[f"{prefix}number"], row[f"{prefix}text"]
    return number if isinstance(number, float) and not pd.isna(number) else text
