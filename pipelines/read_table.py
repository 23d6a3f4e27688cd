"""One table from cells to facts: its rows, its keys, its columns of figures, and what must be asked."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from pipelines.cells import SheetCells
from pipelines.closed_months import closed_months, says_when_open
from pipelines.facts import Facts, Found
from pipelines.find_tables import TableArea
from pipelines.findings import Finding
from pipelines.grid import Range
from pipelines.layout import ValueColumn
from pipelines.names import Names
from pipelines.numbers import DecimalMark
from pipelines.part_rows import find_part_rows
from pipelines.questions import ask_of_table, options_of_table
from pipelines.read_cells import CellsRead
from pipelines.read_keys import KeyRead, read_keys
from pipelines.read_values import ValueReader, refuse_read
from pipelines.reading import TableFound
from pipelines.statuses import CLOSED, READ, refused
from pipelines.table_keys import RowProblems, TableKeys
from pipelines.table_rows import TableRows, classify_rows


@dataclass
class ValueRead:
    """One column of figures as read: what became of each cell by row, and what was found at `positions` of the rows."""

    column: ValueColumn
    cells: CellsRead
    positions: npt.NDArray[np.int64]
    found: Found


@dataclass
class TableRead:
    """A table as read; `closed` are the months its cells say a place was closed."""

    cells: SheetCells
    table: TableArea
    rows: TableRows
    keys: list[KeyRead]
    problems: RowProblems
    decimals: Mapping[int, DecimalMark]
    values: list[ValueRead] = field(default_factory=list)
    closed: list[ValueRead] = field(default_factory=list)
    questions: list[Finding] = field(default_factory=list)
    warnings: list[Finding] = field(default_factory=list)

    @property
    def range(self) -> Range:
        """The range of the sheet from the header to the last row of the table."""
        indexes = self.table.layout.indexes
        last = self.rows.last if self.rows.last is not None else self.table.header.stop - 1
        return Range(self.table.header.start, indexes[0], last, indexes[-1])

    @property
    def stored(self) -> list[ValueRead]:
        """Everything that may be stored of the table."""
        return [*self.values, *self.closed]

    @property
    def is_stored(self) -> bool:
        """True where any figure of the table stands, once the facts are settled."""
        return any(value.found.stands.any() for value in self.stored)

    def told(self) -> TableFound:
        """Return what the report says of the table."""
        layout = self.table.layout
        columns = {key.header.text or key.key.header["da"]: key.key.id for key in layout.keys}
        columns |= {value.header.text: value.column.id for value in layout.values}
        answers, unread = self.table.answers, self.table.unread
        return TableFound(self.cells.sheet.name, str(self.range), layout.dataset.id, columns, answers.layout, unread)


def read_table(cells: SheetCells, table: TableArea, names: Names, facts: Facts) -> TableRead:
    """Read a table and add what is found in it to the facts."""
    layout = table.layout
    rows = classify_rows(cells, table, names)
    reader = ValueReader(cells, rows, names, table)
    columns = reader.read(layout.values)
    keys = read_keys(cells, layout, rows, names)
    of_rows = TableKeys(layout, keys, names, cells.sheet.name, len(rows.rows))
    parts = find_part_rows(cells, table, rows, keys, names)
    of_rows.problems.add(parts.waiting, refused("part_unknown"), parts.header)
    questions = [*([parts.question] if parts.question else []), *reader.questions]
    read = TableRead(cells, table, rows, keys, of_rows.problems, reader.decimals, questions=questions)
    read.warnings.extend(parts.warnings)
    if layout.questions:
        _ask_first(read, columns, names)
    for value in layout.values:
        read.values.append(_find(read, of_rows, value, columns[value.header.index]))
        if says_when_open(layout, value):
            read.closed.append(_find_closed(read, of_rows, read.values[-1]))
    for stored in read.stored:
        facts.add(stored.found)
    return read


def _ask_first(read: TableRead, columns: Mapping[int, CellsRead], names: Names) -> None:
    """Leave the whole table unread where it is not known what, when or whose its figures are."""
    place = f"{read.cells.sheet.name}!{read.range}"
    headers = " | ".join(value.header.text for value in read.table.layout.values[:3])
    read.questions = [
        Finding(
            code,
            place,
            headers,
            ask=ask_of_table(code, read.cells, read.table),
            options=options_of_table(code, read.cells, read.table, names),
        )
        for code in read.table.layout.questions
    ]
    for column in columns.values():
        refuse_read(column.status)


def _find(read: TableRead, of_rows: TableKeys, value: ValueColumn, column: CellsRead) -> ValueRead:
    """Find the facts of one column, and refuse its figures in rows that cannot be placed."""
    keys, known = of_rows.of(value)
    stray = (column.status == READ) & ~known
    problems = of_rows.problems.status
    column.status[stray] = np.where(problems == 0, refused("key_refused"), problems)[stray]
    positions = np.flatnonzero(column.status == READ)
    found = Found(
        read.table.layout.dataset,
        value.column.id,
        read.cells.sheet.name,
        value.header.index,
        read.rows.rows[positions],
        {key: (texts, codes[positions]) for key, (texts, codes) in keys.items()},
        column.numbers[positions] if column.numbers is not None else None,
        (column.texts or [], column.codes[positions]) if column.codes is not None and column.numbers is None else None,
    )
    return ValueRead(value, column, positions, found)


def _find_closed(read: TableRead, of_rows: TableKeys, value: ValueRead) -> ValueRead:
    """Find the months of which one column says that a place was closed."""
    keys, known = of_rows.of(value.column)
    positions = np.flatnonzero((value.cells.status == CLOSED) & known)
    closed, found = closed_months(
        read.table.layout, read.cells.sheet.name, value.column, read.rows.rows, keys, positions
    )
    return ValueRead(value.column, value.cells, closed, found)
