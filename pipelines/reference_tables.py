"""Tables of figures that are none of our measures: where each has an area and a period, they are reference figures."""

from collections.abc import Sequence

from pipelines.draft import Peek
from pipelines.evidence import Clue, Evidence
from pipelines.layout import HeaderColumn, KeyColumn, Layout, ValueColumn
from pipelines.period_columns import says_months
from pipelines.periods import PeriodPart
from pipelines.reference_columns import Columns, ColumnSorter, is_packed
from pipelines.reference_titles import indicator_of
from warehouse.schema import Dataset, datasets


def recognise_reference(columns: Sequence[HeaderColumn], evidence: Evidence, peek: Peek) -> Layout | None:
    """Return how a table reads as reference figures, asking for the year where none is said; None where it does not.

    The area is named by a header or by official areas in the cells; an actor stands for its area where a title says
    what is counted. The period stands in the headers or in a column. What further columns of texts say is part of the
    indicator.
    """
    found = ColumnSorter(peek, evidence).sort(columns)
    if found.area is None or not found.figures:
        return None
    area, indicator = (datasets()["reference"].column(name) for name in ("area_code", "indicator"))
    packed = is_packed(found.area)
    keys = [KeyColumn(found.area, area, piece=slice(-1, None) if packed else None)]
    keys += [KeyColumn(found.area, indicator, is_part=True, piece=slice(0, -1))] if packed else []
    return reference_layout(found, keys, evidence, peek)


def reference_layout(found: Columns, keys: Sequence[KeyColumn], evidence: Evidence, peek: Peek) -> Layout | None:
    """Return the understanding of columns of reference figures whose area is said; None where nothing says of what."""
    dataset = datasets()["reference"]
    period, indicator = dataset.column("period"), dataset.column("indicator")
    parts = [KeyColumn(column, indicator, is_part=True) for column in found.categories]
    times = [KeyColumn(column, period, is_year=column is not found.periods[-1]) for column in found.periods]
    title, clues = indicator_of(evidence)
    if found.over and not (title or parts or any(key.is_part for key in keys)):
        return None
    is_open = not (found.over or _say_years(found, peek))
    when = _said_outside(found, evidence) if is_open else None
    return Layout(
        dataset,
        (*keys, *parts, *times),
        tuple(_value(dataset, column, found, title) for column in found.figures),
        constants={indicator.id: title} if title else {},
        period=when[0] if when else None,
        left_out=found.left_out,
        clues=(*clues, *([when[1]] if when else [])),
        questions=("which_year",) if is_open and not when else (),
        nearby=evidence.clues,
    )


def _say_years(found: Columns, peek: Peek) -> bool:
    return any(not says_months(peek(column.index)) for column in found.periods)


def _said_outside(found: Columns, evidence: Evidence) -> tuple[PeriodPart, Clue] | None:
    """Return what a title says of the period: of months only their year."""
    said = evidence.year() if found.periods else evidence.period()
    return said if said and (said[0].is_year or not found.periods) else None


def _value(dataset: Dataset, column: HeaderColumn, found: Columns, title: str) -> ValueColumn:
    """Return a column of figures; under a period the title says what they are, else the header beside the title."""
    value = dataset.column("value")
    if column.index in found.over:
        return ValueColumn(column, value, {"indicator": title} if title else {}, found.over[column.index])
    return ValueColumn(column, value, {"indicator": column.text})
