"""How a spreadsheet program shows a number so that it reads as it was written on the page."""

import re
from math import isnan, nan
from numbers import Real
from typing import Any

import pandas as pd

from answers.downloads import Patterned
from locales import Language
from locales.rounding import rounded

IN_WORDS = "General"
_NUMBER = re.compile(r"(?P<sign>[+\-−]?)(?P<digits>\d(?:[\d.,\u00a0\u202f]*\d)?)(?P<percent>\s*%)?")
_PERCENTAGE_LAST = re.compile(r"(?<![\d.,])[+\-−]?\d(?:[\d.,\u00a0\u202f]*\d)?\s*%$")


def pattern_of(text: str, language: Language) -> str:
    """Return the pattern that writes a number as this text does: its decimals, its sign, per cent or not."""
    found = _NUMBER.fullmatch(text.strip())
    if not found:
        return IN_WORDS
    decimals = _decimals(found["digits"], language)
    pattern = "#,##0" + ("." + "0" * decimals if decimals else "") + ("%" if found["percent"] else "")
    return f"+{pattern};-{pattern};{pattern}" if found["sign"] == "+" else pattern


def patterned(number: float, text: str, language: Language) -> Patterned:
    """Return the number with the pattern that shows it as this text does: what is written as zero has no minus."""
    pattern = pattern_of(text, language)
    found = _NUMBER.fullmatch(text.strip())
    is_zero = number < 0 and found is not None and not found["sign"]
    return Patterned(number, f"{pattern};{pattern}" if is_zero else pattern)


def _decimals(digits: str, language: Language) -> int:
    mark = str(language.locale.number_symbols["latn"]["decimal"])
    return len(digits.rpartition(mark)[2]) if mark in digits else 0


def with_percentages(table: pd.DataFrame, written: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Return the table with each number that `written` shows in per cent as a cell in per cent; none of them changes.

    `written` has the same rows; its columns are those of the same name.
    """
    shown = table.copy()
    for name in table.columns.intersection(written.columns):
        pairs = zip(table[name], written[name].astype(str), strict=True)
        cells = [_cell(value, text, language) for value, text in pairs]
        if any(isinstance(cell, Patterned) for cell in cells):
            shown[name] = pd.Series(cells, table.index, dtype=object)
    return shown


def with_units(table: pd.DataFrame, written: pd.DataFrame, language: Language) -> pd.DataFrame:
    """Return the table where the heading of a column that `written` shows in per cent says that its 1 is 100 %."""
    cells = with_percentages(table, written, language)
    in_per_cent = [name for name in cells if _is_in_per_cent(cells[name])]
    return table.rename(columns={name: language.text("{column} (1 = 100%)", column=name) for name in in_per_cent})


def _is_in_per_cent(cells: "pd.Series[Any]") -> bool:
    told = [cell for cell in cells if isinstance(cell, Patterned) or not pd.isna(cell)]
    return bool(told) and all(isinstance(cell, Patterned) for cell in told)


def _cell(value: object, text: str, language: Language) -> object:
    found = _PERCENTAGE_LAST.search(text)
    number = float(value) if isinstance(value, Real) else nan
    if not found or isnan(number):
        return value
    said, decimals = language.difference("0", found[0])
    return patterned(number, found[0], language) if float(rounded(number * 100, decimals)) == said else value
