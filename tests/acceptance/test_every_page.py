"""Every page, in both languages and both themes: accessible, silent, and complete without the internet."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.acceptance.visit import Visit
from tests.server import OPEN_PAGES, Server

pytestmark = pytest.mark.browser

PAGES = pytest.mark.parametrize("path", OPEN_PAGES)
VIEW = "place=destination:eks-klydoe&year=2024"
PHONE: ViewportSize = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def by_day(browser: Browser) -> Iterator[Visit]:
    """A reader whose browser is light."""
    with Visit.starting(browser) as visit:
        yield visit


@pytest.fixture(scope="module")
def by_night(browser: Browser) -> Iterator[Visit]:
    """A reader whose browser is dark."""
    with Visit.starting(browser, "dark") as visit:
        yield visit


def look_at(visit: Visit, language: str) -> None:
    assert visit.page.evaluate("document.documentElement.lang") == language
    assert visit.faults() == []
    assert visit.complaints == []
    assert visit.strangers == []


@PAGES
@pytest.mark.parametrize("language", ["da", "en"])
def test_a_page_can_be_used_by_everyone_and_complains_of_nothing(
    by_day: Visit, sample_app: Server, path: str, language: str
) -> None:
    by_day.complaints.clear()
    by_day.follow(f"{sample_app.url}/{path}?{VIEW}&lang={language}")
    look_at(by_day, language)


@PAGES
def test_a_page_that_is_opened_in_the_dark_can_be_used_by_everyone(
    by_night: Visit, sample_app: Server, path: str
) -> None:
    by_night.complaints.clear()
    by_night.open(f"{sample_app.url}/{path}?{VIEW}&lang=da")
    look_at(by_night, "da")
    background = by_night.page.evaluate(
        "getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
    )
    assert background == "rgb(19, 25, 28)"


@PAGES
def test_a_page_fits_a_phone(by_day: Visit, sample_app: Server, path: str) -> None:
    desk = by_day.page.viewport_size
    assert desk is not None
    by_day.page.set_viewport_size(PHONE)
    by_day.follow(f"{sample_app.url}/{path}?{VIEW}")
    hidden = by_day.overhang()
    by_day.page.set_viewport_size(desk)
    assert hidden <= 1
