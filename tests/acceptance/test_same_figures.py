"""Every figure on the screen is the one that the command line gives for the same view, and none of them is left out."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser

from answers.answer import Answer
from answers.show import CLOCK_BOUND
from kpis.catalogue import catalogue
from kpis.result import Result, Undefined, Value
from locales import DANISH
from sections.beside import written
from tests.acceptance.visit import Visit
from tests.server import Server

pytestmark = pytest.mark.browser

VIEW = "place=destination:eks-brisehavn&year=2025&lang=da"
# Where each page is, and the name of its table of figures.
PAGES = {
    "vaekst": "growth",
    "saeson": "season",
    "kulturvirksomhed": "business",
    "gaester": "guests",
    "regenerativt": "regenerative",
    "samarbejde": "collaboration",
    "ti-skridt": "steps",
    "data": "quality",
}
KPI_OF = {DANISH.kpi_text(passport.name): kpi_id for kpi_id, passport in catalogue().items()}
TILES = """() => [...document.querySelectorAll('[data-kpi]')].map(
    tile => [tile.dataset.kpi, tile.querySelector('.kp-tile-number, .kp-tile-words, .kp-tile-undefined').innerText])"""
ROWS = "table => [...table.tBodies[0].rows].map(row => [row.cells[0].innerText, row.cells[1].innerText])"


@dataclass(frozen=True)
class Shown:
    """What a page shows of each KPI, in its tiles and in its table."""

    tiles: Mapping[str, str]
    table: Mapping[str, str]


@pytest.fixture(scope="module")
def told(sample_app: Server) -> Mapping[str, str]:
    """What the command line gives for the view, written as people read it; it keeps the forecast that a page reads."""
    printed = sample_app.run("kpis", "show", "--view", VIEW, "--json").stdout
    return {value["id"]: _written(value) for value in json.loads(printed)["values"]}


@pytest.fixture(scope="module")
def shown(browser: Browser, sample_app: Server, told: Mapping[str, str]) -> Iterator[Mapping[str, Shown]]:
    """What each page shows of the same view, once the forecast is kept."""
    with Visit.starting(browser) as visit:
        yield {path: _read(visit, f"{sample_app.url}/{path}?{VIEW}", name) for path, name in PAGES.items()}


def _written(value: Mapping[str, Any]) -> str:
    result: Result = Value(value["value"]) if value["reason"] is None else Undefined(value["reason"])
    return _even(written(Answer(value["id"], result, value["period"]), DANISH))


def _read(visit: Visit, url: str, name: str) -> Shown:
    visit.open(url)
    tiles = {kpi: _even(text) for kpi, text in visit.page.evaluate(TILES)}
    table = {KPI_OF[label]: _even(text) for label, text in visit.table(name).evaluate(ROWS)}
    return Shown(tiles, table)


def _even(text: str) -> str:
    return text.replace("\u00a0", " ").strip()


@pytest.mark.parametrize("path", PAGES)
def test_every_figure_of_a_page_is_that_of_the_command_line(
    shown: Mapping[str, Shown], told: Mapping[str, str], path: str
) -> None:
    page = shown[path]
    assert page.table
    for of_page in (page.tiles, page.table):
        same = {kpi: text for kpi, text in of_page.items() if kpi not in CLOCK_BOUND}
        assert same == {kpi: told[kpi] for kpi in same}
    assert page.tiles.items() <= page.table.items()


def test_every_kpi_of_the_catalogue_stands_on_a_page(shown: Mapping[str, Shown], told: Mapping[str, str]) -> None:
    on_pages = {kpi for page in shown.values() for kpi in page.table}
    assert on_pages == set(catalogue()) == {*told, *CLOCK_BOUND}
