"""The months of the sample: which are written, how they are spelled, and when Easter falls in them."""

from collections.abc import Iterator
from datetime import date, timedelta

import pandas as pd
from dateutil.easter import easter

YEARS_WRITTEN = 5
HIGH_MONTHS = frozenset({6, 7, 8})
SHOULDER_MONTHS = frozenset({4, 5, 9, 10})
EASTER_SPAN = range(-8, 2)


def month_of(text: str) -> pd.Period:
    """Return the month written as 2025-07; ValueError for anything else."""
    if len(text) != len("2025-07"):
        raise ValueError(f"not a month such as 2025-07: {text}")
    return pd.Period(text, freq="M")


def last_complete_month(today: date) -> str:
    """Return the month before today's, such as 2025-12."""
    return str(pd.Period(today, freq="M") - 1)


def written_months(first: str, until: str) -> list[pd.Period]:
    """Return the months of the five calendar years that end with `until`'s, none before `first` or after `until`.

    Raises ValueError where `until` is no month, or lies before `first`.
    """
    last = month_of(until)
    if last < month_of(first):
        raise ValueError(f"the sample begins in {first}, after {until}")
    start = max(month_of(first), pd.Period(year=last.year - YEARS_WRITTEN + 1, month=1, freq="M"))
    return list(pd.period_range(start, last, freq="M"))


def complete_years(months: list[pd.Period]) -> list[int]:
    """Return the years of which December is among the months."""
    return [month.year for month in months if month.month == 12]


def is_high(month: pd.Period) -> bool:
    """True in June, July and August."""
    return month.month in HIGH_MONTHS


def easter_part(month: pd.Period) -> float:
    """Return the part of the ten days around Easter Sunday, Saturday before Palm Sunday to Monday, in this month."""
    sunday = easter(month.year)
    days = [sunday + timedelta(days=offset) for offset in EASTER_SPAN]
    return sum(day.month == month.month for day in days) / len(days)


def days_of(month: pd.Period) -> Iterator[date]:
    """Yield every day of the month."""
    return (date(month.year, month.month, day) for day in range(1, month.days_in_month + 1))


def year_of_months(year: int) -> list[pd.Period]:
    """Return the twelve months of the year."""
    return list(pd.period_range(f"{year}-01", f"{year}-12", freq="M"))
