"""Every figure on the screen is the one that the command line gives for the same view, and none of them is left out."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from answers.show import CLOCK_BOUND
from kpis.catalogue import catalogue
from locales import DANISH, ENGLISH, Language
from tests.acceptance.desk import HERE, OF_ONE_PLACE, REPORT, TABLES, YEAR, Desk, different
from tests.acceptance.figures import BOARD, View, kpi_named
from tests.acceptance.told import CommandLine
from tests.acceptance.visit import Visit
from tests.server import Server

pytestmark = pytest.mark.browser

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


@pytest.fixture(scope="module")
def desk(browser: Browser, sample_app: Server) -> Iterator[Desk]:
    """A reader of the sample region."""
    with Visit.starting(browser) as visit:
        command_line = CommandLine(sample_app.store)
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
    named = View("", YEAR, DANISH, {YEAR: told}.get).names()
    tables = [desk.look(path, HERE, YEAR, DANISH).table(name) for path, name in TABLES.items()]
    found = {kpi_named(row[0], named) for table in tables for row in table.rows}
    assert found == set(catalogue()) == {*told.values, *CLOCK_BOUND}
