"""From the desk to the meeting: compose, send, open without an account, decide, and close the link."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.acceptance.visit import Visit
from tests.server import Server

pytestmark = pytest.mark.browser

DESK = "bestyrelse?place=destination:eks-brisehavn&year=2025"


@pytest.fixture(scope="module")
def desk(browser: Browser, sample_app: Server) -> Iterator[Visit]:
    """One sender; the tests of this module follow each other."""
    with Visit.starting(browser) as visit:
        visit.open(f"{sample_app.url}/{DESK}")
        yield visit


@pytest.fixture(scope="module")
def member(browser: Browser) -> Iterator[Page]:
    """A board member with a phone and no account."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def link(desk: Visit, sample_app: Server) -> str:
    """The link as the desk shows it, at this server's port."""
    desk.keyed("more_headline").get_by_role("button").click()
    desk.keyed("board_comment_headline").locator("textarea").fill("Vi er nået langt i år.")
    desk.page.keyboard.press("Control+Enter")
    desk.settle()
    desk.press("board_send")
    shown = desk.keyed("new_link").locator("code")
    expect(shown).to_contain_text("/b/", timeout=60_000)
    return f"{sample_app.url}/b/{shown.inner_text().split('/b/')[1].strip()}"


def test_the_board_reads_the_numbers_and_the_comment_without_scripts_or_account(link: str, member: Page) -> None:
    answer = member.goto(link)
    assert answer is not None and answer.headers["cache-control"] == "no-store"
    expect(member.locator("h1")).to_contain_text("Brisehavn")
    expect(member.get_by_text("Vi er nået langt i år.")).to_be_visible()
    assert member.locator("[data-kpi=visits_total]").first.inner_text()


def test_the_link_is_gone_once_it_is_said_to_be_copied(link: str, desk: Visit) -> None:
    assert link
    desk.press("link_copied")
    expect(desk.keyed("new_link")).to_have_count(0)


def test_the_arrow_keys_turn_the_sheets_of_the_meeting(link: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.goto(link)
    page.get_by_role("link", name="Vis på mødet").click()
    expect(page.get_by_role("img", name="Link til denne side")).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("heading", name="Kort sagt")).to_be_in_viewport()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("h1")).to_be_in_viewport()
    assert faults == []
    page.close()


def test_what_the_board_decided_stands_beside_the_page(link: str, desk: Visit, member: Page) -> None:
    desk.page.get_by_text("1 åbent link").click()
    desk.page.get_by_label("Hvad bestyrelsen besluttede").fill("Museet holder åbent i oktober.")
    desk.page.get_by_role("button", name="Notér beslutningen").click()
    expect(desk.page.get_by_text("Museet holder åbent i oktober.").first).to_be_visible()
    member.goto(link)
    expect(member.get_by_text("Museet holder åbent i oktober.")).to_be_visible()


def test_the_page_is_taken_away_as_a_report(desk: Visit) -> None:
    with desk.page.expect_download() as download:
        desk.page.get_by_role("button", name="PDF", exact=True).click()
    report = PdfReader(BytesIO(download.value.path().read_bytes()))
    assert "Brisehavn" in report.pages[0].extract_text()


def test_a_closed_link_shows_nothing_at_the_next_opening(link: str, desk: Visit, member: Page) -> None:
    desk.press("revoke_1")
    expect(desk.page.get_by_text("0 åbne links")).to_be_visible()
    answer = member.goto(link)
    assert answer is not None and answer.status == 404
    assert "Brisehavn" not in member.content()
