"""The season of a house that is not open all year."""

from collections.abc import Sequence

from kpis.declare import kpi
from kpis.known import MONTHS_OF_A_YEAR, full_year, missing_positions, months_in
from kpis.result import Result, Undefined, Value
from kpis.season.concentration import gini, normalised_gini

Months = Sequence[float | None]
Flags = Sequence[bool | None]
OPEN_MONTHS_NEEDED = 3


def with_closed_months(visits_by_month: Months, open_flags: Flags) -> tuple[float | None, ...]:
    """The visits with a true 0 where the house was closed and nothing was reported; other blanks stay missing."""
    return tuple(
        0.0 if visits is None and is_open is False else visits
        for visits, is_open in zip(visits_by_month, open_flags, strict=True)
    )


def _open_numbers(open_flags: Flags) -> list[int] | Undefined:
    """The numbers of the open months of a year, at least three; a blank flag is unknown, not closed."""
    if len(open_flags) < MONTHS_OF_A_YEAR:
        return Undefined("incomplete_year", {"known": len(open_flags) - open_flags.count(None)})
    unknown = tuple(month for month, is_open in enumerate(open_flags, 1) if is_open is None)
    if unknown:
        return Undefined("opening_unknown", {"missing_months": unknown})
    return [month for month, is_open in enumerate(open_flags, 1) if is_open]


def _concentration(visits: Months, open_months: Sequence[int], days: Sequence[float] | None = None) -> Result:
    """Normalised Gini over the open months, of the visits or of the visits per open day."""
    if len(open_months) < OPEN_MONTHS_NEEDED:
        return Undefined("too_few_open_months", {"known": len(open_months), "minimum": OPEN_MONTHS_NEEDED})
    values = months_in(visits, open_months)
    if isinstance(values, Undefined):
        return values
    if sum(values) == 0:
        return Undefined("total_zero")
    if days is not None:
        values = [value / days[month - 1] for value, month in zip(values, open_months, strict=True)]
    return Value(
        normalised_gini(values), n=len(values), detail={"gini": gini(values), "open_months": tuple(open_months)}
    )


@kpi(
    id="gini_season_open",
    number=26,
    theme="season",
    name="Concentration among open months",
    unit="index",
    direction="lower",
    tier="supporting",
    question="How even is the season in the months when we are open?",
    reading="0 is the same number of visits in every open month, 1 is all of them in one. Compare it with the "
    "figure for all 12 months.",
    minimum_data="12 months with open or closed, at least 3 of them open",
    source="LUN27, DT32",
    cases=("season.open_months_only",),
)
def gini_season_open(visits_by_month: Months, open_flags: Flags) -> Result:
    """Normalised Gini over the open months alone, n being their number.

    It answers how even the year is while the house is open; the figure with 12 months answers how far the house is a
    place for the whole year. A house closed in winter needs both: 0.395 and 0.670 in the worked example.
    A month without an opening flag is unknown, not closed.
    """
    open_months_of_year = _open_numbers(open_flags)
    if isinstance(open_months_of_year, Undefined):
        return open_months_of_year
    return _concentration(visits_by_month, open_months_of_year)


@kpi(
    id="open_months",
    number=39,
    theme="season",
    name="Open months and opening days",
    unit="months",
    direction="context",
    tier="core",
    question="How much of the year are we open?",
    reading="The number of months in which the house was open, with opening days and hours beside it.",
    minimum_data="12 months with open or closed",
    source="DST16",
    cases=("season.open_months_only",),
)
def open_months(open_flags: Flags, open_days: Months | None = None, opening_hours: Months | None = None) -> Result:
    """The number of open months in a year; the sums of opening days and hours stand beside it where all are known.

    A blank is unknown, not closed. Statistics Denmark asks for the opening hours of the year: use the same number.
    """
    numbers = _open_numbers(open_flags)
    if isinstance(numbers, Undefined):
        return numbers
    sums = {}
    for name, values in (("days", open_days), ("hours", opening_hours)):
        months = full_year(values) if values is not None else None
        sums[name] = sum(months) if isinstance(months, list) else None
    return Value(len(numbers), n=len(open_flags), detail={"open_months": numbers, **sums})


@kpi(
    id="gini_season_per_day",
    number=40,
    theme="season",
    name="Concentration per open day",
    unit="index",
    direction="lower",
    tier="supporting",
    question="Are our open days equally busy over the year?",
    reading="0 means that an open day is as busy in winter as in summer. A low figure beside a high concentration "
    "of the months means that the opening days make the season.",
    minimum_data="Visits and opening days of 12 months, at least 3 of them open",
    source="LUN27, DT32",
    cases=("season.per_day",),
)
def gini_season_per_day(visits_by_month: Months, open_days: Months) -> Result:
    """Normalised Gini of visits per open day, over the months with open days.

    A weekend in winter can be as busy as a weekday in summer: in the worked example 0.519 becomes 0.312.
    Given the days of the calendar instead, it shows how little the length of the months matters.
    """
    days = full_year(open_days)
    if isinstance(days, Undefined):
        unknown = missing_positions(open_days)
        return Undefined("opening_unknown", {"missing_months": unknown}) if unknown else days
    return _concentration(visits_by_month, [month for month, count in enumerate(days, 1) if count > 0], days)
