"""What the board decided, noted by the sender in the meeting and kept with the page; the page itself never changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Column, ForeignKey, Integer, String, Table, Text, insert, select, update

from access.acts import act_of, require
from access.reader import Reader
from board.pages_sent import page_in_scope
from records.database import METADATA, reading, writing
from records.journal import append

_DECISIONS = Table(
    "board_decisions",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("page", ForeignKey("board_pages.id"), nullable=False),
    Column("text", Text, nullable=False),
    Column("noted_at", String, nullable=False),
    Column("noted_by", String, nullable=False),
    Column("withdrawn_at", String),
)


@dataclass(frozen=True)
class Decision:
    """One decision as it was noted."""

    id: int
    text: str
    noted_at: datetime


def note(page: int, text: str, reader: Reader) -> None:
    """Note a decision on a page; raises NotAllowedError, NoSuchPageError, ValueError for a text that says nothing."""
    require(reader, "send", "decide", f"page {page}")
    page_in_scope(page, reader)
    said = text.strip()
    if not said:
        raise ValueError("a decision says something")
    with writing() as connection:
        now = datetime.now(UTC).isoformat()
        connection.execute(insert(_DECISIONS).values(page=page, text=said, noted_at=now, noted_by=reader.name))
        append(connection, act_of(reader, "decide", f"page {page}"))


def withdraw(decision: int, page: int, reader: Reader) -> None:
    """Take a decision off its page; raises NotAllowedError, NoSuchPageError. Its line stays in the records."""
    require(reader, "send", "withdraw decision", f"page {page}")
    page_in_scope(page, reader)
    stands = (_DECISIONS.c.id == decision) & (_DECISIONS.c.page == page) & _DECISIONS.c.withdrawn_at.is_(None)
    with writing() as connection:
        now = datetime.now(UTC).isoformat()
        if connection.execute(update(_DECISIONS).where(stands).values(withdrawn_at=now)).rowcount:
            append(connection, act_of(reader, "withdraw decision", f"page {page}"))


def decisions(page: int) -> Sequence[Decision]:
    """Return the decisions noted on a page, the first one first."""
    wanted = select(_DECISIONS.c.id, _DECISIONS.c.text, _DECISIONS.c.noted_at)
    stands = (_DECISIONS.c.page == page) & _DECISIONS.c.withdrawn_at.is_(None)
    with reading() as connection:
        rows = connection.execute(wanted.where(stands).order_by(_DECISIONS.c.id)).all()
    return [Decision(row.id, row.text, datetime.fromisoformat(row.noted_at)) for row in rows]
