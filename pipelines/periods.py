"""Months, quarters, half-years, years and fiscal years as people write them, whole or in parts.

A part is what one cell says; a year over a month, or a year in a sheet's name, completes it.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from locales import plain_name
from pipelines.grid import CellValue
from pipelines.words import collapse, without_footnote, words

FIRST_YEAR, LAST_YEAR = 1900, 2099
_PIVOT = 69

_YEAR = r"(?P<year>(?:19|20)\d{2})"
_SEP = r"[\s\-./_,]*"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_YEAR}",
        rf"{_YEAR}\s?[-/.]\s?(?P<month>0?[1-9]|1[0-2])",
        rf"{_YEAR}\s?M\s?(?P<month>0?[1-9]|1[0-2])",
        rf"{_YEAR}(?P<month>0[1-9]|1[0-2])",
        rf"(?P<month>0?[1-9]|1[0-2])\s?[-/.]\s?{_YEAR}",
        rf"{_YEAR}{_SEP}[KQ]\s?(?P<quarter>[1-4])",
        rf"[KQ]\s?(?P<quarter>[1-4]){_SEP}{_YEAR}",
        r"[KQ]\s?(?P<quarter>[1-4])",
        rf"{_YEAR}{_SEP}H\s?(?P<half>[12])",
        rf"H\s?(?P<half>[12]){_SEP}{_YEAR}",
        r"M\s?(?P<month>0?[1-9]|1[0-2])",
    )
)
_FISCAL = re.compile(rf"{_YEAR}\s?(?P<mark>[/-])\s?(?P<end>(?:\d{{2}})?\d{{2}})")
_QUARTER_WORD = re.compile(
    r"(?P<quarter>[1-4])\.?\s?(?P<word>[^\W\d]+)\.?|(?P<word2>[^\W\d]+)\.?\s?(?P<quarter2>[1-4])"
)
_ISO_DAY = re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?")
_DANISH_DAY = re.compile(r"(?P<d>\d{1,2})(?:\.\s?|-|/)(?P<m>\d{1,2})(?:\.\s?|-)(?P<y>\d{4})(?: 00:00(?::00)?)?")
_NAME_YEAR = re.compile(rf"(?P<name>[^\W\d_]+)\.?{_SEP}(?:{_YEAR}|'?(?P<short>\d{{2}}))")
# "01Gennaio": the number of a month glued to its name, so that texts sort.
_NUMBERED_NAME = re.compile(r"(?P<number>0?[1-9]|1[0-2])[-_]?(?P<name>[^\W\d_]+)")
# "2025, periodo Gennaio-Settembre": a year of which only these months are told.
_YEAR_REACH = re.compile(rf"{_YEAR}\b[^\w]*(?:[^\W\d_]+ )?(?P<first>[^\W\d_]+)\s?[-–]\s?(?P<last>[^\W\d_]+)")
_YEAR_NAME = re.compile(rf"{_YEAR}{_SEP}(?P<name>[^\W\d_]+)\.?")


@dataclass(frozen=True)
class PeriodPart:
    """What a text says of a period; `ends` is the last year of a fiscal year.

    `reach` are the first and last month a year tells of, where it does not tell of all. A half-year is never stored.
    """

    year: int | None = None
    month: int | None = None
    quarter: int | None = None
    ends: int | None = None
    reach: tuple[int, int] | None = None
    half: int | None = None

    @property
    def period(self) -> str | None:
        """The stored text: "2025-07", "2025-Q1", "2025" or "2019/20"; None without a year."""
        if self.year is None or self.half or (self.reach and not self.month):
            return None
        if self.month:
            return f"{self.year}-{self.month:02}"
        if self.quarter:
            return f"{self.year}-Q{self.quarter}"
        return f"{self.year}/{self.ends % 100:02}" if self.ends else str(self.year)

    @property
    def is_year(self) -> bool:
        """True for a calendar year alone."""
        return self.year is not None and not (self.month or self.quarter or self.half or self.ends or self.reach)

    def joined(self, other: "PeriodPart | None") -> "PeriodPart | None":
        """Return both parts as one, or None where they contradict each other."""
        if other is None:
            return self
        reach, month = self.reach or other.reach, self.month or other.month
        if reach and month and not reach[0] <= month <= reach[1]:
            return None
        pairs = [(getattr(self, name), getattr(other, name)) for name in ("year", "month", "quarter", "ends", "half")]
        if any(a is not None and b is not None and a != b for a, b in pairs):
            return None
        year, month, quarter, ends, half = (a if a is not None else b for a, b in pairs)
        is_two = sum(map(bool, (month, quarter, ends, half))) > 1
        return None if is_two else PeriodPart(year, month, quarter, ends, reach, half)

    def covers(self, month: "PeriodPart") -> bool:
        """True for a quarter and one of its months, where no years contradict."""
        if not self.quarter or not month.month or (month.month - 1) // 3 + 1 != self.quarter:
            return False
        return self.year is None or month.year is None or self.year == month.year

    def month_of_fiscal(self, month: int, first: int) -> "PeriodPart | None":
        """Return a month of this fiscal year, which begins with the month `first`; None where it is none."""
        if self.year is None or not self.ends or self.month or self.quarter:
            return None
        return PeriodPart(self.year if month >= first else self.year + 1, month)


def read_period(value: CellValue) -> PeriodPart | None:
    """Return what one cell says of a period, or None. A date is its month where it is the first or last day of one."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, date):
        return _month_of_day(value)
    if isinstance(value, int | float):
        return _read_text(str(int(value))) if value == value // 1 and 1000 < value < 10**6 else None
    return _read_text(value) if isinstance(value, str) and len(value) <= 40 else None


