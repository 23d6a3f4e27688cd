"""Who the guests are, beside who lives in the area: survey groups against official figures."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from answers.data import Data
from answers.places import Place
from answers.yearly_reference import Official, yearly_reference
from kpis.business.audience import audience_dissimilarity
from kpis.result import Result, Undefined
from warehouse.schema import datasets
from warehouse.totals import total_over

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
    frame = data.frame("guest_response")
    ours = frame["actor_id"].isin(place.actors) & (frame["question"] == QUESTION) & frame["count"].notna()
    rows = frame[ours & frame["period"].str.startswith(str(year))]
    if rows.empty:
        return {}
    counts: pd.Series[float] = total_over(rows, datasets()["guest_response"], "count", ["item", "score"])
    by_grouping: dict[str, dict[str, int]] = {}
    for grouping, group, count in counts.reset_index().itertuples(index=False):
        by_grouping.setdefault(str(grouping), {})[str(group)] = int(count)
    return by_grouping
