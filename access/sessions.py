"""Sessions: whether what a provider says of somebody opens the door, asked again on every run.

Streamlit's cookie lives for 30 days, knows no end and can be copied. So each sign-in is a row here, told by the claims
that no other sign-in has; it ends with a sign-out, with the member, or when it is too old.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

from sqlalchemy import Column, Connection, Integer, String, Table, delete, insert, select, update

from access.acts import act_of
from access.members import Member, MemberError, Rights, add, bind, find, now, plain_email
from access.reader import RIGHTS, Reader, at_command_line
from records import journal
from records.database import METADATA, reading, writing
from records.journal import Act

Why = Literal["no_email", "unverified", "unlisted", "removed", "other_account", "expired", "ended"]
Claims = Mapping[str, object]

_LEEWAY = timedelta(minutes=5)
_LONGEST_HOURS = 24.0
# Cookies cannot be younger than the session they belong to, so older rows are never asked for again.
_KEPT = timedelta(days=2)

_sessions = Table(
    "sessions",
    METADATA,
    Column("id", String, primary_key=True),
    Column("member", Integer, nullable=False),
    Column("began_at", String, nullable=False),
    Column("ended_at", String),
)


@dataclass(frozen=True)
class Refused:
    """Somebody whom the door does not open for, and why."""

    why: Why


def longest_session() -> timedelta:
    """Return how long after a sign-in one must sign in again: KULTURPULS_SESSION_HOURS, 8 by default, at most 24."""
    return timedelta(hours=min(float(os.environ.get("KULTURPULS_SESSION_HOURS") or 8), _LONGEST_HOURS))


def admit(claims: Claims) -> Reader | Refused:
    """Return the reader whom the claims are about, as their rights are at this moment, or why there is none."""
    try:
        email = plain_email(str(claims.get("email") or ""))
    except MemberError:
        return Refused("no_email")
    if not _is_verified(claims):
        return Refused("unverified")
    if _is_too_old(claims):
        return Refused("expired")
    _add_first_admin(email)
    with reading() as connection:
        member = find(connection, email)
        if member is None:
            return Refused("unlisted")
        began, ended = _session(connection, session_id(claims))
    if why := _fault(member, claims, began, ended):
        return Refused(why)
    if began is None:
        _begin(member, claims)
    return member.reader


def end(claims: Claims) -> None:
    """End the session for good: whoever has a copy of its cookie is refused from the next run on."""
    with writing() as connection:
        member = find(connection, str(claims.get("email") or "").strip().casefold())
        if member is None:
            return
        if _session(connection, session_id(claims))[0] is None:
            connection.execute(insert(_sessions).values(id=session_id(claims), member=member.id, began_at=now()))
        connection.execute(update(_sessions).where(_sessions.c.id == session_id(claims)).values(ended_at=now()))
        journal.append(connection, act_of(member.reader, "sign-out"))


def write_refusal(claims: Claims, why: Why) -> None:
    """Write into the journal that somebody was refused at the door."""
    journal.write(Act("sign-in", str(claims.get("email") or "unknown")[:200], "none", outcome="refused", detail=why))


def session_id(claims: Claims) -> str:
    """Return what tells this sign-in from every other: a hash of whose it is, when, and the provider's nonce."""
    told = [str(claims.get(name)) for name in ("iss", "sub", "iat", "nonce")]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _subject(claims: Claims) -> str:
    return f"{claims.get('iss')}|{claims.get('sub')}"


def _is_verified(claims: Claims) -> bool:
    """True where the provider says so, or is said to hand out only addresses of its own."""
    told = claims.get("email_verified", claims.get("xms_edov"))
    return told is True or told in (1, "1", "true") or os.environ.get("KULTURPULS_OIDC_TRUST_EMAIL") == "yes"


def _issued_at(claims: Claims) -> datetime | None:
    told = claims.get("iat")
    return datetime.fromtimestamp(told, UTC) if isinstance(told, (int, float)) else None


def _is_too_old(claims: Claims) -> bool:
    issued = _issued_at(claims)
    return issued is None or not -_LEEWAY <= datetime.now(UTC) - issued <= longest_session()


def _fault(member: Member, claims: Claims, began: str | None, ended: str | None) -> Why | None:
    if member.removed_at is not None or member.rights.role not in RIGHTS:
        return "removed"
    if member.subject not in (None, _subject(claims)):
        return "other_account"
    issued = _issued_at(claims)
    assert issued is not None
    valid_from = member.sessions_valid_from
    begins = began or (issued + _LEEWAY).isoformat(timespec="milliseconds")
    return "ended" if ended or (valid_from and begins < valid_from) else None


def _session(connection: Connection, name: str) -> tuple[str | None, str | None]:
    """Return when the session began and ended; None for what has not been."""
    query = select(_sessions.c.began_at, _sessions.c.ended_at).where(_sessions.c.id == name)
    row = connection.execute(query).one_or_none()
    return (row.began_at, row.ended_at) if row else (None, None)


def _begin(member: Member, claims: Claims) -> None:
    oldest = (datetime.now(UTC) - _KEPT).isoformat(timespec="milliseconds")
    with writing() as connection:
        if _session(connection, session_id(claims))[0] is not None:
            return
        connection.execute(delete(_sessions).where(_sessions.c.began_at < oldest))
        connection.execute(insert(_sessions).values(id=session_id(claims), member=member.id, began_at=now()))
        bind(connection, member, _subject(claims))
        journal.append(connection, act_of(member.reader, "sign-in"))


def _add_first_admin(email: str) -> None:
    """Make a member of who KULTURPULS_ADMIN names; one who was removed later stays removed."""
    if email != os.environ.get("KULTURPULS_ADMIN", "").strip().casefold():
        return
    with reading() as connection:
        known = find(connection, email)
    if known is None:
        add(email, Rights("admin", None, sees_business_figures=True), at_command_line("KULTURPULS_ADMIN"))
