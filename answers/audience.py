"""Who the guests are, beside who lives in the area: survey groups against official figures."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from answers.data import Data
from answers.disclosure import Actors
from answers.places import Place
from answers.surveys import Survey, surveys_of
from answers.yearly_reference import Official, yearly_reference
from kpis.business.audience import ANSWERS_IN_A_GROUP, audience_dissimilarity
from kpis.result import Result, Undefined

QUESTION = "audience"
POPULATION = "population:"


@dataclass(frozen=True)
class Audience:
    """How the guests divide over the groups of one grouping, such as age, beside the population; none of it if hidden.

    `source` is the table of the population; `actors` are those whose guests were asked.
    """

    grouping: str
    result: Result
    source: str | None = None
    actors: Actors = frozenset()


def audience_of(data: Data, place: Place, year: int) -> Audience:
    """Return the grouping with most answers of which the population is known, else why there is none."""
    asked = surveys_of(data, place, year)
    used = {name: _used(asked, name) for name in sorted({name for survey in asked for name in survey.items(QUESTION)})}
    answers = {name: _together(surveys, name) for name, surveys in used.items()}
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
            frozenset(survey.actor for survey in used[grouping]),
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


def _used(asked: Sequence[Survey], grouping: str) -> list[Survey]:
    """Return the surveys with enough answers in each group, else the largest survey.

    A survey with a group too small to be shown would be told by what it adds to the others.
    """
    told = [survey for survey in asked if grouping in survey.items(QUESTION)]
    large = [one for one in told if min(one.counts[QUESTION, grouping].values()) >= ANSWERS_IN_A_GROUP]
    return large or sorted(told, key=lambda survey: sum(survey.counts[QUESTION, grouping].values()))[-1:]


def _together(surveys: Sequence[Survey], grouping: str) -> dict[str, int]:
    """Return the answers of the surveys by group."""
    total: Counter[str] = Counter()
    for survey in surveys:
        total.update(survey.counts[QUESTION, grouping])
    return dict(total)
