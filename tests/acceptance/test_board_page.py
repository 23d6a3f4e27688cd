"""A sent page in a browser, by its link: as a board member with a phone, a dark theme, large type, keys or a reader."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize
from pypdf import PdfReader

from tests.server import Server, run, serving

pytestmark = pytest.mark.browser
# What stands between the address and its end is told once, so the page is sent by the command line and asked for here.
PLACE = "eks-brisehavn"


@pytest.fixture(scope="module")
def server(own_store: Path) -> Iterator[Server]:
    with serving(own_store, own_store.parent / "server.log") as started:
        yield started


@pytest.fixture(scope="module")
def address(server: Server) -> str:
    """The address of a page just sent, with its figures drawn."""
    said = run("board", "send", "--place", PLACE, "--year", "2025", "--title", "Bestyrelsesmøde", store=server.store)
    return f"{server.url}/b/{said.stdout.split('/b/')[1].strip()}"


@pytest.fixture(params=[(1200, 900, "light"), (1200, 900, "dark"), (320, 640, "light")], ids=str)
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    width, height, scheme = request.param
    view: ViewportSize = {"width": width, "height": height}
    with browser.new_context(viewport=view, color_scheme=scheme, java_script_enabled=True) as context:
        opened = context.new_page()
        complaints: list[str] = []
        opened.on("console", lambda message: complaints.append(message.text))
        opened.on("request", lambda asked: complaints.append(asked.url) if not asked.url.startswith(address) else None)
        opened.goto(address)
        yield opened
        assert [told for told in complaints if not told.startswith("data:")] == []


def _overhang(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


def _faults(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


def _open_everything(page: Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")


def test_nothing_is_wrong_open_or_shut_or_in_large_type(page: Page) -> None:
    assert _faults(page) == []
    _open_everything(page)
    assert _faults(page) == []
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert _overhang(page) == 0


def test_it_is_read_without_scripts_and_without_hearing_or_seeing_a_drawing(browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False) as context:
        opened = context.new_page()
        opened.goto(address)
        told = opened.locator("body").aria_snapshot()
    assert "Juli var den travleste måned i 2025 med 13.075 besøg: +3,9" in told.replace("\N{NO-BREAK SPACE}", " ")
    assert told.count("heading") > 10
    assert "main" in told
    assert "navigation" in told


def test_keys_reach_every_link_summary_and_wide_table(browser: Browser, address: str) -> None:
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        opened = context.new_page()
        opened.goto(address)
        reachable = opened.locator("a[href]:visible, summary:visible, [tabindex='0']:visible").count()
        seen: list[str] = []
        for _ in range(reachable + 1):
            opened.keyboard.press("Tab")
            seen.append(str(opened.evaluate("document.activeElement.outerHTML.slice(0, 160)")))
        assert opened.evaluate("document.activeElement === document.body") or len(set(seen)) >= reachable - 1
        opened.locator("summary").first.focus()
        opened.keyboard.press("Enter")
        assert opened.locator("details[open]").count() == 1


def test_scope_and_date_stand_on_every_sheet_of_paper(browser: Browser, address: str) -> None:
    with browser.new_context() as context:
        opened = context.new_page()
        opened.goto(address)
        sheets = opened.pdf(prefer_css_page_size=True)
    texts = _texts(sheets)
    assert len(texts) >= 4
    assert all("Brisehavn(opfundet)·2025·" in text for text in texts)


def _texts(pdf: bytes) -> list[str]:

    return ["".join(sheet.extract_text().split()) for sheet in PdfReader(BytesIO(pdf)).pages]
