"""Values through calamine: xls, ods and xlsb workbooks, and large xlsx ones."""

from collections.abc import Sequence
from pathlib import Path
from sys import intern

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from pipelines.findings import FileRefusedError
from pipelines.grid import CellValue, Sheet
from pipelines.limits import check_extent
from pipelines.scan import EXACT, SheetScan, lay_over


def open_calamine(path: Path, scans: Sequence[SheetScan] = ()) -> list[Sheet]:
    """Return the workbook's worksheets; `scans` has one scan a sheet, in the workbook's order, or is empty.

    Raises FileRefusedError: `encrypted`, `broken`, or `too_far` with the sheet and the cell.
    """
    workbook = calamine_workbook(path)
    sheets = []
    for number_of_sheet, about in enumerate(workbook.sheets_metadata):
        if about.typ is SheetTypeEnum.WorkSheet:
            scan = scans[number_of_sheet] if number_of_sheet < len(scans) else SheetScan()
            hidden = about.visible is not SheetVisibleEnum.Visible
            sheets.append(lay_over(calamine_rows(workbook, about.name), scan, name=about.name, hidden=hidden))
    return sheets


def calamine_workbook(path: Path) -> CalamineWorkbook:
    """Open the file with calamine. Raises FileRefusedError `encrypted` or `broken`."""
    try:
        return CalamineWorkbook.from_path(path)
    except PasswordError as fault:
        raise FileRefusedError("encrypted") from fault
    except (CalamineError, OSError) as fault:
        raise FileRefusedError("broken") from fault


def calamine_rows(workbook: CalamineWorkbook, name: str) -> list[list[CellValue]]:
    """Return the sheet's values from A1, None where empty, whole numbers as int.

    Raises FileRefusedError `broken`, or `too_far` where the last cell lies too far out.
    """
    try:
        sheet: CalamineSheet = workbook.get_sheet_by_name(name)
    except (CalamineError, OSError) as fault:
        raise FileRefusedError("broken") from fault
    if sheet.start is None or sheet.end is None:
        return []
    check_extent(name, *sheet.end)
    left: list[CellValue] = [None] * sheet.start[1]
    return [left + _values(row) for row in sheet.iter_rows()]


def _values(row: Sequence[CellValue]) -> list[CellValue]:
    """Return the row with None for no text and int for whole numbers; written out, for it runs for every cell.

    Equal texts become one, which takes less memory and is faster to look at, over and over.
    """
    return [
        (intern(value) or None)
        if value.__class__ is str
        else (value if value % 1 or not -EXACT <= value <= EXACT else int(value))
        if value.__class__ is float
        else value
        for value in row
    ]
