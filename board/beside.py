"""What stands beside a sent page and is no part of it: what the board decided, and the way to the meeting's view."""

from board.decisions import decisions
from board.page.html import rendered
from board.pages_sent import SentPage
from locales import language


def beside_html(found: SentPage) -> str:
    """Return the decisions noted so far and the link to the meeting's view."""
    spoken = language(found.content.language)
    return rendered(
        "beside.html.jinja",
        decisions=[(one.text, spoken.date(one.noted_at.date())) for one in decisions(found.id)],
        say={"decisions": spoken.text("Decisions"), "meeting": spoken.text("Show in the meeting")},
    )
