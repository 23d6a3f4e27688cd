"""What a culture business earns itself, for each visit and each ticket."""

from collections.abc import Mapping

from kpis.declare import kpi
from kpis.known import known, not_negative, positive
from kpis.ratios import number_or_none, ratio, share
from kpis.result import Result, Undefined, Value

NOT_EARNED = frozenset({"grant_public", "grant_private", "cost"})


def own_revenue(amount_by_stream: Mapping[str, float | None]) -> float | Undefined:
    """The sum of what is earned, in DKK excluding VAT: every stream except grants and costs, none of them missing."""
    earned = {stream: amount for stream, amount in amount_by_stream.items() if stream not in NOT_EARNED}
    missing = tuple(stream for stream, amount in earned.items() if amount is None)
    if missing or not earned:
        return Undefined("revenue_missing", {"streams": missing})
    return float(sum(amount for amount in earned.values() if amount is not None))


@kpi(
    id="revenue_per_visit",
    number=46,
    theme="business",
    name="Own revenue per visit",
    unit="dkk",
    direction="higher",
    tier="headline",
    question="What do we earn for each visit?",
    reading="Kroner earned for each visit: tickets, shop, café, events, tours and other own income. Grants are not "
    "in it.",
    minimum_data="One complete period for both revenue and visits",
    source="DST16, DCMS15, AIM40",
    cases=("business.base", "business.no_visits"),
)
def revenue_per_visit(revenue_dkk: float | None, visits: float | None) -> Result:
    """Own revenue over visits, in DKK excluding VAT and excluding grants.

    A museum with free entry has a true admission income of 0. Without visits there is no figure; revenue that is not
    reported is not 0.
    Watch out for mixed VAT, for annual passes booked in one month, and for visits to the exhibition against visits to
    the whole site. Compare years in real prices, with the share of income in line with the purpose beside it.
    """
    visited = positive(visits, Undefined("visits_missing"), Undefined("no_visits"))
    earned = ratio(known(revenue_dkk, Undefined("revenue_missing", {"streams": ()})), visited)
    return Value(earned.value, detail={"revenue": revenue_dkk}) if isinstance(earned, Value) else earned


@kpi(
    id="admission_per_visit",
    number=47,
    theme="business",
    name="Admission per visit and per paying visit",
    unit="dkk",
    direction="context",
    tier="core",
    question="What does a visit bring at the ticket desk?",
    reading="Kroner in admission for each visit, and beside it for each visit that paid. With free entry it is 0.",
    minimum_data="One complete period for both admission and visits",
    source="DST16, DCMS15",
    cases=("business.base", "business.free_entry"),
)
def admission_per_visit(
    admission_dkk: float | None, visits: float | None, *, paying_visits: float | None = None
) -> Result:
    """Admission income over visits, and over paying visits where these are counted.

    Under-18s are free in most Danish museums, so the two differ: say which one is meant. Free entry is a true 0.
    More paying visits than visits cannot be right, and then only the first figure stands.
    """
    visited = positive(visits, Undefined("visits_missing"), Undefined("no_visits"))
    admission = not_negative(admission_dkk, Undefined("revenue_missing", {"streams": ("admission",)}))
    result = ratio(admission, visited)
    if isinstance(result, Undefined):
        return result
    paid = positive(paying_visits, Undefined("visits_missing"), Undefined("no_visits"))
    if isinstance(share(paid, visited), Undefined):
        return Value(result.value, detail={"per_paying_visit": None})
    return Value(result.value, detail={"per_paying_visit": number_or_none(ratio(admission, paid))})
