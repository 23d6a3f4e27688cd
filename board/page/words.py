"""The words around the figures of a sent page, in its language."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from babel.dates import format_datetime

from board.content import Content
from locales import Language, language

_ZONE = ZoneInfo("Europe/Copenhagen")
_AT = {"da": "d. MMMM y 'kl.' HH.mm", "en": "d MMMM y, HH:mm"}


def words_of(content: Content) -> Mapping[str, str]:
    """Return the words that the template sets."""
    spoken = language(content.language)
    text = spoken.text
    return {
        "skip": text("Skip to the content"),
        "on_this_page": text("On this page"),
        "places": text("Places"),
        "period": text("Period"),
        "compared_with": text("Compared with"),
        "frozen": text("As sent"),
        "frozen_at": moment_text(content, spoken),
        "sent_by": text("Sent by"),
        "sample": text("These figures are invented: they are the sample region that comes with Kulturpuls."),
        "comment": text("Comment"),
        "in_words": text("In words"),
        "as_table": text("The figures as a table"),
        "said": text("The figures said here"),
        "behind": text("Behind the figure"),
        "definition": text("What it means"),
        "sources": text("Where it comes from"),
        "no_sources": text("No cells of its own: it is derived, or what it rests on is not shown here."),
        "sheet": text("sheet"),
        "load": text("load"),
        "loaded_by": text("loaded by"),
        "cannot": text("Cannot be computed:"),
        "confidence": text("Confidence"),
        "not_drawn": text("The figure is not drawn here; its words and its table say the same."),
        "definitions": text("What the figures mean"),
        "version": text("version of the formula"),
        "about": text("About this page"),
        "frozen_note": text(
            "The figures were computed once, when the page was sent, and do not move. What has changed since is told "
            "at the top."
        ),
        "data_version": text("State of the data"),
        "app_version": text("Version of Kulturpuls"),
        "seal": text("Seal of the content (SHA-256)"),
        "stamp": stamp(content),
    }  # fmt: skip


def stamp(content: Content) -> str:
    """Return scope and date, as they stand in the title and on every sheet of paper."""
    return f"{content.scope} · {content.period} · {moment_text(content, language(content.language))}"


def moment_text(content: Content, spoken: Language) -> str:
    """Return when the page was frozen, in words."""
    local = content.frozen_at.astimezone(_ZONE)
    return str(format_datetime(local, _AT[spoken.code], locale=spoken.locale))
