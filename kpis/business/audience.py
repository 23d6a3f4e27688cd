"""Who comes and who does not."""

from collections.abc import Mapping

from kpis.declare import kpi
from kpis.known import not_negative, positive
from kpis.ratios import number_or_none, share
from kpis.result import Result, Undefined, Value

ANSWERS_FOR_A_COMPARISON = 100
ANSWERS_IN_A_GROUP = 10
CERTAIN_ANSWERS_IN_A_GROUP = 30


def _of_visits(part: float | None, visits: float | None) -> Result:
    return share(
        not_negative(part, Undefined("audience_missing")),
        positive(visits, Undefined("visits_missing"), Undefined("no_visits")),
    )


@kpi(
    id="education_share",
    number=56,
    theme="business",
    name="Education and under-18 share",
    unit="fraction",
    direction="context",
    tier="core",
    question="How many of our visits are learning, and how many are young?",
    reading="The share of the visits that are teaching, and beside it the share by people under 18.",
    minimum_data="Visits in teaching counted for themselves",
    source="DST16, DCMS15",
    cases=("business.base",),
)
def education_share(
    education_visits: float | None, visits: float | None, *, under_18_visits: float | None = None
) -> Result:
    """Visits in teaching over all visits, and visits by people under 18 over all visits.

    The two overlap and are never added. Both must be among the visits they are divided by. Not counted is undefined
    and not 0.
    """
    detail = {"under_18_share": number_or_none(_of_visits(under_18_visits, visits))}
    result = _of_visits(education_visits, visits)
    if isinstance(result, Undefined):
        return Undefined(result.reason, {**result.detail, **detail})
    return Value(result.value, detail=detail)


def _shares(by_group: Mapping[str, float | None]) -> dict[str, float] | Undefined:
    amounts: dict[str, float] = {}
    for group, given in by_group.items():
        amount = not_negative(given, Undefined("group_missing", {"groups": (group,)}))
        if isinstance(amount, Undefined):
            return amount
        amounts[group] = amount
    total = sum(amounts.values())
    return {group: amount / total for group, amount in amounts.items()} if total else Undefined("groups_empty")


def dissimilarity(visitors: Mapping[str, float | None], population: Mapping[str, float | None]) -> Result:
    """Half the sum of the differences in share, with the representation of each group; counts or shares alike."""
    differing = tuple(sorted(visitors.keys() ^ population.keys()))
    if differing:
        return Undefined("groups_differ", {"groups": differing})
    ours, theirs = _shares(visitors), _shares(population)
    if isinstance(ours, Undefined):
        return ours
    if isinstance(theirs, Undefined):
        return theirs.of("reference")
    distance = sum(abs(ours[group] - theirs[group]) for group in ours) / 2
    representation = {group: ours[group] / theirs[group] if theirs[group] else None for group in ours}
    return Value(distance, detail={"representation": representation, "visitors": ours, "population": theirs})


@kpi(
    id="audience_dissimilarity",
    number=57,
    theme="business",
    name="Who comes, who does not",
    unit="index",
    direction="lower",
    tier="core",
    question="Do our guests look like the population?",
    reading="0 means that the guests are spread over the groups as the population is; 0.2 that one in five would have "
    "to belong to another group. Below 1 a group comes less than its share, above 1 more.",
    minimum_data="At least 100 answers with at least 10 in each group, and the population by the same groups",
    source="SLKS20, Duncan & Duncan 1955",
    cases=("business.audience",),
)
def audience_dissimilarity(
    answers_by_group: Mapping[str, int | None], population_by_group: Mapping[str, float | None]
) -> Result:
    """Index of dissimilarity: half the sum over groups of |share among guests - share of the population|.

    Representation is the share among guests over the share of the population. A group with fewer than 10 answers hides
    the figure, because the others would give it away: join it with a neighbour. Between 10 and 29 it is uncertain.
    Compare guests who live in Denmark with the population of Denmark. Those who do not answer a survey are not like
    those who do.
    """
    result = dissimilarity(answers_by_group, population_by_group)
    if isinstance(result, Undefined):
        return result
    answers = {group: count or 0 for group, count in answers_by_group.items()}
    n = sum(answers.values())
    if n < ANSWERS_FOR_A_COMPARISON:
        return Undefined("too_few_answers", {"n": n, "minimum": ANSWERS_FOR_A_COMPARISON})
    small = tuple(group for group, count in answers.items() if count < ANSWERS_IN_A_GROUP)
    if small:
        return Undefined("too_few_answers_in_group", {"groups": small, "minimum": ANSWERS_IN_A_GROUP})
    uncertain = tuple(group for group, count in answers.items() if count < CERTAIN_ANSWERS_IN_A_GROUP)
    return Value(result.value, n=n, detail={**result.detail, "uncertain_groups": uncertain})
