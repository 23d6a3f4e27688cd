"""Whether a cell could stand under a header: a figure where figures belong, a period or choice where a key does."""

from locales import plain_name
from pipelines.figure_marks import mark_of
from pipelines.grid import CellValue
from pipelines.numbers import read_number
from pipelines.periods import as_day, read_month
from pipelines.words import is_dash
from warehouse.schema import Column


def is_figure(value: CellValue) -> bool:
    """True for a number, a text that is one, or a mark for a missing one or for closed."""
    if isinstance(value, str):
        return mark_of(value) in ("missing", "closed") or is_dash(value) or read_number(value) is not None
    return isinstance(value, int | float)


def says_key(key: Column, value: CellValue) -> bool | None:
    """True or false where one can tell whether a cell says that key; None for names, which can be anything."""
    if key.kind == "period":
        return read_month(value) is not None
    if key.kind == "choice":
        return isinstance(value, str) and plain_name(value) in key.choice_codes
    return as_day(value) is not None if key.kind == "date" else None
