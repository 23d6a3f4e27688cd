"""The role each header gives its column, seen as one dataset: a key, figures with keys fixed, a total, or none."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from locales import plain_name
from pipelines.headers import Meaning
from pipelines.layout import Cell, HeaderColumn
from pipelines.periods import PeriodPart
from warehouse.schema import ENTITY_KINDS, Column, Dataset

_FEWEST_CHOICES = 2


@dataclass
class Role:
    """What the header of one column says in one dataset; `key` or `value` where it names a declared column."""

    header: HeaderColumn
    key: Column | None = None
    rank: int = 0
    value: Column | None = None
    fixed: dict[str, str] = field(default_factory=dict)
    period: PeriodPart | None = None
    is_year: bool = False
    is_total: bool = False
    is_computed: bool = False
    is_unclear: bool = False
    question: str | None = None

    @property
    def is_wide(self) -> bool:
        """True where the header fixes a key."""
        return bool(self.fixed) or self.period is not None

    @property
    def is_blank(self) -> bool:
        """True where nothing stands over the column."""
        return not self.header.parts


def roles_of(dataset: Dataset, columns: Sequence[HeaderColumn]) -> list[Role]:
    """Return the role of each column in that dataset."""
    levels = wide_levels(dataset, columns)
    over = Counter(cell for column in columns for cell in column.cells)
    spread = {cell for cell, count in over.items() if count > 1}
    return [_role(dataset, column, levels, spread) for column in columns]


def heads_text_keys(dataset: Dataset, columns: Sequence[HeaderColumn]) -> bool:
    """True where a header names every key that nothing but a header can tell: a required text."""
    named = (part.meaning.columns.get(dataset.id) for column in columns for part in column.parts)
    headed = {column[0] for column in named if column}
    return all(key.id in headed for key in dataset.keys if key.required and key.kind == "text")


def wide_levels(dataset: Dataset, columns: Sequence[HeaderColumn]) -> Mapping[int, Column]:
    """Return which key each header row spreads over the columns, for the rows that do.

    One choice alone is enough only where its text can mean nothing else ("kWh"), and the dataset needs one.
    """
    told: dict[int, dict[str, set[object]]] = defaultdict(lambda: defaultdict(set))
    certain: dict[int, set[str]] = defaultdict(set)
    for part in (part for column in columns for part in column.parts):
        if not _heads_key(dataset, part.meaning):
            for key in dataset.keys:
                if key.wide and (said := _fixes(dataset, key, part.meaning)) is not None:
                    told[part.level][key.id].add(said)
                    certain[part.level] |= {key.id} if key.required and part.meaning.is_only_choice else set()
    found = {}
    for level, by_key in told.items():
        alone = {key for key in by_key if key in certain[level] or dataset.column(key).kind != "choice"}
        enough = {key: len(said) for key, said in by_key.items() if len(said) >= _FEWEST_CHOICES or key in alone}
        if enough:
            found[level] = dataset.column(max(enough, key=lambda key: (enough[key], key == "period")))
    return found


def _heads_key(dataset: Dataset, meaning: Meaning) -> bool:
    named = meaning.columns.get(dataset.id)
    return named is not None and dataset.column(named[0]).role == "key" and not meaning.period


def _fixes(dataset: Dataset, key: Column, meaning: Meaning) -> str | PeriodPart | None:
    """Return what a header fixes of a wide key: the period, the code of a choice or the name of an entity."""
    if key.kind == "period":
        return meaning.period
    if key.kind in ENTITY_KINDS:
        return (meaning.name or meaning.text) if key.kind in meaning.entities else None
    return meaning.choices.get((dataset.id, key.id))


def _role(dataset: Dataset, column: HeaderColumn, levels: Mapping[int, Column], spread: Set[Cell]) -> Role:
    role = Role(column)
    units: list[Column] = []
    last_says_nothing = False
    for part in column.parts:
        last_says_nothing = False
        meaning, key = part.meaning, levels.get(part.level)
        named = meaning.columns.get(dataset.id)
        declared = dataset.column(named[0]) if named else None
        said = _fixes(dataset, key, meaning) if key else None
        if declared and declared.role == "key" and not meaning.period:
            role.key, role.rank, role.is_year = declared, named[1] if named else 0, meaning.year_header
        elif key and said is not None and not (declared and meaning.period):
            _fix(role, key, said)
        elif declared and meaning.unit:
            units.append(declared)
        elif declared:
            role.value, role.rank = declared, named[1] if named else 0
            _join_period(role, meaning.period)
        elif meaning.period:
            _join_period(role, meaning.period)
        else:
            last_says_nothing = _note_other(role, dataset, meaning)
        _ask_unit(role, declared, meaning)
    if units and not (role.value or role.key or role.is_wide):
        role.value = units[-1]
    is_unclear = role.is_unclear
    settled = _settled(dataset, role, spread)
    settled.is_unclear = settled.is_unclear or (is_unclear and last_says_nothing)
    return settled


def _fix(role: Role, key: Column, said: str | PeriodPart) -> None:
    if isinstance(said, PeriodPart):
        _join_period(role, said)
    else:
        role.fixed[key.id] = said


def _join_period(role: Role, part: PeriodPart | None) -> None:
    if part is None:
        return
    joined = part if role.period is None else role.period.joined(part)
    role.period, role.is_unclear = joined or role.period, role.is_unclear or joined is None


def _note_other(role: Role, dataset: Dataset, meaning: Meaning) -> bool:
    """Note a header part that names no column of the dataset; return True where it says nothing here at all."""
    if meaning.total:
        role.is_total = True
    elif meaning.computed:
        role.is_computed = True
    elif not (meaning.unit or meaning.scale or plain_name(meaning.text) in dataset.spellings):
        role.is_unclear = True
        return True
    return False


def _ask_unit(role: Role, declared: Column | None, meaning: Meaning) -> None:
    """Ask where a header says thousands, or another unit than the column is declared in."""
    if meaning.scale:
        role.question = "scale"
    elif declared and meaning.unit_said and declared.unit and meaning.unit_said != declared.unit:
        role.question = "unit"


def _settled(dataset: Dataset, role: Role, spread: Set[Cell]) -> Role:
    """Let the part nearest the figures decide where the parts of one header say different things.

    A key's header over figures is a label only where it spreads over several columns.
    """
    last = role.header.parts[-1].meaning if role.header.parts else None
    if role.key and last and (role.is_wide or role.value):
        labels = [part for part in role.header.parts if _heads_key(dataset, part.meaning)]
        if _heads_key(dataset, last):
            role.value, role.fixed, role.period = None, {}, None
        else:
            role.key = None
            role.is_unclear = role.is_unclear or any(part.cell not in spread for part in labels)
            return role
    if role.is_unclear and last and (role.key or role.value or role.is_wide):
        role.is_unclear = not (last.is_known or last.unit or last.scale)
    return role
