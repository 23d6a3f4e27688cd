"""The columns of figures of a table, read by the evidence of the whole column, or of all columns of one measure."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import cast

import numpy as np

from pipelines.asking import Ask
from pipelines.cells import SheetCells
from pipelines.find_tables import TableArea
from pipelines.findings import Finding
from pipelines.grid import address
from pipelines.key_texts import text_reader
from pipelines.layout import ValueColumn
from pipelines.names import Names
from pipelines.numbers import DecimalMark, Proof, read_number
from pipelines.questions import ask_of_column, options_of_column
from pipelines.read_cells import (
    CellsRead,
    DashMeaning,
    Writing,
    number_texts,
    prove_decimal,
    read_flags,
    read_numbers,
    read_texts,
)
from pipelines.statuses import EMPTY, READ, Statuses, refused
from pipelines.table_rows import COMPUTED, DATA, TOTAL, TableRows
from pipelines.words import is_dash

_FLAG_KIND = "flag"


class ValueReader:
    """Reads the columns of figures of one table; collects the decimal marks proved and the questions left open."""

    def __init__(self, cells: SheetCells, rows: TableRows, names: Names, table: TableArea) -> None:
        self._cells = cells
        self._rows = rows.rows
        self._data = rows.are(DATA)
        self._with_figures = rows.rows[rows.are(DATA, TOTAL, COMPUTED)]
        self._names = names
        self._table = table
        self._dash = cast("DashMeaning | None", table.answers.to("dash"))
        self.decimals: Mapping[int, DecimalMark] = {}
        self.questions: list[Finding] = []

    def read(self, values: Sequence[ValueColumn]) -> dict[int, CellsRead]:
        """Return each column as read, by its index; a column with an open question has all its figures refused.

        Rows that are not data, such as totals, have the status EMPTY, but their numbers.
        """
        self.decimals = self._decimal_marks(values)
        found: dict[int, CellsRead] = {}
        for value in values:
            index = value.header.index
            read = self._read_column(value, self.decimals.get(index, ","))
            read.status[~self._data] = EMPTY
            if value.question or index not in self.decimals:
                refuse_read(read.status)
                if value.question:
                    self._ask(value.question, value, self._first_filled(value))
            self._ask_dash(value, read.status)
            found[index] = read
        return found

    def _read_column(self, value: ValueColumn, mark: DecimalMark) -> CellsRead:
        cells, kinds = self._cells.column(self._rows, value.header.index)
        if value.column.kind == _FLAG_KIND:
            return read_flags(cells, kinds, self._dash)
        if value.column.is_number:
            return read_numbers(cells, kinds, value.column, Writing(mark, value.factor, self._dash))
        reader = text_reader(value.column, self._names)
        return read_texts(cells, kinds, lambda said, at: reader(said, self._place(at, value.header.index)))

    def _place(self, position: int, column: int) -> str:
        return f"{self._cells.sheet.name}!{address(int(self._rows[position]), column)}"

    def _decimal_marks(self, values: Sequence[ValueColumn]) -> Mapping[int, DecimalMark]:
        """Return the decimal mark of each column; a column whose texts leave it open has none, and a question."""
        blocks: dict[object, list[ValueColumn]] = defaultdict(list)
        for value in values:
            blocks[value.column.id if value.is_wide else value.header.index].append(value)
        marks: dict[int, DecimalMark] = {}
        for block in blocks.values():
            numeric = block[0].column.is_number and block[0].column.kind != _FLAG_KIND
            proof = self._table.decimal or (self._proof(block) if numeric else "either")
            if proof == "ambiguous":
                proof = cast(
                    "Proof", self._table.answers.to("decimal", self._about("decimal", block[0]).subject) or proof
                )
            if proof == "ambiguous":
                self._ask_decimal(block)
            else:
                marks |= {value.header.index: "," if proof == "either" else proof for value in block}
        return marks

    def _texts(self, value: ValueColumn) -> Sequence[str]:
        return list(number_texts(*self._cells.column(self._with_figures, value.header.index)))

    def _proof(self, block: Sequence[ValueColumn]) -> Proof:
        """Return what the texts prove; among whole numbers a broken one is a slip and proves nothing."""
        texts = [text for value in block for text in self._texts(value)]
        counted = all(value.column.kind == "integer" and value.factor == 1 and not value.question for value in block)
        told = (
            [text for text in texts if not (number := read_number(text)) or number.may_be_whole] if counted else texts
        )
        proof = prove_decimal(told)
        return prove_decimal(texts) if proof == "either" else proof

    def _ask_decimal(self, block: Sequence[ValueColumn]) -> None:
        for value in block:
            cells, kinds = self._cells.column(self._rows, value.header.index)
            open_texts = {
                text
                for text in number_texts(cells, kinds)
                if (number := read_number(text)) and number.comma != number.point
            }
            position = next((at for at, said in enumerate(cells) if said in open_texts), None)
            if position is not None:
                self._ask("decimal", value, position)
                return

    def _ask_dash(self, value: ValueColumn, status: Statuses) -> None:
        if value.question or any(question.code == "dash" for question in self.questions):
            return
        asked = np.flatnonzero(status == refused("question"))
        cells = self._cells.column(self._rows[asked], value.header.index)[0]
        position = next((int(at) for at, said in zip(asked, cells, strict=True) if _is_dash_cell(said)), None)
        if position is not None:
            self._ask("dash", value, position)

    def _first_filled(self, value: ValueColumn) -> int | None:
        filled = np.flatnonzero(self._cells.read[self._rows, value.header.index])
        return int(filled[0]) if len(filled) else None

    def _ask(self, code: str, value: ValueColumn, position: int | None) -> None:
        if position is None:
            return
        said = self._cells.value(int(self._rows[position]), value.header.index)
        place = self._place(position, value.header.index)
        ask, options = self._about(code, value), options_of_column(code)
        self.questions.append(Finding(code, place, str(said), {"column": value.header.text}, ask, options))

    def _about(self, code: str, value: ValueColumn) -> Ask:
        return ask_of_column(code, self._table, value)


def _is_dash_cell(said: object) -> bool:
    return isinstance(said, str) and is_dash(said)


def refuse_read(status: Statuses) -> None:
    """Refuse every figure that was read, because a question stands open."""
    status[status == READ] = refused("question")
