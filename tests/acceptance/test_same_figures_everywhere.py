"""The whole product: every page of every place and year in both languages tells what the command line tells."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from answers.data import open_data
from answers.places import all_places
from answers.show import CLOCK_BOUND
from kpis.catalogue import catalogue
from locales import DANISH, ENGLISH
from tests.acceptance.desk import HERE, OF_ONE_PLACE, PLACES, YEAR, YEARS, Desk, different
from tests.acceptance.figures import BOARD, Pair
from tests.acceptance.shown import read_shown
from tests.acceptance.told import CommandLine, even
from tests.acceptance.visit import Visit
from tests.server import Server, run, serving
from tests.workbooks import workbook
from warehouse.connect import open_store

pytestmark = [pytest.mark.browser, pytest.mark.soak, pytest.mark.timeout(6 * 3600)]

LANGUAGES = (DANISH, ENGLISH)
# The sample ends in the middle of a year, which therefore stands unfinished.
UNTIL = "2026-06"
ODD_YEARS = (2022, 2023, 2024)
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
    """What has been compared, and what differed."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.wrong: list[tuple[str, Pair]] = []

    def add(self, where: str, pairs: Sequence[Pair]) -> None:
        """Count the figures of one page."""
        self.counts.update(pages=1, figures=len(pairs))
        self.wrong += [(where, pair) for pair in different(pairs)]

    def __str__(self) -> str:
        told = (f"{number} {name}" for name, number in self.counts.items())
        return f"{', '.join(told)}, {len(self.wrong)} differ"


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Somebody with patience: the whole product takes hours, and the machine may have other work."""
    with Visit.starting(browser) as visitor:
        visitor.page.set_default_timeout(600_000)
        yield visitor


@pytest.fixture(scope="module")
def region(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
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


def walk(visit: Visit, server: Server, command_line: CommandLine, place: str, tally: Tally) -> None:
    """Compare every page of a place, in every year it has and both languages; without a year there is no figure."""
    desk = Desk(visit, server, command_line)
    years = command_line.of_years(place, YEARS)
    tally.counts.update(places=1, views=len(years))
    if not years:
        visit.follow(f"/vaekst?place={place}")
        tally.add(place, [Pair("a figure", tile.kpi, "") for tile in read_shown(visit.page).tiles])
        visit.follow(f"/metode?place={place}")
    for year in years:
        for language in LANGUAGES:
            for path in (*OF_ONE_PLACE, BOARD) if place.startswith("destination:") else OF_ONE_PLACE:
                pairs = desk.compare(path, place, year, language)
                tally.add(f"{path} {place} {year} {language.code}", pairs)


def known_places() -> list[str]:
    return list(all_places(open_data(open_store())))


def test_every_figure_of_the_sample_region(visit: Visit, region: Server, capsys: pytest.CaptureFixture[str]) -> None:
    tally = Tally()
    with CommandLine.on(region.store) as command_line:
        visit.open(f"{region.url}/metode")
        desk = Desk(visit, region, command_line)
        for year in command_line.of_years(HERE, YEARS):
            for language in LANGUAGES:
                tally.add(f"overview {year} {language.code}", desk.compare_overview(year, language))
        known = known_places()
        assert set(PLACES) < set(known)
        for place in known:
            walk(visit, region, command_line, place, tally)
            with capsys.disabled():
                print(f"{place}: {tally}", *tally.wrong[-3:], sep="\n  ", flush=True)  # noqa: T201
    assert tally.wrong == []
    assert tally.counts["views"] > 150


def test_every_figure_where_months_or_visits_are_not_counted(
    visit: Visit, odd: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    tally = Tally()
    with CommandLine.on(odd.store) as command_line:
        visit.open(f"{odd.url}/metode")
        for place in known_places():
            walk(visit, odd, command_line, place, tally)
    with capsys.disabled():
        print(tally, *tally.wrong, sep="\n  ")  # noqa: T201
    assert tally.wrong == []
    assert tally.counts["views"] >= 3


def test_the_page_of_each_figure_names_it_as_the_command_line_does(visit: Visit, region: Server) -> None:
    with CommandLine.on(region.store) as command_line:
        told = command_line.told(HERE, YEAR)
    assert told is not None
    for kpi in told.values:
        visit.open(f"{region.url}/metode?place={HERE}&year={YEAR}&lang=da&kpi={kpi}")
        title = visit.page.locator("h2", has_text=told.name).first.inner_text()
        assert f": {told.written(kpi, DANISH)}" in even(title)
    assert len(told.values) == len(catalogue()) - len(CLOCK_BOUND)
