"""A visit to the app in a browser: open a page, wait until it is still, find things by keys in no language."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal
from urllib.parse import parse_qsl, urljoin, urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page

PATIENCE = 60_000

# Another page of the app in the same session, as the browser's own way back has it; what stands now is marked as left.
_FOLLOW = """address => {
    document.querySelectorAll('h1').forEach(heading => { heading.dataset.left = ''; });
    history.pushState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
}"""
_ARRIVED = "() => document.querySelector('h1') && !document.querySelector('h1[data-left]')"

# The server's own word for "nothing is running", no placeholder, and nothing that still fades or moves.
_STILL = """() => {
    const app = document.querySelector('[data-testid=stApp]');
    return app && app.dataset.testScriptState === 'notRunning'
        && !document.querySelector('[data-testid=stSkeleton], [data-stale=true]')
        && document.getAnimations().every(animation => animation.playState !== 'running');
}"""


class Visit:
    """One reader's tab. `complaints` is what the browser found wrong, `strangers` the requests that left the server."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.strangers: list[str] = []
        page.set_default_timeout(PATIENCE)
        page.on("console", self._listen)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self._watch(request.url))

    @classmethod
    @contextmanager
    def starting(cls, browser: Browser, theme: Literal["light", "dark"] = "light") -> Iterator["Visit"]:
        """Give a visit with no memory of others."""
        with browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=theme) as context:
            yield cls(context.new_page())

    def _listen(self, message: ConsoleMessage) -> None:
        """Streamlit itself asks for its service addresses below the page's own path first, and is told 404."""
        if message.type == "error" and "/_stcore/" not in message.location["url"]:
            self.complaints.append(message.text)

    def _watch(self, url: str) -> None:
        if urlsplit(url).scheme in ("http", "https") and urlsplit(url).hostname != "127.0.0.1":
            self.strangers.append(url)

    def open(self, url: str) -> None:
        """Open an address and wait until the page is still."""
        self.page.goto(url)
        self.page.locator("h1").first.wait_for()
        self.settle()

    def follow(self, address: str) -> None:
        """Go to another address of the app, without loading the app anew, and wait until the page is still.

        Only another page can be reached so: the app takes another view of the same for a jump within it.
        """
        here = urlsplit(self.page.url)
        if here.scheme == "about" or here.path == urlsplit(address).path:
            self.open(urljoin(self.page.url, address))
            return
        self.page.evaluate(_FOLLOW, address)
        self.page.wait_for_function(_ARRIVED)
        self.settle()

    def settle(self) -> None:
        """Wait until the page is still."""
        self.page.wait_for_function(_STILL)

    def turn_to(self, path: str) -> None:
        """Go to another page by the menu, in the same session."""
        self.page.locator(f"[data-testid=stSidebarNavLink][href$='/{path}']").click()
        self.page.wait_for_url(re.compile(rf"/{path}(\?|$)"))
        self.settle()

    def asked(self) -> dict[str, str]:
        """What the address asks for."""
        return dict(parse_qsl(urlsplit(self.page.url).query))

    def upload(self, name: str, content: bytes) -> None:
        """Choose a file on the page Data."""
        chooser = self.page.locator("[class*='st-key-upload_'] input[type=file]")
        chooser.set_input_files({"name": name, "mimeType": "application/octet-stream", "buffer": content})

    def press(self, key: str) -> None:
        """Press the button with that key."""
        self.page.locator(f".st-key-{key} button").click()

    def answer(self, start: str) -> None:
        """Choose the first answer to a question that begins with these words."""
        self.page.locator("[data-testid=stForm] label", has_text=re.compile(f"^{start}")).first.click()

    def keyed(self, key: str) -> Locator:
        """The element with that key."""
        return self.page.locator(f".st-key-{key}")

    def tile(self, kpi: str) -> Locator:
        """The number on the tile of that KPI."""
        return self.page.locator(f"[data-kpi='{kpi}'] .kp-tile-number")

    def table(self, name: str) -> Locator:
        """The table whose downloads carry that name."""
        return self.page.locator(f"xpath=//*[contains(@class, 'st-key-downloads_{name}')]/preceding::table[1]")

    def overhang(self) -> int:
        """How many pixels of the page are only reached by scrolling to the side."""
        wider = "main => main.scrollWidth - main.clientWidth"
        return int(self.page.locator("[data-testid=stMain]").evaluate(wider))

    def faults(self) -> list[str]:
        """What axe finds serious or critical on the page, a line for each element."""
        return [
            f"{rule['id']}: {node['html'][:200]} {node['failureSummary'][:300]}"
            for rule in Axe().run(self.page).response["violations"]
            if rule["impact"] in ("serious", "critical")
            for node in rule["nodes"]
        ]


def numbers_in(text: str) -> list[int]:
    """Return the whole numbers that a text mentions, however their thousands are parted."""
    return [int(re.sub(r"\D", "", found)) for found in re.findall(r"\d{1,3}(?:[.,\u00a0\u202f]\d{3})+|\d+", text)]
