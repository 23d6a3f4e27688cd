"""Opening and capacity of a place, month by month, matched with the counts they belong to."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from answers.compare import NOTHING, Coverage, Months
from answers.data import Data
from answers.monthly import monthly
from answers.panel import MONTHS_OF_A_YEAR, Numbers, Panel, every, some
from kpis.growth.capacity import month_capacity


@dataclass(frozen=True)
class Room:
    """Twelve months of visits and capacity of the actors that report both; closed months have capacity 0."""

    visits: Months
    capacity: Months
    coverage: Coverage
    reporters: tuple[str, ...] = ()


@dataclass(frozen=True)
class OpenYear:
    """Twelve months of opening: open where anybody is, closed where all of those who tell are, else unknown.

    The days and hours are sums where all are known; `reporters` are those who have told anything.
    """

    flags: tuple[bool | None, ...]
    days: Months
    hours: Months
    coverage: Coverage
    reporters: tuple[str, ...] = ()


def months_of(year: int) -> list[str]:
    """Return the twelve months of a year as periods."""
    return [f"{year}-{month:02d}" for month in range(1, MONTHS_OF_A_YEAR + 1)]


def by_month(data: Data, column: str, actors: Sequence[str], year: int) -> pd.DataFrame:
    """Return one column of the opening dataset as actor × month of the year; NaN where unknown."""
    return monthly(data, "opening", column).reindex(index=list(actors), columns=months_of(year))


def room_of(data: Data, panel: Panel, year: int) -> Room:
    """Return visits beside capacity, over the actors that report both in every month of the year."""
    counts = panel.year(year).reporting()
    capacity = _capacity(data, counts.reporters, year)
    both = every(counts.known & ~np.isnan(capacity), 1)
    months: tuple[Months, Months] = (
        tuple(float(value) for value in counts.counts[both].sum(axis=0)),
        tuple(float(value) for value in capacity[both].sum(axis=0)),
    )
    visits, rooms = months if both.any() else (counts.totals(), NOTHING)
    reporters = tuple(name for name, has_both in zip(counts.reporters, both, strict=True) if has_both)
    return Room(visits, rooms, Coverage(len(reporters), len(counts.reporters)), reporters)


def room_a_year_earlier(data: Data, panel: Panel, room: Room, year: int) -> Room | None:
    """Return the year before of the very actors in the room; None unless each has told both years and was open in them.

    Who was closed for a whole year has nothing in it to compare.
    """
    same = panel.of(room.reporters)
    open_in = [some(one.known & ~one.closed, 1) for one in (same.year(year - 1), same.year(year))]
    before = room_of(data, same, year - 1)
    is_alike = bool(room.reporters) and before.reporters == room.reporters and all(each.all() for each in open_in)
    return before if is_alike else None


def open_days(data: Data, actors: Sequence[str], year: int) -> Numbers:
    """Return the opening days as actor × month of the year: 0 in a closed month, NaN where nobody has told."""
    return _none_while_closed(data, "open_days", actors, year)


def _capacity(data: Data, actors: Sequence[str], year: int) -> Numbers:
    days = open_days(data, actors, year)
    daily = by_month(data, "daily_capacity", actors, year).to_numpy(float)
    daily = np.where(np.isnan(daily) & (days == 0), 0.0, daily)
    capacity = [
        [month_capacity(_or_none(d), _or_none(c)) for d, c in zip(*rows, strict=True)]
        for rows in zip(days, daily, strict=True)
    ]
    return np.array(capacity, float).reshape(len(actors), MONTHS_OF_A_YEAR)


def _none_while_closed(data: Data, column: str, actors: Sequence[str], year: int) -> Numbers:
    """The days or hours of each actor and month; a blank beside a closed month is 0."""
    amounts = by_month(data, column, actors, year).to_numpy(float)
    flags = by_month(data, "open_flag", actors, year).to_numpy(float)
    return np.where(np.isnan(amounts) & (flags == 0), 0.0, amounts)


def hours_by_month(data: Data, actors: Sequence[str], year: int) -> pd.DataFrame:
    """Return the opening hours as actor × month, of the actors that tell them for the whole year; closed is 0."""
    hours = pd.DataFrame(
        _none_while_closed(data, "opening_hours", actors, year), index=list(actors), columns=months_of(year)
    )
    return hours.dropna()


def open_year_of(data: Data, actors: Sequence[str], year: int) -> OpenYear:
    """Return the opening of a place in a year, over those of the actors who have told anything of it."""
    flags = by_month(data, "open_flag", actors, year).to_numpy(float)
    told = [actor for actor, months in zip(actors, flags, strict=True) if not np.isnan(months).all()]
    known = by_month(data, "open_flag", told, year).to_numpy(float)
    is_open, is_closed = (known == 1).any(axis=0), (known == 0).all(axis=0) & bool(told)
    return OpenYear(
        tuple(True if opened else False if shut else None for opened, shut in zip(is_open, is_closed, strict=True)),
        _summed(open_days(data, told, year)),
        _summed(_none_while_closed(data, "opening_hours", told, year)),
        Coverage(len(told), len(actors)),
        tuple(told),
    )


def _summed(amounts: Numbers) -> Months:
    return tuple(_or_none(value) for value in amounts.sum(axis=0)) if len(amounts) else NOTHING


def _or_none(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
