"""The ten steps are edited in the app: a step is corrected, seen, and taken back, on the page and in the history."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.acceptance.visit import Visit
from tests.server import Server

pytestmark = pytest.mark.browser

LINK = "ti-skridt?place=destination:eks-brisehavn&year=2025&lang=en"
TOLD = "The harbour office and the school"


@pytest.fixture(scope="module")
def desk(browser: Browser, sample_app: Server) -> Iterator[Visit]:
    """One person at one desk: the tests of this module follow each other."""
    with Visit.starting(browser) as visit:
        visit.open(f"{sample_app.url}/{LINK}")
        yield visit


def write_who(desk: Visit, text: str) -> None:
    desk.keyed("row_step").get_by_label("Who", exact=True).fill(text)
    desk.press("save_step")


def test_a_step_that_is_corrected_is_seen_at_once_with_an_offer_to_undo_it(desk: Visit) -> None:
    expect(desk.table("five_w")).to_contain_text("Søfartsmuseet og handelsforeningen")
    desk.keyed("editor_step").locator("summary").click()
    expect(desk.keyed("save_step")).to_be_visible()
    desk.settle()
    assert desk.faults() == []
    write_who(desk, TOLD)
    expect(desk.keyed("undo_edit")).to_be_visible()
    desk.settle()
    expect(desk.table("five_w")).to_contain_text(TOLD)
    assert desk.overhang() <= 1


def test_undoing_it_on_the_page_brings_back_what_stood(desk: Visit) -> None:
    desk.press("undo_edit")
    expect(desk.keyed("undo_edit")).to_have_count(0)
    desk.settle()
    expect(desk.table("five_w")).to_contain_text("Søfartsmuseet og handelsforeningen")
    expect(desk.keyed("row_step").get_by_label("Who", exact=True)).to_have_value("Søfartsmuseet og handelsforeningen")
    assert TOLD not in desk.table("five_w").inner_text()


def test_streamlits_own_table_cannot_be_downloaded(desk: Visit) -> None:
    """It would write formulas out as formulas; our own downloads do not."""
    desk.keyed("editor_order").locator("summary").click()
    table = desk.keyed("editor_order").get_by_test_id("stDataFrame")
    table.hover()
    toolbar = table.get_by_test_id("stElementToolbar")
    expect(toolbar.get_by_label("Search")).to_be_visible()
    labels = [button.get_attribute("aria-label") for button in toolbar.get_by_role("button").all()]
    assert "Fullscreen" in labels
    assert [label for label in labels if label is None or "ownload" in label] == []
    desk.keyed("editor_order").locator("summary").click()
    desk.settle()


def test_an_edit_stands_in_the_history_and_can_be_undone_there(desk: Visit) -> None:
    write_who(desk, TOLD)
    expect(desk.keyed("undo_edit")).to_be_visible()
    desk.turn_to("data")
    row = desk.table("history").locator("tbody tr").first
    expect(row).to_contain_text("Step 1 The starting shot")
    number = row.locator("th").inner_text()
    desk.press(f"undo_{number}")
    desk.press(f"undo_{number}_now")
    expect(desk.keyed(f"undo_{number}")).to_have_count(0)
    desk.turn_to("ti-skridt")
    expect(desk.table("five_w")).to_contain_text("Søfartsmuseet og handelsforeningen")
