"""Which professions work in a place: no cell of fewer than three is told, by itself or as what is left of the whole."""

from dataclasses import dataclass

import pandas as pd

from answers.compare import Coverage
from answers.data import Data
from answers.disclosure import Disclosure
from answers.earnings import Figure
from answers.places import Place
from kpis.business.staff import STAFF_SHOWN, profession_diversity
from kpis.result import Undefined, Value
from warehouse.schema import datasets
from warehouse.totals import total_over


@dataclass(frozen=True)
class Staff:
    """How many work in each profession that may be told; `joined` is how many work in the others together, None of any.

    Both are empty where the whole is hidden.
    """

    figure: Figure
    coverage: Coverage
    professions: dict[str, int]
    joined: int | None


def staff_of(data: Data, place: Place, year: int, disclosure: Disclosure) -> Staff:
    """Return the professions of a place in a year, as this reader may see them."""
    rows = _rows(data, place, year)
    actors = frozenset(map(str, rows["actor_id"]))
    coverage = Coverage(len(actors), len(place.actors))
    heads = _heads(rows)
    if hidden := disclosure.hidden_of(actors):
        return Staff(Figure(hidden, actors), coverage, {}, None)
    if not heads:
        return Staff(Figure(Undefined("list_missing"), actors), coverage, {}, None)
    result = profession_diversity(heads)
    if isinstance(result, Undefined):
        return Staff(Figure(result, actors), coverage, {}, None)
    told, joined = told_professions(heads)
    # Beside the exact number of heads, the exact figures would tell how the smallest professions divide.
    shown = result if joined is None else Value(result.value)
    return Staff(Figure(shown, actors), coverage, told, joined)


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


def _heads(rows: pd.DataFrame) -> dict[str, int]:
    if rows.empty:
        return {}
    counts: pd.Series[float] = total_over(rows, datasets()["staff"], "headcount", ["profession"])
    return {str(name): int(count) for name, count in counts.items()}
