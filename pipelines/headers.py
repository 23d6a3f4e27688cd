"""What one header text can mean: a declared column, a choice, a known name, a period, a total, a unit."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from locales import plain_name
from pipelines.grid import CellValue
from pipelines.names import Names
from pipelines.numbers import read_number
from pipelines.periods import PeriodPart, read_period
from pipelines.words import (
    collapse,
    find_scale,
    is_computed,
    is_total,
    without_footnote,
    without_parenthesis,
    without_scale,
    words,
)
from warehouse.schema import ENTITY_KINDS, datasets

LONGEST_HEADER = 120
_WINDOWS = (3, 2, 1)
_MOST_WORDS = 6


@dataclass(frozen=True)
class Meaning:
    """Every meaning of one header text; the dataset it stands in decides which holds. `name` is it without its unit.

    `columns` is dataset -> (column id, rank): 0 for the declared header, more for later aliases. `choices` is (dataset,
    key column) -> code, `entities` kind -> id. `similar` has for each dataset whose column the text only resembles how
    much, in percent.
    """

    text: str
    columns: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    choices: Mapping[tuple[str, str], str] = field(default_factory=dict)
    entities: Mapping[str, str] = field(default_factory=dict)
    period: PeriodPart | None = None
    total: bool = False
    computed: bool = False
    scale: str | None = None
    unit: bool = False
    unit_said: str | None = None
    year_header: bool = False
    similar: Mapping[str, int] = field(default_factory=dict)
    name: str = ""

    @property
    def is_known(self) -> bool:
        """True where the text means anything to us."""
        return bool(self.columns or self.choices or self.entities or self.period or self.total)

    @property
    def is_only_choice(self) -> bool:
        """True where the text is a choice of one key of one dataset, and nothing else."""
        return len(self.choices) == 1 and not (self.columns or self.entities or self.period or self.total)

    @property
    def is_key_header(self) -> bool:
        """True where the text heads a key column in some dataset."""
        roles = {datasets()[dataset].column(column).role for dataset, (column, _) in self.columns.items()}
        return "key" in roles


@cache
def _declared_columns() -> Mapping[str, Mapping[str, tuple[str, int]]]:
    """Return plain spelling -> dataset -> (column id, rank), the lowest rank where two columns share a spelling."""
    found: dict[str, dict[str, tuple[str, int]]] = defaultdict(dict)
    for dataset in datasets().values():
        for column in dataset.columns:
            for rank, name in enumerate((column.id, *column.header.values(), *column.aliases)):
                spelling, rank_of = plain_name(name), max(0, rank - len(column.header))
                if rank_of < found[spelling].get(dataset.id, ("", 1000))[1]:
                    found[spelling][dataset.id] = (column.id, rank_of)
    return found


@cache
def _declared_choices() -> Mapping[str, Mapping[tuple[str, str], str]]:
    """Return plain spelling -> (dataset, key column) -> code, for the keys that can stand as columns."""
    found: dict[str, dict[tuple[str, str], str]] = defaultdict(dict)
    for dataset in datasets().values():
        for column in dataset.keys:
            if column.wide and column.choices:
                for spelling, code in column.choice_codes.items():
                    found[spelling][dataset.id, column.id] = code
    return found


class Headers:
    """Reads header cells in the light of the names known; remembers what it has read."""

    def __init__(self, names: Names) -> None:
        self._names = names
        self._read: dict[object, Meaning | None] = {}

    def meaning(self, value: CellValue) -> Meaning | None:
        """Return what a cell means as a header; None where it cannot be one (a figure, an error, a long text)."""
        key = (type(value), value)
        if key not in self._read:
            self._read[key] = self._meaning(value)
        return self._read[key]

    def _meaning(self, value: CellValue) -> Meaning | None:
        if isinstance(value, str):
            text = collapse(value)
            # Over a column "(1.000)" is its scale; below it, an amount less than zero.
            is_figure = "(" not in text and read_number(text) is not None and read_period(text) is None
            return None if is_figure or len(text) > LONGEST_HEADER else self._of_text(text)
        period = read_period(value)
        return Meaning(period.period or "", period=period) if period else None

    def _of_text(self, text: str) -> Meaning:
        bare = without_footnote(text)
        direct = self._spelled(text, bare)
        outside, inside = without_parenthesis(bare)
        # A declared header says its own unit; a name, also one that somebody has confirmed, says nothing of figures.
        scale = None if direct and (direct.columns or direct.choices) else find_scale(inside or bare)
        named = without_scale(outside) if scale else outside
        found = direct or self._spelled(outside, named) or self._with_unit(outside)
        found = found or (None if read_period(bare) else self._with_period(named))
        plain = plain_name(outside or bare)
        return replace(
            found or Meaning(text),
            text=text,
            name=collapse(without_scale(outside)) if scale or inside.casefold() in words().units else text,
            period=(found and found.period) or read_period(bare) or read_period(outside),
            total=is_total(bare),
            computed=is_computed(bare),
            scale=scale,
            unit=plain in words().unit_headers or bare.casefold() in words().units,
            unit_said=None if direct else words().units.get(inside.casefold()),
            year_header=plain in words().year_headers,
        )

    def _spelled(self, *texts: str) -> Meaning | None:
        for text in texts:
            plain = plain_name(text)
            columns = _declared_columns().get(plain, {})
            choices = _declared_choices().get(plain, {})
            entities = {kind: found for kind in sorted(ENTITY_KINDS) if (found := self._names.find(kind, text))}
            if plain and (columns or choices or entities):
                return Meaning(text, columns, choices, entities)
        return None

    def _with_unit(self, text: str) -> Meaning | None:
        """Read a header that says the unit of its column beside its name, such as "Omsætning i kr."."""
        unit = words().units.get(text.rpartition(" ")[2].casefold())
        named = self._spelled(without_scale(text)) if unit else None
        if named is None:
            return None
        columns = {
            dataset: column
            for dataset, column in named.columns.items()
            if datasets()[dataset].column(column[0]).unit == unit
        }
        return Meaning(text, columns) if columns else None

    def _with_period(self, text: str) -> Meaning | None:
        """Read a header that holds a period beside its name, such as "Besøg 2023" or "Besøg jan 2023"."""
        for period, rest in periods_beside(text):
            if named := self._spelled(rest):
                return replace(named, period=period)
        return None


def periods_beside(text: str) -> Iterator[tuple[PeriodPart, str]]:
    """Give each period that stands first or last among the few words of a header, with the other words."""
    parts = text.split(" ")
    if not 2 <= len(parts) <= _MOST_WORDS:
        return
    for size in _WINDOWS:
        for start in (0, len(parts) - size):
            if size < len(parts) and start >= 0 and (period := read_period(" ".join(parts[start : start + size]))):
                yield period, " ".join(parts[:start] + parts[start + size :])
