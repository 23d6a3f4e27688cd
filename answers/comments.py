"""The exchange of views on a place: what somebody says, what others answer, and what was agreed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from answers.data import Data
from answers.logged import rows_of
from answers.places import Place


@dataclass(frozen=True)
class Comment:
    """What one role or organisation said on a day, "" where something is not told.

    `theme`, `step` and `kpi_id` say what it is about. `settled_on`, `agreed` and `settled_by` close what it opened.
    """

    id: str
    destination_id: str
    actor_id: str
    date: str
    theme: str
    step: str
    kpi_id: str
    who: str
    text: str
    answer_to: str
    settled_on: str
    agreed: str
    settled_by: str


@dataclass(frozen=True)
class Thread:
    """One subject: the comment that opened it and the answers, the first one first."""

    opening: Comment
    answers: tuple[Comment, ...]

    @property
    def is_open(self) -> bool:
        """True while nobody has settled it."""
        return not self.opening.settled_on

    @property
    def last_day(self) -> str:
        """The day of the last that was said."""
        return max(one.date for one in (self.opening, *self.answers))

    def is_about(self, theme: str) -> bool:
        """True where it is about the theme; a step is about the steps, whatever theme it is filed under."""
        return self.opening.theme == theme or (theme == "steps" and bool(self.opening.step))


def threads(data: Data, place: Place) -> tuple[Thread, ...]:
    """Return what is said of a place: open subjects first, and the one with the latest word before the others."""
    return data.remember(("threads", place.id), lambda: _threads(data, place))


def _threads(data: Data, place: Place) -> tuple[Thread, ...]:
    frame = rows_of(data, "comments", place)
    said = {one.id: one for one in sorted(_comments(frame), key=lambda one: (one.date, one.id))}
    by_opening: dict[str, list[Comment]] = {}
    for comment in said.values():
        by_opening.setdefault(_opening(comment, said), []).append(comment)
    found = [
        Thread(said[opening], tuple(one for one in together if one.id != opening))
        for opening, together in by_opening.items()
    ]
    latest = sorted(found, key=lambda thread: thread.last_day, reverse=True)
    return tuple(sorted(latest, key=lambda thread: not thread.is_open))


def _comments(frame: pd.DataFrame) -> Iterator[Comment]:
    for row in frame.to_dict("records"):
        told = {str(name): value if isinstance(value, str) else "" for name, value in row.items()}
        yield Comment(told.pop("comment_id"), **told)


def _opening(comment: Comment, said: Mapping[str, Comment]) -> str:
    """Return the id of the comment that an answer leads back to.

    What answers a comment that is not there opens a subject itself; of answers in a ring, the first one does.
    """
    passed = [comment.id]
    while (answered := said[passed[-1]].answer_to) in said:
        if answered in passed:
            ring = passed[passed.index(answered) :]
            return min(ring, key=lambda one: (said[one].date, one))
        passed.append(answered)
    return passed[-1]
