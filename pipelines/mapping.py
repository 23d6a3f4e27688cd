"""A mapping: what the headers of a foreign layout mean, written by a person in TOML.

encoding = "cp1250"               # how a text file is written, where it is neither UTF-8 nor Windows-1252
[[table]]                         # one or several; `sheet` is left out where every sheet is meant
sheet = "2022"
header_rows = 1                   # how many rows the header has (1 if left out), or which: [3, 4]
dataset = "nights"
[table.columns]                   # header = column, or "year" beside months; "A:A" is a column without a header
"Comuni" = "area_code"
"Arrivi stranieri" = { column = "arrivals", market = "foreign" }   # a column of figures with keys of its own
[table.constants]                 # what no column says
market = "all"
[table.wide]                      # a key that stands as columns, and what their figures are
key = "period"
value = "nights"
headers = { "Gen Presenze" = "01" }   # left out where the headers say it themselves
[table.values.accommodation]      # what the cells of a column of choices say
"Hoteli" = "hotel"
[table.numbers]
decimal = ","
"""

import re
import tomllib
from collections.abc import Mapping as Entries
from typing import Any, cast

from locales import plain_name
from pipelines.findings import FileRefusedError
from pipelines.mapping_parts import ENCODINGS, YEAR, MappedColumn, MappedTable, Mapping, Wide
from pipelines.numbers import DecimalMark
from pipelines.periods import PeriodPart, read_month, read_period
from warehouse.schema import Column, Dataset, datasets

_LETTERS = re.compile(r"(?P<letters>[A-Z]{1,3}):(?P=letters)")
_PARTS = frozenset({"sheet", "header_rows", "dataset", "columns", "constants", "wide", "values", "numbers"})


def parse_mapping(text: str) -> Mapping:
    """Return the mapping a TOML text describes; raises FileRefusedError("bad_mapping") naming the entry at fault."""
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _bad(str(error)) from error
    tables = said.get("table")
    if not isinstance(tables, list) or not tables or set(said) - {"table", "encoding"}:
        raise _bad("[[table]]")
    read = tuple(_table(table, f"[[table]] {number}") for number, table in enumerate(tables, start=1))
    return Mapping(read, _encoding(said.get("encoding")))


def _encoding(said: Any) -> str | None:
    """Read the name of an encoding; only those of one byte a sign, which are what old programs write."""
    if said is not None and said not in ENCODINGS:
        raise _bad(f"encoding = {said!r}")
    return cast("str | None", said)


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
    constants, period = _constants(dataset, _texts(said, "constants", place), f"{place}: constants")
    table = MappedTable(
        dataset,
        str(said["sheet"]) if "sheet" in said else None,
        count,
        first,
        _columns(dataset, said.get("columns", {}), place),
        constants,
        period,
        _wide(dataset, said["wide"], place) if "wide" in said else None,
        _values(dataset, said.get("values", {}), place),
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


def _columns(dataset: Dataset, said: Any, place: str) -> dict[str, MappedColumn]:
    if not isinstance(said, dict):
        raise _bad(f"{place}: columns")
    return {
        _spelling(header): _mapped(dataset, meaning, f"{place}: columns: {header!r}")
        for header, meaning in said.items()
    }


def _spelling(header: str) -> str:
    """Return a header in the plain spelling; a column named by its letter stays as it is."""
    return header if _LETTERS.fullmatch(header) else plain_name(header)


def _mapped(dataset: Dataset, said: Any, entry: str) -> MappedColumn:
    """Read a column's name, or its name and the keys of its figures."""
    parts = said if isinstance(said, dict) else {"column": said}
    if "column" not in parts or any(isinstance(part, dict | list) for part in parts.values()):
        raise _bad(f"{entry} = {said!r}")
    texts = {str(key): str(text) for key, text in parts.items()}
    name = texts.pop("column")
    if name != YEAR:
        column = _column(dataset, name, f"{entry} = {name!r}")
        if texts and column.role == "key":
            raise _bad(f"{entry} = {said!r}")
    fixed, period = _constants(dataset, texts, entry)
    return MappedColumn(name, fixed, period)


def _values(dataset: Dataset, said: Any, place: str) -> dict[str, dict[str, str]]:
    """Read what the cells of columns of choices say."""
    found: dict[str, dict[str, str]] = {}
    for name in said:
        entry = f"{place}: values: {name}"
        key = _column(dataset, name, entry)
        if key.kind != "choice":
            raise _bad(entry)
        texts = _texts(said, name, entry)
        found[name] = {plain_name(text): str(_said(key, code, f"{entry}: {text!r}")) for text, code in texts.items()}
    return found


def _constants(dataset: Dataset, said: Entries[str, str], place: str) -> tuple[dict[str, str], PeriodPart | None]:
    """Read what no column says; a year or a period is the part of the period said."""
    constants: dict[str, str] = {}
    period: PeriodPart | None = None
    for name, text in said.items():
        entry = f"{place}: {name} = {text!r}"
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
    named = {column.name for column in table.columns.values()} | set(table.constants)
    named |= _fixed_by_all(table)
    if table.period or YEAR in named:
        named |= {key.id for key in table.dataset.keys if key.kind == "period"}
    if table.wide:
        named |= {table.wide.key.id, table.wide.value.id}
    for key in table.dataset.keys:
        if key.required and key.id not in named:
            raise _bad(f"{place}: {key.id} ?")
    if not named & {column.id for column in table.dataset.measures}:
        raise _bad(f"{place}: {' | '.join(column.id for column in table.dataset.measures)} ?")


def _fixed_by_all(table: MappedTable) -> set[str]:
    """Return the keys that every mapped column of figures says of itself."""
    figures = [column for column in table.columns.values() if _is_figures(table.dataset, column)]
    fixed = [set(column.fixed) | ({YEAR} if column.period else set()) for column in figures]
    return set.intersection(*fixed) if fixed else set()


def _is_figures(dataset: Dataset, column: MappedColumn) -> bool:
    return column.name != YEAR and dataset.column(column.name).role == "measure"
