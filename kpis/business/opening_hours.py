"""What an hour with the door open gives."""

from kpis.declare import kpi
from kpis.known import not_negative, positive
from kpis.ratios import number_or_none, ratio
from kpis.result import Result, Undefined, Value


def visits_per_open_day(visits: float | None, open_days: float | None) -> Result:
    """Visits over the days the house was open."""
    days = positive(open_days, Undefined("hours_missing"), Undefined("closed"))
    return ratio(not_negative(visits, Undefined("visits_missing")), days)


@kpi(
    id="visits_per_opening_hour",
    number=52,
    theme="business",
    name="Visits and revenue per opening hour",
    unit="visits_per_hour",
    direction="higher",
    tier="core",
    question="Which opening hours pay?",
    reading="Visits for each hour the door is open, and beside it the own income of that hour. Read month by month it "
    "shows which weekends in winter are worth it.",
    minimum_data="The opening hours and the visits of the same months",
    source="DST16",
    cases=("business.base",),
)
def visits_per_opening_hour(
    visits: float | None,
    opening_hours: float | None,
    *,
    revenue_dkk: float | None = None,
    open_days: float | None = None,
) -> Result:
    """Visits over opening hours; own income per opening hour and visits per open day stand beside it.

    A closed month has no figure. A school class or a bus outside the opening hours counts in the visits and not in the
    hours. A poor hour may still be right, when it is what keeps the town open in winter.
    """
    hours = positive(opening_hours, Undefined("hours_missing"), Undefined("closed"))
    revenue = not_negative(revenue_dkk, Undefined("revenue_missing", {"streams": ()}))
    detail = {
        "revenue_per_hour": number_or_none(ratio(revenue, hours)),
        "visits_per_open_day": number_or_none(visits_per_open_day(visits, open_days)),
    }
    result = ratio(not_negative(visits, Undefined("visits_missing")), hours)
    if isinstance(result, Undefined):
        return Undefined(result.reason, {**result.detail, **detail})
    return Value(result.value, detail=detail)
