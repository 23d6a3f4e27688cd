"""The fingerprint of a layout: the same for next year's file, more rows, other order of columns, another file name."""

import hashlib

from pipelines.asking import subject_of
from pipelines.cells import SheetCells
from pipelines.grid import CellValue, Range
from pipelines.periods import read_month, read_period
from pipelines.words import collapse, without_footnote

_LENGTH = 12
_PERIOD = "<period>"


def fingerprint(cells: SheetCells, header: range, area: Range) -> str:
    """Return a short text that is equal for tables with the same headers in as many rows.

    Which months, quarters or years stand as headers does not count, nor does what is known of names.
    """
    spellings = {
        _spelling(cells.value(row, column))
        for row in header
        for column in range(area.left, area.right + 1)
        if cells.read[row, column]
    }
    said = "\n".join((str(len(header)), *sorted(spellings - {""})))
    return hashlib.sha256(said.encode()).hexdigest()[:_LENGTH]


def _spelling(value: CellValue) -> str:
    """Return a header in its plain spelling, any period as the same word."""
    if not isinstance(value, str):
        return _PERIOD if read_month(value) else ""
    text = without_footnote(collapse(value))
    return _PERIOD if read_period(text) else subject_of(text)
