"""The members: who may sign in, in which role, and which places they see; kept in the records beside the lake.

Every change is one transaction with its line in the journal, which so holds the history.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from sqlalchemy import Boolean, Column, Connection, Integer, Row, String, Table, func, insert, or_, select, update

from access.acts import act_of, require
from access.reader import RIGHTS, Reader, Role
from records import journal
from records.database import METADATA, reading, writing

_EMAIL = re.compile(r"[^\s@,;<>\"]+@[^\s@,;<>\"]+\.[^\s@,;<>\"]+")

members_table = Table(
    "members",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("email", String, nullable=False, unique=True),
    Column("subject", String),
    Column("role", String, nullable=False),
    Column("places", String),
    Column("sees_business_figures", Boolean, nullable=False),
    Column("added_by", String, nullable=False),
    Column("added_at", String, nullable=False),
    Column("removed_at", String),
    Column("sessions_valid_from", String),
)


class MemberError(Exception):
    """The change cannot be made; `args[0]` is the code that says why."""


@dataclass(frozen=True)
class Rights:
    """What a member may: the role, the places in scope (None for all), and the figures of fewer than three actors."""

    role: Role
    places: frozenset[str] | None
    sees_business_figures: bool = False


@dataclass(frozen=True)
class Member:
    """One member. `subject` is the account of the first sign-in; moments are ISO 8601 in UTC."""

    id: int
    email: str
    subject: str | None
    rights: Rights
    added_by: str
    added_at: str
    removed_at: str | None
    sessions_valid_from: str | None

    @property
    def reader(self) -> Reader:
        """The member as a reader."""
        return Reader(self.email, self.rights.role, self.rights.places, self.rights.sees_business_figures)


def now() -> str:
    """Return this moment as the records keep it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def plain_email(email: str) -> str:
    """Return the address as it is compared; raises MemberError where it is none."""
    plain = email.strip().casefold()
    if not _EMAIL.fullmatch(plain):
        raise MemberError("no_email")
    return plain


def all_members() -> Sequence[Member]:
    """Return every member in the order of the alphabet, removed ones last."""
    with reading() as connection:
        rows = connection.execute(select(members_table).order_by(members_table.c.email)).all()
    return sorted(map(member_of, rows), key=lambda member: member.removed_at is not None)


def member_of(row: Row[tuple[object, ...]]) -> Member:
    """Return the member that a row of the table tells of."""
    told = dict(row._mapping)
    places = told.pop("places")
    scope = None if places is None else frozenset(json.loads(places))
    rights = Rights(cast(Role, told.pop("role")), scope, bool(told.pop("sees_business_figures")))
    return Member(rights=rights, **told)


def find(connection: Connection, email: str) -> Member | None:
    """Return the member of that address, a removed one too."""
    row = connection.execute(select(members_table).where(members_table.c.email == email)).one_or_none()
    return member_of(row) if row else None


def add(email: str, rights: Rights, by: Reader) -> Member:
    """Add a member, or take a removed one back; raises MemberError where there is one, or the rights are none."""
    address = _checked(email, rights)
    require(by, "administer", "role", address)
    with writing() as connection:
        known = find(connection, address)
        if known and known.removed_at is None:
            raise MemberError("is_member")
        told = {**_columns(rights), "added_by": by.name, "added_at": now(), "removed_at": None, "subject": None}
        if known:
            _set(connection, known, **told, sessions_valid_from=now())
        else:
            connection.execute(insert(members_table).values(email=address, **told))
        journal.append(connection, act_of(by, "role", address, f"added as {in_words(rights)}"))
        added = find(connection, address)
    assert added is not None
    return added


def change(email: str, rights: Rights, by: Reader) -> None:
    """Give a member other rights, from their next run on; raises MemberError where no admin would be left."""
    address = _checked(email, rights)
    require(by, "administer", "role", address)
    with writing() as connection:
        known = _standing(connection, address)
        if rights.role != "admin" or rights.places is not None:
            _leave_an_admin(connection, known)
        _set(connection, known, **_columns(rights))
        detail = f"{in_words(known.rights)} -> {in_words(rights)}"
        journal.append(connection, act_of(by, "role", address, detail))


def remove(email: str, by: Reader) -> None:
    """Remove a member, from their next run on; raises MemberError where no admin would be left."""
    address = plain_email(email)
    require(by, "administer", "role", address)
    with writing() as connection:
        known = _standing(connection, address)
        _leave_an_admin(connection, known)
        _set(connection, known, removed_at=now())
        journal.append(connection, act_of(by, "role", address, "removed"))


def sign_everybody_out(by: Reader) -> None:
    """End every session that began before now."""
    require(by, "administer", "sign-out", "everybody")
    with writing() as connection:
        connection.execute(update(members_table).values(sessions_valid_from=now()))
        journal.append(connection, act_of(by, "sign-out", "everybody"))


def in_words(rights: Rights) -> str:
    """Return the rights as the journal and the command line write them."""
    places = "all places" if rights.places is None else ", ".join(sorted(rights.places)) or "no place"
    return f"{rights.role}, {places}" + (", business figures" if rights.sees_business_figures else "")


def _checked(email: str, rights: Rights) -> str:
    if rights.role not in RIGHTS:
        raise MemberError("no_role")
    return plain_email(email)


def _columns(rights: Rights) -> dict[str, object]:
    places = None if rights.places is None else json.dumps(sorted(rights.places))
    return {"role": rights.role, "places": places, "sees_business_figures": rights.sees_business_figures}


def _set(connection: Connection, member: Member, **values: object) -> None:
    connection.execute(update(members_table).where(members_table.c.id == member.id).values(**values))


def _standing(connection: Connection, address: str) -> Member:
    known = find(connection, address)
    if known is None or known.removed_at is not None:
        raise MemberError("no_member")
    return known


def _leave_an_admin(connection: Connection, member: Member) -> None:
    """Raise MemberError where this is the only member who can say who the others are."""
    admins = (members_table.c.role == "admin") & members_table.c.places.is_(None) & members_table.c.removed_at.is_(None)
    others = admins & (members_table.c.id != member.id)
    is_admin = member.reader.may_administer
    if is_admin and not connection.execute(select(func.count()).where(others)).scalar_one():
        raise MemberError("last_admin")


def bind(connection: Connection, member: Member, subject: str) -> None:
    """Remember the account of a member's first sign-in: from then on the address alone is not enough."""
    free = or_(members_table.c.subject.is_(None), members_table.c.subject == subject)
    connection.execute(update(members_table).where((members_table.c.id == member.id) & free).values(subject=subject))
