"""Compositions kept under a name, to be sent again next quarter; another year is filled in when one is taken up."""

from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import Column, Integer, String, Table, Text, insert, select

from access.acts import act_of, require
from access.reader import Reader
from board.composition import Composition
from records.database import METADATA, reading, writing
from records.journal import append

# Append-only: the newest row of a name counts, and one without a composition says that the name is gone.
_TEMPLATES = Table(
    "board_templates",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("composition", Text, nullable=False),
    Column("kept_at", String, nullable=False),
    Column("kept_by", String, nullable=False),
)
LONGEST_NAME = 80


def keep(name: str, composition: Composition, reader: Reader) -> None:
    """Keep the composition under the name, over one of that name; raises NotAllowedError, ValueError for the name."""
    said = name.strip()
    if not 1 <= len(said) <= LONGEST_NAME:
        raise ValueError(f"a name has between 1 and {LONGEST_NAME} characters")
    _append("keep template", said, composition.as_json(), reader)


def forget(name: str, reader: Reader) -> None:
    """Offer the template no longer; raises NotAllowedError."""
    _append("forget template", name, "", reader)


def _append(act: str, name: str, composition: str, reader: Reader) -> None:
    require(reader, "send", act, name)
    now = datetime.now(UTC).isoformat()
    with writing() as connection:
        connection.execute(
            insert(_TEMPLATES).values(name=name, composition=composition, kept_at=now, kept_by=reader.name)
        )
        append(connection, act_of(reader, act, name))


def templates(reader: Reader) -> Mapping[str, Composition]:
    """Return the templates all of whose places the reader may see, by name."""
    with reading() as connection:
        rows = connection.execute(select(_TEMPLATES.c.name, _TEMPLATES.c.composition).order_by(_TEMPLATES.c.id)).all()
    newest = {row.name: row.composition for row in rows}
    kept = {name: Composition.from_json(told) for name, told in newest.items() if told}
    return {name: one for name, one in sorted(kept.items()) if reader.sees_all(one.places)}
