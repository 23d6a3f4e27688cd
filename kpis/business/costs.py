"""What it costs to keep the house."""

from kpis.declare import kpi
from kpis.known import known, not_negative, positive
from kpis.ratios import number_or_none, ratio
from kpis.result import Result, Undefined, Value


def operating_result(total_income_dkk: float | Undefined, cost_dkk: float | None) -> Result:
    """All income less all costs, in DKK; it may be negative."""
    if isinstance(total_income_dkk, Undefined):
        return total_income_dkk
    cost = known(cost_dkk, Undefined("costs_missing"))
    return cost if isinstance(cost, Undefined) else Value(total_income_dkk - cost)


def visits_per_post(visits: float | None, full_time_posts: float | None) -> Result:
    """Visits over paid full-time posts."""
    posts = positive(full_time_posts, Undefined("jobs_missing"), Undefined("no_jobs"))
    return ratio(not_negative(visits, Undefined("visits_missing")), posts)


@kpi(
    id="cost_per_visit",
    number=51,
    theme="business",
    name="Cost and public grant per visit",
    unit="dkk",
    direction="lower",
    tier="core",
    question="What does a visit cost, and how much of it is public money?",
    reading="All costs over all visits, and beside it the public grant for each visit. The collection and the research "
    "are paid from it too.",
    minimum_data="The costs of a full year, and the visits of the same year",
    source="DCMS15",
    cases=("business.base",),
)
def cost_per_visit(cost_dkk: float | None, visits: float | None, *, public_grants_dkk: float | None = None) -> Result:
    """All costs over visits, and public grants over visits, in DKK.

    A museum also collects, keeps and researches for this money: never present it as the price of a guest, and compare
    only at the same quality. Costs that are not reported are undefined and not 0.
    """
    visited = positive(visits, Undefined("visits_missing"), Undefined("no_visits"))
    grant = number_or_none(
        ratio(not_negative(public_grants_dkk, Undefined("grants_missing", {"streams": ()})), visited)
    )
    detail = {"public_grant_per_visit": grant}
    result = ratio(not_negative(cost_dkk, Undefined("costs_missing")), visited)
    if isinstance(result, Undefined):
        return Undefined(result.reason, {**result.detail, **detail})
    return Value(result.value, detail=detail)
