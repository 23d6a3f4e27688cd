"""All keys of a table's rows for each column of figures: columns, headers, titles and defaults put together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from pipelines.grid import address
from pipelines.layout import Layout, ValueColumn
from pipelines.names import Names
from pipelines.parties import parties_of, with_itself
from pipelines.period_columns import first_month
from pipelines.periods import PeriodPart
from pipelines.read_keys import KeyRead
from pipelines.statuses import Statuses, is_refused, refused
from warehouse.schema import ALL, ENTITY_KINDS, Column

Integers = npt.NDArray[np.int64]

# Stands between the parts of a key that several columns tell.
PARTS_BETWEEN = " · "

# A key of every row: its texts, and by row a position among them (-1: none).
RowKey = tuple[Sequence[str], Integers]


@dataclass
class RowProblems:
    """Why a row cannot be placed: by row a status (0: it can), and which of `headers` is at fault."""

    status: Statuses
    headers: Sequence[str]
    header_of: Integers

    def add(self, rows: npt.NDArray[np.bool_], status: int, header: str) -> None:
        """Note a problem of rows that have none yet, with the header at fault."""
        new = rows & (self.status == 0)
        self.status[new] = status
        self.header_of[new] = len(self.headers)
        self.headers = [*self.headers, header]


class TableKeys:
    """The keys of one table."""

    def __init__(self, layout: Layout, reads: Sequence[KeyRead], names: Names, sheet: str, count: int) -> None:
        self._layout = layout
        self._reads = {key.id: [read for read in reads if read.column.key.id == key.id] for key in layout.dataset.keys}
        self._names = names
        self._sheet = sheet
        self._count = count
        self.problems = self._find_problems()

    def of(self, value: ValueColumn) -> tuple[Mapping[str, RowKey], npt.NDArray[np.bool_]]:
        """Return every key of every row for a column of figures, and where all of them are known."""
        keys = {key.id: self._key(key, value) for key in self._layout.dataset.keys}
        known = self.problems.status == 0
        for _, codes in keys.values():
            known = known & (codes >= 0)
        tied = with_itself(self._layout.dataset, keys, self._count)
        if tied.any():
            self._refuse_party(value, tied)
        return keys, known & ~tied

    def _refuse_party(self, value: ValueColumn, tied: npt.NDArray[np.bool_]) -> None:
        """Refuse the cell of the last party in those rows; where a header names it, the figure alone is at fault."""
        parties = parties_of(self._layout.dataset)
        told = [read for party in parties for read in self._reads[party.id]]
        if told and not any(party.id in value.fixed for party in parties):
            told[-1].status[told[-1].origins[tied]] = refused("with_itself")
            self.problems.add(tied, refused("key_refused"), told[-1].column.header.text)

    def _find_problems(self) -> RowProblems:
        """Find the rows whose key was refused, or is blank where it must not be."""
        problems = RowProblems(np.zeros(self._count, dtype=np.uint8), [], np.zeros(self._count, dtype=np.int64))
        headers: list[str] = []
        for key in self._layout.dataset.keys:
            for read in self._reads[key.id]:
                needed = (key.required or key.kind == "period") and not read.column.is_part
                blank = (read.origins < 0) & (needed and not self._is_told_above(read))
                at_fault = (read.origins >= 0) & is_refused(read.status[np.maximum(read.origins, 0)])
                new = (blank | at_fault) & (problems.status == 0)
                problems.status[new] = np.where(blank, refused("missing_key"), refused("key_refused"))[new]
                problems.header_of[new] = len(headers)
                headers.append(read.column.header.text or read.column.key.header["da"])
        problems.headers = headers
        return problems

    def _key(self, key: Column, value: ValueColumn) -> RowKey:
        if key.kind == "period":
            return self._period(value)
        reads = self._reads[key.id]
        if reads and reads[0].column.is_part:
            return self._from_parts(key, value)
        if key.id in value.fixed:
            return self._resolved(key, value.fixed[key.id], _place_of(value, self._sheet))
        if reads:
            return self._with_default(key, reads[0])
        if key.id in self._layout.constants:
            return self._said_outside(key)
        return self._constant(key.default or ALL)

    def _resolved(self, key: Column, said: str, place: str) -> RowKey:
        """Return one key for all rows; none where it is a name that waits for an answer."""
        if key.kind not in ENTITY_KINDS:
            return self._constant(said)
        if self._names.waits(key.kind, said, place):
            return (), np.full(self._count, -1, dtype=np.int64)
        return self._constant(self._names.resolve(key.kind, said, place))

    def _constant(self, text: str) -> RowKey:
        return (text,), np.zeros(self._count, dtype=np.int64)

    def _from_parts(self, key: Column, value: ValueColumn) -> RowKey:
        """Join what the header, the titles and several columns say of a key that is a text; a blank says nothing."""
        first = value.fixed.get(key.id) or self._layout.constants.get(key.id, "")
        texts, codes = [first], np.zeros(self._count, dtype=np.int64)
        for read in self._reads[key.id]:
            said = ["", *(_labelled(read.column.header.text, str(text)) for text in read.said)]
            codes, pairs = pd.factorize(codes * len(said) + read.codes + 1)
            texts = [_with(texts[pair // len(said)], said[pair % len(said)]) for pair in pairs.tolist()]
        return texts, np.where(np.array([bool(text) for text in texts])[codes], codes, -1)

    def _is_told_above(self, read: KeyRead) -> bool:
        """True where a line above the table says the key of the rows before the first section."""
        return bool(read.column.sections) and read.column.key.id in self._layout.constants

    def _with_default(self, key: Column, read: KeyRead) -> RowKey:
        texts = [str(text) for text in read.said]
        told = self._said_outside(key)[0] if self._is_told_above(read) else [key.default or ""]
        default = next(iter(told), "")
        if not default:
            return texts, read.codes
        return [*texts, default], np.where(read.origins < 0, len(texts), read.codes)

    def _said_outside(self, key: Column) -> RowKey:
        """Return what a title or the sheet's name says of a key; a new name is told where it stands."""
        said = self._layout.constants[key.id]
        cell = next((clue.cell for clue in self._layout.clues if clue.cell and clue.text == said), None)
        return self._resolved(key, said, f"{self._sheet}!{address(*cell)}" if cell else self._sheet)

    def _period(self, value: ValueColumn) -> RowKey:
        """Join what the columns, the header and the titles say of the period of each row."""
        codes: Integers = np.zeros(self._count, dtype=np.int64)
        known = np.ones(self._count, dtype=bool)
        parts: list[PeriodPart | None] = [value.period or PeriodPart()]
        for read in next((self._reads[key.id] for key in self._layout.dataset.keys if key.kind == "period"), []):
            known &= read.codes >= 0
            said = [None, *read.said]
            first = first_month(_months_in_order(read))
            codes, pairs = pd.factorize(codes * len(said) + read.codes + 1)
            parts = [_joined(parts[pair // len(said)], said[pair % len(said)], first) for pair in pairs.tolist()]
        texts = [self._text(part) for part in parts]
        usable = np.array([text is not None for text in texts], dtype=bool)
        return [text or "" for text in texts], np.where(known & usable[codes], codes, -1)

    def _text(self, part: PeriodPart | None) -> str | None:
        if part is not None and part.year is None and self._layout.period:
            part = part.joined(self._layout.period)
        return part.period if part else None


def _place_of(value: ValueColumn, sheet: str) -> str:
    cells = value.header.cells
    return f"{sheet}!{address(*cells[-1])}" if cells else sheet


def _labelled(header: str, text: str) -> str:
    """Return a category with its header where it is a mere code: "KØN 1", but "Business"."""
    return f"{header} {text}".strip() if text and not any(sign.isalpha() for sign in text) else text


def _with(text: str, more: str) -> str:
    return f"{text}{PARTS_BETWEEN}{more}" if text and more else text or more


def _joined(part: PeriodPart | None, said: str | PeriodPart | None, first: int | None) -> PeriodPart | None:
    if part is None or not isinstance(said, PeriodPart):
        return None
    if part.ends and said.month and first:
        return part.month_of_fiscal(said.month, first)
    return part.joined(said)


def _months_in_order(read: KeyRead) -> list[int]:
    """Return the months a column says, in the order of their first rows."""
    codes = pd.unique(read.codes[read.codes >= 0]).tolist()
    said = [read.said[code] for code in codes]
    return [part.month for part in said if isinstance(part, PeriodPart) and part.month]
