"""When the invented actors are open. A closed month has the flag 0 and no days; it is never left out."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from data.sample.months import SHOULDER_MONTHS, days_of, is_high, month_of
from data.sample.region import Region, VisitPattern

# The days of the week in the order a place opens: Saturday, Sunday, then from Friday back to Monday.
OPENS_FIRST = (5, 6, 4, 3, 2, 1, 0)


def opening_rows(region: Region, months: list[pd.Period]) -> Iterator[dict[str, Any]]:
    """Yield the opening of every actor that counts visits, for each month since it began."""
    for pattern in region.visits.values():
        for month in pattern.actor.active(months):
            days = open_days(region, pattern, month)
            yield {
                "actor_id": pattern.actor.id,
                "period": str(month),
                "open_flag": int(days > 0),
                "open_days": days,
                "opening_hours": days * region.opening[pattern.opening].hours,
                "daily_capacity": pattern.capacity,
            }


def open_days(region: Region, pattern: VisitPattern, month: pd.Period) -> int:
    """Return the days the actor was open in the month, 0 where it was closed."""
    if pattern.actor.sector in region.covid["closed_sectors"] and month <= month_of(region.covid["closed_until"]):
        return 0
    week = region.opening[pattern.opening]
    days = week.high if is_high(month) else week.shoulder if month.month in SHOULDER_MONTHS else week.low
    return sum(day.weekday() in OPENS_FIRST[:days] for day in days_of(month))
