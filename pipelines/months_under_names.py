"""A column headed by whose figures they are that holds months below each name: its rows of figures decide."""

from dataclasses import replace

from pipelines.cells import SheetCells
from pipelines.layout import KeyColumn, Layout
from pipelines.names import Names
from pipelines.periods import PeriodPart, read_period
from pipelines.section_rows import Body
from warehouse.schema import ENTITY_KINDS

_ENOUGH = 0.8


def with_months_under_names(layout: Layout, cells: SheetCells, body: Body, names: Names) -> Layout:
    """Return the understanding with a column of names taken for the period where its rows of figures say periods.

    Whose figures they are is then a question, until the rows above them answer it.
    """
    column = next((key for key in layout.keys if key.header.index == body.column), None)
    if column is None or column.key.kind not in ENTITY_KINDS:
        return layout
    said = [cells.value(int(row), body.column) for row in body.data]
    told = [text for text in said if isinstance(text, str) and names.find(column.key.kind, text) is None]
    parts = [part for text in told if (part := read_period(text))]
    # Names above the first label are rows of the table, and the months below them may be another table.
    above = [cells.value(int(row), body.column) for row in body.data if row < body.labels[0].row]
    if any(isinstance(text, str) and not read_period(text) for text in above):
        return layout
    if not parts or len(parts) < _ENOUGH * len([value for value in said if value is not None]):
        return layout
    return _with_period(layout, column, parts)


def _with_period(layout: Layout, column: KeyColumn, parts: list[PeriodPart]) -> Layout:
    period = next(key for key in layout.dataset.keys if key.kind == "period")
    have_years = all(part.year for part in parts)
    years = [key for key in layout.keys if key.key is period]
    others = [replace(key, is_year=True) if key in years else key for key in layout.keys if key is not column]
    is_told = have_years or years or (layout.period is not None and layout.period.is_year)
    questions = [code for code in layout.questions if code != "which_year"]
    questions += [] if is_told else ["which_year"]
    questions += ["which_name"] if column.key.required and column.key.id not in layout.constants else []
    return replace(
        layout,
        keys=(*others, KeyColumn(column.header, period)),
        period=None if have_years else layout.period,
        questions=tuple(dict.fromkeys(questions)),
    )
