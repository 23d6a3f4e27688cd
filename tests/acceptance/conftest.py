"""One browser for all, and the app served on stores of its own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests import sample
from tests.acceptance.visit import PATIENCE, Visit
from tests.server import Server, serving

_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, or a skip that says how to get it."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("no Chromium found: apt-get install chromium")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=_FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Somebody at a desk, with a light theme, who has not been here before."""
    with Visit.starting(browser) as visitor:
        yield visitor


@pytest.fixture(scope="session")
def sample_store(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample region; the browser is asked for first, so that nothing is made in vain."""
    return _looked_at(tmp_path_factory)


@pytest.fixture(scope="module")
def own_store(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample region for a server of the module's own."""
    return _looked_at(tmp_path_factory)


def _looked_at(folders: pytest.TempPathFactory) -> Path:
    """A store of the sample region; its forecasts are the same in every copy, and are computed once for all of them."""
    store, forecasts = sample.sample_store(folders), sample.common_folder(folders) / "forecasts"
    forecasts.mkdir(exist_ok=True)
    (store / "forecasts").symlink_to(forecasts)
    return store


@pytest.fixture(scope="module")
def empty_app(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app on a store that nothing has been loaded into."""
    yield from _served(tmp_path_factory.mktemp("empty") / "store", tmp_path_factory)


@pytest.fixture(scope="session")
def sample_app(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app with the sample region; whoever changes something there takes it back."""
    yield from _served(sample_store, tmp_path_factory)


@pytest.fixture
def started_app(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app with the sample region, which nobody has asked for anything yet."""
    yield from _served(sample_store, tmp_path_factory)


def _served(store: Path, folders: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve the store; afterwards the server's log must hold no stack trace."""
    with serving(store, folders.mktemp("log") / "server.log") as server:
        yield server
    assert "Traceback" not in (log := server.log.read_text("utf-8", "replace")), log
