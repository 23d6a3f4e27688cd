"""The whole product: every page of every place and year in both languages tells what the command line tells.

One place and year is one test, so that after a mend `-k "klydoe and 2023"` reads that view again.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from answers.data import open_data
from answers.places import all_places
from answers.show import CLOCK_BOUND
from answers.view import has_figures
from data.sample.region import region
from kpis.catalogue import catalogue
from locales import DANISH, ENGLISH, Language
from tests.acceptance.desk import HERE, OF_ONE_PLACE, PLACES, YEAR, Desk, different
from tests.acceptance.figures import BOARD, Pair
from tests.acceptance.told import CommandLine, even
from tests.acceptance.visit import Visit
from tests.server import Server, run, serving
from tests.workbooks import workbook
from warehouse.connect import open_store

pytestmark = [pytest.mark.browser, pytest.mark.soak, pytest.mark.timeout(2 * 3600)]

LANGUAGES = (DANISH, ENGLISH)
# The sample of five years ends in the middle of one, which stands unfinished; the years that tell most come first.
UNTIL = "2026-06"
YEARS = (2025, 2022, 2026, 2024, 2023)
ACTORS = tuple(f"actor:{actor.id}" for actor in region().actors)
VIEWS = [pytest.param(place, year, id=f"{place}-{year}") for year in YEARS for place in (*PLACES, *ACTORS)]
ODD_YEARS = (2022, 2023, 2024)
ODD_PLACES = (
    *(f"destination:kun-{counted}" for counted in ("naetter", "kvartaler", "aar")),
    *(f"actor:{name}" for name in ("kvartalet", "aaret")),
)
ODD = workbook(
    {
        "destinations": [
            {"destination_id": "kun-naetter", "name": "Kun Nætter", "area_code": "n1", "residents": 900},
            {"destination_id": "kun-kvartaler", "name": "Kun Kvartaler", "residents": 400},
            {"destination_id": "kun-aar", "name": "Kun År", "residents": 200},
        ],
        "actors": [
            {"actor_id": "kvartalet", "name": "Kvartalet", "destination_id": "kun-kvartaler"},
            {"actor_id": "aaret", "name": "Året", "destination_id": "kun-aar"},
        ],
        "nights": [
            {"area_code": "n1", "period": f"{year}-{month:02d}", "market": market, "nights": 40 * month + year % 7}
            for year in ODD_YEARS
            for month in range(1, 13)
            for market in ("all", "DE")
        ],
        "visits": [
            *(
                {"actor_id": "kvartalet", "period": f"{year}-Q{quarter}", "visits": 100 * quarter + year % 11}
                for year in ODD_YEARS
                for quarter in range(1, 5)
            ),
            *({"actor_id": "aaret", "period": str(year), "visits": 700 + year % 13} for year in ODD_YEARS),
        ],
    }
)


class Tally:
    """What has been compared of one place and year, and what differed."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.wrong: list[tuple[str, Pair]] = []

    def add(self, where: str, pairs: Sequence[Pair]) -> None:
        """Count the figures of one page."""
        self.counts.update(pages=1, figures=len(pairs))
        self.wrong += [(where, pair) for pair in different(pairs)]

    def told(self, capsys: pytest.CaptureFixture[str], what: str) -> "Tally":
        """Print a line, and one for each figure that differs, so that a long run can be followed."""
        with capsys.disabled():
            counted = ", ".join(f"{number} {name}" for name, number in self.counts.items())
            print(f"{what}: {counted}, {len(self.wrong)} differ", *self.wrong, sep="\n  ", flush=True)  # noqa: T201
        return self


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Somebody with patience: the whole product takes hours, and the machine may have other work."""
    with Visit.starting(browser) as visitor:
        visitor.page.set_default_timeout(600_000)
        yield visitor


@pytest.fixture(scope="module")
def sample(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app with the sample region, whose last year is not over."""
    folder = tmp_path_factory.mktemp("region")
    run("pipelines", "sample", "--until", UNTIL, "--quiet", store=folder / "store")
    with serving(folder / "store", folder / "server.log") as server:
        yield server


