"""A generated workbook as a file: xlsx by openpyxl, xls by xlwt, ods by its XML, csv as text."""

import csv
from collections.abc import Callable, Mapping
from datetime import date
from io import StringIO
from pathlib import Path
from xml.sax.saxutils import escape

import xlwt
from openpyxl import Workbook as OpenpyxlWorkbook

from pipelines.grid import CellValue, ErrorCell, Sheet, UncachedFormula, Workbook
from tests.corpus.book import Book
from tests.pipelines.archives import make_ods

_XLS_ERRORS = {"#DIV/0!": 0x07, "#VALUE!": 0x0F, "#REF!": 0x17, "#N/A": 0x2A}
_DAY = xlwt.easyxf(num_format_str="dd-mm-yyyy")


def write_xlsx(workbook: Workbook, path: Path) -> None:
    """Write an xlsx with merges, error cells, formulas never calculated, and hidden parts."""
    book = OpenpyxlWorkbook()
    book.remove(book.worksheets[0])
    for sheet in workbook.sheets:
        written = book.create_sheet(sheet.name)
        written.sheet_state = "hidden" if sheet.hidden else "visible"
        for row, values in enumerate(sheet.rows, start=1):
            for column, value in enumerate(values, start=1):
                if value is not None:
                    cell = written.cell(row, column, str(value) if _is_said(value) else value)
                    if isinstance(value, str):
                        cell.data_type = "s"
        for merge in sheet.merges:
            written.merge_cells(str(merge))
        for row in sheet.hidden_rows:
            written.row_dimensions[row + 1].hidden = True
        for column in sheet.hidden_columns:
            written.column_dimensions[written.cell(1, column + 1).column_letter].hidden = True
    book.save(path)


def _is_said(value: CellValue) -> bool:
    return isinstance(value, ErrorCell | UncachedFormula)


def write_xls(workbook: Workbook, path: Path) -> None:
    """Write an xls with merges, error cells and hidden parts."""
    book = xlwt.Workbook(encoding="utf-8")
    for sheet in workbook.sheets:
        written = book.add_sheet(sheet.name)
        written.visibility = int(sheet.hidden)
        merged = {(merge.top, merge.left): merge for merge in sheet.merges}
        for row, values in enumerate(sheet.rows):
            for column, value in enumerate(values):
                if isinstance(value, ErrorCell):
                    written.row(row).set_cell_error(column, _XLS_ERRORS[value.code])
                elif (row, column) in merged:
                    merge = merged[row, column]
                    written.write_merge(merge.top, merge.bottom, merge.left, merge.right, value)
                elif value is not None:
                    written.write(row, column, value, *([_DAY] if isinstance(value, date) else []))
        for row in sheet.hidden_rows:
            written.row(row).hidden = True
        for column in sheet.hidden_columns:
            written.col(column).hidden = True
    book.save(str(path))


def write_ods(workbook: Workbook, path: Path) -> None:
    """Write an ods with merges, error cells, formulas never calculated, and hidden rows and columns."""
    make_ods(path, "".join(map(_ods_table, workbook.sheets)))


def _ods_table(sheet: Sheet) -> str:
    width = max(map(len, sheet.rows), default=0)
    columns = "".join(f"<table:table-column{_hidden(column in sheet.hidden_columns)}/>" for column in range(width))
    rows = "".join(
        f"<table:table-row{_hidden(row in sheet.hidden_rows)}>"
        + "".join(_ods_cell(sheet, row, column) for column in range(width))
        + "</table:table-row>"
        for row in range(len(sheet.rows))
    )
    return f'<table:table table:name="{escape(sheet.name)}">{columns}{rows}</table:table>'


def _hidden(is_hidden: object) -> str:
    return ' table:visibility="collapse"' if is_hidden else ""


def _ods_cell(sheet: Sheet, row: int, column: int) -> str:
    value = sheet.rows[row][column]
    spans = "".join(
        f' table:number-rows-spanned="{merge.bottom - merge.top + 1}"'
        f' table:number-columns-spanned="{merge.right - merge.left + 1}"'
        for merge in sheet.merges
        if (merge.top, merge.left) == (row, column)
    )
    said, text = _ods_value(value)
    return f"<table:table-cell{said}{spans}>{text}</table:table-cell>"


def _ods_value(value: CellValue) -> tuple[str, str]:
    text = f"<text:p>{escape(str(value))}</text:p>"
    match value:
        case None:
            return "", ""
        case int() | float():
            return f' office:value-type="float" office:value="{value}"', text
        case date():
            return f' office:value-type="date" office:date-value="{value.isoformat()}"', text
        case ErrorCell():
            return ' table:formula="of:=1/0" office:value-type="string" office:string-value=""', text
        case UncachedFormula(formula):
            return f' table:formula="of:{escape(formula)}"', ""
        case _:
            return ' office:value-type="string"', text


def write_csv(workbook: Workbook, path: Path, delimiter: str) -> None:
    """Write the first sheet as text."""
    buffer = StringIO()
    writer = csv.writer(buffer, delimiter=delimiter)
    writer.writerows([["" if value is None else str(value) for value in row] for row in workbook.sheets[0].rows])
    path.write_bytes(buffer.getvalue().encode("utf-8-sig"))


_WRITERS: Mapping[str, Callable[[Workbook, Path], None]] = {"xlsx": write_xlsx, "xls": write_xls, "ods": write_ods}


def write(book: Book, folder: Path, name: str = "book") -> Path:
    """Write the workbook as a file of its format; return where it is."""
    workbook = book.workbook()
    path = folder / f"{name}.{workbook.format}"
    if book.format == "csv":
        write_csv(workbook, path, book.delimiter)
    else:
        _WRITERS[workbook.format](workbook, path)
    return path
