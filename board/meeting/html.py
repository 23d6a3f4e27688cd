"""From what was sent to the meeting's view; turned with the arrow keys, and one long page without scripts."""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import segno
from markupsafe import Markup

from board.decisions import Decision
from board.jinja import environment
from board.page.html import policy_of
from board.page.style import common_style
from board.page.words import stamp
from board.pages_sent import SentPage
from locales import language

_FOLDER = Path(__file__).parent


def meeting_html(found: SentPage, address: str, decided: Sequence[Decision]) -> str:
    """Return the view of a sent page; `address` is that of the page itself, drawn as a QR code."""
    spoken = language(found.content.language)
    return (
        environment(_FOLDER)
        .get_template("meeting.html.jinja")
        .render(
            content=found.content,
            stamp=stamp(found.content),
            decisions=[(one.text, spoken.date(one.noted_at.date())) for one in decided],
            say={
                "back": spoken.text("Back to the page"),
                "turning": spoken.text("Large type; the arrow keys turn the sheets"),
                "link": spoken.text("Link to this page"),
                "decisions": spoken.text("Decisions"),
                "comment": spoken.text("Comment"),
                "cannot": spoken.text("Cannot be computed:"),
            },
            style=Markup(f"{common_style()}{_file('meeting.css')}"),
            script=Markup(_file("meeting.js")),
            code=Markup(segno.make(address, micro=False).svg_inline(scale=6, border=2, light="#fff", dark="#000")),
        )
    )


def meeting_policy(html: str) -> str:
    """Return the content policy of the view: that of the page, and the one script that turns the sheets."""
    digest = base64.b64encode(hashlib.sha256(_file("meeting.js").encode()).digest()).decode()
    return f"{policy_of(html)}; script-src 'sha256-{digest}'"


@cache
def _file(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")
