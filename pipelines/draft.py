"""An understanding of a table in the making: the roles its headers give, and what is settled of them so far."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from pipelines.evidence import Clue, Evidence
from pipelines.grid import CellValue
from pipelines.layout import KeyColumn, Layout, TotalColumn, ValueColumn
from pipelines.periods import PeriodPart
from pipelines.roles import Role
from warehouse.schema import Dataset

# The distinct values of a column of the sheet, below the header.
Peek = Callable[[int], Sequence[CellValue]]


@dataclass
class Draft:
    """What is settled so far of reading a table as one dataset; see Layout for the fields.

    `asks_beside_names` is true where whose figures they are is asked for also beside a column of names nobody knows.
    """

    dataset: Dataset
    roles: Sequence[Role]
    evidence: Evidence
    peek: Peek
    keys: list[KeyColumn] = field(default_factory=list)
    values: list[ValueColumn] = field(default_factory=list)
    totals: list[TotalColumn] = field(default_factory=list)
    refused: list[Role] = field(default_factory=list)
    left_out: dict[int, str] = field(default_factory=dict)
    constants: dict[str, str] = field(default_factory=dict)
    period: PeriodPart | None = None
    clues: list[Clue] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    asks_beside_names: bool = False

    def has_key(self, key_id: str) -> bool:
        """True where a column of its own says that key."""
        return any(column.key.id == key_id for column in self.keys)

    def fixes(self, key_id: str) -> bool:
        """True where the header of some value column says that key."""
        is_period = self.dataset.column(key_id).kind == "period"
        return any(key_id in value.fixed or (is_period and value.period) for value in self.values)

    def unused(self) -> list[Role]:
        """Return the columns whose header names nothing yet, from the left."""
        used = self._used()
        return [role for role in self.roles if role.header.index not in used and self._is_open(role)]

    def _used(self) -> set[int]:
        columns: list[KeyColumn | ValueColumn | TotalColumn] = [*self.keys, *self.values, *self.totals]
        return {column.header.index for column in columns}

    def _is_open(self, role: Role) -> bool:
        return not (role.is_total or role.is_computed or self.left_out.get(role.header.index) == "second_column")

    def layout(self) -> Layout:
        """Return the understanding as settled."""
        refused = [role.header for role in self.refused]
        used = self._used() | {header.index for header in refused}
        return Layout(
            self.dataset,
            tuple(self.keys),
            tuple(self.values),
            tuple(self.totals),
            self.constants,
            self.period,
            {index: why for index, why in self.left_out.items() if index not in used},
            refused,
            tuple(self.clues),
            tuple(dict.fromkeys(self.questions)),
            self.evidence.names_dataset(self.dataset),
            self.evidence.clues,
        )
