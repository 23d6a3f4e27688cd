"""Every figure on the screen is the one that the command line gives for the same view, and none of them is left out."""

from collections.abc import Iterable, Iterator

import pytest
from playwright.sync_api import Browser

from answers.show import CLOCK_BOUND
from kpis.catalogue import catalogue
from locales import DANISH, ENGLISH, Language
from tests.acceptance.figures import Pair, View, pairs_of, pairs_of_overview
from tests.acceptance.shown import Shown, read_shown
from tests.acceptance.told import CommandLine
from tests.acceptance.visit import Visit
from tests.server import Server

pytestmark = pytest.mark.browser

# Where each page of one place is, and the name of its table of figures; those without a table show some of the same.
TABLES = {
    "vaekst": "growth",
    "saeson": "season",
    "kulturvirksomhed": "business",
    "gaester": "guests",
    "regenerativt": "regenerative",
    "samarbejde": "collaboration",
    "ti-skridt": "steps",
    "data": "quality",
}
OVERVIEW, BOARD, REPORT = "", "bestyrelse", "turismens-vaerdi"
OF_ONE_PLACE = (*TABLES, REPORT)
PLACES = tuple(
    f"destination:eks-{name}"
    for name in (
        "brisehavn",
        "hejresgave",
        "klydoe",
        "lertofte",
        "marehalm",
        "muslingevig",
        "revlinghede",
        "uldkoebing",
    )
)
HERE, YEAR, YEARS = PLACES[0], 2025, range(2021, 2027)
# Each page once more in English, where less is known: not everybody has reported, one actor alone, hardly anything.
ELSEWHERE = (
    ("vaekst", "destination:eks-klydoe", 2021),
    ("saeson", "destination:eks-uldkoebing", 2025),
    ("kulturvirksomhed", "actor:eks-soefartsmuseet", 2024),
    ("gaester", "actor:eks-soefartsmuseet", 2023),
    ("regenerativt", "destination:eks-uldkoebing", 2022),
    ("samarbejde", "actor:eks-kakkelmuseet", 2023),
    ("ti-skridt", "destination:eks-klydoe", 2024),
    ("data", "actor:eks-kakkelmuseet", 2023),
    (REPORT, "destination:eks-uldkoebing", 2025),
)


class Desk:
    """A reader who goes from page to page of one server, with the command line beside them."""

    def __init__(self, visit: Visit, server: Server, command_line: CommandLine) -> None:
        self.visit, self.server, self.command_line = visit, server, command_line
        self._seen: dict[str, Shown] = {}

    def look(self, path: str, place: str, year: int, language: Language) -> Shown:
        """Return what a page shows of a place and year; it is read once."""
        address = f"/{path}?place={place}&year={year}&lang={language.code}"
        if address not in self._seen:
            self.visit.follow(address)
            self._seen[address] = self._preview(language) if path == BOARD else read_shown(self.visit.page)
        return self._seen[address]

    def compare(self, path: str, place: str, year: int, language: Language) -> list[Pair]:
        """Return every KPI on a page of one place with what the command line tells of it."""
        view = View(path, year, language, self.command_line.of_years(place, YEARS))
        return list(pairs_of(view, self.look(path, place, year, language)))

    def _preview(self, language: Language) -> Shown:
        """What stands in the frame that shows the board's page before it is sent."""
        frame = self.visit.page.locator(f"iframe[srcdoc*='<html lang=\"{language.code}\"']").element_handle()
        inside = frame.content_frame() if frame else None
        assert inside is not None
        inside.wait_for_selector("#definitions", state="attached")
        return read_shown(inside)

    def compare_overview(self, year: int, language: Language) -> list[Pair]:
        """Return every figure on the overview of a year with what the command line tells of its places."""
        told = {place: found for place in PLACES if (found := self.command_line.told(place, year))}
        return list(pairs_of_overview(self.look(OVERVIEW, HERE, year, language), told, language))


def different(pairs: Iterable[Pair]) -> list[Pair]:
    return [pair for pair in pairs if pair.differ]


@pytest.fixture(scope="module")
def desk(browser: Browser, sample_app: Server) -> Iterator[Desk]:
    """A reader of the sample region."""
    with Visit.starting(browser) as visit, CommandLine.on(sample_app.store) as command_line:
        command_line.told(HERE, YEAR)
        visit.open(f"{sample_app.url}/metode")
        yield Desk(visit, sample_app, command_line)


@pytest.mark.parametrize("path", [*OF_ONE_PLACE, BOARD])
def test_every_figure_of_a_page_is_that_of_the_command_line(desk: Desk, path: str) -> None:
    pairs = desk.compare(path, HERE, YEAR, DANISH)
    assert pairs
    assert different(pairs) == []


@pytest.mark.parametrize(("path", "place", "year"), ELSEWHERE)
def test_so_it_is_in_english_and_where_less_is_known(desk: Desk, path: str, place: str, year: int) -> None:
    assert different(desk.compare(path, place, year, ENGLISH)) == []


@pytest.mark.parametrize(("year", "language"), [(2025, DANISH), (2022, ENGLISH)], ids=["2025-da", "2022-en"])
def test_every_figure_of_all_places_is_that_of_the_command_line(desk: Desk, year: int, language: Language) -> None:
    assert different(desk.compare_overview(year, language)) == []


def test_every_kpi_of_the_catalogue_stands_on_a_page(desk: Desk) -> None:
    told = desk.command_line.told(HERE, YEAR)
    assert told is not None
    named = View("", YEAR, DANISH, {YEAR: told}).names()
    tables = [desk.look(path, HERE, YEAR, DANISH).table(name) for path, name in TABLES.items()]
    assert {named[row[0]] for table in tables for row in table.rows} == set(catalogue()) == {*told.values, *CLOCK_BOUND}
