"""One pass over an ods workbook's XML for what calamine loses: errors, merges, hidden parts.

It also refuses repeats that would make a few hundred bytes fill the memory.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.parsers.expat import XMLParserType
from zipfile import ZipFile

from pipelines.findings import FileRefusedError
from pipelines.grid import Range
from pipelines.limits import check_extent, check_filled
from pipelines.safe_xml import chunks, feed, safe_parser
from pipelines.scan import Place, SheetScan, clipped

Attributes = dict[str, str]

# Longer than a cell's text may be; a count of blanks in the billions fits in a few bytes.
MOST_BLANKS = 10_000_000
# Filled cells that stand for further equal ones beside or below them; real sheets have few.
MOST_REPEATED = 1_000_000
_ERROR = re.compile(r"#(DIV/0!|REF!|NAME\?|VALUE!|N/A|NUM!|NULL!)|Err:\d{3}")
_HIDDEN = ("collapse", "filter")
_CELLS = ("table:table-cell", "table:covered-table-cell")


def scan_ods(path: Path) -> list[SheetScan]:
    """Return one scan a table of the workbook, in order.

    Raises FileRefusedError: `encrypted`; `too_far` or `too_many_cells` with the sheet; `unsafe` for counts made to
    burst a reader; `broken`.
    """
    try:
        with ZipFile(path) as archive:
            if b"encryption-data" in archive.read("META-INF/manifest.xml"):
                raise FileRefusedError("encrypted")
            scanner = _Scanner(safe_parser())
            with archive.open("content.xml") as part:
                feed(scanner.parser, chunks(part))
    except KeyError as fault:
        raise FileRefusedError("broken") from fault
    return scanner.scans


class _Table:
    """What is known so far of the table being read."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.row = self.column = 0
        self.row_repeat = 1
        self._filled = self._cells = self._rows = self._columns = self._described_columns = self._repeated = 0
        self._errors: dict[Place, str] = {}
        self._uncached: dict[Place, str] = {}
        self._merges: list[Range] = []
        self._hidden_rows: list[tuple[int, int]] = []
        self._hidden_columns: list[tuple[int, int]] = []

    def describe_columns(self, attributes: Attributes) -> None:
        repeat = _count(attributes, "table:number-columns-repeated")
        if attributes.get("table:visibility") in _HIDDEN:
            self._hidden_columns.append((self._described_columns, self._described_columns + repeat - 1))
        self._described_columns += repeat

    def start_row(self, attributes: Attributes) -> None:
        self.column, self.row_repeat = 0, _count(attributes, "table:number-rows-repeated")
        if attributes.get("table:visibility") in _HIDDEN:
            self._hidden_rows.append((self.row, self.row + self.row_repeat - 1))

    def place_cell(self, attributes: Attributes) -> None:
        self._cells += 1
        down = _count(attributes, "table:number-rows-spanned")
        right = _count(attributes, "table:number-columns-spanned")
        if down > 1 or right > 1:
            self._merges.append(Range(self.row, self.column, self.row + down - 1, self.column + right - 1))
        if "office:value-type" in attributes or "table:formula" in attributes:
            repeat = _count(attributes, "table:number-columns-repeated")
            self._rows = max(self._rows, self.row + self.row_repeat)
            self._columns = max(self._columns, self.column + repeat)
            check_extent(self.name, self._rows - 1, self._columns - 1)
            self._filled += repeat * self.row_repeat
            check_filled(self.name, self._filled)
            self._repeated += repeat * self.row_repeat - 1
            if self._repeated > MOST_REPEATED:
                raise FileRefusedError("unsafe")

    def place_formula(self, attributes: Attributes, text: str, *, has_text: bool) -> None:
        if attributes.get("calcext:value-type") == "error" or _ERROR.fullmatch(text):
            self._errors |= dict.fromkeys(self._places(attributes), text)
        elif "office:value-type" not in attributes and not has_text:
            formula = attributes["table:formula"]
            self._uncached |= dict.fromkeys(self._places(attributes), f"={formula.partition(':=')[2] or formula}")

    def _places(self, attributes: Attributes) -> Iterator[Place]:
        repeat = _count(attributes, "table:number-columns-repeated")
        rows = range(self.row, self.row + self.row_repeat)
        return ((row, column) for row in rows for column in range(self.column, self.column + repeat))

    def scan(self) -> SheetScan:
        return SheetScan(
            filled=self._filled,
            cells=self._cells,
            rows=self._rows,
            columns=self._columns,
            errors=self._errors,
            uncached=self._uncached,
            merges=tuple(self._merges),
            hidden_rows=clipped(self._hidden_rows, self._rows),
            hidden_columns=clipped(self._hidden_columns, self._columns),
        )


class _Scanner:
    """The state of the pass over all tables; only tables of the workbook itself count, not those inside a cell."""

    def __init__(self, parser: XMLParserType) -> None:
        self.parser = parser
        self.scans: list[SheetScan] = []
        self._table = _Table("")
        self._depth = self._blanks = 0
        self._cell: Attributes = {}
        self._text: list[str] = []
        self._has_text = self._in_note = False
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end

    def _start(self, name: str, attributes: Attributes) -> None:
        if name == "table:table":
            self._depth += 1
            if self._depth == 1:
                self._table = _Table(attributes.get("table:name", ""))
        elif name in _CELLS and self._depth == 1:
            self._start_cell(attributes)
        elif name == "table:table-row" and self._depth == 1:
            self._table.start_row(attributes)
        elif name == "table:table-column" and self._depth == 1:
            self._table.describe_columns(attributes)
        elif name == "text:p" and not self._in_note:
            self._has_text = True
        elif name == "text:s":
            self._count_blanks(attributes)
        elif name == "office:annotation":
            self._in_note = True

    def _end(self, name: str) -> None:
        if name == "office:annotation":
            self._in_note = False
        elif name in _CELLS and self._depth == 1:
            self._end_cell()
        elif name == "table:table-row" and self._depth == 1:
            self._table.row += self._table.row_repeat
        elif name == "table:table":
            self._depth -= 1
            if self._depth == 0:
                self.scans.append(self._table.scan())

    def _start_cell(self, attributes: Attributes) -> None:
        self._cell, self._has_text = attributes, False
        if "table:formula" in attributes:
            self.parser.CharacterDataHandler = self._listen
        self._table.place_cell(attributes)

    def _end_cell(self) -> None:
        if "table:formula" in self._cell:
            self.parser.CharacterDataHandler = None
            self._table.place_formula(self._cell, "".join(self._text).strip(), has_text=self._has_text)
            self._text.clear()
        self._table.column += _count(self._cell, "table:number-columns-repeated")
        self._cell = {}

    def _listen(self, text: str) -> None:
        if not self._in_note:
            self._text.append(text)

    def _count_blanks(self, attributes: Attributes) -> None:
        self._blanks += _count(attributes, "text:c")
        if self._blanks > MOST_BLANKS:
            raise FileRefusedError("unsafe")


def _count(attributes: Attributes, name: str) -> int:
    """Return a repeat or span, 1 where none is given."""
    text = attributes.get(name, "1")
    if not (text.isascii() and text.isdigit()):
        raise FileRefusedError("broken")
    return int(text[:12])
