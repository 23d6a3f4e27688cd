"""The ledger: every load and every undo, in order, never changed afterwards.

An undo is an event with its own time: a read as of an earlier moment still sees the upload it undid.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import UTC, datetime

import duckdb

from warehouse.connect import Store
from warehouse.tables import LEDGER


class CannotUndoError(Exception):
    """There is no such load, or it is undone already; `args[0]` is the upload's number."""


@dataclass(frozen=True)
class Event:
    """One line of the ledger: a load (kind "load") or an undo of one (kind "undo").

    `facts` are all that a load appended: those that were new, changed or the same, and those by which it erased.
    """

    upload: int
    kind: str
    undoes: int | None
    recorded_at: datetime
    recorded_by: str
    sample: bool
    file_name: str
    sha256: str
    format: str
    rows: int
    facts: int
    new: int
    changed: int
    same: int
    non_empty: int
    accepted: int
    refused: int
    ignored: int

    @property
    def erased(self) -> int:
        """How many figures a load erased."""
        return self.facts - self.new - self.changed - self.same


_COLUMNS = ", ".join(field.name for field in fields(Event))


@dataclass(frozen=True)
class Ledger:
    """The events known at one moment, oldest first."""

    events: tuple[Event, ...]

    @property
    def version(self) -> int:
        """The number of the last event, 0 for an empty store; it changes whenever the data do."""
        return self.events[-1].upload if self.events else 0

    @property
    def undone(self) -> dict[int, Event]:
        """The undo event of each undone load."""
        return {event.undoes: event for event in self.events if event.undoes is not None}

    @property
    def loads(self) -> tuple[Event, ...]:
        """Every load, undone ones too."""
        return tuple(event for event in self.events if event.kind == "load")

    @property
    def standing(self) -> tuple[Event, ...]:
        """The loads that are not undone."""
        undone = self.undone
        return tuple(event for event in self.loads if event.upload not in undone)

    @property
    def shown(self) -> tuple[Event, ...]:
        """The standing loads that pages show: the invented sample steps aside as soon as there are real data."""
        real = tuple(event for event in self.standing if not event.sample)
        return real or self.standing

    @property
    def shows_sample(self) -> bool:
        """True where what is shown is the invented sample region."""
        return bool(self.shown) and all(event.sample for event in self.shown)


def read_ledger(store: Store, as_of: datetime | None = None) -> Ledger:
    """Return the ledger as known at that moment (naive UTC), or now."""
    moment = "" if as_of is None else "WHERE recorded_at <= ?"
    rows = store.rows(f"SELECT {_COLUMNS} FROM {LEDGER} {moment} ORDER BY upload", [] if as_of is None else [as_of])
    return Ledger(tuple(Event(*row) for row in rows))


def current_version(store: Store) -> int:
    """Return the number of the last event, 0 for an empty store."""
    return int(store.rows(f"SELECT coalesce(max(upload), 0) FROM {LEDGER}")[0][0])


def next_upload(cursor: duckdb.DuckDBPyConnection) -> int:
    """Return the number of the next event; call inside the writing transaction."""
    row = cursor.execute(f"SELECT coalesce(max(upload), 0) + 1 FROM {LEDGER}").fetchone()
    return int(row[0]) if row else 1


def record(cursor: duckdb.DuckDBPyConnection, event: Event) -> None:
    """Append one event; call inside the writing transaction."""
    values = [getattr(event, field.name) for field in fields(Event)]
    cursor.execute(f"INSERT INTO {LEDGER} ({_COLUMNS}) VALUES ({', '.join('?' * len(values))})", values)


def undo(store: Store, uploads: Iterable[int], by: str) -> tuple[int, ...]:
    """Undo the loads and return the numbers of the undo events; all of them or none.

    Raises CannotUndoError for a number that is no load or is undone already.
    """
    wanted = tuple(uploads)
    if not wanted:
        return ()
    with store.writing(by, f"undo {', '.join(map(str, wanted))}") as cursor:
        known = Ledger(
            tuple(Event(*row) for row in cursor.execute(f"SELECT {_COLUMNS} FROM {LEDGER} ORDER BY upload").fetchall())
        )
        standing = {event.upload: event for event in known.standing}
        first = next_upload(cursor)
        for number, upload in enumerate(wanted, start=first):
            if upload not in standing:
                raise CannotUndoError(upload)
            record(cursor, _undo_event(number, standing.pop(upload), by))
    return tuple(range(first, first + len(wanted)))


def _undo_event(number: int, load: Event, by: str) -> Event:
    nothing = dict.fromkeys(
        ("rows", "facts", "new", "changed", "same", "non_empty", "accepted", "refused", "ignored"), 0
    )
    return Event(
        upload=number,
        kind="undo",
        undoes=load.upload,
        recorded_at=utc_now(),
        recorded_by=by,
        sample=load.sample,
        file_name=load.file_name,
        sha256=load.sha256,
        format=load.format,
        **nothing,
    )


def utc_now() -> datetime:
    """Return this moment as naive UTC, the way the store keeps time."""
    return datetime.now(UTC).replace(tzinfo=None)
