"""What a person fills in in the app, read by the checks that the cells of a workbook are read by.

The rows stand as on the dataset's own sheet, its columns in declared order under a header: so a value has an address.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa

from locales import DANISH
from pipelines.cells import EMPTY, Kinds, Objects, kinds_and_texts
from pipelines.column_words import column_words
from pipelines.findings import Finding
from pipelines.grid import CellValue, address
from pipelines.key_texts import text_reader
from pipelines.names import Names
from pipelines.parties import parties_of, with_itself
from pipelines.personal import personal_code
from pipelines.read_cells import CellsRead, Writing, read_flags, read_numbers, read_texts
from pipelines.statuses import READ, code_of, is_refused
from warehouse.schema import Column, Dataset, datasets

# Column id -> value as filled in; None where a field was cleared.
Row = Mapping[str, CellValue]
# Column id -> text, for each key of a row.
Keys = Mapping[str, str]


@dataclass(frozen=True)
class Edit:
    """Rows of one dataset as a person filled them in under the name of a form.

    A row has its keys and the fields that were touched; a column that it does not name is left as it is. `needed` are
    columns that no row may be left without, beside those the dataset requires.
    """

    form: str
    dataset: str
    rows: Sequence[Row]
    needed: Collection[str] = ()


@dataclass
class EditRead:
    """An edit as read: its keys, its facts and the fields it clears, both as facts, or why it cannot be stored."""

    keys: list[Keys] = field(default_factory=list)
    facts: list[dict[str, object]] = field(default_factory=list)
    cleared: list[dict[str, object]] = field(default_factory=list)
    faults: list[Finding] = field(default_factory=list)


class _RefusedError(Exception):
    """The value cannot be stored; `args[0]` is the code that says why."""


def read_edit(edit: Edit, names: Names) -> EditRead:
    """Read what was filled in; nothing of an edit with a fault may be stored."""
    dataset = datasets()[edit.dataset]
    read = EditRead()
    for number, row in enumerate(edit.rows, start=1):
        _read_row(dataset, row, number, names, read)
    twice = [keys for position, keys in enumerate(read.keys) if keys in read.keys[:position]]
    for keys in twice:
        key = dataset.keys[-1]
        read.faults.append(Finding("key_twice", value=" · ".join(keys.values()), values=column_words(key)))
    return read


def _read_row(dataset: Dataset, row: Row, number: int, names: Names, read: EditRead) -> None:
    said: dict[str, str | float | None] = {}
    for column in (column for column in dataset.columns if column.role == "key" or column.id in row):
        value = row.get(column.id)
        try:
            said[column.id] = _key(column, value, names) if column.role == "key" else _value(column, value, names)
        except _RefusedError as error:
            place = f"{sheet_of(dataset)}!{cell_of(dataset, column, number)}"
            told = "" if value is None else str(value)
            read.faults.append(Finding(error.args[0], place, told, column_words(column)))
    keys = {key.id: str(said.get(key.id, "")) for key in dataset.keys}
    read.keys.append(keys)
    one_row = {key: ((text,), np.array([0 if text else -1])) for key, text in keys.items()}
    if with_itself(dataset, one_row, 1).any():
        party = parties_of(dataset)[-1]
        place = f"{sheet_of(dataset)}!{cell_of(dataset, party, number)}"
        read.faults.append(Finding("with_itself", place, keys[party.id], column_words(party)))
    for column in (column for column in dataset.measures if column.id in said):
        read_as = read.cleared if said[column.id] is None else read.facts
        at = {"sheet": sheet_of(dataset), "cell": cell_of(dataset, column, number)}
        read_as.append({**keys, **_fact(column, said[column.id]), **at})


def _key(column: Column, value: CellValue, names: Names) -> str:
    said = _value(column, value, names)
    if said is None and column.default is None:
        raise _RefusedError("missing_key")
    return column.default or "" if said is None else str(said)


def _value(column: Column, value: CellValue, names: Names) -> str | float | None:
    """Return the text or the number to store, None where nothing is said; raises _RefusedError."""
    if isinstance(value, str) and (personal := personal_code(value)):
        raise _RefusedError(personal)
    values = np.array([value], dtype=object)
    kinds, _ = kinds_and_texts(values)
    if kinds[0] == EMPTY:
        return None
    read = _cells(column, values, kinds, names)
    if is_refused(read.status)[0]:
        raise _RefusedError(code_of(int(read.status[0])))
    if read.status[0] != READ:
        return None
    return float(read.numbers[0]) if read.numbers is not None else (read.texts or [""])[0]


def _cells(column: Column, values: Objects, kinds: Kinds, names: Names) -> CellsRead:
    if column.kind == "flag":
        return read_flags(values, kinds)
    if column.is_number:
        return read_numbers(values, kinds, column, Writing(","))
    reader = text_reader(column, names)
    return read_texts(values, kinds, lambda said, _: reader(said, ""))


def _fact(column: Column, value: str | float | None) -> dict[str, object]:
    number = value if isinstance(value, float) else None
    return {"measure": column.id, "number": number, "text": value if isinstance(value, str) else None}


def sheet_of(dataset: Dataset) -> str:
    """Return the name of the sheet that the rows of an edit stand on."""
    return dataset.name[DANISH.code]


def cell_of(dataset: Dataset, column: Column, number: int) -> str:
    """Return the address of a column of the row of that number, the first being 1."""
    return address(number, dataset.columns.index(column))


def as_table(dataset: Dataset, rows: Sequence[Mapping[str, object]]) -> pa.Table:
    """Return rows of facts as the table that the store takes."""
    names = [*(key.id for key in dataset.keys), "measure", "number", "text", "sheet", "cell"]
    types = [pa.float64() if name == "number" else pa.string() for name in names]
    return pa.Table.from_pylist(list(rows), schema=pa.schema(list(zip(names, types, strict=True))))
