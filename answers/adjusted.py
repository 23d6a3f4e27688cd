"""The same growth compared in several ways: as reported, like for like, without the leap day, on equal opening days.

The raw figure always stands beside the adjusted ones, so that nobody has to believe an adjustment.
"""

import calendar
from dataclasses import dataclass
from typing import Literal

import numpy as np

from answers.compare import Coverage, TwoYears
from answers.data import Data
from answers.opening import open_days
from answers.panel import Panel, every
from kpis.growth.visits import visits_yoy
from kpis.result import Result, Undefined

How = Literal["raw", "like_for_like", "leap_day", "opening_days"]
FEBRUARY, LEAP_DAYS, DAYS = 2, 29, 28
_NO_SHARED_MONTH = Undefined("no_shared_month")


@dataclass(frozen=True)
class Compared:
    """The growth compared in one way, and what it rests on; None where that is everything that is reported."""

    how: How
    result: Result
    coverage: Coverage | None = None


def comparisons(data: Data, panel: Panel, compared: TwoYears) -> tuple[Compared, ...]:
    """Return the growth of a year in every way there is figures for, as reported first.

    `compared` is the year and the one before like for like; the adjusted figures are over its months. The leap day is
    told only where it lies in one of the two Februaries compared, opening days only of visits.
    """
    ways = [
        Compared("raw", raw_growth(panel, compared.year)),
        Compared("like_for_like", _alike(compared), compared.coverage),
    ]
    if FEBRUARY in compared.months and calendar.isleap(compared.year - 1) != calendar.isleap(compared.year):
        ways.append(Compared("leap_day", without_leap_day(compared), compared.coverage))
    if panel.measure == "visits" and compared.months:
        ways.append(on_equal_days(data, panel, compared))
    return tuple(ways)


def raw_growth(panel: Panel, year: int) -> Result:
    """Return the growth of all that is reported, whoever that is: never of some months beside a whole year."""
    before, after = (panel.year(one).sums_of_known() for one in (year - 1, year))
    if _months_known(after) < _months_known(before):
        return Undefined("incomplete_year", {"known": len(_months_known(after))})
    if _months_known(before) < _months_known(after):
        return Undefined("incomplete_year", {"known": len(_months_known(before))}).of("previous")
    return visits_yoy(_sum(before), _sum(after)) if _months_known(before) == _months_known(after) else _NO_SHARED_MONTH


def _months_known(counts: tuple[float | None, ...]) -> frozenset[int]:
    return frozenset(month for month, count in enumerate(counts, 1) if count is not None)


def _sum(counts: tuple[float | None, ...]) -> float | None:
    known = [count for count in counts if count is not None]
    return float(sum(known)) if known else None


def _alike(compared: TwoYears) -> Result:
    return visits_yoy(*compared.totals) if compared.months else _NO_SHARED_MONTH


def without_leap_day(compared: TwoYears) -> Result:
    """Return the growth like for like, with a February of 29 days counted as 28."""
    totals = []
    for year, counts in ((compared.year - 1, compared.previous), (compared.year, compared.current)):
        february = counts[FEBRUARY - 1] or 0.0
        extra = february * (1 - DAYS / LEAP_DAYS) if calendar.isleap(year) else 0.0
        totals.append((_sum(counts) or 0.0) - extra)
    return visits_yoy(*totals)


def on_equal_days(data: Data, panel: Panel, compared: TwoYears) -> Compared:
    """Return the growth had every actor been open as many days in each month as the year before.

    It is over the actors compared whose opening days are known in both years, and over the months in which each was
    open in both: a month that is new in the calendar has nothing to be compared with.
    """
    columns = [month - 1 for month in compared.months]
    years = compared.year - 1, compared.year
    days = [open_days(data, compared.reporters, year)[:, columns] for year in years]
    told = every(~np.isnan(days[0]) & ~np.isnan(days[1]), 1)
    coverage = Coverage(int(told.sum()), compared.coverage.of_reporters, len(columns))
    if not told.any():
        return Compared("opening_days", Undefined("opening_unknown", {"missing_months": compared.months}), coverage)
    names = [name for name, is_told in zip(compared.reporters, told, strict=True) if is_told]
    before, after = (panel.of(names).year(year).counts[:, columns] for year in years)
    open_before, open_after = days[0][told], days[1][told]
    both = (open_before > 0) & (open_after > 0)
    if not both.any():
        return Compared("opening_days", Undefined("closed"), coverage)
    equal = after[both] * open_before[both] / open_after[both]
    return Compared("opening_days", visits_yoy(float(before[both].sum()), float(equal.sum())), coverage)
