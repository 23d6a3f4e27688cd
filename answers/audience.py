"""Who the guests are, beside who lives in the area: survey groups against official figures."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from answers.data import Data
from answers.places import Place
from answers.surveys import surveys_of
from answers.yearly_reference import Official, yearly_reference
from kpis.business.audience import ANSWERS_IN_A_GROUP, audience_dissimilarity
from kpis.result import Result, Undefined

QUESTION = "audience"
POPULATION = "population:"


@dataclass(frozen=True)
class Audience:
    """How the guests divide over the groups of one grouping, such as age, beside the population; none of it if hidden.

    `source` is the table of the population.
    """

    grouping: str
    result: Result
    source: str | None = None


def audience_of(data: Data, place: Place, year: int) -> Audience:
    """Return the grouping with most answers of which the population is known, else why there is none."""
    answers = _answers(data, place, year)
    known = yearly_reference(data, place, year)
    population = {name.removeprefix(POPULATION): told for name, told in known.items() if name.startswith(POPULATION)}
    if not answers:
        return Audience("", Undefined("no_responses"))
    if not population:
        return Audience("", Undefined("reference_missing"))
    found = [
        Audience(
            grouping,
            audience_dissimilarity(groups, _beside(grouping, answers, population)),
            next(iter(population.values())).source,
        )
        for grouping, groups in sorted(answers.items(), key=lambda pair: -sum(pair[1].values()))
    ]
    return next((one for one in found if not isinstance(one.result, Undefined)), found[0])


def _beside(
    grouping: str, answers: Mapping[str, Mapping[str, int]], population: Mapping[str, Official]
) -> dict[str, float]:
    """The population by the groups of this grouping: all but those that only other groupings ask about."""
    elsewhere = {group for name, groups in answers.items() if name != grouping for group in groups}
    others = elsewhere - answers[grouping].keys()
    return {group: told.value for group, told in population.items() if group not in others}


def _answers(data: Data, place: Place, year: int) -> Mapping[str, dict[str, int]]:
    """Return the answers by grouping and group."""
    asked = surveys_of(data, place, year)
    return {
        grouping: _together(
            [survey.counts[QUESTION, grouping] for survey in asked if grouping in survey.items(QUESTION)]
        )
        for grouping in sorted({grouping for survey in asked for grouping in survey.items(QUESTION)})
    }


def _together(surveys: Sequence[Mapping[str, int]]) -> dict[str, int]:
    """Return the sum of the surveys with enough answers in each group, else the largest survey.

    A survey with a group too small to be shown would be told by what it adds to the others.
    """
    large = [groups for groups in surveys if min(groups.values()) >= ANSWERS_IN_A_GROUP]
    total: Counter[str] = Counter()
    for groups in large or sorted(surveys, key=lambda groups: sum(groups.values()))[-1:]:
        total.update(groups)
    return dict(total)
