"""Workbooks as people make them, with faults, and what came back of them."""

import warnings
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import xlsxwriter
from openpyxl.workbook import Workbook

from locales import ENGLISH, Language
from pipelines.child import read_file
from pipelines.fix import fixed_workbook
from pipelines.own_sheets import TITLE

HEADERS = ("museum", "måned", "besøg", "heraf børn")
# What stands wrong in the sheet Besøg, and why it is refused.
FAULTS = {"C4": "not_a_number", "B6": "not_a_period", "C6": "key_refused", "C8": "not_whole"}
TOTAL = "C12"


def rich_workbook(path: Path) -> Path:
    """Write a workbook with faults, and with what is easily lost: results, a chart, sparklines, rules, comments."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Besøg")
        heading = book.add_format({"bold": True, "bg_color": "#AACCEE", "border": 1})
        amount = book.add_format({"num_format": "#,##0.00", "italic": True, "bg_color": "#EEEEEE"})
        for column, header in enumerate(HEADERS):
            sheet.write(0, column, header, heading)
        for row in range(1, 10):
            sheet.write_row(row, 0, ["museet", f"2025-0{row}", 100 + row, 10 + row])
        sheet.write("C4", "mange")
        sheet.write("B6", "sommer")
        sheet.write("C8", 12.5, amount)
        sheet.write("C9", 108, amount)
        sheet.write("A12", "I alt")
        sheet.write_formula(TOTAL, "=SUM(C2:C10)", amount, 727)
        sheet.write_comment("C4", "Var det ikke åbent?", {"author": "Mette"})
        sheet.write_comment("C10", "Talt to gange", {"author": "Mette"})
        sheet.set_column("A:A", 31.5)
        sheet.set_row(2, 33)
        sheet.freeze_panes(1, 1)
        sheet.merge_range("F14:G15", "Sammen", heading)
        sheet.data_validation("D2:D10", {"validate": "integer", "criteria": ">", "value": 0})
        sheet.conditional_format("C2:C10", {"type": "data_bar", "data_bar_2010": True})
        sheet.add_sparkline("F2", {"range": "Besøg!C2:C10"})
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Besøg!$C$2:$C$10"})
        sheet.insert_chart("I2", chart)
        other = book.add_worksheet("Noter")
        other.write("A1", "Kun en note")
        other.print_area("A1:B2")
    return path


def fixed(path: Path, language: Language = ENGLISH) -> bytes:
    """Return the workbook back."""
    return fixed_workbook(path, read_file(path), language)


def opened(content: bytes, *, results: bool = False) -> Workbook:
    """Return the workbook as openpyxl opens it, with formulas, or with their stored results."""
    with warnings.catch_warnings():
        # It says of the sparklines that it will lose them.
        warnings.simplefilter("ignore", UserWarning)
        return openpyxl.load_workbook(BytesIO(content), data_only=results)


def parts(content: bytes) -> Mapping[str, bytes]:
    """Return the parts of the archive."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def index_of(content: bytes, language: Language = ENGLISH) -> Any:
    """Return the index sheet."""
    (sheet,) = [sheet for sheet in opened(content) if sheet["A1"].value == language.text(TITLE)]
    return sheet


def listed(content: bytes, *, left_out: bool = False) -> dict[str, str]:
    """Return place -> kind of what the index sheet lists, without what was left out unless that is asked for."""
    rows = [row for row in index_of(content).iter_rows(values_only=True) if row[2] or row[3]]
    kinds = {str(row[1]): str(row[0]) for row in rows[1:]}
    return {place: kind for place, kind in kinds.items() if left_out or kind != "Left out"}


def texts_of_index(content: bytes) -> list[str]:
    """Return the texts above the list."""
    return [str(value) for row in index_of(content).iter_rows(values_only=True) for value in row if value]
