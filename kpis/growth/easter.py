"""Easter moves between March and April, so the two months are judged together."""

from collections.abc import Sequence
from datetime import date

from dateutil import easter

from kpis.declare import kpi
from kpis.growth.visits import growth_rate, visits_yoy
from kpis.known import missing_positions
from kpis.ratios import number_or_none
from kpis.result import Result, Undefined, Value

MARCH, APRIL = 3, 4
Pair = tuple[float | None, float | None]


def easter_sunday(year: int) -> date:
    """The date of Easter Sunday in the western churches."""
    return easter.easter(year)


def easter_moved(previous: int, current: int) -> bool:
    """Whether Easter Sunday fell in March in one of the two years and in April in the other."""
    return easter_sunday(previous).month != easter_sunday(current).month


def spring_shifted(previous: Sequence[float | None], current: Sequence[float | None]) -> bool:
    """Whether March and April moved against each other between two years of twelve months, as Easter moves them."""
    changes = [(current[month - 1] or 0) - (previous[month - 1] or 0) for month in (MARCH, APRIL)]
    return changes[0] * changes[1] < 0


def even_spring(months: Sequence[float | None]) -> tuple[float | None, ...]:
    """The twelve months of a year with March and April at their mean, as if Easter had lain between them."""
    march, april = months[MARCH - 1], months[APRIL - 1]
    mean = None if march is None or april is None else (march + april) / 2
    return (*months[: MARCH - 1], mean, mean, *months[APRIL:])


def implied_previous(growth: float, absolute_change: float) -> Result:
    """The earlier level behind a published growth (a fraction) and its change in numbers: change / growth."""
    return Value(absolute_change / growth) if growth else Undefined("growth_zero")


@kpi(
    id="visits_yoy_easter",
    number=3,
    theme="growth",
    name="Easter-safe growth (March+April)",
    unit="fraction",
    direction="higher",
    tier="core",
    question="Did the spring grow, whenever Easter was?",
    reading="March and April together against the same two months last year. Each month alone mostly shows where "
    "Easter fell.",
    minimum_data="March and April in two years",
    source="VDK35, CENSUS35",
    cases=("growth.easter_dates", "growth.easter_pair", "real.easter_2017"),
)
def visits_yoy_easter(previous: Pair, current: Pair, *, years: tuple[int, int]) -> Result:
    """Growth of March and April taken together: (March + April) / (March + April of the year before) - 1.

    Marked when Easter Sunday falls in different months in the two years.
    Holy Week can lie across both months even when Easter Sunday does not move. Whitsun, the school holidays and the
    leap day move too and are not corrected for.
    A real case: nights in Denmark fell by 26.2 per cent in March 2017, and that was Easter alone.
    """
    for side, pair in (("previous", previous), ("current", current)):
        missing = tuple(place + MARCH - 1 for place in missing_positions(pair))
        if missing:
            return Undefined("missing_month", {"missing_months": missing}).of(side)
    total_before, total_after = (sum(visits or 0 for visits in pair) for pair in (previous, current))
    growth = visits_yoy(total_before, total_after)
    if isinstance(growth, Undefined):
        return growth
    march, april = (growth_rate(before, after) for before, after in zip(previous, current, strict=True))
    detail = {
        **growth.detail,
        "march": number_or_none(march),
        "april": number_or_none(april),
        "easter_previous": easter_sunday(years[0]),
        "easter_current": easter_sunday(years[1]),
        "easter_moved": easter_moved(*years),
    }
    return Value(growth.value, detail=detail)
