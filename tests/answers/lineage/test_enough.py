"""Lineage is whole: with every other fact gone, a figure is the same."""

from collections.abc import Callable, Mapping
from datetime import date

import pandas as pd
import pytest

from access.reader import LOCAL_ANALYST, Reader
from answers.answer import Answer
from answers.business import business
from answers.collaboration import collaboration
from answers.data import Data
from answers.growth import growth
from answers.guests import guests
from answers.lineage.basis import Scope
from answers.lineage.cells import wanted_rows
from answers.markets import markets
from answers.places import Place, all_places
from answers.regenerative import regenerative
from answers.season import season
from answers.show import all_answers
from answers.steps import ten_steps
from kpis.declare import Theme
from kpis.result import Result, Value
from tests.answers.lineage.sample import only, whole_sample

YEAR = 2024
HARBOUR, HEATH = "destination:eks-brisehavn", "destination:eks-revlinghede"
# The opening of a place is that of those who count its guests: their counts must stay known.
OF_THOSE_WHO_COUNT = {"open_months"}
# It rests on the bands and on figures of all themes, each with its own lineage.
OF_OTHER_FIGURES = {"target_band_status"}

Answers = Mapping[str, Answer]
OF_THEME: Mapping[Theme, Callable[[Data, Place, Reader], Answers]] = {
    "growth": lambda data, place, _: {
        **growth(data, place, YEAR).answers,
        **markets(data, place, YEAR).answers,
    },
    "season": lambda data, place, reader: {
        **season(data, place, YEAR, reader).answers,
        **markets(data, place, YEAR).answers,
    },
    "business": lambda data, place, reader: business(data, place, YEAR, reader).answers,
    "guests": lambda data, place, reader: guests(data, place, YEAR, reader).answers,
    "regenerative": lambda data, place, reader: regenerative(data, place, YEAR, reader).answers,
    "collaboration": lambda data, place, reader: collaboration(data, place, YEAR, reader).answers,
    "steps": lambda data, place, _: ten_steps(data, place, YEAR, date(YEAR, 12, 31)).answers,
}
Wanted = Mapping[str, pd.DataFrame]


def all_of(data: Data, place: str) -> Answers:
    known = all_places(data)
    return all_answers(data, known[place], YEAR, LOCAL_ANALYST) if place in known else {}


def of_theme(data: Data, place: str, theme: Theme) -> Answers:
    """The answers of a theme alone, because only one of them is looked at."""
    known = all_places(data)
    return OF_THEME[theme](data, known[place], LOCAL_ANALYST) if theme in OF_THEME and place in known else {}


def with_value(place: str) -> dict[str, Answer]:
    every = all_of(whole_sample(), place).items()
    return {name: one for name, one in every if isinstance(one.result, Value) and name not in OF_OTHER_FIGURES}


def looked_at(place: str) -> dict[str, Answer]:
    """The figures of the harbour, and of another place those that the harbour has none of."""
    found = with_value(place)
    return found if place == HARBOUR else {name: found[name] for name in found.keys() - with_value(HARBOUR).keys()}


def wanted_of(place: str, answer: Answer) -> dict[str, pd.DataFrame]:
    data = whole_sample()
    wanted = wanted_rows(Scope(data, all_places(data)[place], answer))
    if answer.id in OF_THOSE_WHO_COUNT:
        counting = all_of(data, place)["visits_total"]
        wanted |= {"visits": wanted_rows(Scope(data, all_places(data)[place], counting))["visits"]}
    return wanted


def signature(wanted: Wanted) -> tuple[object, ...]:
    """What two figures have alike that rest on the same facts, so that their answers need working out once."""
    return tuple(
        (name, len(rows), int(pd.util.hash_pandas_object(rows, index=False).sum()))
        for name, rows in sorted(wanted.items())
    )


def alike(one: Result, other: Result) -> bool:
    if not isinstance(one, Value) or not isinstance(other, Value):
        return False
    return one.value == other.value if isinstance(other.value, str) else one.value == pytest.approx(other.value)


@pytest.mark.parametrize("place", [HARBOUR, HEATH])
def test_the_facts_of_a_lineage_are_enough_to_compute_the_figure(place: str) -> None:
    again: dict[tuple[object, ...], Answers] = {}
    wrong = []
    for kpi_id, answer in looked_at(place).items():
        wanted, theme = wanted_of(place, answer), answer.passport.theme
        key = (theme, *signature(wanted))
        if key not in again:
            again[key] = of_theme(only(whole_sample(), wanted), place, theme)
        if kpi_id not in again[key]:
            again[key] = all_of(only(whole_sample(), wanted), place)
        if kpi_id not in again[key] or not alike(again[key][kpi_id].result, answer.result):
            wrong.append(kpi_id)
    assert wrong == []
