"""Whether the money is more seasonal than the visits."""

from collections.abc import Sequence

from kpis.declare import kpi
from kpis.known import season_year
from kpis.result import Result, Undefined, Value
from kpis.season.concentration import normalised_gini


@kpi(
    id="gini_season_revenue",
    number=41,
    theme="season",
    name="Revenue concentration",
    unit="index",
    direction="lower",
    tier="core",
    question="Is our income more seasonal than our visits?",
    reading="0 is the same income in every month, 1 is all income in one. If it is above the figure for visits, the "
    "guests of the summer also spend more.",
    minimum_data="12 known months of revenue, and of visits for the gap",
    source="STAR31",
    cases=("season.revenue",),
)
def gini_season_revenue(
    revenue_by_month: Sequence[float | None], visits_by_month: Sequence[float | None] | None = None
) -> Result:
    """Normalised Gini of the monthly revenue; the gap is this figure minus the one for visits.

    A positive gap means that the guests of the high season also spend more. A month with negative revenue, as after
    refunds, makes the figure undefined.
    """
    revenue = season_year(revenue_by_month)
    if isinstance(revenue, Undefined):
        return revenue
    visits = season_year(visits_by_month) if visits_by_month is not None else None
    concentration = normalised_gini(revenue)
    of_visits = normalised_gini(visits) if isinstance(visits, list) else None
    detail = {
        "gini_norm_visits": of_visits,
        "gap": concentration - of_visits if of_visits is not None else None,
        "total": sum(revenue),
    }
    return Value(concentration, n=len(revenue), detail=detail)
