"""One pass over the records of an xls workbook for what calamine loses: errors, merges and hidden rows and columns."""

import struct
from collections.abc import Iterator
from pathlib import Path

from olefile import OleFileIO

from pipelines.findings import FileRefusedError
from pipelines.grid import Range
from pipelines.scan import Place, SheetScan

# Record numbers of BIFF 5 and 8, the formats since Excel 5.
_END, _BEGIN, _PASSWORD, _SHEET = 0x000A, 0x0809, 0x002F, 0x0085
_ROW, _COLUMNS, _ERROR, _FORMULA, _MERGES = 0x0208, 0x007D, 0x0205, 0x0006, 0x00E5
_ROW_HIDDEN, _COLUMNS_HIDDEN = 0x20, 0x01
_ERROR_RESULT = 2
_CODES = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}


def scan_xls(path: Path) -> list[SheetScan]:
    """Return one scan a sheet of the workbook, chart and macro sheets included, in order.

    Raises FileRefusedError `encrypted`, or `broken` where the records end before they should.
    """
    try:
        with OleFileIO(path) as container:
            name = "Workbook" if container.exists("Workbook") else "Book"
            with container.openstream(name) as stream:
                book = stream.read()
        return [_scan(book, start) for start in _sheet_starts(book)]
    except (OSError, ValueError, IndexError, struct.error) as fault:
        raise FileRefusedError("broken") from fault


def _records(book: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """Yield the records (number, body) of the part that begins at start, without those of parts inside it."""
    depth = 0
    while True:
        number, size = struct.unpack_from("<HH", book, start)
        depth += (number == _BEGIN) - (number == _END)
        if depth <= 0:
            return
        if depth == 1:
            yield number, book[start + 4 : start + 4 + size]
        start += 4 + size


def _sheet_starts(book: bytes) -> list[int]:
    starts = []
    for number, body in _records(book, 0):
        if number == _PASSWORD:
            raise FileRefusedError("encrypted")
        if number == _SHEET:
            starts.append(struct.unpack_from("<I", body)[0])
    return starts


def _scan(book: bytes, start: int) -> SheetScan:
    errors: dict[Place, str] = {}
    merges: list[Range] = []
    hidden_rows: set[int] = set()
    hidden_columns: set[int] = set()
    for number, body in _records(book, start):
        if number == _ROW and body[12] & _ROW_HIDDEN:
            hidden_rows.add(struct.unpack_from("<H", body)[0])
        elif number == _COLUMNS and body[8] & _COLUMNS_HIDDEN:
            first, last = struct.unpack_from("<HH", body)
            hidden_columns.update(range(first, last + 1))
        elif number == _ERROR and body[7]:
            errors[struct.unpack_from("<HH", body)] = error_code(body[6])
        elif number == _FORMULA and body[12:14] == b"\xff\xff" and body[6] == _ERROR_RESULT:
            errors[struct.unpack_from("<HH", body)] = error_code(body[8])
        elif number == _MERGES:
            merges += _merged(body)
    return SheetScan(
        errors=errors,
        merges=tuple(merges),
        hidden_rows=frozenset(hidden_rows),
        hidden_columns=frozenset(hidden_columns),
    )


def _merged(body: bytes) -> Iterator[Range]:
    for number in range(struct.unpack_from("<H", body)[0]):
        top, bottom, left, right = struct.unpack_from("<4H", body, 2 + 8 * number)
        yield Range(top, left, bottom, right)


def error_code(byte: int) -> str:
    """Return what a spreadsheet shows for an error's number in its binary formats."""
    return _CODES.get(byte, "#VALUE!")
