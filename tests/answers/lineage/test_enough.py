"""Lineage is whole: with every other fact gone, a figure is the same."""

import pytest

from access.reader import LOCAL_ANALYST
from answers.answer import Answer
from answers.collaboration import collaboration
from answers.places import all_places
from tests.answers.lineage.recomputed import Recomputed, with_value
from tests.answers.lineage.sample import whole_sample

YEAR = 2024
HARBOUR, HEATH = "destination:eks-brisehavn", "destination:eks-revlinghede"


def looked_at(place: str) -> dict[str, Answer]:
    """The figures of the harbour, and of another place those that the harbour has none of."""
    found = with_value(whole_sample(), place, YEAR)
    known = {} if place == HARBOUR else with_value(whole_sample(), HARBOUR, YEAR)
    return {name: one for name, one in found.items() if name not in known}


@pytest.mark.parametrize("place", [HARBOUR, HEATH])
def test_the_facts_of_a_lineage_are_enough_to_compute_the_figure(place: str) -> None:
    again = Recomputed(whole_sample(), place, YEAR)
    assert [name for name, answer in looked_at(place).items() if not again.is_same(answer)] == []


def test_a_year_in_which_nobody_met_rests_on_the_log_that_was_kept_before() -> None:
    data, year = whole_sample(), 2026
    met = collaboration(data, all_places(data)[HARBOUR], year, LOCAL_ANALYST).answers["knowledge_exchange"]
    assert met.number == 0
    assert Recomputed(data, HARBOUR, year).is_same(met)
