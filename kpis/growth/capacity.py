"""How much of the room is used, and how much is left."""

from collections.abc import Iterable, Sequence

from kpis.buckets import DEFAULT_BUCKETS, Buckets, sum_of
from kpis.declare import kpi
from kpis.known import MONTHS_OF_A_YEAR, missing_positions, months_in, not_negative
from kpis.ratios import ratio
from kpis.result import Result, Undefined, Value

TARGET_UTILISATION = 0.7
Months = Sequence[float | None]


def month_capacity(open_days: float | None, daily_capacity: float | None) -> float | None:
    """The visits that a month has comfortable room for; closed all month is 0, whatever a day could hold."""
    if open_days == 0:
        return 0.0
    return None if open_days is None or daily_capacity is None else open_days * daily_capacity


def month_utilisation(visits: float | None, capacity: float | None) -> Result:
    """Visits over capacity in one month; closed is undefined, not 0 per cent."""
    taken = not_negative(visits, Undefined("visits_missing"))
    room = not_negative(capacity, Undefined("capacity_missing"))
    return Undefined("closed") if room == 0 else ratio(taken, room)


def month_headroom(visits: float, capacity: float, target: float = TARGET_UTILISATION) -> float:
    """The visits that still fit in one month until `target` of its capacity is used, never less than 0."""
    return max(0.0, target * capacity - visits)


def _known_room(
    visits: Months, capacity: Months, numbers: Iterable[int]
) -> tuple[list[float], list[float]] | Undefined:
    """Visits and capacity of the named months, or which of the two is missing."""
    if len(visits) != len(capacity):
        raise ValueError(f"{len(visits)} months of visits beside {len(capacity)} months of capacity")
    chosen = sorted(numbers)
    taken = months_in(visits, chosen)
    if isinstance(taken, Undefined):
        return taken
    missing = tuple(month for month in chosen if capacity[month - 1] is None)
    if missing:
        return Undefined("month_capacity_missing", {"missing_months": missing})
    room = months_in(capacity, chosen)
    return room if isinstance(room, Undefined) else (taken, room)


def _whole_year(visits: Months) -> range | Undefined:
    """The numbers of all twelve months, or that the year is not over."""
    if len(visits) < MONTHS_OF_A_YEAR:
        return Undefined("incomplete_year", {"known": len(visits) - len(missing_positions(visits))})
    return range(1, MONTHS_OF_A_YEAR + 1)


@kpi(
    id="capacity_utilisation",
    number=10,
    theme="growth",
    name="Capacity utilisation",
    unit="fraction",
    direction="band",
    tier="core",
    question="How much of our room do we use?",
    reading="The share of the comfortable capacity that is filled on open days. Above 100 per cent more came than "
    "there is comfortable room for.",
    minimum_data="Opening days, capacity per day and visits for each month",
    source="ETIS01 B.2.2, LV, NTF17",
    cases=("growth.capacity", "growth.capacity_over"),
)
def capacity_utilisation(visits_by_month: Months, capacity_by_month: Months) -> Result:
    """Visits over capacity, where the capacity of a month is its open days times the comfortable capacity of a day.

    A closed month has no utilisation and is not 0 per cent. The value is the sum of visits over the sum of capacity;
    each month and the fullest one stand beside it.
    Ask for the comfortable capacity: the fire limit is far above it. No published norm for museums was found, so the
    target band is your own.
    """
    known = _known_room(visits_by_month, capacity_by_month, range(1, len(visits_by_month) + 1))
    if isinstance(known, Undefined):
        return known
    visits, capacity = known
    if sum(capacity) == 0:
        return Undefined("closed")
    used = [taken / room if room else None for taken, room in zip(visits, capacity, strict=True)]
    peak = max(share for share in used if share is not None)
    over = tuple(month for month, (taken, room) in enumerate(zip(visits, capacity, strict=True), 1) if taken > room)
    detail = {
        "by_month": used,
        "peak": peak,
        "peak_month": used.index(peak) + 1,
        "closed_months": missing_positions(used),
        "over_capacity_months": over,
        "flag": "over_capacity" if over else None,
    }
    return Value(sum(visits) / sum(capacity), n=len(visits), detail=detail)


@kpi(
    id="capacity_headroom",
    number=11,
    theme="growth",
    name="Room to grow without building",
    unit="visits",
    direction="higher",
    tier="headline",
    question="How many more guests do we have room for?",
    reading="The visits that still fit in a year without building. Room is not demand: read it beside the trend and "
    "the enquiries.",
    minimum_data="12 months of visits and capacity",
    source="NTF17, REV42, ETB43",
    cases=("growth.capacity", "growth.offseason_conversion"),
)
def capacity_headroom(
    visits_by_month: Months,
    capacity_by_month: Months,
    *,
    target: float = TARGET_UTILISATION,
    buckets: Buckets = DEFAULT_BUCKETS,
) -> Result:
    """The visits that still fit: for each month target · capacity - visits, never less than 0, summed over the year.

    The target is 70 per cent of the comfortable capacity unless set otherwise; it is a convention, as no canonical one
    exists.
    The part outside high season stands beside it, because that is where the room usually is.
    Free room says nothing about demand, so it is always shown beside a sign of demand.
    """
    year = _whole_year(visits_by_month)
    if isinstance(year, Undefined):
        return year
    known = _known_room(visits_by_month, capacity_by_month, year)
    if isinstance(known, Undefined):
        return known
    visits, capacity = known
    spare = [month_headroom(taken, room, target) for taken, room in zip(visits, capacity, strict=True)]
    detail = {
        "by_month": spare,
        "off_peak": sum_of(spare, buckets.off_peak),
        "share_of_visits": sum(spare) / sum(visits) if sum(visits) else None,
        "target": target,
    }
    return Value(sum(spare), n=len(visits), detail=detail)


@kpi(
    id="offpeak_capacity_use",
    number=12,
    theme="growth",
    name="Off-peak capacity use",
    unit="fraction",
    direction="higher",
    tier="core",
    question="Do we use our room outside the high season?",
    reading="The share of the capacity that is filled outside the high season. Compare it with the share in the high "
    "season.",
    minimum_data="Visits and capacity for all months outside the high season",
    source="ETIS01 B.2.2",
    cases=("growth.offseason_conversion",),
)
def offpeak_capacity_use(
    visits_by_month: Months, capacity_by_month: Months, *, buckets: Buckets = DEFAULT_BUCKETS
) -> Result:
    """Visits over capacity in the months outside the high season, taken together.

    The high season is June to August unless set otherwise; its own use stands beside.
    Closing in winter raises this figure, because a closed month has neither visits nor capacity: read it together with
    the number of open months.
    """
    year = _whole_year(visits_by_month)
    if isinstance(year, Undefined):
        return year
    off_peak = _use_in(visits_by_month, capacity_by_month, buckets.off_peak)
    if isinstance(off_peak, Undefined):
        return off_peak
    high = _use_in(visits_by_month, capacity_by_month, buckets.high)
    return Value(off_peak.value, detail={"high_season": high.number if isinstance(high, Value) else None})


def _use_in(visits: Months, capacity: Months, numbers: tuple[int, ...]) -> Result:
    """The use of capacity in the named months of a year."""
    known = _known_room(visits, capacity, numbers)
    if isinstance(known, Undefined):
        return known
    taken, room = known
    return ratio(sum(taken), sum(room)) if sum(room) else Undefined("closed")
