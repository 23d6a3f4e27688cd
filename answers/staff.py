"""Which professions work in a place: no cell of fewer than three is told, by itself or as what is left of the whole.

A place tells no more than its houses do, each of its own staff: the sums of what they tell give nothing else away.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from answers.compare import Coverage
from answers.data import Data
from answers.disclosure import Disclosure
from answers.earnings import Figure
from answers.places import Place
from kpis.business.staff import STAFF_SHOWN, houses_shown, profession_diversity
from kpis.result import Undefined, Value
from warehouse.schema import datasets
from warehouse.totals import total_over


@dataclass(frozen=True)
class Staff:
    """How many work in each profession that may be told; `joined` is how many more there are, None where all are told.

    Both are empty where the whole is hidden.
    """

    figure: Figure
    coverage: Coverage
    professions: dict[str, int]
    joined: int | None


def staff_of(data: Data, place: Place, year: int, disclosure: Disclosure) -> Staff:
    """Return the professions of a place in a year, as this reader may see them."""
    houses = houses_shown(_houses(_rows(data, place, year)))
    if isinstance(houses, Undefined):
        return Staff(Figure(houses), Coverage(0, len(place.actors), 0, 0), {}, None)
    actors = frozenset(houses)
    coverage = Coverage(len(actors), len(place.actors), 0, 0)
    heads = _summed(houses.values())
    if hidden := disclosure.hidden_of(actors):
        return Staff(Figure(hidden, actors, months=0), coverage, {}, None)
    if not heads:
        return Staff(Figure(Undefined("list_missing"), actors, months=0), coverage, {}, None)
    result = profession_diversity(heads)
    if isinstance(result, Undefined):
        return Staff(Figure(result, actors, months=0), coverage, {}, None)
    told, joined = told_by(houses.values())
    # Beside the exact number of heads, the exact figures would tell how the smallest professions divide.
    shown = result if joined is None else Value(result.value)
    return Staff(Figure(shown, actors, months=0), coverage, told, joined)


def told_by(houses: Iterable[Mapping[str, int]]) -> tuple[dict[str, int], int | None]:
    """Return the sums of what each house tells by profession, largest first, and of the others in all of them."""
    told = [told_professions(dict(heads)) for heads in houses]
    sums = _summed(professions for professions, _ in told)
    joined = sum(others or 0 for _, others in told)
    return dict(sorted(sums.items(), key=lambda pair: -pair[1])), joined or None


def _summed(parts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for part in parts:
        total.update(part)
    return dict(total)


def told_professions(heads: dict[str, int]) -> tuple[dict[str, int], int | None]:
    """Return the professions of three or more, largest first, and the heads of all others, never one or two."""
    told = dict(sorted(((name, n) for name, n in heads.items() if n >= STAFF_SHOWN), key=lambda pair: -pair[1]))
    rest = sum(n for name, n in heads.items() if name not in told)
    while 0 < rest < STAFF_SHOWN and told:
        rest += told.popitem()[1]
    return told, rest or None


def _rows(data: Data, place: Place, year: int) -> pd.DataFrame:
    frame = data.frame("staff")
    here = frame["actor_id"].isin(place.actors) & (frame["period"] == str(year)) & frame["headcount"].notna()
    return frame[here]


def _houses(rows: pd.DataFrame) -> dict[str, dict[str, int]]:
    """Return the heads by actor and profession."""
    houses: dict[str, dict[str, int]] = {}
    if rows.empty:
        return houses
    counts: pd.Series[float] = total_over(rows, datasets()["staff"], "headcount", ["actor_id", "profession"])
    for actor, profession, count in counts.reset_index().itertuples(index=False):
        houses.setdefault(str(actor), {})[str(profession)] = int(count)
    return houses
