"""Text files with columns: csv, tsv and txt. Every value stays the text it is."""

import re
from pathlib import Path

from pipelines.csv_text import decoded, delimiter_of, records
from pipelines.grid import CellValue, Sheet, address
from pipelines.limits import (
    LARGEST_RECTANGLE,
    MOST_ROWS,
    check_extent,
    check_filled,
    check_sparse,
    too_far,
    too_many_cells,
)
from pipelines.scan import SheetScan, lay_over

# Excel's own line that names the separator; Excel does not show it, so the next line is row 1.
_SEPARATOR_LINE = re.compile(r'"?sep=([^\w\s"]|\t)"?[ ;,\t]*(?:\r\n|\r|\n|$)', re.IGNORECASE)


def open_csv(path: Path, name: str, encoding: str | None = None) -> Sheet:
    """Return the file as one sheet of that name: a record a row, blank lines too, short rows filled up with None.

    `encoding` is how the text is written, where a person has said it.

    Raises FileRefusedError: what `decoded` and `records` raise, `too_far`, `too_many_cells`.
    """
    text = decoded(path.read_bytes(), encoding)
    named = _SEPARATOR_LINE.match(text)
    if named:
        text, delimiter = text[named.end() :], named[1]
    else:
        delimiter = delimiter_of(text)
    rows = _Rows(name)
    for record in records(text, delimiter, first_line=2 if named else 1):
        rows.add(record)
    return lay_over(rows.rows, SheetScan(), name=name)


class _Rows:
    """The rows so far, without the empty cells at their ends: separators alone may take no memory.

    A text file is not bound to the rows of a sheet, only to what memory holds.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self.rows: list[list[CellValue]] = []
        self._blank = self._width = self._filled = 0

    def add(self, record: list[str]) -> None:
        """Add a record. Raises FileRefusedError `too_far`, `too_many_cells`."""
        while record and not record[-1]:
            record.pop()
        height = len(self.rows) + self._blank + 1
        if len(record) > self._width:
            self._width = len(record)
            check_extent(self._name, min(height, MOST_ROWS) - 1, self._width - 1)
        elif height * self._width > LARGEST_RECTANGLE:
            raise too_many_cells(self._name, LARGEST_RECTANGLE)
        if not record:
            self._blank += 1
            if self._blank > MOST_ROWS:
                raise too_far(self._name, address(height - 1, 0))
            return
        row: list[CellValue] = [value or None for value in record]
        self._filled += len(row) - row.count(None)
        check_filled(self._name, self._filled)
        check_sparse(self._name, self._filled, height, self._width)
        self.rows.extend([] for _ in range(self._blank))
        self._blank = 0
        self.rows.append(row)
