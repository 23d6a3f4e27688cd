"""How a spreadsheet program shows a number so that it reads as it was written on the page."""

import re
from math import isnan, nan
from numbers import Real

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


def _cell(value: object, text: str, language: Language) -> object:
    found = _PERCENTAGE_LAST.search(text)
    number = float(value) if isinstance(value, Real) else nan
    if not found or isnan(number):
        return value
    pattern, (said, decimals) = pattern_of(found[0], language), language.difference("0", found[0])
    if float(rounded(number * 100, decimals)) == said:
        return Patterned(number, pattern)
    # Some columns hold hundredths already, which a pattern in per cent would show a hundred times too large.
    return Patterned(number, pattern.replace("%", '"%"')) if float(rounded(number, decimals)) == said else value