@pytest.fixture(scope="module")
def odd(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app with places that count nights alone, or no months at all."""
    folder = tmp_path_factory.mktemp("odd")
    path: Path = folder / "odd.xlsx"
    path.write_bytes(ODD)
    run("pipelines", "load", str(path), "--quiet", store=folder / "store")
    with serving(folder / "store", folder / "server.log") as server:
        yield server


@pytest.fixture(scope="module")
def of_sample(sample: Server) -> CommandLine:
    """The command line on the sample region; it keeps what it has told."""
    return CommandLine(sample.store)


@pytest.fixture
def desk(visit: Visit, sample: Server, of_sample: CommandLine) -> Desk:
    """A reader of the sample region who has just come."""
    visit.open(f"{sample.url}/metode")
    return Desk(visit, sample, of_sample)


def every_page(desk: Desk, place: str, year: int) -> Tally:
    """Compare every page of a place and year in both languages."""
    tally = Tally()
    paths = (*OF_ONE_PLACE, BOARD) if place.startswith("destination:") else OF_ONE_PLACE
    for language in LANGUAGES:
        for path in paths:
            tally.add(f"{path} {place} {year} {language.code}", desk.compare(path, place, year, language))
    return tally


def known_places(server: Server) -> set[str]:
    return set(all_places(open_data(open_store(server.store))))


def counts_nothing(server: Server, place: str) -> bool:
    """True where a place has neither visits, nights nor income; what else is told of it, such as its ties, may be."""
    data = open_data(open_store(server.store))
    return not has_figures(data, all_places(data)[place])


@pytest.mark.parametrize(("place", "year"), VIEWS)
def test_every_figure_of_a_place_and_year(
    desk: Desk, place: str, year: int, capsys: pytest.CaptureFixture[str]
) -> None:
    if desk.command_line.told(place, year) is None:
        pytest.skip(f"nothing is told of {place} in {year}")
    if year != YEAR and counts_nothing(desk.server, place):
        pytest.skip(f"{place} counts nothing, so one year of it stands for all")
    tally = every_page(desk, place, year).told(capsys, f"{place} {year}")
    assert tally.wrong == []
    assert tally.counts["figures"] > 100


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
@pytest.mark.parametrize("year", YEARS)
def test_every_figure_of_all_places(
    desk: Desk, year: int, language: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    tally = Tally()
    tally.add("the overview", desk.compare_overview(year, language))
    tally.add("the ranks", desk.compare_ranks(year, language))
    assert tally.told(capsys, f"overview {year} {language.code}").wrong == []


def test_who_counts_nothing_is_shown_without_figures_of_guests(desk: Desk) -> None:
    assert known_places(desk.server) == {*PLACES, *ACTORS}
    silent = [place for place in ACTORS if counts_nothing(desk.server, place)]
    assert silent
    for place in silent:
        told = desk.command_line.told(place, YEAR)
        assert told is not None
        assert told.number("visits_total") is None
        assert different(desk.compare("vaekst", place, YEAR, DANISH)) == []


@pytest.mark.parametrize("place", ODD_PLACES)
def test_every_figure_where_months_or_visits_are_not_counted(
    visit: Visit, odd: Server, place: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert known_places(odd) == set(ODD_PLACES)
    visit.open(f"{odd.url}/metode")
    desk = Desk(visit, odd, CommandLine(odd.store))
    wrong = [
        found for year in ODD_YEARS for found in every_page(desk, place, year).told(capsys, f"{place} {year}").wrong
    ]
    assert wrong == []


def test_the_page_of_each_figure_names_it_as_the_command_line_does(desk: Desk) -> None:
    told = desk.command_line.told(HERE, YEAR)
    assert told is not None
    for kpi in told.values:
        desk.visit.open(f"{desk.server.url}/metode?place={HERE}&year={YEAR}&lang=da&kpi={kpi}")
        title = desk.visit.page.locator("h2", has_text=told.name).first.inner_text()
        assert f": {told.written(kpi, DANISH)}" in even(title)
    assert len(told.values) == len(catalogue()) - len(CLOCK_BOUND)
