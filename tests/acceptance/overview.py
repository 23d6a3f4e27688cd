"""Every figure on the overview beside what the command line tells of its places, and of all of them as one."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from statistics import median

import pandas as pd

from access.reader import LOCAL_ANALYST
from answers.data import Data, open_data
from answers.places import all_places
from answers.potential import ranks
from answers.themes import Asked, measured
from answers.wording import value_text
from answers.written import written
from locales import Language
from tests.acceptance.figures import Pair
from tests.acceptance.shown import Shown, Table
from tests.acceptance.told import Told, even
from tests.answers.tables import StorelessData, place_of
from warehouse.connect import open_store

# The columns of the table of all places, each with how it writes its figure.
_COLUMNS: Mapping[str, Callable[[float, Language], str]] = {
    "visits_total": lambda number, language: language.number(number),
    "visits_yoy": lambda number, language: language.percent(number, signed=True),
    "gini_season_norm": lambda number, language: language.number(number, 2),
    "offseason_share": lambda number, language: language.share(number),
    "data_completeness": lambda number, language: language.share(number),
}


class AsOnePlace(StorelessData):
    """The same data with every actor in one place, so that the region is asked for as any place is."""

    def __init__(self, apart: Data) -> None:
        super().__init__()
        self.apart = apart

    def frame(self, dataset_id: str) -> pd.DataFrame:
        """Return the frame with the actors moved together."""
        frame = self.apart.frame(dataset_id)
        return frame.assign(destination_id="everybody") if dataset_id == "actors" else frame


def told_as_one(store: Path, year: int, language: Language) -> dict[str, str]:
    """Return how the change and the completeness of the whole region are written, were it one place."""
    data = AsOnePlace(open_data(open_store(store)))
    asked = Asked(data, place_of(data, "destination:everybody"), year, LOCAL_ANALYST, date(year, 12, 31))
    answers = measured(asked, ("growth", "quality"))
    return {kpi: even(written(answers[kpi], language)) for kpi in ("visits_yoy", "data_completeness")}


def pairs_of_overview(
    shown: Shown, told: Mapping[str, Told], as_one: Mapping[str, str], language: Language
) -> Iterator[Pair]:
    """Give every figure on the overview of a year: of each place, and what its tiles make of them."""
    rows = {row[0]: row for row in shown.table("places").rows}
    yield Pair("the places", sorted(rows), sorted(one.name for one in told.values()))
    for one in told.values():
        for at, (kpi, write) in enumerate(_COLUMNS.items(), 1):
            known = one.number(kpi)
            words = value_text(one.answer(kpi).result, "index", language) if known is None else write(known, language)
            yield Pair(f"{one.name}, {kpi}", rows[one.name][at], even(words))
    total, change, outside, reported = (tile.value for tile in shown.tiles)
    counts = [one.number("visits_total") or 0 for one in told.values()]
    shares = [share for one in told.values() if (share := one.number("offseason_share")) is not None]
    yield Pair("the tile of all visits", total, even(language.number(sum(counts))))
    yield Pair("the sentence", even(language.number(sum(counts))) in shown.sentence, True)
    yield Pair("the tile outside the summer", outside, even(language.percent(median(shares), 0)) if shares else "–")
    yield Pair("the tile of the change", change, as_one["visits_yoy"])
    yield Pair("the tile of what is reported", reported, as_one["data_completeness"])
    yield from _on_two_axes(shown, told)


def _on_two_axes(shown: Shown, told: Mapping[str, Told]) -> Iterator[Pair]:
    drawn = [trace for name, traces in shown.charts.items() if name.startswith("two_axes") for trace in traces]
    points = sorted((x, y) for trace in drawn for x, y in zip(trace["x"], trace["y"], strict=True))
    pairs = [(one.number("visits_yoy"), one.number("resident_support_share")) for one in told.values()]
    known = sorted((x, y) for x, y in pairs if x is not None and y is not None)
    yield Pair("how many stand on two axes", len(points), len(known))
    for point, pair in zip(points, known, strict=False):
        for number, expected in zip(point, pair, strict=True):
            yield Pair("a place on two axes", float(number), float(expected))


def pairs_of_ranks(shown: Table, told: Mapping[str, Told], store: Path, year: int) -> Iterator[Pair]:
    """Give the ranks by growth potential, and whether each holds the place's rank by the index that is told of it."""
    data = open_data(open_store(store))
    found = {all_places(data)[place].name: ends for place, ends in ranks(data, year, LOCAL_ANALYST).items()}
    rows = {name: (int(best), int(worst)) for name, best, worst in shown.rows}
    indices = {one.name: index for one in told.values() if (index := one.number("growth_potential_index")) is not None}
    yield Pair("the places that have ranks", sorted(rows), sorted(indices))
    for name, ends in found.items():
        yield Pair(f"the ranks of {name}", rows.get(name), ends)
    for name, index in indices.items():
        rank = 1 + sum(other > index for other in indices.values())
        best, worst = rows[name]
        yield Pair(f"the rank of {name} lies within its interval", best <= rank <= worst, True)
