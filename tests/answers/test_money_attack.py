"""All that a reader from outside is told of a place's money, of the place and of each of its actors, gives nobody away.

Hidden are the amounts of one actor, and of two: whoever is one of them would know the other's.
"""

import random
from collections.abc import Iterable
from itertools import combinations

from access.reader import LOCAL_ANALYST, Reader
from answers.business import Business, business
from answers.places import all_places
from kpis.result import Value
from tests.answers.attack import Attack, Sum
from tests.answers.business_tables import OUTSIDER
from tests.answers.tables import Row, TableData, in_place
from tests.corpus.counts import counted

TABLES = 500
YEARS = (2024, 2025)
STREAMS = ("admission", "shop", "cafe", "tour")
GRANTS = ("grant_public", "grant_private")
VISITS = 1000.0
Cells = dict[tuple[str, str], float]


def amounts(chance: random.Random, actors: Iterable[str]) -> Cells:
    """Return what each actor tells of each year: its own income by stream, and for some grants and costs."""
    cells: Cells = {}
    for actor in actors:
        told = [kind for kind in ("own", "grants", "cost") if chance.random() < 0.85]
        for year in YEARS:
            if chance.random() < 0.1:
                continue
            names = [*(STREAMS if "own" in told else ()), *(GRANTS if "grants" in told else ())]
            names += ["cost"] if "cost" in told else []
            for name in names:
                cells[actor, f"{year} {name}"] = chance.choice([0, chance.randint(1, 40), chance.randint(100, 900)])
    return cells


def tables(cells: Cells, actors: str) -> TableData:
    visits: list[Row] = [{"actor_id": a, "period": str(year), "visits": VISITS} for a in actors for year in YEARS]
    prices: list[Row] = [
        {"area_code": "x", "period": str(year), "indicator": "consumer_prices", "value": 100} for year in YEARS
    ]
    return TableData(
        {
            "destinations": [{"destination_id": "p", "area_code": "x"}],
            "actors": in_place(*actors),
            "revenue": [_row(*key, amount) for key, amount in cells.items()],
            "visits": visits,
            "reference": prices,
        }
    )


def _row(actor: str, name: str, amount: float) -> Row:
    year, stream = name.split()
    bought = {"transactions": 3} if stream == "shop" else {}
    return {"actor_id": actor, "period": year, "stream": stream, "amount_dkk": amount, **bought}


def over(cells: Cells, actors: Iterable[str], year: int, names: Iterable[str]) -> Sum:
    """Return the sum of these amounts of these actors in a year."""
    wanted = {(actor, f"{year} {name}") for actor in actors for name in names}
    return {cell: 1.0 for cell in cells if cell in wanted}


def learn(attack: Attack, told: Business) -> None:
    """Learn every kroner of the page: the figures, the companions they are shown with, the year before, the years."""
    cells = dict(attack.truth)
    for kpi_id, answer in told.answers.items():
        before = answer.previous
        if isinstance(answer.result, Value):
            learn_figure(attack, cells, kpi_id, answer.result, answer.reporters, told.year)
        if isinstance(before, Value):
            learn_figure(attack, cells, kpi_id, before, answer.reporters, told.year - 1)
    split = told.answers["income_diversity"].reporters
    for streams, year in ((told.streams, told.year), (told.streams_before, told.year - 1)):
        for names, total in streams.items():
            attack.learn(over(cells, split, year, names), total)
    growing = told.answers["real_revenue_growth"].reporters
    for one in told.income:
        attack.learn(over(cells, growing, one.year, STREAMS), one.current_dkk)


def learn_figure(attack: Attack, cells: Cells, kpi_id: str, told: Value, actors: Iterable[str], year: int) -> None:
    """Learn the kroner that a figure tells of its actors, the detail that stands beside it included."""
    visits = VISITS * len(list(actors))
    if kpi_id == "revenue_per_visit":
        attack.learn(over(cells, actors, year, STREAMS), told.number * visits)
    elif kpi_id == "admission_per_visit":
        attack.learn(over(cells, actors, year, ["admission"]), told.number * visits)
    elif kpi_id == "shop_conversion":
        attack.learn(over(cells, actors, year, ["shop"]), _kroner(told, "per_visit") * visits)
    elif kpi_id == "self_earned_share":
        attack.learn(over(cells, actors, year, STREAMS), _kroner(told, "own_income"))
        attack.learn(over(cells, actors, year, (*STREAMS, *GRANTS)), _kroner(told, "total"))
    elif kpi_id == "private_funding_share":
        everything = attack.true_of(over(cells, actors, year, (*STREAMS, *GRANTS)))
        attack.learn(over(cells, actors, year, (*STREAMS, *GRANTS)), everything)
        attack.learn(over(cells, actors, year, ["grant_private"]), told.number * everything)
    elif kpi_id == "cost_per_visit":
        attack.learn(over(cells, actors, year, ["cost"]), told.number * visits)
        if (granted := told.detail["public_grant_per_visit"]) is not None:
            attack.learn(over(cells, actors, year, ["grant_public"]), float(str(granted)) * visits)


def _kroner(told: Value, name: str) -> float:
    return float(str(told.detail[name]))


def secrets(cells: Cells, actors: str) -> list[Sum]:
    """Return what may not be worked out: each amount, and what one or two earn, are granted and spend in a year."""
    sums: list[Sum] = [{cell: 1.0} for cell in cells]
    few = [set(some) for size in (1, 2) for some in combinations(actors, size)]
    sums += [over(cells, some, year, names) for some in few for names in (STREAMS, GRANTS, ["cost"]) for year in YEARS]
    return [one for one in sums if one]


def attacked(seed: int, reader: Reader) -> tuple[Attack, list[Sum]]:
    """Return what this reader learns from the pages of one invented place and its actors, and what is secret there."""
    chance = random.Random(seed)
    actors = "abcdef"[: chance.randint(2, 6)]
    cells = amounts(chance, actors)
    data, attack = tables(cells, actors), Attack(cells)
    for place in all_places(data).values():
        for year in YEARS:
            learn(attack, business(data, place, year, reader))
    return attack, secrets(cells, actors)


@counted(TABLES)
def test_no_money_of_fewer_than_three_can_be_worked_out(count: int) -> None:
    told_of = 0
    for seed in range(count):
        attack, secret = attacked(seed, OUTSIDER)
        told_of += attack.knows
        assert attack.pinned(secret) == [], seed
    assert told_of > count // 2


def test_the_same_attack_reaches_single_actors_where_everything_is_told() -> None:
    assert all(attack.pinned(secret) for attack, secret in (attacked(seed, LOCAL_ANALYST) for seed in range(3)))
