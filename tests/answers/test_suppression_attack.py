"""All that is told of one place and year, of the place and of each of its actors, works out no hidden cell."""

import random
from collections.abc import Mapping, Sequence

import pytest

from access.reader import LOCAL_ANALYST, Reader
from answers.audience import audience_of
from answers.data import Data
from answers.disclosure import Disclosure
from answers.guests import guests
from answers.places import Place, all_places
from answers.staff import Staff, staff_of
from kpis.result import Value
from tests.answers.attack import Attack, Sum, first_true, over
from tests.answers.tables import Row, TableData, in_place
from tests.corpus.counts import counted

YEAR = 2025
TABLES = 1000
OUTSIDER = Reader("Gæst", "reader", places=None)
READERS = (LOCAL_ANALYST, OUTSIDER)
GROUPS = ("18-29", "30-49", "50+")
PROFESSIONS = ("guide", "historian", "shop", "keeper", "baker")
ONE_TO_TEN = tuple(map(str, range(1, 11)))
SCALES: Mapping[str, tuple[str, ...]] = {
    "satisfaction_1_10": ONE_TO_TEN,
    "nps_0_10": ("0", *ONE_TO_TEN),
    "repeat": ("ja", "nej"),
    "importance_1_10": ONE_TO_TEN,
    "audience": GROUPS,
}
FEWEST = {"repeat": 30}
Cells = dict[tuple[str, str], float]
Told = list[tuple[int, Mapping[str, float], float]]


def survey(chance: random.Random, question: str, actors: Sequence[str]) -> Cells:
    """Return the answers to one question, often of so few at an actor that they are hidden."""
    cells: Cells = {}
    for actor in actors:
        n = chance.choice([chance.randint(1, 9), chance.randint(10, 29), chance.randint(30, 250)])
        drawn = chance.choices(SCALES[question], [chance.random() ** 2 for _ in SCALES[question]], k=n)
        cells |= {(actor, answer): drawn.count(answer) for answer in SCALES[question]}
    return cells


def answered(question: str, item: str, cells: Cells) -> list[Row]:
    shared = {"period": str(YEAR), "question": question, "item": item}
    return [{"actor_id": actor, "score": answer, "count": n, **shared} for (actor, answer), n in cells.items()]


def surveyed(question: str, cells: Cells, actors: Sequence[str]) -> Data:
    rows = answered(question, {"importance_1_10": "signs", "audience": "age"}.get(question, "all"), cells)
    if question == "importance_1_10":
        rows += answered("performance_1_10", "signs", cells)
        of_twenty: Cells = {(actor, "5"): 20 for actor in actors}
        rows += [row for one in (question, "performance_1_10") for row in answered(one, "café", of_twenty)]
    official = {"area_code": "x", "period": str(YEAR), "market": "all", "value": 100}
    population: list[Row] = [{**official, "indicator": f"population:{group}"} for group in GROUPS]
    return TableData(
        {
            "destinations": [{"destination_id": "p", "area_code": "x"}],
            "actors": in_place(*actors),
            "guest_response": rows,
            "reference": population,
        }
    )


def told_of(question: str, data: Data, place: Place, reader: Reader) -> Told:
    """Return every sum that the figures of the place tell: over how many answers, what each counts, and the total."""
    page = guests(data, place, YEAR, reader)
    found: Told = []
    numbers = {answer: float(answer) for answer in SCALES[question] if answer.isdecimal()}
    for kpi_id, answer in page.answers.items():
        result = answer.result
        if not isinstance(result, Value) or kpi_id == "response_rate":
            continue
        n = result.n or 0
        if kpi_id == "satisfaction_mean":
            squares = float(str(result.detail["sd"])) ** 2 * (n - 1) + n * result.number**2
            found += [(n, numbers, n * result.number), (n, {one: x * x for one, x in numbers.items()}, squares)]
        elif kpi_id == "satisfied_share":
            found.append((n, {one: float(x >= 8) for one, x in numbers.items()}, n * result.number))
        elif kpi_id == "nps":
            for name, low, high in (("promoter_share", 9, 10), ("detractor_share", 0, 6)):
                share = float(str(result.detail[name]))
                found.append((n, {one: float(low <= x <= high) for one, x in numbers.items()}, n * share))
        elif kpi_id == "repeat_visitor_share":
            found.append((n, {"ja": 1.0, "nej": 0.0}, n * result.number))
    found += [
        (thing.answers, numbers, thing.importance * thing.answers) for thing in page.things if thing.name == "signs"
    ]
    audience = audience_of(data, place, YEAR).result
    if isinstance(audience, Value):
        shares = audience.detail["visitors"]
        assert isinstance(shares, Mapping)
        n = audience.n or 0
        found += [(n, {group: 1.0}, share * n) for group, share in shares.items()]
    return found


def may_be_shown(question: str, cells: Cells, actor: str) -> bool:
    counts = [cells[actor, answer] for answer in SCALES[question]]
    return min(counts) >= 10 if question == "audience" else sum(counts) >= FEWEST.get(question, 10)


