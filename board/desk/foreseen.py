"""What a load would do to the pages already sent: how many would tell their readers that numbers have changed."""

from datetime import UTC, datetime

from answers.data import Data
from board.changes import differs, figures
from board.links import links
from board.pages_sent import SentPage, page
from frame.context import Context

# Each is computed twice; beyond these the reader of the preview would wait.
_MOST = 6


def told_of_sent_pages(context: Context, after: Data) -> str:
    """Return in a sentence how many pages with an open link would tell of a change; "" where there are none."""
    found = open_pages(context)
    if not found:
        return ""
    told = sum(_would_tell(one, context.data, after) for one in found[:_MOST])
    said = context.language.plural(
        "{n} sent board page will tell its readers of the change.",
        "{n} sent board pages will tell their readers of the change.",
        told,
    )
    if len(found) <= _MOST:
        return said
    more = context.language.plural(
        "{n} older one was not looked at.", "{n} older ones were not looked at.", len(found) - _MOST
    )
    return f"{said} {more}"


def open_pages(context: Context) -> list[SentPage]:
    """Return the pages that somebody can open now, the newest first; none for those who may not send."""
    if not context.reader.may_send:
        return []
    now = datetime.now(UTC)
    numbers = dict.fromkeys(link.page for link in links(context.reader) if link.is_open(now))
    return [found for number in numbers if (found := page(number)) is not None]


def _would_tell(sent: SentPage, before: Data, after: Data) -> bool:
    """True where a number that the page shows becomes another than it is now."""
    shown, moment = sent.content.shown(), sent.content.frozen_at
    now, then = figures(sent.composition, before, moment), figures(sent.composition, after, moment)
    return any(key in now and differs(now[key], then.get(key)) for key in shown)
