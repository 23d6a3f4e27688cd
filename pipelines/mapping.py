"""A mapping: what the headers of a foreign layout mean, written by a person in TOML.

[[table]]                         # one or several; `sheet` is left out where every sheet is meant
sheet = "2022"
header_rows = 1                   # how many rows the header has (1 if left out), or which: [3, 4]
dataset = "nights"
[table.columns]                   # header = column of the dataset, or "year" beside months
"Comuni" = "area_code"
[table.constants]                 # what no column says
market = "all"
[table.wide]                      # a key that stands as columns, and what their figures are
key = "period"
value = "nights"
headers = { "Gen Presenze" = "01" }   # left out where the headers say it themselves
[table.numbers]
decimal = ","
"""

import tomllib
from collections.abc import Mapping as Entries
from dataclasses import dataclass, field
from typing import Any, cast

from locales import plain_name
from pipelines.findings import FileRefusedError
from pipelines.numbers import DecimalMark
from pipelines.periods import PeriodPart, read_month, read_period
from warehouse.schema import ENTITY_KINDS, Column, Dataset, datasets

YEAR = "year"
_PARTS = frozenset({"sheet", "header_rows", "dataset", "columns", "constants", "wide", "numbers"})


@dataclass(frozen=True)
class Wide:
    """A key that stands as columns; `headers` is plain header -> what it says, empty where any header may say it."""

    key: Column
    value: Column
    headers: Entries[str, str | PeriodPart] = field(default_factory=dict)


@dataclass(frozen=True)
class MappedTable:
    """What one layout means; `columns` is plain header -> column id or "year"."""

    dataset: Dataset
    sheet: str | None = None
    header_rows: int = 1
    first_row: int | None = None
    columns: Entries[str, str] = field(default_factory=dict)
    constants: Entries[str, str] = field(default_factory=dict)
    period: PeriodPart | None = None
    wide: Wide | None = None
    decimal: DecimalMark | None = None


@dataclass(frozen=True)
class Mapping:
    """The layouts a person has described."""

    tables: tuple[MappedTable, ...]


def parse_mapping(text: str) -> Mapping:
    """Return the mapping a TOML text describes; raises FileRefusedError("bad_mapping") naming the entry at fault."""
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _bad(str(error)) from error
    tables = said.get("table")
    if not isinstance(tables, list) or not tables or set(said) != {"table"}:
        raise _bad("[[table]]")
    return Mapping(tuple(_table(table, f"[[table]] {number}") for number, table in enumerate(tables, start=1)))


def _bad(detail: str) -> FileRefusedError:
    return FileRefusedError("bad_mapping", detail=detail)


def _table(said: Any, place: str) -> MappedTable:
    if not isinstance(said, dict):
        raise _bad(place)
    for part in set(said) - _PARTS:
        raise _bad(f"{place}: {part}")
    dataset = datasets().get(str(said.get("dataset", "")))
    if dataset is None:
        raise _bad(f"{place}: dataset = {said.get('dataset')!r}")
    count, first = _header_rows(said.get("header_rows", 1), place)
    constants, period = _constants(dataset, _texts(said, "constants", place), place)
    table = MappedTable(
        dataset,
        str(said["sheet"]) if "sheet" in said else None,
        count,
        first,
        _columns(dataset, _texts(said, "columns", place), place),
        constants,
        period,
        _wide(dataset, said["wide"], place) if "wide" in said else None,
        _decimal(_texts(said, "numbers", place), place),
    )
    _check_complete(table, place)
    return table


def _texts(said: Entries[str, Any], part: str, place: str) -> dict[str, str]:
    entries = said.get(part, {})
    if not isinstance(entries, dict) or any(isinstance(value, dict | list) for value in entries.values()):
        raise _bad(f"{place}: {part}")
    return {str(name): str(value) for name, value in entries.items()}


def _header_rows(said: Any, place: str) -> tuple[int, int | None]:
    """Read how many header rows there are, or which: [3, 4] are the third and fourth row of the sheet."""
    if isinstance(said, int) and not isinstance(said, bool) and said >= 1:
        return said, None
    if isinstance(said, list) and said and said == list(range(said[0], said[0] + len(said))) and said[0] >= 1:
        return len(said), said[0] - 1
    raise _bad(f"{place}: header_rows = {said!r}")


def _column(dataset: Dataset, name: str, entry: str) -> Column:
    found = next((column for column in dataset.columns if column.id == name), None)
    if found is None:
        raise _bad(entry)
    return found


def _columns(dataset: Dataset, said: Entries[str, str], place: str) -> dict[str, str]:
    for header, name in said.items():
        if name != YEAR:
            _column(dataset, name, f"{place}: columns: {header!r} = {name!r}")
    return {plain_name(header): name for header, name in said.items()}


def _constants(dataset: Dataset, said: Entries[str, str], place: str) -> tuple[dict[str, str], PeriodPart | None]:
    """Read what no column says; a year or a period is the part of the period said."""
    constants: dict[str, str] = {}
    period: PeriodPart | None = None
    for name, text in said.items():
        entry = f"{place}: constants: {name} = {text!r}"
        if name == YEAR or _column(dataset, name, entry).kind == "period":
            period = read_period(text)
            if period is None:
                raise _bad(entry)
        elif dataset.column(name).role != "key":
            raise _bad(entry)
        else:
            constants[name] = str(_said(dataset.column(name), text, entry))
    return constants, period


def _said(key: Column, text: str, entry: str) -> str | PeriodPart:
    """Return what a text says of a key: the code of a choice, a part of a period, or the text itself."""
    if key.kind == "period":
        said: str | PeriodPart | None = read_month(text)
    elif key.kind == "choice":
        said = key.choice_codes.get(plain_name(text))
    else:
        said = text
    if said is None:
        raise _bad(entry)
    return said


def _wide(dataset: Dataset, said: Any, place: str) -> Wide:
    entry = f"{place}: wide"
    if not isinstance(said, dict) or set(said) - {"key", "value", "headers"} or not {"key", "value"} <= set(said):
        raise _bad(entry)
    key = _column(dataset, str(said["key"]), f"{entry}: key = {said['key']!r}")
    value = _column(dataset, str(said["value"]), f"{entry}: value = {said['value']!r}")
    if key.role != "key" or value.role == "key":
        raise _bad(f"{entry}: key = {key.id!r}, value = {value.id!r}")
    headers = _texts(said, "headers", entry)
    return Wide(
        key,
        value,
        {plain_name(name): _said(key, text, f"{entry}: {name!r} = {text!r}") for name, text in headers.items()},
    )


def _decimal(said: Entries[str, str], place: str) -> DecimalMark | None:
    mark = said.get("decimal")
    if set(said) - {"decimal"} or mark not in (None, ",", "."):
        raise _bad(f"{place}: numbers")
    return cast("DecimalMark | None", mark)


def _check_complete(table: MappedTable, place: str) -> None:
    """Check that every required key is said, and some value is read."""
    named = {*table.columns.values(), *table.constants}
    if table.period or YEAR in named:
        named |= {key.id for key in table.dataset.keys if key.kind == "period"}
    if table.wide:
        named |= {table.wide.key.id, table.wide.value.id}
    for key in table.dataset.keys:
        if key.required and key.id not in named:
            raise _bad(f"{place}: {key.id} ?")
    if not named & {column.id for column in table.dataset.measures}:
        raise _bad(f"{place}: {' | '.join(column.id for column in table.dataset.measures)} ?")


def is_entity(key: Column) -> bool:
    """True for a key whose values are names."""
    return key.kind in ENTITY_KINDS
