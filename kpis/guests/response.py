"""What the answers of the guests rest on."""

import math

from scipy import stats

from kpis.declare import kpi
from kpis.known import not_negative, positive
from kpis.ratios import CONFIDENCE, number_or_none, ratio, share
from kpis.result import Result, Undefined, Value


def responses_per_1000_visits(responses: float | None, visits: float | None) -> Result:
    """Answers per 1,000 visits."""
    visited = positive(visits, Undefined("visits_missing"), Undefined("no_visits"))
    return ratio(not_negative(responses, Undefined("answer_count_missing")), visited, per=1000)


def worst_margin(responses: float | None, visits: float | None) -> Result:
    """Half the width of the 95 % interval of a share of one half, for answers drawn at random among the visits."""
    answered = positive(responses, Undefined("answer_count_missing"), Undefined("no_responses"))
    visited = positive(visits, Undefined("visits_missing"), Undefined("no_visits"))
    if isinstance(answered, Undefined):
        return answered
    if isinstance(visited, Undefined):
        return visited
    if answered > visited:
        return Undefined("part_exceeds_whole", {"part": answered, "whole": visited})
    remaining = (visited - answered) / (visited - 1) if visited > 1 else 0.0
    quantile = float(stats.norm.ppf((1 + CONFIDENCE) / 2))
    return Value(quantile * math.sqrt(0.25 / answered * remaining))


@kpi(
    id="response_rate",
    number=64,
    theme="guests",
    name="Survey basis",
    unit="fraction",
    direction="higher",
    tier="core",
    question="How much do the answers of the guests rest on?",
    reading="The share of those asked who answered. Beside it stand the answers per 1,000 visits and the margin: how "
    "far a share of one half may be off by chance.",
    minimum_data="The number of answers, and how many were invited or how many visits there were",
    source="SLKS20",
    cases=("guest.response_rate",),
)
def response_rate(responses: int | None, invited: int | None, *, visits: float | None = None) -> Result:
    """Answers over invitations; answers per 1,000 visits and the worst margin stand beside it.

    The margin is 1.96·√(0.25 / n), less the correction for a small number of visits, and covers chance only: it says
    nothing about who chose not to answer. Not knowing how many were invited leaves the other two.
    """
    detail = {
        "per_1000_visits": number_or_none(responses_per_1000_visits(responses, visits)),
        "margin": number_or_none(worst_margin(responses, visits)),
    }
    asked = positive(invited, Undefined("invited_missing"), Undefined("nobody_invited"))
    result = share(not_negative(responses, Undefined("answer_count_missing")), asked)
    if isinstance(result, Undefined):
        return Undefined(result.reason, {**result.detail, **detail})
    return Value(result.value, n=responses, detail=detail)
