"""What a person has answered, put into the tables as found: the questions it settles are asked no more.

An answer that does not fit the table, such as a column its dataset does not have, is left aside.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from pipelines.asking import Confirmed, TableAnswers
from pipelines.cells import SheetCells
from pipelines.confirm_columns import SKIPPED, confirm_columns
from pipelines.find_tables import TableArea
from pipelines.fingerprint import fingerprint
from pipelines.header_rows import read_header
from pipelines.headers import Headers
from pipelines.layout import Layout
from pipelines.names import NEW
from pipelines.periods import read_period
from pipelines.questions import (
    REFERENCE,
    ask_of_column,
    ask_of_table,
    measures_for,
    missing_keys,
    missing_name,
    names_stand_as_headers,
)
from warehouse.schema import datasets


def confirm_tables(
    cells: SheetCells, tables: Sequence[TableArea], headers: Headers, confirmed: Confirmed
) -> list[TableArea]:
    """Return the tables of a sheet with every answer that fits settled, and their fingerprints."""
    known = [
        replace(table, answers=TableAnswers(fingerprint(cells, table.header, table.area), confirmed))
        for table in tables
    ]
    settled = [_settle(cells, table) for table in confirm_columns(cells, known, headers)]
    return [replace(table, unread=_unread(cells, table, headers)) for table in settled if table.layout.values]


def _unread(cells: SheetCells, table: TableArea, headers: Headers) -> tuple[str, ...]:
    """Return the headers of the columns that became nothing."""
    left = {index for index, why in table.layout.left_out.items() if why != "computed"}
    over = read_header(cells, headers, table.header, range(table.area.left, table.area.right + 1)) or []
    found = [column.text for column in over if column.index in left]
    return tuple(dict.fromkeys(text for text in (*found, *(one.text for one in table.layout.refused)) if text))


def _settle(cells: SheetCells, table: TableArea) -> TableArea:
    for code, settled in _ANSWERED.items():
        layout = table.layout
        if code in layout.questions:
            ask = ask_of_table(code, cells, table)
            answer = table.answers.to(code, ask.subject)
            found = settled(layout, answer) if answer else None
            if found:
                table = replace(table, layout=replace(found, questions=_still_open(found, code)))
    return replace(table, layout=_with_columns_settled(table))


def _still_open(layout: Layout, settled: str) -> tuple[str, ...]:
    """Return the questions still open when one is settled; what could not be asked before it is asked now."""
    left = [code for code in layout.questions if code != settled]
    left += ["which_year" if key.kind == "period" else "which_name" for key in missing_keys(layout)]
    return tuple(dict.fromkeys(left))


def _with_measure(layout: Layout, answer: str) -> Layout | None:
    """Let the figures be those of a measure, whose dataset must have the same keys, or of what a text says."""
    if answer not in measures_for(layout):
        return _with_indicator(layout, answer)
    dataset_id, _, column_id = answer.partition(".")
    dataset = datasets()[dataset_id]
    return replace(
        layout,
        dataset=dataset,
        keys=[replace(key, key=dataset.column(key.key.id)) for key in layout.keys],
        values=[replace(value, column=dataset.column(column_id)) for value in layout.values],
        totals=[replace(total, column=total.column and dataset.column(column_id)) for total in layout.totals],
    )


def _with_indicator(layout: Layout, answer: str) -> Layout | None:
    """Let reference figures be those of an indicator; a measure of ours is none."""
    is_measure = answer.partition(".")[0] in datasets()
    if layout.dataset.id != REFERENCE or is_measure or not answer.strip():
        return None
    return replace(layout, values=[replace(value, fixed={"indicator": answer.strip()}) for value in layout.values])


def _with_name(layout: Layout, answer: str) -> Layout | None:
    """Let the figures be those of an actor or place, or unknown headers be names."""
    if names_stand_as_headers(layout):
        return layout if answer == NEW else None
    key = missing_name(layout)
    return replace(layout, constants={**layout.constants, key.id: answer}) if key and answer.strip() else None


def _with_year(layout: Layout, answer: str) -> Layout | None:
    """Let the months be those of a year, or all figures be those of a period."""
    part = read_period(answer)
    if part is None or part.period is None:
        return None
    months = any(column.key.kind == "period" for column in layout.keys) or any(value.period for value in layout.values)
    return replace(layout, period=part) if part.is_year or not months else None


# In the order they are settled: which keys are needed depends on the measure.
_ANSWERED: Mapping[str, Callable[[Layout, str], Layout | None]] = {
    "which_measure": _with_measure,
    "which_name": _with_name,
    "which_year": _with_year,
}


def _with_columns_settled(table: TableArea) -> Layout:
    """Settle what the headers of columns of figures leave open: thousands or another unit."""
    layout = table.layout
    left_out = dict(layout.left_out)
    values = []
    for value in layout.values:
        answer = (
            table.answers.to(value.question, ask_of_column(value.question, table, value).subject)
            if value.question
            else None
        )
        if answer == "skip":
            left_out[value.header.index] = SKIPPED
        elif answer:
            values.append(replace(value, question=None, factor=float(answer) if value.question == "scale" else 1))
        else:
            values.append(value)
    return replace(layout, values=values, left_out=left_out)
