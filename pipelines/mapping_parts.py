"""What a mapping says, once read: the tables of a foreign layout, and the columns of each."""

from collections.abc import Mapping as Entries
from dataclasses import dataclass, field

from pipelines.numbers import DecimalMark
from pipelines.periods import PeriodPart
from warehouse.schema import ENTITY_KINDS, Column, Dataset

YEAR = "year"
ENCODINGS = ("cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "iso-8859-2", "iso-8859-15", "mac-roman")


@dataclass(frozen=True)
class Wide:
    """A key that stands as columns; `headers` is plain header -> what it says, empty where any header may say it."""

    key: Column
    value: Column
    headers: Entries[str, str | PeriodPart] = field(default_factory=dict)


@dataclass(frozen=True)
class MappedColumn:
    """What one header means: a column id or "year", and the keys that hold for its figures."""

    name: str
    fixed: Entries[str, str] = field(default_factory=dict)
    period: PeriodPart | None = None


@dataclass(frozen=True)
class MappedTable:
    """What one layout means; `columns` is plain header (or "A:A") -> meaning.

    `values` is key id -> plain spelling -> code, for cells that say a choice in words of their own.
    """

    dataset: Dataset
    sheet: str | None = None
    header_rows: int = 1
    first_row: int | None = None
    columns: Entries[str, MappedColumn] = field(default_factory=dict)
    constants: Entries[str, str] = field(default_factory=dict)
    period: PeriodPart | None = None
    wide: Wide | None = None
    values: Entries[str, Entries[str, str]] = field(default_factory=dict)
    decimal: DecimalMark | None = None


@dataclass(frozen=True)
class Mapping:
    """The layouts a person has described, and how the text of the file is encoded where they say it."""

    tables: tuple[MappedTable, ...]
    encoding: str | None = None


def is_entity(key: Column) -> bool:
    """True for a key whose values are names."""
    return key.kind in ENTITY_KINDS
