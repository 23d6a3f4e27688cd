"""The banner of a sent page, computed live: once for each page and state of the data, however many read it.

The page never waits long for it: where it is still being computed, the page says so; where the store is away, that.
"""

import logging
import os
import time
from collections import OrderedDict
from collections.abc import Hashable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock

import duckdb

from answers.data import open_data
from board.changes import changes
from board.grouped import Group, grouped
from board.page.html import rendered
from board.pages_sent import SentPage
from locales import Language, language
from warehouse.connect import open_store

PATIENCE = 0.4
_FEW, _MOST_GROUPS = 6, 4
_FRESH = 1.0
_KEPT = 256
_log = logging.getLogger("kulturpuls.board")


def banner_html(page: SentPage) -> str:
    """Return the banner of the page as of now."""
    return BANNERS.banner(page, PATIENCE)


class Banners:
    """The banners computed so far, and those being computed, one at a time."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._asked: OrderedDict[Hashable, Future[str]] = OrderedDict()
        self._worker = ThreadPoolExecutor(1, "banner")
        self._state: tuple[float, Hashable] | None = None

    def banner(self, page: SentPage, patience: float) -> str:
        """Return the banner, or what stands in its place while there is none."""
        spoken = language(page.content.language)
        try:
            state = self._state_now()
        except (duckdb.Error, OSError):
            return _away(spoken)
        asked = self._ask(page, state)
        try:
            return asked.result(patience)
        except TimeoutError:
            return _not_yet(spoken)

    def _state_now(self) -> Hashable:
        """The state of the store, looked up at most once a second."""
        with self._lock:
            kept, now = self._state, time.monotonic()
            where = os.environ.get("KULTURPULS_STORE")
            if kept is not None and now - kept[0] < _FRESH and kept[1][0] == where:  # type: ignore[index]
                return kept[1]
            store = open_store()
            self._state = (now, (where, store.address, store.snapshot()))
            return self._state[1]

    def _ask(self, page: SentPage, state: Hashable) -> Future[str]:
        with self._lock:
            key = (page.id, page.content.sha256, state)
            if key not in self._asked:
                self._asked[key] = self._worker.submit(_computed, page)
                while len(self._asked) > _KEPT:
                    self._asked.popitem(last=False)
            self._asked.move_to_end(key)
            return self._asked[key]


def _computed(page: SentPage) -> str:
    spoken = language(page.content.language)
    try:
        found = changes(page, open_data(open_store()))
        return _told(grouped(found, page.composition.year), spoken)
    except (duckdb.Error, OSError):
        _log.exception("the store cannot be read, so nothing can be told of what has changed")
        return _away(spoken)


def _told(found: Sequence[Group], spoken: Language) -> str:
    title = spoken.text("Changes since it was sent")
    if not found:
        return _banner(title, spoken.text("None of the numbers of this page has changed since it was sent."), spoken)
    told = spoken.plural(
        "{n} number of this page is another one now. The page itself still shows what was sent.",
        "{n} numbers of this page are others now. The page itself still shows what was sent.",
        sum(len(group.changes) for group in found),
    )
    return _banner(title, told, spoken, found)


def _away(spoken: Language) -> str:
    told = spoken.text("The data cannot be reached right now, so it cannot be told what has changed since.")
    return _banner(spoken.text("Changes since it was sent"), told, spoken)


def _not_yet(spoken: Language) -> str:
    told = spoken.text("It is being looked up what has changed since; open the page again in a moment to see it.")
    return _banner(spoken.text("Changes since it was sent"), told, spoken)


def _banner(title: str, told: str, spoken: Language, found: Sequence[Group] = ()) -> str:
    say = {
        "title": title,
        "told": told,
        "figure": spoken.text("Figure"),
        "old": spoken.text("As sent"),
        "new": spoken.text("Now"),
        "difference": spoken.text("Difference"),
        "rest": spoken.text("The other numbers that this changed"),
        "all": spoken.text("The numbers changed by other loads"),
    }
    return rendered("banner.html.jinja", say=say, groups=found, few=_FEW, most=_MOST_GROUPS)


BANNERS = Banners()
