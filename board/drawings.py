"""The drawings of a sent page: the app's own figures as SVG, by one browser that stays open.

Starting a browser takes seconds, a drawing a quarter of one. Without a Chrome nothing is drawn: the page then carries
the table and the words of each figure, and the sender is told how to get one.
"""

import asyncio
import atexit
import os
from concurrent.futures import Future
from threading import Lock, Thread
from typing import Any

import plotly.graph_objects as go
from choreographer.browsers import Chromium
from kaleido import Kaleido

from board.parts.asked import Drawn
from board.svg import safe_svg
from locales import mark

WIDE, NARROW = 720, 340
_PATIENCE = 60

NO_CHROME = mark(
    "No Chrome or Chromium was found on this machine, so the page carries the table and the words of each figure and "
    "no drawing. Install one (apt-get install chromium, or Google Chrome) and send the page again."
)


class CannotDrawError(Exception):
    """The browser did not answer, twice."""


class Easel:
    """A browser on a thread of its own, opened for the first drawing and kept."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._browser: Kaleido | None = None

    def draw(self, figure: go.Figure) -> Drawn:
        """Return the figure drawn for a wide and a narrow screen; raises CannotDrawError."""
        return Drawn(self._svg(figure, WIDE), self._svg(figure, NARROW))

    def close(self) -> None:
        """Close the browser; the next drawing opens another."""
        with self._lock:
            self._close()

    def _svg(self, figure: go.Figure, width: int) -> str:
        wanted = {"format": "svg", "width": width, "height": figure.layout.height}
        with self._lock:
            for _ in range(2):
                try:
                    return safe_svg(self._await(self._open().calc_fig(figure, opts=wanted)))
                except (TimeoutError, RuntimeError, OSError) as error:
                    last = error
                    self._close()
        raise CannotDrawError from last

    def _open(self) -> Kaleido:
        if self._browser is None:
            self._loop = asyncio.new_event_loop()
            Thread(target=self._loop.run_forever, name="easel", daemon=True).start()
            self._browser = self._await(_opened())
        return self._browser

    def _close(self) -> None:
        loop, browser = self._loop, self._browser
        if loop is None:
            return
        try:
            if browser is not None:
                self._await(browser.close())
        except (TimeoutError, RuntimeError, OSError):
            pass
        finally:
            self._browser = self._loop = None
            loop.call_soon_threadsafe(loop.stop)

    def _await(self, work: Any) -> Any:
        assert self._loop is not None
        waiting: Future[Any] = asyncio.run_coroutine_threadsafe(work, self._loop)
        return waiting.result(_PATIENCE)


async def _opened() -> Kaleido:
    """Open a browser that asks nothing of any network: MathJax would come from a CDN."""
    browser = Kaleido(n=1, mathjax=False)
    await browser.open()
    return browser


_easel = Easel()
atexit.register(_easel.close)


def draw(figure: go.Figure) -> Drawn:
    """Return the figure as SVG by the one browser of this process; raises CannotDrawError."""
    return _easel.draw(figure)


def can_draw() -> bool:
    """True where a Chrome is found on this machine."""
    return bool(os.environ.get("BROWSER_PATH") or Chromium.find_browser(skip_local=False))
