"""One pass over the records of an xlsb workbook for what calamine loses: its cells in error."""

import struct
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile

from pipelines.findings import FileRefusedError
from pipelines.limits import check_extent
from pipelines.scan import Place, SheetScan
from pipelines.sheet_parts import relations
from pipelines.xls_scan import error_code

_WORKBOOK = "xl/workbook.bin"
# Record numbers of BIFF 12.
_ROW, _ERROR, _ERROR_OF_FORMULA, _SHEET = 0, 3, 11, 156
_BUFFER = 1 << 20
_LONGEST_SIZE = 4


def scan_xlsb(path: Path) -> list[SheetScan]:
    """Return one scan a sheet of the workbook, chart and macro sheets included, in order.

    Raises FileRefusedError `broken` where its parts are missing, `too_far` where a cell in error lies too far out.
    """
    try:
        with ZipFile(path) as archive:
            related = relations(archive, _WORKBOOK)
            with archive.open(_WORKBOOK) as book:
                sheets = [_texts(body) for number, body in _records(book) if number == _SHEET]
            return [_scan(archive, name, *related[reference]) for reference, name in sheets]
    except (BadZipFile, OSError, EOFError, KeyError, IndexError, ValueError, struct.error) as fault:
        raise FileRefusedError("broken") from fault


def _texts(body: bytes) -> tuple[str, str]:
    """Return a sheet's relation and its name, from behind its state and its number."""
    at = 8
    found = []
    for _ in range(2):
        (length,) = struct.unpack_from("<I", body, at)
        found.append(body[at + 4 : at + 4 + 2 * length].decode("utf-16-le"))
        at += 4 + 2 * length
    return found[0], found[1]


def _scan(archive: ZipFile, name: str, kind: str, part: str) -> SheetScan:
    errors: dict[Place, str] = {}
    if kind == "worksheet":
        row = 0
        with archive.open(part) as sheet:
            for number, body in _records(sheet):
                if number == _ROW:
                    (row,) = struct.unpack_from("<I", body)
                elif number in (_ERROR, _ERROR_OF_FORMULA):
                    (column,) = struct.unpack_from("<I", body)
                    check_extent(name, row, column)
                    errors[row, column] = error_code(body[8])
    return SheetScan(errors=errors)


def _records(part: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Yield the records (number, body) of a part, as far as they are whole."""
    stream = BufferedReader(part, _BUFFER)  # type: ignore[type-var]
    while first := stream.read(1):
        number = first[0]
        if number & 0x80:
            number = (number & 0x7F) | ((stream.read(1) or b"\0")[0] << 7)
        size = 0
        for place in range(_LONGEST_SIZE):
            (byte,) = stream.read(1) or b"\0"
            size |= (byte & 0x7F) << (7 * place)
            if not byte & 0x80:
                break
        body = stream.read(size)
        if len(body) < size:
            return
        yield number, body
