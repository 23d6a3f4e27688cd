"""How long guests stay and what they spend."""

from kpis.declare import kpi
from kpis.known import not_negative, positive
from kpis.ratios import ratio
from kpis.result import Result, Undefined, Value

ANSWERS_FOR_A_FIGURE = 30


@kpi(
    id="avg_length_of_stay",
    number=19,
    theme="growth",
    name="Average length of stay",
    unit="nights",
    direction="higher",
    tier="core",
    question="How long do our guests stay?",
    reading="Nights for each arrival. Longer stays bring more life and more spending with less travel.",
    minimum_data="Nights and arrivals of one complete season",
    source="ETIS01 B.2.1, DST17",
    cases=("growth.los",),
)
def avg_length_of_stay(nights: float | None, arrivals: float | None) -> Result:
    """Nights over arrivals.

    Statistics Denmark names a likely systematic error: those who report mix up nights and arrivals. Arrivals by
    nationality exist only from 2018 or as estimates.
    """
    return ratio(
        not_negative(nights, Undefined("nights_missing")),
        positive(arrivals, Undefined("arrivals_missing"), Undefined("arrivals_zero")),
    )


@kpi(
    id="spend_per_visitor",
    number=20,
    theme="growth",
    name="Spend per visitor / night",
    unit="dkk",
    direction="higher",
    tier="core",
    question="How much does a guest spend?",
    reading="Kroner for each day visitor or for each night. Keep day visitors and overnight guests apart.",
    minimum_data="At least 30 answers, or the complete till data",
    source="ETIS01 B.1.4-B.1.5, AIM40, VDK21",
    cases=("business.base",),
)
def spend_per_visitor(spend_dkk: float | None, visitors: float | None, *, answers: int | None = None) -> Result:
    """Total spending over visitors (day guests) or over nights (overnight guests), in DKK.

    From a survey it needs at least 30 answers; with complete till data the number of answers does not apply.
    People remember badly what they spent. The turnover of local shops is not the spending of visitors, and growth over
    time must be seen in real prices.
    """
    if answers is not None and answers < ANSWERS_FOR_A_FIGURE:
        return Undefined("too_few_answers", {"n": answers, "minimum": ANSWERS_FOR_A_FIGURE})
    spend = ratio(
        not_negative(spend_dkk, Undefined("spend_missing")),
        positive(visitors, Undefined("visits_missing"), Undefined("no_visits")),
    )
    return Value(spend.value, n=answers) if isinstance(spend, Value) else spend
