"""Acts: who may do them, and the line in the journal that each leaves, refused ones too."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from access.reader import Reader, Right, at_command_line
from records import journal
from records.journal import Act, Outcome

# Who acts: a reader whose rights are asked for, or the mere name that trusted code of ours gives.
By = Reader | str


class NotAllowedError(Exception):
    """The reader may not do this; `args[0]` is the right that is missing. The refusal stands in the journal."""


def name_of(by: By) -> str:
    """Return the name under which the act is recorded."""
    return by.name if isinstance(by, Reader) else by


def act_of(reader: Reader, act: str, about: str = "", detail: str = "") -> Act:
    """Return the line of an act that the reader did."""
    return Act(act, reader.name, reader.role, about, detail=detail)


def require(reader: Reader, right: Right, act: str, about: str = "") -> None:
    """Do nothing where the reader has the right; else write the refusal and raise NotAllowedError."""
    if not reader.may(right):
        refuse(reader, act, about, f"needs the right to {right}")
        raise NotAllowedError(right)


def refuse(reader: Reader, act: str, about: str, detail: str) -> None:
    """Write into the journal that the reader was refused."""
    journal.write(Act(act, reader.name, reader.role, about, "refused", detail))


@dataclass
class Doing:
    """An act while it is done: what its line in the journal will say. Where nothing was done, there is no line."""

    about: str
    detail: str = ""
    outcome: Outcome | None = "done"


@contextmanager
def acting(by: By, right: Right, act: str, about: str = "") -> Iterator[Doing]:
    """Let the reader act if they may, and write exactly one line: done, or refused where that raises.

    A mere name is that of who works on the machine itself.
    """
    reader = by if isinstance(by, Reader) else at_command_line(by)
    require(reader, right, act, about)
    doing = Doing(about)
    try:
        yield doing
    except Exception as error:
        refuse(reader, act, doing.about, type(error).__name__)
        raise
    if doing.outcome:
        journal.write(Act(act, reader.name, reader.role, doing.about, doing.outcome, doing.detail))
