"""Tables to take away, as CSV or Excel: numbers stay numbers, and no text can act as a formula."""

import csv
import math
import re
from io import BytesIO
from numbers import Real

import pandas as pd
import xlsxwriter

from locales import Language

# Blanks, quotes and unseen characters before a sign do not stop a spreadsheet program from reading it as a formula.
_ACTS_AS_FORMULA = re.compile(r"[\s'\"\x00-\x1f\u00ad\u200b-\u200f\u2060-\u2064\ufeff]*[=+\-@＝＋－＠|%\t\r\n\x00]")
_NUMBER_TEXT = re.compile(r"[+\-−]?\d[\d.,\u0020\u00a0\u2009\u202f]* ?%?")


def neutral(text: str) -> str:
    """Return the text so that no spreadsheet program takes it for a formula."""
    return f"'{text}" if _ACTS_AS_FORMULA.match(text) and not _NUMBER_TEXT.fullmatch(text) else text


def as_csv(table: pd.DataFrame, language: Language) -> bytes:
    """Return the table as CSV in UTF-8 with BOM: semicolons and decimal commas in Danish, else commas and points.

    Texts are quoted, so that a program that expects the other separator does not cut a formula out of one.
    """
    separator, decimal = (";", ",") if language.code == "da" else (",", ".")
    safe = _neutralised(table)
    for column in safe.select_dtypes("object"):
        safe[column] = safe[column].map(lambda value: _with_mark(value, decimal))
    text = safe.to_csv(index=False, sep=separator, decimal=decimal, quoting=csv.QUOTE_NONNUMERIC)
    return text.encode("utf-8-sig")


def _with_mark(value: object, decimal: str) -> object:
    """A number that stands in a column of texts, where the writer would not use the decimal mark."""
    return str(float(value)).replace(".", decimal) if isinstance(value, float) and decimal != "." else value


def as_xlsx(table: pd.DataFrame, sheet: str) -> bytes:
    """Return the table as an Excel workbook of one sheet."""
    buffer = BytesIO()
    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "nan_inf_to_errors": False}
    with xlsxwriter.Workbook(buffer, safe) as book:
        page = book.add_worksheet(_sheet_name(sheet))
        bold = book.add_format({"bold": True, "bottom": 1})
        for column, header in enumerate(table.columns):
            page.write_string(0, column, neutral(str(header)), bold)
            page.set_column(column, column, max(10, min(40, len(str(header)) + 4)))
        for row, values in enumerate(table.itertuples(index=False), start=1):
            for column, value in enumerate(values):
                _write(page, row, column, value)
    return buffer.getvalue()


def _sheet_name(text: str) -> str:
    """The text as the name of a sheet: at most 31 characters, none of []:*?/\\, no apostrophe at either end."""
    return re.sub(r"[\[\]:*?/\\]", " ", text)[:31].strip(" '") or "1"


def _write(page: xlsxwriter.worksheet.Worksheet, row: int, column: int, value: object) -> None:
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, Real) and math.isnan(value)):
        return
    if isinstance(value, Real) and not isinstance(value, bool):
        page.write_number(row, column, float(value))
    else:
        page.write_string(row, column, neutral(str(value)))


def _neutralised(table: pd.DataFrame) -> pd.DataFrame:
    safe = table.rename(columns=lambda name: neutral(str(name)))
    for column in safe.select_dtypes(exclude="number"):
        safe[column] = safe[column].map(lambda value: neutral(value) if isinstance(value, str) else value)
    return safe
