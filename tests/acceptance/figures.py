"""Every KPI that a page shows beside what the command line tells of it."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from answers.sentences.tourism_value import money_text
from answers.show import CLOCK_BOUND
from kpis.catalogue import catalogue
from locales import Language
from tests.acceptance.sentences import said
from tests.acceptance.shown import Shown, Table, Tile
from tests.acceptance.told import Told, even

# The board's page, which says in the place of the unit why there is no value.
BOARD = "bestyrelse"
# The charts that show a KPI year by year, each with the trace that holds it.
BY_YEAR = {
    ("vaekst", "years"): (0, "visits_total"),
    ("gaester", "satisfaction"): (0, "satisfaction_mean"),
    ("gaester", "nps"): (0, "nps"),
    ("regenerativt", "energy"): (0, "resource_per_visit"),
}


class Pair(NamedTuple):
    """One figure as a page shows it, and as it should be."""

    where: str
    shown: object
    told: object

    @property
    def differ(self) -> bool:
        """True where the page shows something else."""
        if isinstance(self.shown, float) and isinstance(self.told, float):
            return abs(self.shown - self.told) > 1e-9 * max(1.0, abs(self.told))
        return self.shown != self.told


class View(NamedTuple):
    """A page of one place and year in one language; `ask` gives what is told of any year of the place."""

    path: str
    year: int
    language: Language
    ask: Callable[[int], Told | None]

    @property
    def told(self) -> Told:
        """What is told of the year itself."""
        told = self.ask(self.year)
        assert told is not None
        return told

    def names(self) -> Mapping[str, str]:
        """Return the id of each KPI by the name that tables give it."""
        named = {self.language.kpi_text(passport.name): kpi_id for kpi_id, passport in catalogue().items()}
        nights = self.told.values["visits_total"]["unit"] == "nights"
        return {**named, self.language.text("Nights"): "visits_total"} if nights else named


def kpi_named(text: str, names: Mapping[str, str]) -> str | None:
    """Return the KPI that a row is named by; the figure of a market has the name of the market after its own."""
    return names.get(text) or names.get(text.rpartition(": ")[0])


def pairs_of(view: View, shown: Shown) -> Iterator[Pair]:
    """Give every KPI on a page of one place with what is told of it."""
    for tile in shown.tiles:
        if tile.kpi and tile.kpi not in CLOCK_BOUND:
            yield from _of_tile(view, tile)
    for table in shown.tables:
        yield from _of_table(view, table)
    yield from _by_year_in_words(view, shown)
    yield from _by_year_in_charts(view, shown)
    for text in said(view.path, view.told, view.language):
        yield Pair(f"the sentence: {shown.sentence}", text if text in shown.sentence else "not there", text)


def _of_tile(view: View, tile: Tile) -> Iterator[Pair]:
    told, language = view.told, view.language
    if view.path == "turismens-vaerdi":
        yield Pair(f"the fact {tile.kpi}", tile.value, _in_the_report(told, tile.kpi, language))
        return
    yield Pair(f"the tile {tile.kpi}", tile.value, told.written(tile.kpi, language))
    if interval := told.interval(tile.kpi, language):
        found = next((words for words in tile.beside if words.startswith(interval)), "")
        yield Pair(f"the interval of {tile.kpi}", found[: len(interval)], interval)
    for year, value, *_ in tile.years:
        if then := view.ask(int(year)):
            yield Pair(f"the tile {tile.kpi} in {year}", value, then.written(tile.kpi, language))


def _in_the_report(told: Told, kpi: str, language: Language) -> str:
    number = told.number(kpi)
    assert number is not None
    ways = {"local_economic_value": money_text(number, language), "visits_total": language.number(number)}
    return even(ways.get(kpi, language.percent(number, 0)))


def _of_table(view: View, table: Table) -> Iterator[Pair]:
    """Give the rows that are named by a KPI: value, unit and period."""
    told, language, names = view.told, view.language, view.names()
    heads = {language.text("Value"), language.text("The figure"), str(view.year)}
    at = next((place for place, header in enumerate(table.headers) if place and header in heads), None)
    for row in table.rows:
        kpi = kpi_named(row[0], names)
        if at is None or kpi is None or kpi in CLOCK_BOUND:
            continue
        where = f"{table.name or 'a table'}, {kpi}"
        yield Pair(where, row[at], told.written(kpi, language))
        if {language.text("Unit"), language.text("Period")} <= set(table.headers):
            by_head = dict(zip(table.headers, row, strict=True))
            if told.values[kpi]["reason"] is None or view.path != BOARD:
                yield Pair(f"{where}, unit", by_head[language.text("Unit")], told.unit(kpi, language))
            yield Pair(f"{where}, period", by_head[language.text("Period")], told.period(kpi, language))


def _by_year_in_words(view: View, shown: Shown) -> Iterator[Pair]:
    """Give satisfaction and recommendation from the table of the guests' answers."""
    for table in shown.tables:
        for row in table.rows if table.name == "guest_years" else ():
            if (told := view.ask(int(row[0]))) is None:
                continue
            for at, kpi, decimals in ((1, "satisfaction_mean", 1), (3, "nps", 0)):
                number = told.number(kpi)
                written = "" if number is None else even(view.language.number(number, decimals))
                yield Pair(f"guest_years, {kpi} in {row[0]}", row[at], written)


def _by_year_in_charts(view: View, shown: Shown) -> Iterator[Pair]:
    for (path, name), (trace, kpi) in BY_YEAR.items():
        if path != view.path or name not in shown.charts:
            continue
        points = shown.charts[name][trace]
        for year, number in zip(points["x"], points["y"], strict=True):
            if number is not None and (told := view.ask(int(year))):
                known = told.number(kpi)
                yield Pair(f"the chart {name} in {year}", float(number), None if known is None else float(known))
