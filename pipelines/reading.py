"""The result of reading one file: the facts found, and an account of every filled cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pyarrow as pa

from pipelines.finding_kinds import PERSONAL
from pipelines.findings import Finding
from pipelines.sheet_picture import SheetPicture

# What is known of names before a file is read: kind of entity -> plain spelling -> id.
KnownNames = Mapping[str, Mapping[str, str]]

# The columns that stand beside the keys in a table of facts.
FACT_COLUMNS = ("measure", "number", "text", "sheet", "cell")


@dataclass(frozen=True)
class CellCount:
    """The account of filled cells; the parts add up to `non_empty`."""

    non_empty: int = 0
    accepted: int = 0
    refused: int = 0
    ignored: int = 0


@dataclass(frozen=True)
class TableFound:
    """One table: where it stands, what it was taken for, and which header became which column.

    `layout` is the fingerprint by which what a person confirms of it is remembered; `unread` are the headers of columns
    that became nothing.
    """

    sheet: str
    range: str
    dataset: str
    columns: Mapping[str, str]
    layout: str = ""
    unread: Sequence[str] = ()


@dataclass(frozen=True)
class Interpretation:
    """What a workbook says, and an account of its cells.

    `facts` has one Arrow table a dataset: the dataset's key columns as strings (an omitted dimension is "all"), then
    `measure` (the column's id), `number` (float64) or `text` (string), `sheet` and `cell` ("C7"). Keys are unique with
    `measure`: equal repeats are already one, unequal ones already refused. `blanks` are, in the same shape, the
    cells whose keys are said but that hold no figure; nothing is stored of them. `pictures` show a part of each sheet.
    `waiting` are the tables of which nothing is read until a question is answered.
    """

    cells: CellCount = CellCount()
    tables: Sequence[TableFound] = ()
    waiting: Sequence[TableFound] = ()
    refused: Sequence[Finding] = ()
    ignored: Sequence[Finding] = ()
    questions: Sequence[Finding] = ()
    warnings: Sequence[Finding] = ()
    rows: Mapping[str, int] = field(default_factory=dict)
    facts: Mapping[str, pa.Table] = field(default_factory=dict)
    blanks: Mapping[str, pa.Table] = field(default_factory=dict)
    pictures: Sequence[SheetPicture] = ()


@dataclass(frozen=True, kw_only=True)
class Reading(Interpretation):
    """One file as read.

    `problem` is set where the whole file was refused, and then nothing is said of what is in it. A file that is
    `blocked` was read, and its facts may be looked at, but never stored.
    """

    file: str
    sha256: str
    format: str = ""
    seconds: float = 0.0
    problem: Finding | None = None

    @property
    def blocked(self) -> Finding | None:
        """Why the file is kept out of the store although it was read: the personal data in it; None where it is not."""
        personal = [finding for finding in (*self.refused, *self.warnings) if finding.code in PERSONAL]
        return Finding("personal_data", values={"cell": personal[0].place}) if personal else None

    @property
    def refusal(self) -> Finding | None:
        """Why nothing of the file is stored; None where something is, or may be once the questions are answered."""
        if self.problem or self.blocked or self.facts or self.questions:
            return self.problem or self.blocked
        return Finding("nothing_usable" if self.tables else "nothing_known")
