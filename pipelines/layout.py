"""What the columns of a table are for: which are keys, which hold figures and of what, which are totals or left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipelines.evidence import Clue
from pipelines.headers import Meaning
from pipelines.periods import PeriodPart
from warehouse.schema import Column, Dataset

Cell = tuple[int, int]


@dataclass(frozen=True)
class HeaderPart:
    """One header cell over a column; `level` counts the header rows from 0 at the top."""

    meaning: Meaning
    cell: Cell
    level: int


@dataclass(frozen=True)
class HeaderColumn:
    """Everything that stands over one column of the sheet, from the top down."""

    index: int
    parts: Sequence[HeaderPart] = ()

    @property
    def text(self) -> str:
        """The header as one text, each wording once."""
        return " ".join(dict.fromkeys(part.meaning.text for part in self.parts))

    @property
    def cells(self) -> list[Cell]:
        """The header cells, those of merged headers included."""
        return [part.cell for part in self.parts]


@dataclass(frozen=True)
class KeyColumn:
    """A column whose cells say one key of each row; a period may be told by two, a year and a month.

    A key that is a text may be told by several columns, each a `is_part` of it. Where one cell holds several keys
    between commas, `piece` says from which to which this key is. Where not each row says the key itself, `sections` are
    the rows of the sheet that say it for those below them.
    """

    header: HeaderColumn
    key: Column
    is_year: bool = False
    is_part: bool = False
    piece: slice | None = None
    sections: tuple[int, ...] = ()


@dataclass(frozen=True)
class ValueColumn:
    """A column of figures (or texts) of one declared column, with the keys its header fixes.

    `fixed` is key id -> code of a choice, or name of an entity; `period` the part of the period the header says.
    `question` is set where the header leaves open what the figures mean; `factor` is what a person has said they are
    to be multiplied by.
    """

    header: HeaderColumn
    column: Column
    fixed: Mapping[str, str] = field(default_factory=dict)
    period: PeriodPart | None = None
    question: str | None = None
    factor: float = 1

    @property
    def is_wide(self) -> bool:
        """True where the header fixes a key, so that several columns hold figures of one declared column."""
        return bool(self.fixed) or self.period is not None


@dataclass(frozen=True)
class TotalColumn:
    """A column that sums value columns: those of the same declared column (None: of any) and the same fixed keys."""

    header: HeaderColumn
    column: Column | None = None
    fixed: Mapping[str, str] = field(default_factory=dict)
    period: PeriodPart | None = None


@dataclass(frozen=True)
class Layout:
    """A table understood as a dataset.

    `constants` is key id -> code or name where no column says it, `period` the part of the period said outside the
    columns, `left_out` the columns not read with why, `refused` the columns whose header should have been readable.
    `clues` are the texts outside the columns that the reading rests on, of all those `nearby`; `questions` is what must
    be answered first.
    """

    dataset: Dataset
    keys: Sequence[KeyColumn] = ()
    values: Sequence[ValueColumn] = ()
    totals: Sequence[TotalColumn] = ()
    constants: Mapping[str, str] = field(default_factory=dict)
    period: PeriodPart | None = None
    left_out: Mapping[int, str] = field(default_factory=dict)
    refused: Sequence[HeaderColumn] = ()
    clues: Sequence[Clue] = ()
    questions: Sequence[str] = ()
    is_named: bool = False
    nearby: Sequence[Clue] = ()

    @property
    def columns(self) -> "list[KeyColumn | ValueColumn | TotalColumn]":
        """Every column with a meaning."""
        return [*self.keys, *self.values, *self.totals]

    @property
    def understood(self) -> int:
        """How many columns have a meaning."""
        return len(self.columns)

    def ranks(self, header: HeaderColumn) -> int | None:
        """Return how far down the names of its column the header is found, 0 for the declared one; None where not."""
        named = [part.meaning.columns.get(self.dataset.id) for part in header.parts]
        return min((column[1] for column in named if column), default=None)

    @property
    def spelled(self) -> int:
        """How many columns stand under exactly the declared header."""
        return sum(self.ranks(column.header) == 0 for column in self.columns)

    @property
    def rank(self) -> tuple[bool, int, bool, int]:
        """How good an understanding this is, to compare with others of the same table."""
        return not self.questions, self.understood, self.is_named, self.spelled

    @property
    def indexes(self) -> list[int]:
        """The columns of the sheet the table uses."""
        return sorted({column.header.index for column in self.columns} | {column.index for column in self.refused})
