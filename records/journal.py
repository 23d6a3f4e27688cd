"""The journal: one line for each act, refused ones too, never changed; every line is sealed with the one before.

A chain alone does not show that its tail was cut or written anew: keep the head (`head()`) somewhere else and give it
to `verify`.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Column, Connection, Integer, Row, String, Table, func, insert, select

from records.database import METADATA, reading, writing

Outcome = Literal["done", "refused"]
_START = "0" * 64

_journal = Table(
    "journal",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", String, nullable=False),
    Column("act", String, nullable=False),
    Column("by", String, nullable=False),
    Column("role", String, nullable=False),
    Column("about", String, nullable=False),
    Column("outcome", String, nullable=False),
    Column("detail", String, nullable=False),
    Column("seal", String, nullable=False),
)


@dataclass(frozen=True)
class Act:
    """What somebody did: `act` is a code (load, undo, send, open, revoke, sign-in, role, export ...), `about` what to.

    Neither names a token, a password or the content of a cell.
    """

    act: str
    by: str
    role: str
    about: str = ""
    outcome: Outcome = "done"
    detail: str = ""


@dataclass(frozen=True)
class Entry(Act):
    """An act as it stands in the journal; `at` is ISO 8601 in UTC."""

    number: int = 0
    at: str = ""
    seal: str = ""


def write(act: Act) -> Entry:
    """Append the act, in a transaction of its own."""
    with writing() as connection:
        return append(connection, act)


def append(connection: Connection, act: Act) -> Entry:
    """Append the act inside the transaction of what was done, so that both are stored or neither."""
    last = connection.execute(select(_journal).order_by(_journal.c.number.desc()).limit(1)).one_or_none()
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    entry = Entry(**asdict(act), number=last.number + 1 if last else 1, at=now)
    sealed = Entry(**{**asdict(entry), "seal": _seal(entry, last.seal if last else _START)})
    connection.execute(insert(_journal).values(**asdict(sealed)))
    return sealed


def _seal(entry: Entry, before: str) -> str:
    told = {name: value for name, value in asdict(entry).items() if name != "seal"}
    return hashlib.sha256(f"{before}{json.dumps(told, sort_keys=True)}".encode()).hexdigest()


def entries() -> Sequence[Entry]:
    """Return every act, the newest first."""
    with reading() as connection:
        return [_entry(row) for row in connection.execute(select(_journal).order_by(_journal.c.number.desc()))]


def _entry(row: Row[tuple[object, ...]]) -> Entry:
    return Entry(**row._mapping)


def head() -> tuple[int, str]:
    """Return the number and seal of the last act, to be kept elsewhere."""
    newest = entries()[:1]
    return (newest[0].number, newest[0].seal) if newest else (0, _START)


def head_text(head: tuple[int, str]) -> str:
    """Return a head as people keep it: NUMBER:SEAL."""
    return f"{head[0]}:{head[1]}"


def as_head(text: str) -> tuple[int, str]:
    """Return the head that the text says; raises ValueError where it says none."""
    number, _, seal = text.strip().partition(":")
    if len(seal) != len(_START):
        raise ValueError(text)
    return int(number), seal


def verify(kept_head: tuple[int, str] | None = None) -> int | None:
    """Return the number of the first line that is not as it was written, None where all are.

    Without a head kept elsewhere, a cut or wholly rewritten tail is not seen.
    """
    before, number = _START, 0
    seals = {0: _START}
    for number, entry in enumerate(reversed(entries()), start=1):
        if entry.number != number or entry.seal != _seal(entry, before):
            return number
        before = seals[number] = entry.seal
    if kept_head is not None and seals.get(kept_head[0]) != kept_head[1]:
        return min(kept_head[0], number + 1)
    return None


def count() -> int:
    """Return how many acts the journal holds."""
    with reading() as connection:
        return int(connection.execute(select(func.count()).select_from(_journal)).scalar_one())
