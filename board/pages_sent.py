"""Sent pages as they are kept, and which of them a reader may handle: those all of whose places they may see."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from sqlalchemy import RowMapping, select

from access.reader import Reader
from board.composition import Composition
from board.content import Content
from board.kept import PAGES
from records.database import address, reading


class NoSuchPageError(Exception):
    """There is no such page, or it is not within the reader's scope; `args[0]` is its number."""


@dataclass(frozen=True)
class SentPage:
    """A page as it was sent; nothing of it ever changes."""

    id: int
    sent_at: datetime
    sent_by: str
    title: str
    composition: Composition
    content: Content
    html: str


@dataclass(frozen=True)
class PageLine:
    """A sent page as it is listed."""

    id: int
    sent_at: datetime
    sent_by: str
    title: str
    composition: Composition


def page(number: int) -> SentPage | None:
    """Return the page; read once, because it never changes."""
    return _page(address(), number)


@lru_cache(maxsize=64)
def _page(_address: str, number: int) -> SentPage | None:
    with reading() as connection:
        row = connection.execute(select(PAGES).where(PAGES.c.id == number)).one_or_none()
    if row is None:
        return None
    line = _line(row._mapping)
    content = Content.model_validate_json(row._mapping["content"])
    return SentPage(**vars(line), content=content, html=row._mapping["html"])


def page_in_scope(number: int, reader: Reader) -> SentPage:
    """Return the page; raises NoSuchPageError also where the reader may not see all of its places."""
    found = page(number)
    if found is None or not reader.sees_all(found.composition.places):
        raise NoSuchPageError(number)
    return found


def pages_in_scope(reader: Reader) -> list[PageLine]:
    """Return the sent pages all of whose places the reader may see, the newest first."""
    wanted = select(PAGES.c.id, PAGES.c.sent_at, PAGES.c.sent_by, PAGES.c.title, PAGES.c.composition)
    with reading() as connection:
        lines = [_line(row._mapping) for row in connection.execute(wanted.order_by(PAGES.c.id.desc()))]
    return [line for line in lines if reader.sees_all(line.composition.places)]


def _line(told: RowMapping) -> PageLine:
    return PageLine(
        id=told["id"],
        sent_at=datetime.fromisoformat(told["sent_at"]),
        sent_by=told["sent_by"],
        title=told["title"],
        composition=Composition.from_json(told["composition"]),
    )
