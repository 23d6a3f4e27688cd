"""A sheet as it is drawn cell by cell, with what each figure says and on which cells of periods it rests."""

from dataclasses import dataclass, field
from typing import NamedTuple

from pipelines.grid import CellValue, Range, Sheet
from tests.corpus.spelling import Spelling

Cell = tuple[int, int]


class Place(NamedTuple):
    """One cell of a workbook."""

    sheet: str
    row: int
    column: int


class Key(NamedTuple):
    """What a figure is of; `part` is a market, or "all"."""

    dataset: str
    measure: str
    name: str
    period: str
    part: str = "all"


@dataclass(frozen=True)
class Figure:
    """One figure of a sheet: what it says, the cells that say its period, and how its table is written."""

    place: Place
    key: Key
    value: float
    periods: tuple[Place, ...]
    spelling: Spelling


@dataclass
class Drawing:
    """One sheet: its cells, its truth, and the cells that must stay as they are (`fixed`), such as a column's proof."""

    name: str
    cells: dict[Cell, CellValue] = field(default_factory=dict)
    figures: list[Figure] = field(default_factory=list)
    fixed: set[Place] = field(default_factory=set)
    merges: list[Range] = field(default_factory=list)
    hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    can_hide_parts: bool = True

    @property
    def bottom(self) -> int:
        """The first row below everything drawn so far."""
        return max((row for row, _ in self.cells), default=-1) + 1

    @property
    def right(self) -> int:
        """The first column right of everything drawn so far."""
        return max((column for _, column in self.cells), default=-1) + 1

    def write(self, row: int, column: int, value: CellValue) -> Place:
        """Write one cell, nothing where there is no value."""
        if value is not None:
            self.cells[row, column] = value
        return Place(self.name, row, column)

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Merge cells, where there are several."""
        if (top, left) != (bottom, right):
            self.merges.append(Range(top, left, bottom, right))

    def sheet(self) -> Sheet:
        """Return the sheet as a reader opens it."""
        rows: list[list[CellValue]] = [[None] * self.right for _ in range(self.bottom)]
        for (row, column), value in self.cells.items():
            rows[row][column] = value
        return Sheet(
            self.name,
            rows,
            hidden=self.hidden,
            merges=tuple(self.merges),
            hidden_rows=frozenset(self.hidden_rows),
            hidden_columns=frozenset(self.hidden_columns),
        )
