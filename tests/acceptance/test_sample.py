"""The invented region: one click brings it, a click and a yes remove it, and it never stands among real places."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.acceptance.visit import Visit
from tests.server import Server
from tests.workbooks import PLACE, rows_of, visits_by_month, workbook

pytestmark = pytest.mark.browser

SAMPLE = "destination:eks-klydoe"


@pytest.fixture(scope="module")
def desk(browser: Browser, empty_app: Server) -> Iterator[Visit]:
    """One visitor; the tests of this module follow each other."""
    with Visit.starting(browser) as visit:
        yield visit


def places_offered(desk: Visit) -> list[str]:
    desk.keyed("place").locator("input").click()
    names = desk.page.get_by_role("option").all_inner_texts()
    desk.page.keyboard.press("Escape")
    return names


def test_one_click_brings_the_sample_and_says_that_it_is_invented(desk: Visit, empty_app: Server) -> None:
    desk.page.goto(empty_app.url)
    desk.press("load_sample")
    expect(desk.page.locator(".kp-tile").first).to_be_visible()
    desk.settle()
    assert desk.page.locator(".kp-note").first.is_visible()
    assert all("(opfundet)" in name for name in places_offered(desk)[:8])


def test_the_sample_steps_aside_for_real_data(desk: Visit, empty_app: Server) -> None:
    path = empty_app.store.parent / "real.xlsx"
    path.write_bytes(workbook(rows_of(visits_by_month())))
    empty_app.run("pipelines", "load", str(path), "--quiet")
    desk.open(f"{empty_app.url}/?place={SAMPLE}")
    assert desk.page.locator(".kp-warning[role=note]").count() == 1
    assert places_offered(desk) == ["Vestkysten", "Vestkystens Museum · Vestkysten"]
    assert "opfundet" not in desk.page.locator("[data-testid=stMain]").inner_text()
    assert desk.asked()["place"] == PLACE


def test_a_click_and_a_yes_remove_the_sample_and_leaves_the_real_data(desk: Visit, empty_app: Server) -> None:
    desk.turn_to("data")
    desk.press("remove_sample")
    desk.press("remove_sample_now")
    expect(desk.keyed("remove_sample")).to_have_count(0)
    expect(desk.keyed("undo_5")).to_be_visible()
    assert places_offered(desk) == ["Vestkysten", "Vestkystens Museum · Vestkysten"]
