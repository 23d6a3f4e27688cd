"""The cells of one column read together as periods: what a lone cell leaves open, its neighbours decide."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from pipelines.grid import CellValue
from pipelines.periods import PeriodPart, as_day, is_last, read_period, year_and_number

_MONTHS = 12
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


def first_month(months: Sequence[int]) -> int | None:
    """Return the month a fiscal year begins with, as a column lists them: all twelve in order, and not from January."""
    follows = all((later - earlier) % _MONTHS == 1 for earlier, later in itertools.pairwise(months))
    return months[0] if len(months) == _MONTHS and follows and months[0] != 1 else None
