"""Send: freeze, draw, write the page, keep all of it with its first link and its line in the journal, or nothing."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import insert

from access.acts import act_of, require
from access.reader import Reader
from answers.data import Data
from board import drawings
from board.composition import Composition
from board.content import Content
from board.freeze import freeze
from board.kept import PAGES
from board.links import USUAL_DAYS, NewLink, add_link
from board.page import page_html
from board.parts.asked import Draw, Drawn, without_drawing
from records.database import writing
from records.journal import append

Progress = Callable[[float], None]


@dataclass(frozen=True)
class Sent:
    """A page just sent: its number, its first link, and whether its figures could be drawn."""

    page: int
    link: NewLink
    content: Content
    is_drawn: bool


def preview_html(composition: Composition, data: Data, reader: Reader, draw: Draw | None = None) -> str:
    """Return the page as it would be sent now; nothing is kept."""
    return page_html(freeze(composition, data, reader, datetime.now(UTC), draw or _draw()))


def send(
    composition: Composition,
    data: Data,
    reader: Reader,
    days: int = USUAL_DAYS,
    password: str = "",
    progress: Progress | None = None,
) -> Sent:
    """Send the page and return its link, told this once; `progress` is told how far it is, from 0 to 1.

    Raises NotAllowedError, UnknownPlaceError, ValueError for the days or the password, CannotDrawError.
    """
    require(reader, "send", "send", composition.title)
    draw = _draw()
    content = freeze(composition, data, reader, datetime.now(UTC), _telling(draw, composition, progress))
    html = page_html(content)
    with writing() as connection:
        kept = connection.execute(
            insert(PAGES).values(
                sent_at=content.frozen_at.isoformat(),
                sent_by=reader.name,
                title=content.title,
                composition=composition.as_json(),
                content=content.as_json(),
                content_sha256=content.sha256,
                html=html,
                html_sha256=hashlib.sha256(html.encode()).hexdigest(),
            )
        )
        assert kept.inserted_primary_key is not None
        page = int(kept.inserted_primary_key[0])
        append(connection, act_of(reader, "send", f"page {page}", f"sha256 {content.sha256}"))
        link = add_link(connection, page, reader, days, password)
    return Sent(page, link, content, draw is not without_drawing)


def _draw() -> Draw:
    return drawings.draw if drawings.can_draw() else without_drawing


def _telling(draw: Draw, composition: Composition, progress: Progress | None) -> Draw:
    """The same, telling after each figure how far it is; how many there are is only known in the end."""
    if progress is None:
        return draw
    drawn, most = 0, max(1, len(composition.sections) * len(composition.places))

    def draw_and_tell(figure: object) -> Drawn:
        nonlocal drawn
        made = draw(figure)
        drawn += 1
        progress(min(drawn / most, 1.0))
        return made

    return draw_and_tell
