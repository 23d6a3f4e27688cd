"""One cell as a text of a declared kind: an id, the code of a choice, a day, a period, or plain text."""

from collections.abc import Callable

from locales import plain_name
from pipelines.grid import CellValue
from pipelines.names import Names
from pipelines.periods import as_day, read_period
from pipelines.read_cells import TextRead
from pipelines.statuses import MISSING, READ, refused
from pipelines.words import collapse, is_dash, is_missing_mark, without_footnote, without_note_mark
from warehouse.schema import ENTITY_KINDS, Column, listed

# Given a cell's value and the place it first stands at, the text it is stored as.
TextReader = Callable[[CellValue, str], TextRead]


def text_of(value: CellValue) -> str:
    """Return a cell's value as plain text: blanks collapsed, whole numbers without decimals, dates as ISO."""
    if isinstance(value, str):
        return collapse(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    day = as_day(value)
    return day.isoformat() if day else str(value)


def text_reader(column: Column, names: Names) -> TextReader:
    """Return how the cells of a declared column of texts are read."""
    if column.kind in ENTITY_KINDS:
        return lambda value, place: _read_entity(column.kind, text_of(value), names, place)
    if column.kind == "actors":
        return lambda value, place: _read_actors(text_of(value), names, place)
    if column.kind == "choice":
        return lambda value, _: _read_choice(column, text_of(value))
    if column.kind == "date":
        return lambda value, _: _read_day(value)
    if column.kind == "period":
        return lambda value, _: _read_period(value)
    return lambda value, _: _read_text(text_of(value))


def says_nothing(text: str) -> bool:
    """True for a mark for missing, or a lone dash, where a text should stand."""
    return is_missing_mark(text) or is_dash(text)


def _read_entity(kind: str, text: str, names: Names, place: str) -> TextRead:
    if says_nothing(text):
        return MISSING, ""
    name = without_note_mark(text)
    return (refused("name_waits"), "") if names.waits(kind, name, place) else (READ, names.resolve(kind, name, place))


def _read_actors(text: str, names: Names, place: str) -> TextRead:
    """Read several names in one cell; where semicolons stand between them, a comma is part of a name."""
    parts = [collapse(part) for part in text.split(";" if ";" in text else ",")]
    named = [part for part in parts if part and not says_nothing(part)]
    if not named:
        return MISSING, ""
    if any(names.waits("actor", without_note_mark(part), place) for part in named):
        return refused("name_waits"), ""
    return READ, listed(names.resolve("actor", without_note_mark(part), place) for part in named)


def _read_choice(column: Column, text: str) -> TextRead:
    if says_nothing(text):
        return MISSING, ""
    codes = column.choice_codes
    code = codes.get(plain_name(text)) or codes.get(plain_name(without_footnote(text)))
    return (READ, code) if code else (refused("not_a_choice"), "")


def _read_day(value: CellValue) -> TextRead:
    if isinstance(value, str) and says_nothing(value):
        return MISSING, ""
    day = as_day(value)
    return (READ, day.isoformat()) if day else (refused("not_a_date"), "")


def _read_period(value: CellValue) -> TextRead:
    if isinstance(value, str) and says_nothing(value):
        return MISSING, ""
    part = read_period(value)
    return (READ, part.period) if part and part.period else (refused("not_a_period"), "")


def _read_text(text: str) -> TextRead:
    return (MISSING, "") if says_nothing(text) else (READ, text)
