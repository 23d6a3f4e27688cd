"""Find the tables of a sheet: where a header we understand stands, and how far down and across its table reaches."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from pipelines.asking import TableAnswers
from pipelines.cells import SheetCells
from pipelines.evidence import Clue, Evidence
from pipelines.grid import Range
from pipelines.header_search import HeaderSearch, Understand
from pipelines.headers import Headers
from pipelines.layout import Layout
from pipelines.names import Names
from pipelines.numbers import DecimalMark
from pipelines.recognise import recognise
from pipelines.section_rows import repeats_header

_MOST_PARTS = 30
_WIDEST_TITLE = 3
_MOST_TITLE_ROWS = 30


@dataclass(frozen=True)
class TableArea:
    """A table as found: its understanding, its header rows, and the area its rows lie in (header included).

    `more` are the understandings of its columns as further datasets. `decimal` is the decimal mark of its texts where a
    mapping has said it; `by_mapping` is true where a mapping describes the whole table. `answers` are what a person has
    answered of its layout, and `unread` the headers of its columns that became nothing.
    """

    layout: Layout
    header: range
    area: Range
    decimal: DecimalMark | None = None
    by_mapping: bool = False
    more: Sequence[Layout] = ()
    answers: TableAnswers = field(default_factory=TableAnswers)
    unread: Sequence[str] = ()


def find_tables(
    cells: SheetCells,
    headers: Headers,
    names: Names,
    understand: Understand = recognise,
    *,
    name_tells: bool = True,
) -> list[TableArea]:
    """Return the tables of a sheet from the top, hidden rows and columns taken for blank.

    `name_tells` is false where the sheet's name is only that of the file, which says nothing.
    """
    search = HeaderSearch(cells, headers, understand)
    finder = _Finder(cells, search, names, cells.sheet.name if name_tells else "")
    found = finder.within(Range(0, 0, cells.height - 1, cells.width - 1))
    return [replace(table, layout=layout) for table in found for layout in (table.layout, *table.more)]


class _Finder:
    def __init__(self, cells: SheetCells, search: HeaderSearch, names: Names, sheet_name: str) -> None:
        self._cells = cells
        self._names = names
        self._sheet_name = sheet_name
        self._search = search

    def within(self, area: Range) -> list[TableArea]:
        """Return the tables of an area: beside each other where blank columns part them, else below each other."""
        trimmed = self._trimmed(area)
        if trimmed is None:
            return []
        return self._beside(trimmed) or self._below(trimmed)

    def _trimmed(self, area: Range) -> Range | None:
        filled = self._cells.read[area.top : area.bottom + 1, area.left : area.right + 1]
        rows, columns = np.flatnonzero(filled.any(axis=1)), np.flatnonzero(filled.any(axis=0))
        if not len(rows):
            return None
        return Range(
            area.top + int(rows[0]), area.left + int(columns[0]), area.top + int(rows[-1]), area.left + int(columns[-1])
        )

    def _beside(self, area: Range) -> list[TableArea]:
        """Return the tables parted by blank columns, where at least two of the parts stand on their own; else none."""
        parts = self._parts(area)
        if not 1 < len(parts) <= _MOST_PARTS:
            return []
        found = [self.within(part) for part in parts]
        whole = [tables for tables in found if tables and not any(table.layout.questions for table in tables)]
        return [table for tables in found for table in tables] if len(whole) > 1 else []

    def _parts(self, area: Range) -> list[Range]:
        filled = self._cells.read[area.top : area.bottom + 1, area.left : area.right + 1].any(axis=0)
        edges = np.flatnonzero(np.diff(np.concatenate(([0], filled.astype(np.int8), [0]))))
        return [
            Range(area.top, area.left + int(start), area.bottom, area.left + int(end) - 1)
            for start, end in edges.reshape(-1, 2)
        ]

    def _below(self, area: Range) -> list[TableArea]:
        found: list[TableArea] = []
        start = area.top
        while table := self._next(area, start, first=not found):
            if found and self._goes_on(found[-1], table):
                start = table.header.stop
                continue
            if found:
                found[-1] = replace(found[-1], area=found[-1].area._replace(bottom=self._titles_top(start, table) - 1))
            found.append(table)
            start = table.header.stop
        return [part for table in found for part in self._split(table, alone=len(found) == 1)]

    def _goes_on(self, before: TableArea, table: TableArea) -> bool:
        """True where a header is that of the table before once more, below the label of one of its sections."""
        labels = {row for key in before.layout.keys for row in key.sections}
        between = range(before.header.stop, table.header.start)
        again = repeats_header(self._cells, np.array(table.header), before.header, before.area)
        return not labels.isdisjoint(between) and bool(again.all())

    def _titles_top(self, start: int, table: TableArea) -> int:
        """Return the first row of a table from `start` on, its titles included where a blank row stands above them.

        Without them a year over the months of one table would be a figure of the table above it.
        """
        columns = slice(table.area.left, table.area.right + 1)
        above = self._cells.read[start : table.header.start, columns].sum(axis=1)
        blank = np.flatnonzero(above == 0)
        first = start + int(blank[-1]) + 1 if len(blank) else table.header.start
        told = any(clue.cell and first <= clue.cell[0] < table.header.start for clue in table.layout.clues)
        are_titles = bool((above[first - start :] <= _WIDEST_TITLE).all())
        return first if told and are_titles else table.header.start

    def _split(self, table: TableArea, *, alone: bool) -> Sequence[TableArea]:
        """Return the tables that stand beside each other under one line of headers."""
        if alone:
            return [table]
        trimmed = self._trimmed(table.area)
        return (self._beside(trimmed) if trimmed else []) or [table]

    def _next(self, area: Range, start: int, *, first: bool) -> TableArea | None:
        for row in self._search.candidates(area, start, first=first):
            found = self._search.best(area, row, lambda top: self._evidence(area, start, top), first=first)
            if found:
                (layout, *more), header = found
                return TableArea(layout, header, area._replace(top=header.start), more=more)
        return None

    def _evidence(self, area: Range, floor: int, top: int) -> Evidence:
        clues = list(self._titles(top, floor, area))
        clues.append(Clue(self._sheet_name))
        clues += self._titles(min(floor, area.top), 0, Range(0, 0, 0, self._cells.width - 1))
        return Evidence(clues, self._names)

    def _titles(self, below: int, floor: int, area: Range) -> Iterator[Clue]:
        """Give the texts of the title rows above a row, the nearest first, as far as rows of few cells reach."""
        for row in range(below - 1, max(floor, below - _MOST_TITLE_ROWS) - 1, -1):
            columns = area.left + np.flatnonzero(self._cells.read[row, area.left : area.right + 1])
            if len(columns) > _WIDEST_TITLE:
                return
            # What stands beside a hidden cell may be one of several, such as the year over some of the months.
            if len(columns) < self._cells.filled[row, area.left : area.right + 1].sum():
                continue
            for column in columns:
                value = self._cells.value(row, int(column))
                yield Clue(str(value), (row, int(column)))
