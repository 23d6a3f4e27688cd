"""One pass over an xlsx sheet's XML for what the value readers lose.

That is errors, formulas never calculated, merges, hidden rows and columns. It also measures how far out the filled
cells lie, before any reader lays out the whole rectangle in memory.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import IO
from xml.parsers.expat import XMLParserType

from pipelines.cell_texts import CellTexts, Listener
from pipelines.findings import FileRefusedError
from pipelines.grid import Range, address, letters_of
from pipelines.limits import MOST_COLUMNS, MOST_ROWS, check_extent, check_filled, too_far
from pipelines.plain_cells import PlainCells
from pipelines.plain_sheet import PlainSheet
from pipelines.plain_tags import NotPlainError
from pipelines.safe_xml import chunks, feed, safe_parser
from pipelines.scan import Place, SheetScan, clipped
from pipelines.shared_texts import SharedTexts

Attributes = dict[str, str]

_REFERENCE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,10})")
_TRUE = ("1", "true")


def scan_sheet(part: IO[bytes], sheet: str, *, large: bool = False) -> SheetScan:
    """Return what the sheet's XML says beside its values; of a large sheet the plain cells are only counted.

    Raises FileRefusedError: `too_far` or `too_many_cells` with the sheet and the cell, as soon as it is seen; `broken`
    where the XML or a cell's reference is none; `unsafe` where it declares a document type.
    """
    parser, scanner = _scanner(sheet)
    if not large:
        feed(parser, chunks(part))
        return scanner.result()
    plain = PlainCells(part, lambda: scanner.last_column)
    feed(parser, plain)
    scan = scanner.result()
    check_filled(sheet, scan.filled + plain.filled)
    return replace(scan, filled=scan.filled + plain.filled, cells=scan.cells + plain.cells, in_order=False)


def scan_plain_sheet(part: IO[bytes], sheet: str, shared: SharedTexts) -> SheetScan | None:
    """Return the scan of a sheet of plain cells with its values, or None where anything else stands in it.

    Raises FileRefusedError as `scan_sheet` does.
    """
    parser, scanner = _scanner(sheet)
    plain = PlainSheet(part, sheet, shared)
    try:
        feed(parser, plain)
    except NotPlainError:
        return None
    scanner.last_row, scanner.last_column = plain.last_row, plain.last_column
    scan = scanner.result()
    return replace(scan, filled=plain.filled, cells=plain.cells, in_order=False, values=plain.values())


def _scanner(sheet: str) -> tuple[XMLParserType, "_Scanner"]:
    parser = safe_parser()

    def listen(listener: Listener | None) -> None:
        parser.CharacterDataHandler = listener

    scanner = _Scanner(sheet, CellTexts(listen))
    parser.StartElementHandler = scanner.start
    return parser, scanner


@cache
def _columns() -> Mapping[str, int]:
    return {letters_of(number): number for number in range(MOST_COLUMNS)}


class _Scanner:
    """The state of the pass. `start` runs for every element of the sheet, so it does the common cases itself."""

    def __init__(self, sheet: str, texts: CellTexts) -> None:
        self.sheet = sheet
        self.filled = self.cells = 0
        self.last_row = self.last_column = -1
        self.in_order = True
        self.merges: list[Range] = []
        self.hidden_rows: list[int] = []
        self.hidden_columns: list[tuple[int, int]] = []
        self._texts = texts
        self._columns = _columns()
        self._row, self._row_text = -1, "0"
        # The reference and type of the cell we are in; the reference is None once the cell is counted.
        self._reference: str | None = None
        self._kind: str | None = None
        self._last_reference: str | None = None
        self._elements = {
            "row": self._start_row,
            "f": self._start_formula,
            "is": self._start_inline,
            "col": self._start_column,
            "mergeCell": self._start_merge,
        }

    def start(self, name: str, attributes: Attributes) -> None:
        """Take in the start of an element."""
        if ":" in name:
            name = name.rpartition(":")[2]
        if name == "c":
            if self._texts.is_open:
                self._texts.close()
            self.cells += 1
            self._reference = self._last_reference = attributes.get("r") or self._implied_reference()
            self._kind = attributes.get("t")
        elif name == "v":
            if self._texts.is_open:
                self._texts.begin_value()
            elif self._reference:
                place = self._count(self._reference)
                if self._kind == "e":
                    self._texts.open_error(place)
        elif name in self._elements:
            self._elements[name](attributes)
        else:
            self._leave_cell()

    def result(self) -> SheetScan:
        """Return what was seen, once the whole sheet is parsed."""
        self._leave_cell()
        check_filled(self.sheet, self.filled)
        rows, columns = self.last_row + 1, self.last_column + 1
        return SheetScan(
            filled=self.filled,
            cells=self.cells,
            rows=rows,
            columns=columns,
            in_order=self.in_order,
            errors=self._texts.errors,
            uncached=self._texts.uncached,
            merges=tuple(self.merges),
            hidden_rows=frozenset(row for row in self.hidden_rows if row < rows),
            hidden_columns=clipped(self.hidden_columns, columns),
        )

    def _count(self, reference: str) -> Place:
        """Count the cell as filled, once, and return its place."""
        self._reference = None
        self.filled += 1
        row, text = self._row, self._row_text
        column = self._columns.get(reference[: -len(text)]) if reference.endswith(text) else None
        if column is None:
            row, column = self._locate(reference)
            self.in_order = self.in_order and row == self._row
        if column > self.last_column or row > self.last_row:
            self.last_row, self.last_column = max(row, self.last_row), max(column, self.last_column)
            check_extent(self.sheet, self.last_row, self.last_column)
        return row, column

    def _locate(self, reference: str) -> Place:
        match = _REFERENCE.fullmatch(reference)
        if match is None or not int(match[2]):
            raise FileRefusedError("broken")
        row, column = int(match[2]) - 1, self._columns.get(match[1].upper(), MOST_COLUMNS)
        if row >= MOST_ROWS or column >= MOST_COLUMNS:
            raise too_far(self.sheet, reference)
        return row, column

    def _implied_reference(self) -> str:
        """Return where a cell without a reference stands: right of the one before it."""
        column = self._locate(self._last_reference)[1] + 1 if self._last_reference else 0
        return address(self._row, column)

    def _leave_cell(self) -> None:
        self._reference = None
        if self._texts.is_open:
            self._texts.close()

    def _start_row(self, attributes: Attributes) -> None:
        self._leave_cell()
        text = attributes.get("r") or str(self._row + 2)
        if not (text.isascii() and text.isdigit() and int(text[:10])):
            raise FileRefusedError("broken")
        row = int(text[:10]) - 1
        if row >= MOST_ROWS:
            raise too_far(self.sheet, f"A{text}")
        check_filled(self.sheet, self.filled)
        self.in_order = self.in_order and row > self._row
        self._row, self._row_text, self._last_reference = row, text, None
        if attributes.get("hidden") in _TRUE:
            self.hidden_rows.append(row)

    def _start_formula(self, attributes: Attributes) -> None:
        if self._reference:
            shared = attributes.get("si") if attributes.get("t") == "shared" else None
            self._texts.open_formula(self._count(self._reference), self._kind or "n", shared)

    def _start_inline(self, _attributes: Attributes) -> None:
        if self._reference:
            self._count(self._reference)

    def _start_column(self, attributes: Attributes) -> None:
        first, last = attributes.get("min", ""), attributes.get("max", "")
        if attributes.get("hidden") in _TRUE and first.isdecimal() and last.isdecimal():
            self.hidden_columns.append((int(first) - 1, int(last) - 1))

    def _start_merge(self, attributes: Attributes) -> None:
        self._leave_cell()
        first, _, last = attributes.get("ref", "").partition(":")
        ends = self._locate(first), self._locate(last or first)
        (top, bottom), (left, right) = map(sorted, zip(*ends, strict=True))
        self.merges.append(Range(top, left, bottom, right))
