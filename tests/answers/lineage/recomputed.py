"""Figures computed again from nothing but the facts that their lineage names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd
import pytest

from access.reader import LOCAL_ANALYST
from answers.answer import Answer, Answers
from answers.business import business
from answers.collaboration import collaboration
from answers.data import Data
from answers.growth import growth
from answers.guests import guests
from answers.lineage.basis import Basis, Scope
from answers.lineage.cells import facts_of, wanted_rows
from answers.markets import markets
from answers.places import Place, all_places
from answers.regenerative import regenerative
from answers.season import season
from answers.show import all_answers
from answers.steps import ten_steps
from kpis.declare import Theme
from kpis.result import Result, Value
from tests.answers.lineage.sample import only

# The opening of a place is that of those who count its guests: their counts must stay known.
OF_THOSE_WHO_COUNT = {"open_months"}
# What is expected of a place goes to the last month that anybody has reported, in other places too.
UP_TO_THE_LAST_MONTH_OF_ANYBODY = {"data_completeness"}
# It rests on the bands and on figures of all themes, each with its own lineage.
OF_OTHER_FIGURES = {"target_band_status"}

Wanted = Mapping[str, pd.DataFrame]
OF_THEME: Mapping[Theme, Callable[[Data, Place, int], Answers]] = {
    "growth": lambda data, place, year: {
        **growth(data, place, year).answers,
        **markets(data, place, year).answers,
    },
    "season": lambda data, place, year: {
        **season(data, place, year, LOCAL_ANALYST).answers,
        **markets(data, place, year).answers,
    },
    "business": lambda data, place, year: business(data, place, year, LOCAL_ANALYST).answers,
    "guests": lambda data, place, year: guests(data, place, year, LOCAL_ANALYST).answers,
    "regenerative": lambda data, place, year: regenerative(data, place, year, LOCAL_ANALYST).answers,
    "collaboration": lambda data, place, year: collaboration(data, place, year, LOCAL_ANALYST).answers,
    "steps": lambda data, place, year: ten_steps(data, place, year, date(year, 12, 31)).answers,
}


def all_of(data: Data, place: str, year: int) -> Answers:
    """Return every answer of a place and year, none where the place is not known."""
    known = all_places(data)
    return all_answers(data, known[place], year, LOCAL_ANALYST) if place in known else {}


def with_value(data: Data, place: str, year: int) -> dict[str, Answer]:
    """Return the figures of a place and year that have a value and a lineage of their own."""
    every = all_of(data, place, year).items()
    return {name: one for name, one in every if isinstance(one.result, Value) and name not in OF_OTHER_FIGURES}


@dataclass
class Recomputed:
    """The figures of a place and year, each computed again from the facts of its lineage alone.

    `listed` says which facts those are.
    """

    data: Data
    place: str
    year: int
    listed: Callable[[Scope], Wanted] = wanted_rows
    _again: dict[tuple[object, ...], Answers] = field(default_factory=dict)

    def is_same(self, answer: Answer) -> bool:
        """True where the facts of the figure's lineage are enough to compute it."""
        wanted, theme = self._wanted(answer), answer.passport.theme
        key = (theme, *_signature(wanted))
        if key not in self._again:
            self._again[key] = self._of_theme(only(self.data, wanted), theme)
        if answer.id not in self._again[key]:
            self._again[key] = all_of(only(self.data, wanted), self.place, self.year)
        found = self._again[key].get(answer.id)
        return found is not None and _alike(found.result, answer.result)

    def _wanted(self, answer: Answer) -> Wanted:
        place = all_places(self.data)[self.place]
        wanted = dict(self.listed(Scope(self.data, place, answer)))
        if answer.id in OF_THOSE_WHO_COUNT:
            counting = all_of(self.data, self.place, self.year)["visits_total"]
            wanted |= {"visits": self.listed(Scope(self.data, place, counting))["visits"]}
        if answer.id in UP_TO_THE_LAST_MONTH_OF_ANYBODY and "visits" in wanted:
            wanted |= {"visits": pd.concat([wanted["visits"], _of_last_month(self.data)])}
        return wanted

    def _of_theme(self, data: Data, theme: Theme) -> Answers:
        """The answers of a theme alone, because only one of them is looked at."""
        known = all_places(data)
        return OF_THEME[theme](data, known[self.place], self.year) if theme in OF_THEME and self.place in known else {}


def _of_last_month(data: Data) -> pd.DataFrame:
    visits = data.frame("visits")
    months = visits.loc[visits["period"].str.fullmatch(r"\d{4}-\d{2}"), "period"]
    return facts_of(Basis("visits", ("visits",)), visits[visits["period"] == months.max()])


def _signature(wanted: Wanted) -> tuple[object, ...]:
    """What two figures have alike that rest on the same facts, so that their answers need working out once."""
    return tuple(
        (name, len(rows), int(pd.util.hash_pandas_object(rows, index=False).sum()))
        for name, rows in sorted(wanted.items())
    )


def _alike(one: Result, other: Result) -> bool:
    if not isinstance(one, Value) or not isinstance(other, Value):
        return False
    return one.value == other.value if isinstance(other.value, str) else one.value == pytest.approx(other.value)
