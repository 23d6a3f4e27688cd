"""How often links are opened: counted in memory and written every few seconds, a row for each link and minute.

Who opens is not known and not kept. What is refused is counted too, and told in one line of the journal a minute.
"""

import atexit
import logging
from collections import Counter
from datetime import UTC, datetime
from threading import Event, Lock, Thread

from sqlalchemy import Connection, insert, update
from sqlalchemy.exc import SQLAlchemyError

from board.kept import OPENS
from records.database import writing
from records.journal import Act, append

_REFUSED = 0
_SECONDS = 2.0
_log = logging.getLogger("kulturpuls.board")


class Opens:
    """Counts until it is written."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._counted: Counter[tuple[int, str]] = Counter()
        self._is_writing = False
        self._stop = Event()

    def note(self, link: int) -> None:
        """Count one opening of the link."""
        with self._lock:
            self._counted[link, _minute()] += 1
            if not self._is_writing:
                self._is_writing = True
                Thread(target=self._write_now_and_then, name="opens", daemon=True).start()

    def note_refused(self) -> None:
        """Count one request that no link answers."""
        self.note(_REFUSED)

    def write(self, *, all_of_it: bool = True) -> None:
        """Write what is counted; not `all_of_it` leaves the refusals of the minute that still runs."""
        with self._lock:
            now = _minute()
            ready = {at: n for at, n in self._counted.items() if all_of_it or at[0] != _REFUSED or at[1] < now}
            if not ready:
                return
            for at in ready:
                del self._counted[at]
        try:
            with writing() as connection:
                for (link, minute), count in ready.items():
                    _store(connection, link, minute, count)
        except SQLAlchemyError:
            _log.exception("openings of links could not be written")
            with self._lock:
                self._counted.update(ready)

    def _write_now_and_then(self) -> None:
        while not self._stop.wait(_SECONDS):
            self.write(all_of_it=False)

    def close(self) -> None:
        """Write what is left."""
        self._stop.set()
        self.write()


def _minute() -> str:
    return datetime.now(UTC).isoformat(timespec="minutes")


def _store(connection: Connection, link: int, minute: str, count: int) -> None:
    if link == _REFUSED:
        told = f"{count} requests without a link that shows anything, {minute}"
        append(connection, Act("open", "unknown", "link", outcome="refused", detail=told))
        return
    here = (OPENS.c.link == link) & (OPENS.c.minute == minute)
    if not connection.execute(update(OPENS).where(here).values(count=OPENS.c.count + count)).rowcount:
        connection.execute(insert(OPENS).values(link=link, minute=minute, count=count))
        append(connection, Act("open", "unknown", "link", about=f"link {link}", detail=minute))


OPENED = Opens()
atexit.register(OPENED.close)
