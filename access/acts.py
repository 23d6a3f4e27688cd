"""Acts: who may do them, and the line in the journal that each leaves, refused ones too."""

from collections.abc import Iterator
from contextlib import contextmanager

from access.reader import Reader, Right
from records import journal
from records.journal import Act

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


@contextmanager
def acting(by: By, right: Right, act: str, about: str = "") -> Iterator[None]:
    """Let the reader act if they may, and write it into the journal once it is done; an act that fails is none."""
    if isinstance(by, Reader):
        require(by, right, act, about)
    yield
    if isinstance(by, Reader):
        journal.write(act_of(by, act, about))
