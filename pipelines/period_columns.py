"""The cells of one column read together as periods: what a lone cell leaves open, its neighbours decide."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from locales import plain_name
from pipelines.grid import CellValue
from pipelines.layout import HeaderColumn
from pipelines.periods import PeriodPart, as_day, is_last, read_month, read_period, year_and_number
from pipelines.words import is_computed, is_total, words

_MONTHS = 12
_HALF = 0.5
_PADDED_MONTH = re.compile(r"0[1-9]")
_WHOLE_YEAR = "1"
_STATBANK_SUMS = frozenset({_WHOLE_YEAR, "2", "3"})
# A year with its quarter as a decimal; .25 and .75 can be nothing else.
_YEAR_DECIMAL = re.compile(r"(?P<year>(?:19|20)\d{2})(?:[.,](?P<part>0|25|50?|75))?")
_QUARTER_DECIMAL = re.compile(r"(?:19|20)\d{2}[.,](?:25|75)")
_QUARTERS = {"0": 1, "25": 2, "5": 3, "50": 3, "75": 4}


def read_periods(values: Sequence[CellValue]) -> list[PeriodPart | None]:
    """Return what the cells of one column say of periods.

    Read together, because 1999.25 is a quarter only among such numbers, a day stands for its month only where all days
    are firsts (or all are lasts) of a month, and "2011/12" is a fiscal year only where no slash is followed by another
    number than the next year.
    """
    if quarters := _decimal_quarters(values):
        return quarters
    days = [day for value in values if (day := as_day(value))]
    whole = all(day.day == 1 for day in days) or all(is_last(day) for day in days)
    numbered = [said for value in values if isinstance(value, str) and (said := year_and_number(value))]
    months = any(said.mark == "/" and not said.is_fiscal for said in numbered)
    return [_read_beside(value, whole=whole, months=months) for value in values]


def _decimal_quarters(values: Sequence[CellValue]) -> list[PeriodPart | None] | None:
    """Return the quarters of a column of years with the quarters as their decimals: 1999, 1999.25, 1999.5, 1999.75."""
    texts = [str(value).strip() for value in values]
    if not any(map(_QUARTER_DECIMAL.fullmatch, texts)):
        return None
    found = [_YEAR_DECIMAL.fullmatch(text) for text in texts]
    return [one and PeriodPart(int(one["year"]), quarter=_QUARTERS[one["part"] or "0"]) for one in found]


def _read_beside(value: CellValue, *, whole: bool, months: bool) -> PeriodPart | None:
    if not whole and as_day(value):
        return None
    part = read_period(value)
    if months and part and part.ends:
        return replace(part, ends=None, month=part.ends % 100) if part.ends % 100 <= _MONTHS else None
    return part


def says_years(values: Sequence[CellValue]) -> bool:
    """True for cells that are all calendar years."""
    parts = [read_period(value) for value in values]
    return bool(values) and all(part is not None and part.is_year for part in parts)


def says_months(values: Sequence[CellValue]) -> bool:
    """True for cells that are all parts of a year said elsewhere: months, quarters, or the whole of it."""
    return bool(values) and all(_is_part_of_year(value) for value in values)


def goes_on_below(column: HeaderColumn, values: Sequence[CellValue]) -> bool:
    """True where a month stands over the names of months, or a quarter over quarters: a row of the table, no header."""
    part = read_month(column.parts[-1].meaning.text) if column.parts else None
    if part is None or not (part.month or part.quarter):
        return False
    below = [read_month(value) for value in values if isinstance(value, str) and not value.strip().isdecimal()]
    same = [
        one for one in below if one and bool(one.month) == bool(part.month) and bool(one.quarter) == bool(part.quarter)
    ]
    return bool(same) and len(same) >= _HALF * len(values)


def _is_part_of_year(value: CellValue) -> bool:
    part = read_month(value)
    if part is not None:
        return part.year is None
    return isinstance(value, str) and (plain_name(value) in words().whole_year or is_computed(value))


def read_parts_of_years(values: Sequence[CellValue]) -> list[PeriodPart | None]:
    """Return what cells say of periods whose year stands elsewhere: a bare 1 to 12 is a month, "Hele året" the year.

    In the codes of StatBank "01" is January, and "1" the whole year, "2" the year to date, "3" the last twelve months.
    """
    coded = any(isinstance(value, str) and _PADDED_MONTH.fullmatch(value.strip()) for value in values)
    return [
        _statbank_sum(value) if coded and value in _STATBANK_SUMS else part or read_month(value) or _whole_year(value)
        for value, part in zip(values, read_periods(values), strict=True)
    ]


def _statbank_sum(value: CellValue) -> PeriodPart | None:
    return PeriodPart() if value == _WHOLE_YEAR else None


def _whole_year(value: CellValue) -> PeriodPart | None:
    return PeriodPart() if isinstance(value, str) and is_total(value) else None


def first_month(months: Sequence[int]) -> int | None:
    """Return the month a fiscal year begins with, as a column lists them: all twelve in order, and not from January."""
    follows = all((later - earlier) % _MONTHS == 1 for earlier, later in itertools.pairwise(months))
    return months[0] if len(months) == _MONTHS and follows and months[0] != 1 else None
