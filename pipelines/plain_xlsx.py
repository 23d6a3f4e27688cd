"""Any opened file as a plain xlsx workbook: its values with their types, sheet names, merges and hidden parts."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange

from pipelines.grid import CellValue, ErrorCell, Sheet, UncachedFormula, Workbook

# A spreadsheet program takes no more letters in one cell, and no longer name for a sheet.
LONGEST_TEXT = 32_767
_LONGEST_NAME = 31
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\0-\x1f]")
_ESCAPE = re.compile("_x[0-9A-Fa-f]{4}_|[\0-\x08\x0b-\x1f\ufffe\uffff]")
_FIRST_DAY = date(1900, 3, 1)
_WRITTEN_AT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_NO_TIME = b"1980-01-01T00:00:00Z"


@dataclass(frozen=True)
class PlainXlsx:
    """A workbook written anew: its bytes, the new name of each sheet, and the cells whose text was too long."""

    content: bytes
    names: Mapping[str, str]
    cut: Sequence[str]


def plain_xlsx(workbook: Workbook, name_of_text: str) -> PlainXlsx:
    """Return the workbook as xlsx. A text stays a text, whatever it looks like.

    `name_of_text` is the sheet's name where the file is text and has none: the reader may take a sheet's name for what
    its figures are, and a file's name it does not.
    """
    book = openpyxl.Workbook(write_only=True)
    is_text = workbook.format == "csv"
    names = {workbook.sheets[0].name: name_of_text} if is_text else _sheet_names(workbook.sheets)
    cut: list[str] = []
    for sheet in workbook.sheets:
        made: Any = book.create_sheet(names[sheet.name])
        made.sheet_state = "hidden" if sheet.hidden else "visible"
        for hidden in sheet.hidden_rows:
            made.row_dimensions[hidden + 1].hidden = True
        for hidden in sheet.hidden_columns:
            made.column_dimensions[get_column_letter(hidden + 1)].hidden = True
        for number, row in enumerate(sheet.rows):
            made.append([_cell(made, sheet, (number, column), value, cut) for column, value in enumerate(row)])
        made.merged_cells.ranges |= {
            CellRange(min_row=top + 1, min_col=left + 1, max_row=bottom + 1, max_col=right + 1)
            for top, left, bottom, right in sheet.merges
        }
    buffer = BytesIO()
    book.save(buffer)
    return PlainXlsx(buffer.getvalue(), names, cut)


def without_time(core: bytes) -> bytes:
    """Return the document's properties without the moment it was written; the same file gives the same bytes."""
    return _WRITTEN_AT.sub(_NO_TIME, core)


def _cell(made: Any, sheet: Sheet, place: tuple[int, int], value: CellValue, cut: list[str]) -> Any:
    if value is None:
        return None
    if isinstance(value, float) and not math.isfinite(value):
        value = ErrorCell("#NUM!")
    cell = WriteOnlyCell(made)
    if isinstance(value, str | UncachedFormula | ErrorCell) or _is_too_early(value):
        text = value.isoformat() if isinstance(value, date) else str(value)
        if len(text) > LONGEST_TEXT:
            cut.append(f"{sheet.name}!{get_column_letter(place[1] + 1)}{place[0] + 1}")
        cell.value = _escaped(text[:LONGEST_TEXT])
        cell.data_type = "e" if isinstance(value, ErrorCell) else "s"
        return cell
    if isinstance(value, float):
        # Handed over as a number it would lose its last digit.
        cell.value, cell.data_type = repr(value), "n"
    else:
        cell.value = value
    if place in sheet.formats:
        cell.number_format = sheet.formats[place]
    return cell


def _is_too_early(value: CellValue) -> bool:
    """True for a day that a spreadsheet program cannot count."""
    day = value.date() if isinstance(value, datetime) else value
    return isinstance(day, date) and day < _FIRST_DAY


def _escaped(text: str) -> str:
    """Return the text as xlsx writes it: by their number the characters that XML cannot hold, and such numbers."""
    return _ESCAPE.sub(
        lambda match: match[0].replace("_", "_x005F_", 1) if len(match[0]) > 1 else _numbered(match), text
    )


def _numbered(match: re.Match[str]) -> str:
    return f"_x{ord(match[0]):04X}_"


def _sheet_names(sheets: Sequence[Sheet]) -> dict[str, str]:
    """Return for each sheet a name that a spreadsheet program takes; only those it would not take are changed."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for sheet in sheets:
        wanted = _NOT_IN_NAMES.sub(" ", sheet.name).strip("' ") or "1"
        names[sheet.name] = free_name(wanted, taken)
        taken.add(names[sheet.name].casefold())
    return names


def free_name(wanted: str, taken: set[str]) -> str:
    """Return the name, shortened and numbered where need be, so that no sheet (in lower case) has it yet."""
    name = wanted[:_LONGEST_NAME].rstrip("' ")
    number = 2
    while name.casefold() in taken:
        name = f"{wanted[: _LONGEST_NAME - 5]} ({number})"
        number += 1
    return name
