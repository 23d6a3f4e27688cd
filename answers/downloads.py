"""Tables to take away, as CSV or Excel: numbers stay numbers, days stay days, and no text can act as a formula."""

import csv
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from numbers import Real
from typing import Any

import pandas as pd
import xlsxwriter

from locales import Language, legible

# Blanks, quotes and unseen characters before a sign do not stop a spreadsheet program from reading it as a formula.
_ACTS_AS_FORMULA = re.compile(r"[\s'\"\x00-\x1f\u00ad\u200b-\u200f\u2060-\u2064\ufeff]*[=+\-@＝＋－＠|%\t\r\n\x00]")
_NUMBER_TEXT = re.compile(r"[+\-−]?\d[\d.,\u0020\u00a0\u2009\u202f]* ?%?")
_SAFE = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "nan_inf_to_errors": False}
_LONGEST_TEXT = 32767
# A day and a moment as they are written in Denmark; a spreadsheet program sorts and filters them as what they are.
_DAY, _MOMENT = "dd-mm-yyyy", "dd-mm-yyyy hh:mm"
_FIRST_YEAR = 1900


@dataclass(frozen=True)
class Patterned:
    """A number and the pattern that a spreadsheet program shows it by, such as "0.0%"."""

    number: float
    pattern: str


@dataclass(frozen=True)
class Sheet:
    """A table as a sheet of a workbook; its cells are texts, numbers, days, moments or numbers with a pattern."""

    name: str
    table: pd.DataFrame
    widest: int = 40


def neutral(text: str) -> str:
    """Return the text so that no spreadsheet program takes it for a formula."""
    return f"'{text}" if _ACTS_AS_FORMULA.match(text) and not _NUMBER_TEXT.fullmatch(text) else text


def as_csv(table: pd.DataFrame, language: Language) -> bytes:
    """Return the table as CSV in UTF-8 with BOM: semicolons and decimal commas in Danish, else commas and points.

    Texts are quoted, so that a program that expects the other separator does not cut a formula out of one.
    """
    separator, decimal = (";", ",") if language.code == "da" else (",", ".")
    safe = _neutralised(table).convert_dtypes(
        infer_objects=False, convert_string=False, convert_boolean=False, convert_floating=False
    )
    for column in safe.select_dtypes("object"):
        safe[column] = _kept([_with_mark(value, decimal) for value in safe[column]], safe[column])
    text = safe.to_csv(index=False, sep=separator, decimal=decimal, quoting=csv.QUOTE_NONNUMERIC)
    return text.encode("utf-8-sig")


def _with_mark(value: object, decimal: str) -> object:
    """A number that stands in a column of texts, where the writer would not use the decimal mark."""
    if not isinstance(value, float) or math.isnan(value):
        return value
    return int(value) if value.is_integer() else str(value).replace(".", decimal)


def as_xlsx(table: pd.DataFrame, sheet: str) -> bytes:
    """Return the table as an Excel workbook of one sheet."""
    return as_workbook([Sheet(sheet, table)])


def as_workbook(sheets: Sequence[Sheet]) -> bytes:
    """Return the tables as an Excel workbook, a sheet each; their headers stay in sight."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, _SAFE) as book:
        names: list[str] = []
        for sheet in sheets:
            names.append(_sheet_name(sheet.name, names))
            _write_sheet(book, names[-1], sheet)
    return buffer.getvalue()


def _write_sheet(book: xlsxwriter.Workbook, name: str, sheet: Sheet) -> None:
    page = book.add_worksheet(name)
    page.freeze_panes(1, 0)
    bold = book.add_format({"bold": True, "bottom": 1})
    for column, header in enumerate(sheet.table.columns):
        page.write_string(0, column, _safe_text(str(header)), bold)
    patterns: dict[str, xlsxwriter.format.Format] = {}
    for row, values in enumerate(sheet.table.itertuples(index=False), start=1):
        for column, value in enumerate(values):
            if pattern := _pattern_of(value):
                shown = patterns.get(pattern) or book.add_format({"num_format": pattern})
                patterns[pattern] = shown
                _write_patterned(page, (row, column), value, shown)
            else:
                _write(page, row, column, value)
    for column, header in enumerate(sheet.table.columns):
        page.set_column(column, column, _width(str(header), sheet.table.iloc[:, column], sheet.widest))


def _pattern_of(value: object) -> str | None:
    """The pattern that a value is shown by, None where it is shown as it is: a program counts no day before 1900."""
    if isinstance(value, Patterned):
        return value.pattern
    if value is pd.NaT or not isinstance(value, date) or value.year < _FIRST_YEAR:
        return None
    return _MOMENT if isinstance(value, datetime) else _DAY


def _write_patterned(
    page: xlsxwriter.worksheet.Worksheet, at: tuple[int, int], value: object, shown: xlsxwriter.format.Format
) -> None:
    if isinstance(value, Patterned):
        page.write_number(*at, value.number, shown)
    else:
        page.write_datetime(*at, value, shown)


def _width(header: str, values: Iterable[object], widest: int) -> int:
    texts = (_pattern_of(value) if isinstance(value, date) else value for value in values)
    longest = max((len(text) for text in texts if isinstance(text, str)), default=0)
    return max(10, min(widest, max(longest, len(header) + 2) + 2))


def _sheet_name(text: str, taken: Sequence[str]) -> str:
    """The text as the name of a sheet: at most 31 characters without []:*?/\\, no apostrophe at an end, no twin."""
    plain = re.sub(r"[\[\]:*?/\\]", " ", legible(text))
    used = {name.casefold() for name in taken}
    for number in range(1, len(taken) + 2):
        end = f" {number}" if number > 1 else ""
        name = _cut(plain, 31 - len(end)).strip(" '") + end or "1"
        if name.casefold() not in used:
            break
    return name


def _cut(text: str, room: int) -> str:
    """The whole words that there is room for; a word that fills most of it is cut itself."""
    if len(text) <= room:
        return text
    words = text[: room + 1].rpartition(" ")[0]
    return words if len(words) > room // 2 else text[:room]


def _write(page: xlsxwriter.worksheet.Worksheet, row: int, column: int, value: object) -> None:
    if value is None or value is pd.NA or value is pd.NaT or (isinstance(value, Real) and math.isnan(value)):
        return
    if isinstance(value, Real) and not isinstance(value, bool):
        page.write_number(row, column, float(value))
    else:
        page.write_string(row, column, _safe_text(str(value))[:_LONGEST_TEXT])


def _safe_text(text: str) -> str:
    return legible(neutral(text))


def _neutralised(table: pd.DataFrame) -> pd.DataFrame:
    safe = table.rename(columns=lambda name: _safe_text(str(name)))
    for column in safe.select_dtypes(exclude="number"):
        cells = [_safe_text(value) if isinstance(value, str) else value for value in safe[column]]
        safe[column] = _kept(cells, safe[column])
    return safe


def _kept(cells: Sequence[object], column: "pd.Series[Any]") -> "pd.Series[Any]":
    """The cells in the place of the column's, each of its own kind: a whole number beside a fraction stays whole."""
    return pd.Series(cells, column.index, dtype=object)
