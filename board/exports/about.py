"""What every export says of itself: what it is about, when it was frozen, by whom, and from which data."""

from babel.dates import format_time, get_timezone

from board.content import Content, Source
from locales import Language, language

_DANISH_TIME = get_timezone("Europe/Copenhagen")


def frozen_on(content: Content) -> str:
    """Return the day the page was frozen, in words, in Danish time."""
    return language(content.language).date(content.frozen_at.astimezone(_DANISH_TIME).date())


def footer(content: Content) -> str:
    """Return the line that stands on every page and slide: the scope and the day."""
    say = language(content.language)
    return say.text("{scope} · numbers as of {day}", scope=content.scope, day=frozen_on(content))


def about(content: Content) -> list[tuple[str, str]]:
    """Return what the export is, as pairs of a name and what it is."""
    say = language(content.language)
    time = format_time(content.frozen_at, "short", _DANISH_TIME, locale=say.locale)
    pairs = [
        (say.text("Places"), say.listed(content.places)),
        (say.text("Scope"), content.scope),
        (say.text("Period"), content.period),
        (say.text("Compared with"), content.compared_with),
        (say.text("Frozen"), f"{frozen_on(content)} {time}"),
        (say.text("Sent by"), content.sent_by),
        (say.text("State of the data"), say.number(content.data_version)),
        (say.text("Version of Kulturpuls"), content.app_version),
        (say.text("Check number (sha256)"), content.sha256),
    ]
    if content.is_sample:
        pairs.append((say.text("Note"), say.text("These are invented numbers of the sample region.")))
    return [(name, text) for name, text in pairs if text]


def loaded(source: Source, say: Language) -> str:
    """Return when and by which role or organisation a source was loaded."""
    day = say.date(source.loaded_at.astimezone(_DANISH_TIME).date())
    return say.text("{day} by {who}", day=day, who=source.loaded_by) if source.loaded_by else day
