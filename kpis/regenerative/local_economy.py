"""How much of the money and the work stays in the place."""

from kpis.declare import kpi
from kpis.known import not_negative, positive
from kpis.ratios import number_or_none, share
from kpis.result import Result, Undefined, Value

ACTORS_SHOWN = 3
COVERAGE_NEEDED = 0.5


@kpi(
    id="local_procurement_share",
    number=70,
    theme="regenerative",
    name="Local purchases",
    unit="fraction",
    direction="higher",
    tier="headline",
    question="How much of what we buy do we buy locally?",
    reading="The share of the purchases that goes to suppliers in the local area.",
    minimum_data="The purchases of one year, with at least 80 per cent of them sorted into local or not",
    source="ETIS01 B.4.1, NEF14",
    cases=("regen.local_procurement",),
)
def local_procurement_share(purchases_local: float | None, purchases_total: float | None) -> Result:
    """Purchases from suppliers in the local area over all purchases.

    What counts as local, a radius or a list of municipalities, must be written down and stay the same.
    The address on the invoice is not always where the goods come from.
    """
    return share(
        not_negative(purchases_local, Undefined("purchases_missing")),
        positive(purchases_total, Undefined("purchases_missing"), Undefined("no_purchases")),
    )


@kpi(
    id="lm3",
    number=71,
    theme="regenerative",
    name="Local multiplier LM3",
    unit="ratio",
    direction="higher",
    tier="core",
    question="How much does a krone earned here move around here?",
    reading="1 means that the money leaves at once, 3 that all of it is spent locally twice more. 1.86 means that each "
    "krone gives 0.86 more in the area.",
    minimum_data="Income, its local spending, and a survey of those who received it",
    source="NEF14",
    cases=("regen.lm3",),
)
def lm3(income: float | None, local_spending: float | None, local_respending: float | None) -> Result:
    """Local multiplier over three rounds: (R1 + R2 + R3) / R1, from 1 to 3.

    R1 is the income, R2 what of it is spent locally, and R3 what those who received R2 spend locally in turn.
    R3 needs a survey of staff and suppliers. Without it only R2 / R1 is given, which is not LM3.
    Do not compare places that draw the line around local differently.
    """
    first = positive(income, Undefined("income_missing"), Undefined("income_zero"))
    second = not_negative(local_spending, Undefined("local_spending_missing"))
    spent_locally = share(second, first)
    if isinstance(spent_locally, Undefined) or isinstance(first, Undefined) or isinstance(second, Undefined):
        return spent_locally
    detail = {"local_share": spent_locally.number}
    third = not_negative(local_respending, Undefined("third_round_missing", detail))
    if isinstance(third, Undefined):
        return third
    if third > second:
        return Undefined("part_exceeds_whole", {"part": third, "whole": second})
    return Value((first + second + third) / first, detail=detail)


@kpi(
    id="seasonal_job_share",
    number=80,
    theme="regenerative",
    name="Seasonal jobs",
    unit="fraction",
    direction="lower",
    tier="core",
    question="How many of the jobs last only the season?",
    reading="The share of the jobs that are seasonal. The lower the share, the more people can live from tourism "
    "all year.",
    minimum_data="Reports from at least half of the actors, and from at least 3",
    source="ETIS01 B.3.2, MONI47",
    cases=("regen.shares",),
)
def seasonal_job_share(
    seasonal_jobs: float | None,
    jobs: float | None,
    *,
    actors_reporting: int | None = None,
    actors: int | None = None,
) -> Result:
    """Seasonal jobs over all jobs, among the actors that report.

    Given how many actors report, fewer than 3 are not shown, so that no single workplace can be read from the figure;
    and below half of the actors there is no figure. The coverage is printed with it.
    """
    if actors_reporting is not None and actors_reporting < ACTORS_SHOWN:
        return Undefined("too_few_actors", {"minimum": ACTORS_SHOWN})
    coverage = None
    if actors_reporting is not None and actors is not None:
        coverage = number_or_none(
            share(float(actors_reporting), positive(actors, Undefined("actors_missing"), Undefined("no_actors")))
        )
        if coverage is None or coverage < COVERAGE_NEEDED:
            return Undefined("coverage_too_low", {"reporting": actors_reporting, "actors": actors})
    result = share(
        not_negative(seasonal_jobs, Undefined("jobs_missing")),
        positive(jobs, Undefined("jobs_missing"), Undefined("no_jobs")),
    )
    if isinstance(result, Undefined):
        return result
    return Value(result.value, n=actors_reporting, detail={"coverage": coverage})
