"""A reader from outside who adds and subtracts everything the page tells reaches nobody's single figure."""

from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from access.reader import LOCAL_ANALYST, Reader
from answers.accounts import accounts_of
from answers.answer import Answer
from answers.business import Business, business
from answers.data import Data
from kpis.result import Value
from tests.answers.business_tables import OUTSIDER, accounts, visited
from tests.answers.tables import Row, TableData, in_place, place_of

STREAMS = ("admission", "shop", "cafe", "tour")
GRANTS = ("grant_public", "grant_private")
Cell = tuple[str, str]


def invented(seed: int) -> TableData:
    """Up to eight actors; who has which stream, grant, visits and costs is by chance."""
    chance = np.random.default_rng(seed)
    revenue: list[Row] = []
    counting: list[str] = []
    actors = "abcdefgh"[: int(chance.integers(2, 9))]
    for actor in actors:
        streams = [stream for stream in STREAMS if chance.random() < 0.6] or ["shop"]
        granted = GRANTS if chance.random() < 0.6 else ()
        amounts = {name: float(chance.integers(0, 4) * 100 + 1) for name in streams}
        amounts |= {name: float(chance.integers(0, 3) * 100) for name in granted}
        revenue += accounts(actor, 2025, **amounts, **({"cost": 500.0} if chance.random() < 0.5 else {}))
        counting += [actor] if chance.random() < 0.8 else []
    revenue = [{**row, "transactions": 3} if row["stream"] == "shop" else row for row in revenue]
    places: list[Row] = [{"destination_id": "p"}]
    return TableData({"destinations": places, "actors": in_place(*actors), "revenue": revenue,
                      "visits": visited(*counting)})  # fmt: skip


def cells_of(data: Data) -> list[Cell]:
    """Every amount that somebody has, by actor and stream; a 0 is nobody's secret."""
    told = accounts_of(data, place_of(data), 2025)
    return [
        (str(actor), str(stream))
        for table in (told.streams, told.grants)
        for stream in table.columns
        for actor in table.index
        if table.loc[actor, stream] > 0
    ]


def told_sums(page: Business) -> list[Sequence[Cell]]:
    """The sums of cells that the page's figures amount to, visits being known to all."""
    answers: Mapping[str, Answer] = page.answers

    def over(kpi_id: str, *streams: str) -> list[Cell]:
        answer = answers[kpi_id]
        return [(actor, one) for actor in answer.reporters for one in streams] if is_told(answer) else []

    sums: list[Sequence[Cell]] = [
        over("revenue_per_visit", *STREAMS),
        over("admission_per_visit", "admission"),
        over("shop_conversion", "shop"),
        over("self_earned_share", *STREAMS),
        over("self_earned_share", *GRANTS),
        over("private_funding_share", "grant_private"),
    ]
    cost = answers["cost_per_visit"].result
    if isinstance(cost, Value) and cost.detail["public_grant_per_visit"] is not None:
        sums.append(over("cost_per_visit", "grant_public"))
    split = answers["income_diversity"].reporters
    return [*sums, *([(actor, one) for actor in split for one in part] for part in page.streams)]


def is_told(answer: Answer) -> bool:
    return isinstance(answer.result, Value)


def given_away(data: Data, reader: Reader) -> list[Sequence[Cell]]:
    """The single amounts, and the own incomes of single actors, that what this reader is told adds up to."""
    cells = cells_of(data)
    sums = told_sums(business(data, place_of(data), 2025, reader))
    seen = np.array([[cell in one for cell in cells] for one in sums if one], float)
    own = [[cell for cell in cells if cell[0] == actor and cell[1] in STREAMS] for actor in {a for a, _ in cells}]
    found: list[Sequence[Cell]] = []
    for secret in [[cell] for cell in cells] + [one for one in own if one]:
        wanted = np.array([cell in secret for cell in cells], float)
        if seen.size and np.allclose(np.linalg.lstsq(seen.T, wanted, rcond=None)[0] @ seen, wanted):
            found.append(secret)
    return found


@pytest.mark.parametrize("seed", range(40))
def test_no_sum_of_what_is_told_is_the_figure_of_one_actor(seed: int) -> None:
    assert given_away(invented(seed), OUTSIDER) == []


def test_the_same_attack_reaches_single_actors_where_everything_is_told() -> None:
    assert sum(bool(given_away(invented(seed), LOCAL_ANALYST)) for seed in range(20)) >= 10


def test_readers_from_outside_are_told_something_in_most_places() -> None:
    pages = [business(data, place_of(data), 2025, OUTSIDER) for data in map(invented, range(40))]
    assert sum(is_told(page.answers["revenue_per_visit"]) for page in pages) >= 13
    assert sum(len(page.streams) > 1 for page in pages) >= 7
