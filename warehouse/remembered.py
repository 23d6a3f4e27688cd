"""What people have answered about layouts and names: append-only, the newest line of a question stands."""

from dataclasses import dataclass
from datetime import datetime

import duckdb

from warehouse.asked import Ask
from warehouse.connect import Store
from warehouse.ledger import utc_now
from warehouse.tables import REMEMBERED


@dataclass(frozen=True)
class Remembered:
    """One answer that stands; `number` is that of its line, and never used again."""

    ask: Ask
    answer: str
    recorded_at: datetime
    recorded_by: str
    number: int


def read_remembered(store: Store) -> list[Remembered]:
    """Return the answers that stand, the newest first."""
    newest = "arg_max({answer: answer, moment: recorded_at, person: recorded_by, number: number}, number)"
    rows = store.rows(
        "SELECT kind, layout, subject, newest.answer, newest.moment, newest.person, newest.number FROM "
        f"(SELECT kind, layout, subject, {newest} AS newest FROM {REMEMBERED} GROUP BY kind, layout, subject) "
        "WHERE newest.answer IS NOT NULL ORDER BY newest.number DESC"
    )
    return [Remembered(Ask(*row[:3]), *row[3:]) for row in rows]


def remember(cursor: duckdb.DuckDBPyConnection, ask: Ask, answer: str | None, by: str) -> None:
    """Append an answer, or with None the word that there is none any more; call inside the writing transaction."""
    cursor.execute(
        f"INSERT INTO {REMEMBERED} SELECT coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ? FROM {REMEMBERED}",
        [*ask, answer, utc_now(), by],
    )


def change(store: Store, ask: Ask, answer: str, by: str) -> None:
    """Let another answer stand for the next files. Raises StoreBusyError."""
    with store.writing(by, "change an answer") as cursor:
        remember(cursor, ask, answer, by)


def forget(store: Store, ask: Ask, by: str) -> None:
    """Let an answer stand no longer; the question is put again. Raises StoreBusyError."""
    with store.writing(by, "forget an answer") as cursor:
        remember(cursor, ask, None, by)
