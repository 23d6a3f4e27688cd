"""Sixty hostile strings as names of museums, sheets, headers, files and as comments: shown as they are, and inert."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Dialog, expect

from server.routes import PAGES
from tests.acceptance.hostile_store import TEXTS, VIEW, foreign_workbook, hostile_workbook
from tests.acceptance.visit import Visit
from tests.server import Server, run, serving

pytestmark = pytest.mark.browser

FILE = "<img src=x onerror=alert(1)> **fed** :red[rød] $x^2$ www.x.invalid [a](x.invalid) _skrå_.xlsx"
# What would stand in the page if a string had become more than a text.
_ALIVE = """() => [...document.querySelectorAll(
    '.katex, img[src="x"], iframe:not([data-testid=stIFrame]), [onerror], [onload], a[href*=invalid],'
    + 'a[href^=javascript], main em, main del, [class*=stMarkdownColored], [data-testid=stIconMaterial]'
)].map(found => found.outerHTML.slice(0, 200))
    .filter(html => !html.includes('stIconMaterial') || />delete</.test(html))"""
# Words of the strings, and what must stand before them wherever they are read.
_WHOLE = {"rød]": ":red[", "skrå": "_", "x^2": "$"}
_FOLDED = 12
# The page of members is there only where one signs in.
WITH_SIGN_IN = "adgang"


@pytest.fixture(scope="module")
def hostile_app(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app with a place in which everything is named by the strings, loaded through the command line."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / FILE).write_bytes(hostile_workbook())
    run("pipelines", "load", str(folder / FILE), "--quiet", store=folder / "store")
    with serving(folder / "store", folder / "server.log") as server:
        yield server
    assert "Traceback" not in server.log.read_text("utf-8", "replace")


@pytest.fixture
def dialogs(visit: Visit) -> list[str]:
    """What the browser was made to say."""
    said: list[str] = []

    def note(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    visit.page.on("dialog", note)
    return said


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\N{WORD JOINER}", "")).strip()


def read(visit: Visit) -> str:
    """All that stands on the page, what is folded away too, once it is known to be text and nothing else."""
    for fold in visit.page.locator("[data-testid=stExpander] summary").all()[:_FOLDED]:
        fold.click()
    visit.settle()
    text = squeezed(visit.page.evaluate("document.body.textContent"))
    assert visit.page.evaluate(_ALIVE) == []
    assert (visit.complaints, visit.strangers) == ([], [])
    for word, before in _WHOLE.items():
        assert text.count(word) == text.count(f"{before}{word}"), word
    return text


def test_every_page_shows_them_as_they_are(visit: Visit, hostile_app: Server, dialogs: list[str]) -> None:
    seen = ""
    for path in PAGES.keys() - {WITH_SIGN_IN}:
        visit.open(f"{hostile_app.url}/{path}?{VIEW}")
        seen += read(visit)
    assert dialogs == []
    assert FILE in seen
    assert [text for text in TEXTS if len(text) < 100 and squeezed(text) not in seen] == []


def test_a_file_sheets_and_headers_are_shown_as_they_are(visit: Visit, hostile_app: Server, dialogs: list[str]) -> None:
    visit.open(f"{hostile_app.url}/data?{VIEW}")
    visit.upload(FILE, foreign_workbook())
    expect(visit.page.locator("[data-testid=stMain] strong", has_text="<img").first).to_be_visible()
    seen = read(visit)
    assert dialogs == []
    assert FILE in seen
