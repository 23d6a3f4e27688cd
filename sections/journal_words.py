"""What the lines of the journal are about, in the reader's language: the journal itself is written in one for ever."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime

from answers.days import local_time
from locales import Language, mark
from records.journal import Entry

# As the acts write them, and what is said for them; what is none of these is shown as it was written.
_SAID: tuple[tuple[str, str], ...] = (
    (r"page (?P<page>\d+)", mark("page {page}")),
    (r"link (?P<link>\d+)", mark("link {link}")),
    (r"link (?P<link>\d+) to page (?P<page>\d+)", mark("link {link} to page {page}")),
    (r"upload (?P<upload>\d+)", mark("upload {upload}")),
    (r"upload (?P<upload>\d+), (?P<erased>\d+) erased", mark("upload {upload}, {erased}")),
    (r"(?P<file>.+): (?P<new>\d+) new, (?P<changed>\d+) changed, (?P<erased>\d+) erased",
     mark("{file}: {new}, {changed}, {erased}")),
    (r"event (?P<event>\d+)", mark("event {event}")),
    (r"(?P<count>\d+) uploads", mark("uploads: {count}")),
    (r"the sample region", mark("the sample region")),
    (r"everybody", mark("everybody")),
    (r"until (?P<day>\d{4}-\d\d-\d\d)", mark("until {day}")),
    (r"sha256 (?P<seal>[0-9a-f]{64})", mark("seal {seal}")),
    (r"needs the right to (?P<right>\w+)", mark("needs the right to {right}")),
    (r"it has faults", mark("it has faults")),
    (r"nothing in it could be used", mark("nothing in it could be used")),
    (r"(?P<count>\d+) requests without a link that shows anything, (?P<minute>\S+)",
     mark("requests without a link that shows anything: {count}, {minute}")),
    (r"(?P<minute>\d{4}-\d\d-\d\dT\d\d:\d\d\S*)", mark("{minute}")),
    (r"added as (?P<rights>.+)", mark("added as {rights}")),
    (r"removed", mark("removed")),
    (r"StoreBusyError", mark("somebody else was loading")),
    (r"CannotUndoError", mark("there was nothing to undo")),
)  # fmt: skip
_RIGHTS: Mapping[str, str] = {
    "administer": mark("administer access"), "load": mark("load files"), "edit": mark("make edits"),
    "send": mark("send board pages"),
}  # fmt: skip


def said(written: str, language: Language) -> str:
    """Return what a line is about, or its detail, in this language, times by the clocks of Denmark."""
    for pattern, message in _SAID:
        if found := re.fullmatch(pattern, written):
            told = {name: _SPOKEN.get(name, _as_it_is)(value, language) for name, value in found.groupdict().items()}
            return language.text(message, **told) if told else language.text(message)
    return written


def who(line: Entry, language: Language) -> str:
    """Return who did it, with the role; a board page is opened by people whom nobody knows by name."""
    if line.by != "unknown":
        return f"{line.by} ({line.role})"
    if line.role != "link":
        return language.text("somebody unknown")
    if line.outcome == "refused":
        return language.text("somebody without a link that shows anything")
    return language.text("a reader with the link")


def moment_text(moment: datetime, language: Language) -> str:
    """Return a moment as the clocks of Denmark show it."""
    local = local_time(moment.astimezone(UTC).replace(tzinfo=None))
    return f"{language.date(local.date())} {local:%H:%M}"


def _as_it_is(value: str, _language: Language) -> str:
    return value


def _minute(value: str, language: Language) -> str:
    return language.text("{moment}, Danish time", moment=moment_text(datetime.fromisoformat(value), language))


def _right(value: str, language: Language) -> str:
    return language.text(_RIGHTS[value]) if value in _RIGHTS else value


_SPOKEN: Mapping[str, Callable[[str, Language], str]] = {
    "day": lambda value, language: language.date(date.fromisoformat(value)),
    "minute": _minute,
    "right": _right,
    "count": lambda value, language: language.number(int(value)),
    "new": lambda value, language: language.plural("{n} new field", "{n} new fields", int(value)),
    "changed": lambda value, language: language.plural("{n} changed", "{n} changed", int(value)),
    "erased": lambda value, language: language.plural("{n} removed", "{n} removed", int(value)),
}
