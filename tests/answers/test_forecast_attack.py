"""A reader from outside who adds and subtracts the months of the forecast and all pages reaches nobody's income."""

from collections.abc import Sequence

import numpy as np
import pytest

from access.reader import LOCAL_ANALYST, Reader
from answers.business import business
from answers.data import Data
from answers.forecast import coming_year
from answers.season import own_income
from kpis.result import Value
from tests.answers.business_tables import OUTSIDER, accounts, visited
from tests.answers.tables import Row, TableData, in_place, place_of

YEARS = (2023, 2024, 2025)
Cell = tuple[str, int]
# The figures of a page that tell the own income of their actors, visits and grants being known.
OWN_INCOME = ("revenue_per_visit", "self_earned_share")


def invented(seed: int) -> Data:
    """Up to eight actors; who has which year, and visits or grants in it, is by chance."""
    chance = np.random.default_rng(seed)
    revenue: list[Row] = []
    visits: list[Row] = []
    actors = "abcdefgh"[: int(chance.integers(3, 9))]
    for actor in actors:
        for year in YEARS:
            if chance.random() < 0.1:
                continue
            grants = {"grant_public": 10.0, "grant_private": 5.0} if chance.random() < 0.5 else {}
            revenue += accounts(actor, year, shop=float(chance.integers(1, 400)), **grants)
            visits += visited(actor, year=year) if chance.random() < 0.85 else []
    return TableData(
        {"destinations": [{"destination_id": "p"}], "actors": in_place(*actors), "revenue": revenue, "visits": visits}
    )


def told_on_pages(data: Data, reader: Reader) -> list[Sequence[Cell]]:
    """The own incomes that the pages of all years add up."""
    sums: list[Sequence[Cell]] = []
    for year in YEARS:
        page = business(data, place_of(data), year, reader)
        for kpi_id in OWN_INCOME:
            answer = page.answers[kpi_id]
            sums += [[(actor, year) for actor in answer.reporters]] if isinstance(answer.result, Value) else []
        growing = page.answers["real_revenue_growth"].reporters
        sums += [[(actor, one.year) for actor in growing] for one in page.income]
    return sums


def told_by_the_forecast(data: Data, reader: Reader) -> list[Sequence[Cell]]:
    coming = coming_year(data, place_of(data), "revenue", reader)
    if coming.refused:
        return []
    income = own_income(data)
    return [
        [(actor, year) for actor in coming.ground.reporters if income.loc[actor].filter(like=str(year)).any()]
        for year in YEARS
    ]


def given_away(sums: Sequence[Sequence[Cell]]) -> list[Cell]:
    cells = sorted({cell for one in sums for cell in one})
    seen = np.array([[cell in one for cell in cells] for one in sums if one], float)
    return [
        cell
        for cell, wanted in zip(cells, np.eye(len(cells)), strict=True)
        if np.allclose(np.linalg.lstsq(seen.T, wanted, rcond=None)[0] @ seen, wanted)
    ]


@pytest.mark.parametrize("seed", range(12))
def test_the_forecast_adds_nothing_from_which_one_actor_is_worked_out(seed: int) -> None:
    data = invented(seed)
    assert given_away([*told_on_pages(data, OUTSIDER), *told_by_the_forecast(data, OUTSIDER)]) == []


def test_it_is_told_in_some_of_these_places_and_hidden_in_others_that_it_would_give_away() -> None:
    places = [invented(seed) for seed in range(12)]
    told = [bool(told_by_the_forecast(data, OUTSIDER)) for data in places]
    careless = [
        bool(given_away([*told_on_pages(data, OUTSIDER), *told_by_the_forecast(data, LOCAL_ANALYST)]))
        for data in places
    ]
    assert any(told)
    assert any(careless)
    assert not any(one and other for one, other in zip(told, careless, strict=True))
