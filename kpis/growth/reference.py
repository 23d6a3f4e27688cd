"""Our growth and our size beside the area around us."""

from kpis.declare import kpi
from kpis.growth.visits import growth_rate, visits_yoy
from kpis.known import not_negative, positive
from kpis.ratios import percent, ratio
from kpis.result import Result, Undefined, Value


@kpi(
    id="relative_growth_gap",
    number=7,
    theme="growth",
    name="Growth gap to reference area",
    unit="percentage_points",
    direction="higher",
    tier="headline",
    question="Do we grow faster than the area around us?",
    reading="0 means that we keep pace with the area. Above 0 we grow faster, below 0 slower.",
    minimum_data="The same period in two years, for ourselves and for the reference area",
    source="TUR19, DST17, SFMST02",
    cases=("growth.relative",),
)
def relative_growth_gap(
    local_previous: float | None,
    local_current: float | None,
    reference_previous: float | None,
    reference_current: float | None,
) -> Result:
    """Our growth minus the growth of the reference area over the same period, in percentage points.

    Compare like with like: visits with visits, nights with nights. When our visits stand against the nights of the
    area, that is a weak comparison and is named as such.
    The official table of nights stops at the eleven provinces; figures for a municipality come from VisitDenmark.
    """
    local = visits_yoy(local_previous, local_current)
    reference = growth_rate(reference_previous, reference_current)
    if isinstance(local, Undefined):
        return local.of("local")
    if isinstance(reference, Undefined):
        return reference.of("reference")
    detail = {"local_growth": local.number, "reference_growth": reference.number}
    return Value(percent(local.number - reference.number), detail=detail)


@kpi(
    id="market_share_nights",
    number=9,
    theme="growth",
    name="Share of reference market",
    unit="visits_per_1000_nights",
    direction="higher",
    tier="supporting",
    question="How much of the area's tourism reaches us?",
    reading="Visits to us for every 1,000 nights spent in the area. A rising number means that more of the area's "
    "guests find us.",
    minimum_data="One complete year for both",
    source="ETIS01 B.1, TUR19",
    cases=("growth.relative",),
)
def market_share_nights(visits: float | None, reference_nights: float | None) -> Result:
    """Visits per 1,000 nights in the reference area: 1000 · visits / nights.

    Above and below the line are different units, so this is not a true market share: a day visitor counts above the
    line only, and a guest of four nights counts four times below it. Nights over nights gives a true share.
    """
    return ratio(
        not_negative(visits, Undefined("visits_missing")),
        positive(reference_nights, Undefined("reference_missing"), Undefined("reference_zero")),
        per=1000,
    )
