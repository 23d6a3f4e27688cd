"""A reader who goes from page to page of one server, with the command line beside them."""

from collections.abc import Iterable, Mapping
from functools import partial

from access.reader import LOCAL_ANALYST
from board.changes import ANYBODY
from data.sample import SAMPLE_DESTINATIONS
from locales import Language
from tests.acceptance.figures import BOARD, Pair, View, pairs_of
from tests.acceptance.overview import pairs_of_overview, pairs_of_ranks, told_as_one
from tests.acceptance.shown import Shown, read_shown
from tests.acceptance.told import CommandLine, Told
from tests.acceptance.visit import Visit
from tests.server import Server

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
OVERVIEW, REPORT = "", "turismens-vaerdi"
OF_ONE_PLACE = (*TABLES, REPORT)
PLACES = tuple(f"destination:{code}" for code in SAMPLE_DESTINATIONS)
HERE, YEAR = "destination:eks-brisehavn", 2025


def different(pairs: Iterable[Pair]) -> list[Pair]:
    """Return the pairs whose page shows something else."""
    return [pair for pair in pairs if pair.differ]


class Desk:
    """A reader who goes from page to page of one server, with the command line beside them."""

    def __init__(self, visit: Visit, server: Server, command_line: CommandLine) -> None:
        self.visit, self.server, self.command_line = visit, server, command_line
        self._seen: dict[str, Shown] = {}

    def look(self, path: str, place: str, year: int, language: Language) -> Shown:
        """Return what a page shows of a place and year; it is read once."""
        address = f"/{path}?place={place}&year={year}&lang={language.code}"
        if address not in self._seen:
            self._seen[address] = self._preview(address) if path == BOARD else self._read(address)
        return self._seen[address]

    def _read(self, address: str) -> Shown:
        self.visit.follow(address)
        return read_shown(self.visit.page)

    def compare(self, path: str, place: str, year: int, language: Language) -> list[Pair]:
        """Return every KPI on a page of one place with what the command line tells of it.

        The page for the board is for anybody, so it holds what somebody from outside is told. The command line is asked
        first: it keeps the forecast that the page then reads.
        """
        reader = ANYBODY if path == BOARD else LOCAL_ANALYST
        assert self.command_line.told(place, year, reader)
        view = View(path, year, language, partial(self.command_line.told, place, reader=reader))
        return list(pairs_of(view, self.look(path, place, year, language)))

    def _preview(self, address: str) -> Shown:
        """What stands in the frame that shows the board's page, composed anew, before it is sent."""
        self.visit.open(f"{self.server.url}{address}")
        self.visit.keyed("board_show").locator("button").click()
        frame = self.visit.page.locator("iframe[srcdoc]").element_handle()
        inside = frame.content_frame() if frame else None
        assert inside is not None
        inside.wait_for_selector("#definitions", state="attached")
        return read_shown(inside)

    def compare_overview(self, year: int, language: Language) -> list[Pair]:
        """Return every figure on the overview of a year with what the command line tells of its places."""
        as_one = told_as_one(self.server.store, year, language)
        return list(pairs_of_overview(self.look(OVERVIEW, HERE, year, language), self._places(year), as_one, language))

    def compare_ranks(self, year: int, language: Language) -> list[Pair]:
        """Return the ranks that the overview of a year gives where somebody asks for them."""
        self.visit.open(f"{self.server.url}/?place={HERE}&year={year}&lang={language.code}")
        self.visit.keyed("potential_ranks").locator("label").click()
        self.visit.keyed("downloads_ranks").wait_for()
        self.visit.settle()
        table = read_shown(self.visit.page).table("ranks")
        return list(pairs_of_ranks(table, self._places(year), self.server.store, year))

    def _places(self, year: int) -> Mapping[str, Told]:
        return {place: found for place in PLACES if (found := self.command_line.told(place, year))}
