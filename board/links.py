"""Links to sent pages: made, listed, revoked, rotated, opened. A token is told once, and kept only as its hash."""

import hashlib
import os
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from argon2 import PasswordHasher
from sqlalchemy import Connection, Row, func, insert, select, update
from streamlit import config

from access.acts import act_of, require
from access.reader import Reader
from board.kept import LINKS, OPENS
from board.pages_sent import page_in_scope, pages_in_scope
from records.database import reading, writing
from records.journal import append

USUAL_DAYS, MOST_DAYS = 90, 400
SHORTEST_PASSWORD = 10
ADDRESS = "KULTURPULS_URL"
_TOKEN_BYTES = 32


class NoSuchLinkError(Exception):
    """There is no such link, or it is not within the reader's scope; `args[0]` is its number."""


@dataclass(frozen=True)
class NewLink:
    """A link just made: this is the only time that its address is known."""

    id: int
    page: int
    address: str
    expires_at: datetime
    has_password: bool = False


@dataclass(frozen=True)
class Link:
    """A link as it is listed: everything but its token."""

    id: int
    page: int
    made_at: datetime
    made_by: str
    expires_at: datetime
    revoked_at: datetime | None
    has_password: bool
    opens: int

    def is_open(self, now: datetime) -> bool:
        """True while the link shows its page."""
        return self.revoked_at is None and now < self.expires_at


@dataclass(frozen=True)
class OpenLink:
    """A link that somebody holds the token of, and that shows its page now; `password` is a hash, or ""."""

    id: int
    page: int
    password: str


def make_link(page: int, reader: Reader, days: int = USUAL_DAYS, password: str = "") -> NewLink:
    """Make another link to a page already sent; raises NotAllowedError, NoSuchPageError, ValueError for the days or the
    password."""
    require(reader, "send", "link", f"page {page}")
    page_in_scope(page, reader)
    with writing() as connection:
        return add_link(connection, page, reader, days, password)


def add_link(connection: Connection, page: int, reader: Reader, days: int, password: str) -> NewLink:
    """Make a link inside the transaction of what it is made for, with its line in the journal; ValueError as `send`."""
    if 0 < len(password) < SHORTEST_PASSWORD:
        raise ValueError(f"a password has at least {SHORTEST_PASSWORD} signs")
    if not 1 <= days <= MOST_DAYS:
        raise ValueError(f"a link lasts between 1 and {MOST_DAYS} days")
    token, now = secrets.token_urlsafe(_TOKEN_BYTES), datetime.now(UTC)
    expires = now + timedelta(days=days)
    made = connection.execute(
        insert(LINKS).values(
            page=page,
            token_sha256=hash_of(token),
            made_at=now.isoformat(),
            made_by=reader.name,
            expires_at=expires.isoformat(),
            password=PasswordHasher().hash(password) if password else "",
        )
    )
    assert made.inserted_primary_key is not None
    number = int(made.inserted_primary_key[0])
    append(connection, act_of(reader, "link", f"link {number} to page {page}", f"until {expires.date()}"))
    return NewLink(number, page, f"{base_address()}/b/{token}", expires, bool(password))


def base_address() -> str:
    """Return the address that links begin with."""
    return os.environ.get(ADDRESS, "").rstrip("/") or f"http://127.0.0.1:{config.get_option('server.port')}"


def hash_of(token: str) -> str:
    """Return what a token is known by; whatever comes in an address has one."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def links(reader: Reader, page: int | None = None) -> list[Link]:
    """Return the links to the pages within the reader's scope, the newest first; raises NotAllowedError."""
    require(reader, "send", "list links")
    seen = [one.id for one in pages_in_scope(reader) if page in (None, one.id)]
    opens = select(OPENS.c.link, func.sum(OPENS.c.count).label("opens")).group_by(OPENS.c.link).subquery()
    wanted = (
        select(LINKS, opens.c.opens)
        .outerjoin(opens, opens.c.link == LINKS.c.id)
        .where(LINKS.c.page.in_(seen))
        .order_by(LINKS.c.id.desc())
    )
    with reading() as connection:
        return [_link(row) for row in connection.execute(wanted)]


def _link(row: Row[tuple[object, ...]]) -> Link:
    told = row._mapping
    revoked = told["revoked_at"]
    return Link(
        id=told["id"],
        page=told["page"],
        made_at=datetime.fromisoformat(told["made_at"]),
        made_by=told["made_by"],
        expires_at=datetime.fromisoformat(told["expires_at"]),
        revoked_at=datetime.fromisoformat(revoked) if revoked else None,
        has_password=bool(told["password"]),
        opens=int(told["opens"] or 0),
    )


def revoke(link: int, reader: Reader) -> None:
    """Let the link show nothing from now on; raises NotAllowedError, NoSuchLinkError. Twice is once."""
    require(reader, "send", "revoke", f"link {link}")
    with writing() as connection:
        _revoke(connection, _in_scope(link, reader), reader)


def rotate(link: int, reader: Reader, days: int = USUAL_DAYS, password: str = "") -> NewLink:
    """Revoke the link and make another to the same page, both or neither; raises as `revoke` and `make_link`."""
    require(reader, "send", "rotate", f"link {link}")
    with writing() as connection:
        found = _in_scope(link, reader)
        _revoke(connection, found, reader)
        return add_link(connection, found.page, reader, days, password)


def _in_scope(link: int, reader: Reader) -> Link:
    found = next((one for one in links(reader) if one.id == link), None)
    if found is None:
        raise NoSuchLinkError(link)
    return found


def _revoke(connection: Connection, link: Link, reader: Reader) -> None:
    now = datetime.now(UTC).isoformat()
    stands = (LINKS.c.id == link.id) & LINKS.c.revoked_at.is_(None)
    if connection.execute(update(LINKS).where(stands).values(revoked_at=now, revoked_by=reader.name)).rowcount:
        append(connection, act_of(reader, "revoke", f"link {link.id} to page {link.page}"))


def open_link(token: str) -> OpenLink | None:
    """Return the link of a token that shows its page now; unknown, expired and revoked are asked in one way."""
    now = datetime.now(UTC).isoformat()
    stands = (LINKS.c.token_sha256 == hash_of(token)) & LINKS.c.revoked_at.is_(None) & (LINKS.c.expires_at > now)
    with reading() as connection:
        row = connection.execute(select(LINKS.c.id, LINKS.c.page, LINKS.c.password).where(stands)).one_or_none()
    return OpenLink(*row) if row else None
