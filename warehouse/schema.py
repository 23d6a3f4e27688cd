"""The datasets as declared in data/schema: one TOML file a dataset, read once.

From these come the template sheets, the recognition of headers, the checks, the tables of the store and the data
dictionary. Adding a dataset or a column is one file.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal

from locales import plain_name

SCHEMA_FOLDER = Path(__file__).resolve().parent.parent / "data" / "schema"
ALL = "all"

Role = Literal["key", "measure", "attribute"]
Kind = Literal[
    "actor", "actors", "destination", "area", "period", "choice", "integer", "number", "flag", "date", "text"
]  # fmt: skip
NUMBER_KINDS = frozenset({"integer", "number", "flag"})
ENTITY_KINDS = frozenset({"actor", "destination", "area"})
_BETWEEN = "; "


@dataclass(frozen=True)
class Choice:
    """One allowed value of a choice column: its code and what people write for it."""

    code: str
    names: Mapping[str, str]
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Column:
    """One declared column; `role` says whether it identifies a row, counts, or describes."""

    id: str
    role: Role
    kind: Kind
    header: Mapping[str, str]
    description: Mapping[str, str]
    aliases: tuple[str, ...] = ()
    required: bool = False
    default: str | None = None
    wide: bool = False
    principal: bool = False
    additive: bool = False
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    choices: tuple[Choice, ...] = ()

    @property
    def is_number(self) -> bool:
        """True where the stored value is a number, false where it is text."""
        return self.kind in NUMBER_KINDS

    @cached_property
    def spellings(self) -> frozenset[str]:
        """Every accepted header in its plain spelling."""
        return frozenset(plain_name(name) for name in (self.id, *self.header.values(), *self.aliases))

    @cached_property
    def choice_codes(self) -> Mapping[str, str]:
        """The code of each accepted spelling of a choice."""
        return {
            plain_name(name): choice.code
            for choice in self.choices
            for name in (choice.code, *choice.names.values(), *choice.aliases)
        }


@dataclass(frozen=True)
class Dataset:
    """One declared dataset: a sheet of the template and a table of the store."""

    id: str
    name: Mapping[str, str]
    description: Mapping[str, str]
    grain: Mapping[str, str]
    columns: tuple[Column, ...]
    aliases: tuple[str, ...] = ()
    _by_id: Mapping[str, Column] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {column.id: column for column in self.columns})

    def column(self, column_id: str) -> Column:
        """Return the column of that id; KeyError where there is none."""
        return self._by_id[column_id]

    @cached_property
    def keys(self) -> tuple[Column, ...]:
        """The columns that together identify a row, in declared order."""
        return tuple(column for column in self.columns if column.role == "key")

    @cached_property
    def measures(self) -> tuple[Column, ...]:
        """Measures and attributes: what facts are stored of."""
        return tuple(column for column in self.columns if column.role != "key")

    @cached_property
    def additive(self) -> tuple[Column, ...]:
        """The measures whose sum means something."""
        return tuple(column for column in self.columns if column.additive)

    @cached_property
    def principal(self) -> Column | None:
        """The value a bare figure under this dataset's name means."""
        return next((column for column in self.columns if column.principal), None)

    @cached_property
    def spellings(self) -> frozenset[str]:
        """Every accepted sheet name in its plain spelling."""
        return frozenset(plain_name(name) for name in (self.id, *self.name.values(), *self.aliases))


def listed(ids: Iterable[str]) -> str:
    """Return the ids of several entities as the one text they are stored as, each once."""
    return _BETWEEN.join(dict.fromkeys(ids))


def each_of(text: str | None) -> tuple[str, ...]:
    """Return the ids of a text that `listed` made; none for None or a blank."""
    return tuple(text.split(_BETWEEN)) if text else ()


@cache
def datasets() -> Mapping[str, Dataset]:
    """Return every declared dataset by id, places and actors first."""
    found = {path.stem: _read(path) for path in sorted(SCHEMA_FOLDER.glob("[!_]*.toml"))}
    first = ("destinations", "actors", "visits")
    return {name: found[name] for name in (*first, *(name for name in found if name not in first))}


def _read(path: Path) -> Dataset:
    declared = tomllib.loads(path.read_text("utf-8"))
    return Dataset(
        id=declared["id"],
        name=declared["name"],
        description=declared["description"],
        grain=declared["grain"],
        aliases=tuple(declared.get("aliases", ())),
        columns=tuple(_column(column) for column in declared["column"]),
    )


def _column(declared: dict[str, Any]) -> Column:
    shared = declared.pop("choices_from", None)
    choices = _shared_choices(shared) if shared else declared.pop("choices", {})
    aliases = tuple(declared.pop("aliases", ()))
    return Column(**declared, aliases=aliases, choices=tuple(_choice(code, names) for code, names in choices.items()))


def _choice(code: str, names: dict[str, Any]) -> Choice:
    return Choice(code, {"da": names["da"], "en": names["en"]}, tuple(names.get("aliases", ())))


@cache
def _shared_choices(name: str) -> dict[str, dict[str, Any]]:
    choices: dict[str, dict[str, Any]] = tomllib.loads((SCHEMA_FOLDER / f"{name}.toml").read_text("utf-8"))["choices"]
    return choices