def read_month(value: CellValue) -> PeriodPart | None:
    """Return what a cell says where a bare 1 to 12 means a month, because the year stands elsewhere."""
    number = value.strip() if isinstance(value, str) else value
    if isinstance(number, str) and number.isdecimal() and len(number) <= 2:
        number = int(number)
    if isinstance(number, int | float) and not isinstance(number, bool) and number in range(1, 13):
        return PeriodPart(month=int(number))
    return read_period(value)


def as_day(value: CellValue) -> date | None:
    """Return the day a cell names: a date, or text such as 2025-07-31, 31-07-2025 or 31.07.2025; else None."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        return _day_of_text(value)
    return None


@lru_cache(maxsize=50_000)
def _day_of_text(text: str) -> date | None:
    said = text.strip()
    found = _ISO_DAY.fullmatch(said) or _DANISH_DAY.fullmatch(said)
    if not found:
        return None
    try:
        return date(int(found["y"]), int(found["m"]), int(found["d"]))
    except ValueError:
        return None


def is_last(day: date) -> bool:
    """True for the last day of a month."""
    return day.day >= 28 and ((day.month == 12 and day.day == 31) or (day.month != 12 and _next_is_new_month(day)))


def _next_is_new_month(day: date) -> bool:
    return date.fromordinal(day.toordinal() + 1).month != day.month


def _month_of_day(value: date) -> PeriodPart | None:
    day = value.date() if isinstance(value, datetime) else value
    in_reach = FIRST_YEAR <= day.year <= LAST_YEAR
    return PeriodPart(day.year, day.month) if in_reach and (day.day == 1 or is_last(day)) else None


@lru_cache(maxsize=50_000)
def _read_text(text: str) -> PeriodPart | None:
    said = without_footnote(collapse(text))
    if not said:
        return None
    day = _day_of_text(said)
    if day:
        return _month_of_day(day)
    fiscal = _FISCAL.fullmatch(said)
    if fiscal and _is_fiscal(fiscal) and not (fiscal["mark"] == "-" and int(fiscal["end"]) in range(1, 13)):
        return PeriodPart(int(fiscal["year"]), ends=int(fiscal["year"]) + 1)
    for pattern in _PATTERNS:
        if found := pattern.fullmatch(said):
            said_of = {name: int(number) for name, number in found.groupdict().items()}
            year, month, quarter, half = map(said_of.get, ("year", "month", "quarter", "half"))
            return PeriodPart(year, month, quarter, half=half)
    return _read_words(said)


class YearAndNumber(NamedTuple):
    """A year and a number behind a mark, such as "2019/20"; a fiscal year where the number is the next year."""

    mark: str
    is_fiscal: bool


def year_and_number(text: str) -> YearAndNumber | None:
    """Return what stands between the year and the number of a text such as "2019/20"; None for any other."""
    found = _FISCAL.fullmatch(collapse(text))
    return YearAndNumber(found["mark"], _is_fiscal(found)) if found else None


def _is_fiscal(found: re.Match[str]) -> bool:
    start, end = int(found["year"]), int(found["end"])
    return end == start + 1 if len(found["end"]) == 4 else end == (start + 1) % 100


def _read_words(said: str) -> PeriodPart | None:
    month = words().months.get(plain_name(said))
    if month:
        return PeriodPart(month=month)
    numbered = _NUMBERED_NAME.fullmatch(said)
    if numbered and words().months.get(plain_name(numbered["name"])) == int(numbered["number"]):
        return PeriodPart(month=int(numbered["number"]))
    if reach := _read_reach(said):
        return reach
    head, _, year = said.rpartition(" ")
    if plain_name(head) in words().year_headers:
        return PeriodPart(int(year)) if re.fullmatch(_YEAR, year) else None
    for pattern in (_NAME_YEAR, _YEAR_NAME):
        found = pattern.fullmatch(said)
        month = words().months.get(plain_name(found["name"])) if found else None
        if found and month:
            return PeriodPart(_full_year(found), month)
    return _read_quarter(said)


def _read_reach(said: str) -> PeriodPart | None:
    found = _YEAR_REACH.fullmatch(said)
    if not found:
        return None
    first, last = (words().months.get(plain_name(found[name])) for name in ("first", "last"))
    return PeriodPart(int(found["year"]), reach=(first, last)) if first and last and first < last else None


def _full_year(found: re.Match[str]) -> int:
    if found["year"]:
        return int(found["year"])
    short = int(found["short"])
    return short + (1900 if short >= _PIVOT else 2000)


def _read_quarter(said: str) -> PeriodPart | None:
    """Read "1. kvartal 2025", "2025 1. kvt." and the like, with or without the year; so "1. halvår 2025"."""
    year = re.search(rf"(?<!\d){_YEAR}(?!\d)", said)
    rest = said.replace(year["year"], " ", 1).strip(" -/,.") if year else said
    found = _QUARTER_WORD.fullmatch(rest)
    if not found:
        return None
    word, number = plain_name(found["word"] or found["word2"]), int(found["quarter"] or found["quarter2"])
    of_year = int(year["year"]) if year else None
    if word in words().half_years:
        return PeriodPart(of_year, half=number) if number in (1, 2) else None
    return PeriodPart(of_year, quarter=number) if word in words().quarters else None