@counted(TABLES)
def test_no_hidden_answer_can_be_worked_out(count: int) -> None:
    attacked = 0
    for seed in range(count):
        chance = random.Random(seed)
        question, actors = chance.choice(list(SCALES)), "abcde"[: chance.randint(2, 5)]
        cells = survey(chance, question, actors)
        shown = [actor for actor in actors if may_be_shown(question, cells, actor)]
        data, attack = surveyed(question, cells, actors), Attack(cells)
        for actor in actors:
            everyone = over([actor], dict.fromkeys(SCALES[question], 1.0))
            attack.learn(everyone, attack.true_of(everyone))
        for place in all_places(data).values():
            for n, weights, total in told_of(question, data, place, LOCAL_ANALYST):
                here = [place.actors, [actor for actor in place.actors if actor in shown]]
                everybody = [over(some, dict.fromkeys(SCALES[question], 1.0)) for some in here]
                asked = {actor for actor, _ in first_true(attack, everybody, n)}
                attack.learn(over(sorted(asked), weights), total)
        hidden: list[Sum] = [{cell: 1.0} for cell in cells if cell[0] not in shown]
        attacked += bool(hidden and shown)
        assert attack.pinned(hidden) == [], (seed, question)
    assert attacked > count // 4


def staffed(chance: random.Random, actors: Sequence[str]) -> Cells:
    return {
        (actor, profession): chance.choice([0, 0, 1, 1, 2, 2, 3, 4, chance.randint(5, 12)])
        for actor in actors
        for profession in PROFESSIONS
    }


def learn_staff(attack: Attack, told: Staff, actors: Sequence[str], own: Mapping[str, Staff]) -> None:
    """Learn the heads of each profession told: of everybody where that is true, else of the houses that tell it."""
    houses = [actor for actor in actors if own[actor].professions or own[actor].joined]
    of_each: dict[str, list[str]] = {}
    for profession, heads in told.professions.items():
        telling = [actor for actor in actors if profession in own[actor].professions]
        sums = [over(some, {profession: 1.0}) for some in (actors, telling)]
        found = first_true(attack, sums, heads)
        of_each[profession] = [actor for actor, _ in found]
        attack.learn(found, heads)
    if not told.professions and told.joined is None:
        return
    total = sum(told.professions.values()) + (told.joined or 0)
    everyone = dict.fromkeys(PROFESSIONS, 1.0)
    attack.learn(first_true(attack, [over(some, everyone) for some in (actors, houses)], total), total)


@counted(TABLES)
def test_no_hidden_number_of_staff_can_be_worked_out(count: int) -> None:
    attacked = 0
    for seed in range(count):
        chance = random.Random(seed)
        actors = "abcde"[: chance.randint(1, 5)]
        cells = staffed(chance, actors)
        rows: list[Row] = [
            {"actor_id": actor, "period": str(YEAR), "profession": profession, "headcount": heads}
            for (actor, profession), heads in cells.items()
        ]
        places = [{"destination_id": "p"}]
        data = TableData({"destinations": places, "actors": in_place(*actors), "staff": rows})
        views = all_places(data)
        own = {actor: staff_of(data, views[f"actor:{actor}"], YEAR, Disclosure(LOCAL_ANALYST)) for actor in actors}
        attack = Attack(cells)
        for place in views.values():
            for reader in READERS:
                learn_staff(attack, staff_of(data, place, YEAR, Disclosure(reader)), place.actors, own)
        hidden: list[Sum] = [{cell: 1.0} for cell in cells if cell[1] not in own[cell[0]].professions]
        attacked += bool(hidden)
        assert attack.pinned(hidden) == [], seed
    assert attacked > count // 2


def test_the_attack_works_out_what_a_careless_total_gives_away() -> None:
    attack = Attack({("a", "8"): 30, ("b", "8"): 7, ("b", "9"): 0})
    attack.learn({("a", "8"): 1}, 30)
    assert attack.pinned([{("b", "8"): 1}]) == []
    attack.learn({("a", "8"): 1, ("b", "8"): 1}, 37)
    assert attack.pinned([{("b", "8"): 1}]) == [{("b", "8"): 1}]


def test_a_tenth_off_is_worked_out_and_more_is_not() -> None:
    x, y = ("a", "8"), ("b", "8")
    near, far = (Attack({x: 100, y: rest}) for rest in (10, 15))
    near.learn({x: 1, y: 1}, 110)
    near.learn({x: 1, y: 2}, 120)
    assert near.pinned([{x: 1}]) == [{x: 1}]
    far.learn({x: 1, y: 1}, 115)
    assert far.pinned([{x: 1}, {y: 1}]) == []


def test_a_number_that_is_no_sum_of_the_cells_is_not_believed() -> None:
    with pytest.raises(AssertionError, match="another sum"):
        Attack({("a", "8"): 1}).learn({("a", "8"): 1}, 2)
