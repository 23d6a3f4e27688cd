"""How many visits, and how many more than before."""

from collections.abc import Sequence

from kpis.declare import kpi
from kpis.known import known, known_months, missing_positions, months_in, not_negative
from kpis.ratios import percent
from kpis.result import Result, Undefined, Value

SMALL_BASE = 30
MARCH_AND_APRIL = {3, 4}


def growth_rate(previous: float | None, current: float | None) -> Result:
    """Current over previous minus 1, as a fraction; `detail` holds the absolute change. For any measure of any size."""
    before = not_negative(previous, Undefined("previous_missing"))
    after = not_negative(current, Undefined("current_missing"))
    if isinstance(before, Undefined):
        return before
    if isinstance(after, Undefined):
        return after
    change = after - before
    if before == 0:
        return Undefined("previous_zero", {"absolute_change": change})
    return Value(after / before - 1, detail={"absolute_change": change})


def change_in_points(previous: float | None, current: float | None) -> Result:
    """The difference between two shares or growth rates, both fractions, in percentage points."""
    before = known(previous, Undefined("previous_missing"))
    after = known(current, Undefined("current_missing"))
    if isinstance(before, Undefined):
        return before
    return after if isinstance(after, Undefined) else Value(percent(after - before))


@kpi(
    id="visits_total",
    number=1,
    theme="growth",
    name="Visits",
    unit="visits",
    direction="context",
    tier="core",
    question="How many visits did we have?",
    reading="The number of visits in the months that are reported. When months are missing, the number is marked as "
    "incomplete and must not be compared with a whole year.",
    minimum_data="1 month",
    source="DST16, DCMS15",
    cases=("real.dk_museum_visits",),
)
def visits_total(visits_by_month: Sequence[float | None]) -> Result:
    """The sum of the known months; with a month missing it is marked as incomplete, never filled up.

    One definition of visit is used throughout: a visit to the exhibition. Staff, craftsmen, suppliers, hire of rooms
    and online visits are not counted; tours, shop and events are visit types of their own.
    A blank month gives "incomplete (11 of 12)".
    Watch out for one ticket counted at several sites, for counters against tickets, and for museums that report
    several sites as one.
    """
    expected = len(visits_by_month)
    missing = missing_positions(visits_by_month)
    reported = [month for month in range(1, expected + 1) if month not in missing]
    months = months_in(visits_by_month, reported) if reported else known_months(visits_by_month)
    if isinstance(months, Undefined):
        return months
    detail = {"expected": expected, "complete": not missing, "missing_months": missing}
    return Value(sum(months), n=expected - len(missing), detail=detail)


@kpi(
    id="visits_yoy",
    number=2,
    theme="growth",
    name="Year-on-year growth",
    unit="fraction",
    direction="higher",
    tier="core",
    question="Did more people come than in the same months last year?",
    reading="Above 0 there are more visits than in the same months of the year before. Read it together with the "
    "season: growth in July is not the same as growth in November.",
    minimum_data="The same months in two consecutive years, with at least 30 visits in the first",
    source="ETIS01 B.1.1-B.1.2, VDK35",
    cases=("growth.yoy", "growth.yoy_prev_zero", "growth.ytd", "real.dk_museum_visits"),
)
def visits_yoy(previous: float | None, current: float | None, *, small_base: float = SMALL_BASE) -> Result:
    """Growth of a total from one year to the next: V(t) / V(t-1) - 1, over the same months in both years.

    With no visits or fewer than 30 in the year before, only the absolute change is given: a per cent of so few says
    nothing. A part of a year is never compared with a whole one; use the months that both years have.
    March and April count only as a pair because Easter moves between them. 2020 and 2021 are marked, not smoothed.
    """
    growth = growth_rate(previous, current)
    if isinstance(growth, Value) and previous is not None and previous < small_base:
        return Undefined("small_base", {**growth.detail, "base": previous, "minimum": small_base})
    return growth


def shared_months(previous: Sequence[float | None], current: Sequence[float | None]) -> tuple[int, ...]:
    """The month numbers known in both years, March and April only as a pair: what growth may be computed on.

    Both years start in January and may be shorter than 12 months.
    """
    pairs = enumerate(zip(previous, current, strict=False), 1)
    shared = {month for month, (before, after) in pairs if before is not None and after is not None}
    if not shared >= MARCH_AND_APRIL:
        shared -= MARCH_AND_APRIL
    return tuple(sorted(shared))


def visits_ytd_growth(previous: Sequence[float | None], current: Sequence[float | None]) -> Result:
    """Year-on-year growth over the months that both years have; `n` says how many, `detail` which and which not.

    Both years start in January. The rules are those of `visits_yoy`.
    """
    months = shared_months(previous, current)
    if not months:
        return Undefined("no_shared_month")
    left_out = tuple(month for month in range(1, max(len(previous), len(current)) + 1) if month not in months)
    before, after = months_in(previous, months), months_in(current, months)
    if isinstance(before, Undefined):
        return before.of("previous")
    if isinstance(after, Undefined):
        return after.of("current")
    growth = visits_yoy(sum(before), sum(after))
    if isinstance(growth, Undefined):
        return growth
    return Value(growth.value, n=len(months), detail={**growth.detail, "months": months, "left_out": left_out})
