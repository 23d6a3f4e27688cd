"""xlsx workbooks: one scan of every sheet, then the values by openpyxl where cells are few, by calamine where many."""

import re
import warnings
from collections.abc import Sequence
from datetime import datetime, time
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from pipelines.findings import FileRefusedError
from pipelines.grid import CellValue, Sheet
from pipelines.open_calamine import calamine_rows, calamine_workbook
from pipelines.scan import Place, SheetScan, lay_out, lay_over, number
from pipelines.shared_texts import SharedTexts
from pipelines.sheet_parts import SheetPart, sheet_parts
from pipelines.sheet_scan import scan_plain_sheet, scan_sheet

# openpyxl also tells number formats, but takes about ten times as long.
MOST_CELLS_FOR_OPENPYXL = 20_000
LARGE_PART = 8 << 20
_GENERAL = "General"
# The type that openpyxl gives to cells in error.
_ERROR = "e"
# How xlsx writes a character that XML cannot hold; openpyxl undoes it only in part.
_ESCAPED = re.compile(r"_x[0-9A-Fa-f]{4}_")

ScannedSheet = tuple[SheetPart, SheetScan]


class ReadersDisagreeError(Exception):
    """openpyxl would give something else than what stands in the sheet."""


def open_xlsx(path: Path) -> list[Sheet]:
    """Return the worksheets of the workbook.

    Raises FileRefusedError: what `scan_sheet` and `calamine_workbook` raise, `no_sheets`.
    """
    sheets = scanned_sheets(path)
    if not sheets:
        raise FileRefusedError("no_sheets")
    few = sum(scan.cells for _, scan in sheets) <= MOST_CELLS_FOR_OPENPYXL
    if few and all(scan.in_order for _, scan in sheets):
        try:
            return with_openpyxl(path, sheets)
        except FileRefusedError:
            raise
        # openpyxl raises whatever its parsing meets (strict workbooks, external links, NaN); calamine reads these.
        except Exception:  # noqa: BLE001
            return with_calamine(path, sheets)
    return with_calamine(path, sheets)


def scanned_sheets(path: Path) -> list[ScannedSheet]:
    """Return each worksheet's part with its scan."""
    try:
        with ZipFile(path) as archive:
            shared = SharedTexts(archive)
            return [(part, _scan(archive, part, shared)) for part in sheet_parts(archive)]
    except (BadZipFile, OSError, EOFError) as fault:
        raise FileRefusedError("broken") from fault


def _scan(archive: ZipFile, part: SheetPart, shared: SharedTexts) -> SheetScan:
    try:
        large = archive.getinfo(part.path).file_size > LARGE_PART
        if large:
            with archive.open(part.path) as xml:
                if scan := scan_plain_sheet(xml, part.name, shared):
                    return scan
        with archive.open(part.path) as xml:
            return scan_sheet(xml, part.name, large=large)
    except KeyError as fault:
        raise FileRefusedError("broken") from fault


def with_calamine(path: Path, sheets: Sequence[ScannedSheet]) -> list[Sheet]:
    """Return the sheets with calamine's values, but for those that the scan has read."""
    workbook = cache(lambda: calamine_workbook(path))
    return [
        lay_over(calamine_rows(workbook(), part.name), scan, name=part.name, hidden=part.hidden)
        if scan.values is None
        else lay_out(scan.values, scan, name=part.name, hidden=part.hidden)
        for part, scan in sheets
    ]


def with_openpyxl(path: Path, sheets: Sequence[ScannedSheet]) -> list[Sheet]:
    """Return the sheets with openpyxl's values and number formats.

    It reads row by row: in full it would also build every cell of a merge or a link, however far they reach, and load
    drawings and pivot caches. Raises ReadersDisagreeError, and whatever openpyxl raises.
    """
    # Only here, for openpyxl takes as long to come as many a file to be read.
    from openpyxl import load_workbook

    with path.open("rb") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        workbook = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        return [_sheet(workbook[part.name], part, scan) for part, scan in sheets]


# The type stubs of openpyxl do not know the sheets and cells that it reads row by row.
def _sheet(worksheet: Any, part: SheetPart, scan: SheetScan) -> Sheet:
    rows: list[list[CellValue]] = [[None] * scan.columns for _ in range(scan.rows)]
    formats: dict[Place, str] = {}
    if scan.filled:
        for row in worksheet.iter_rows(max_row=scan.rows, max_col=scan.columns):
            for cell in row:
                if cell.value is not None:
                    place = cell.row - 1, cell.column - 1
                    rows[place[0]][place[1]] = _value(cell, scan, place)
                    if cell.number_format != _GENERAL:
                        formats[place] = cell.number_format
    return lay_over(rows, scan, name=part.name, hidden=part.hidden, formats=formats)


def _value(cell: Any, scan: SheetScan, place: Place) -> CellValue:
    value: CellValue = cell.value
    if cell.data_type == _ERROR and place not in scan.errors:
        raise ReadersDisagreeError
    if isinstance(value, str) and _ESCAPED.search(value):
        raise ReadersDisagreeError
    if value.__class__ in (int, float):
        return number(value)
    if isinstance(value, datetime) and value.time() == time.min:
        return value.date()
    return value or None if isinstance(value, str) else value
