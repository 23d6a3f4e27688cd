"""Text files with columns: csv, tsv and txt. Every value stays the text it is."""

import re
from pathlib import Path

from pipelines.csv_text import decoded, delimiter_of, records
from pipelines.grid import CellValue, Sheet
from pipelines.limits import LARGEST_RECTANGLE, MOST_ROWS, check_extent, check_filled, too_many_cells
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
    rows: list[list[CellValue]] = []
    width = filled = 0
    for record in records(text, delimiter, first_line=2 if named else 1):
        if len(record) > width:
            width = len(record)
            check_extent(name, min(len(rows), MOST_ROWS - 1), width - 1)
        # A text file is not bound to the rows of a sheet, only to what memory holds.
        elif (len(rows) + 1) * width > LARGEST_RECTANGLE:
            raise too_many_cells(name, LARGEST_RECTANGLE)
        row: list[CellValue] = [value or None for value in record]
        filled += len(row) - row.count(None)
        check_filled(name, filled)
        rows.append(row)
    return lay_over(rows, SheetScan(), name=name)
