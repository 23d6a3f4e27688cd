"""Keys that no header names: told by what stands in a column, by a title or the sheet's name, or asked for."""

from collections.abc import Callable, Sequence

from locales import plain_name
from pipelines.areas import level_of
from pipelines.draft import Draft
from pipelines.grid import CellValue
from pipelines.layout import KeyColumn, ValueColumn
from pipelines.names import AREA
from pipelines.period_columns import says_months
from pipelines.periods import read_month, read_period
from pipelines.roles import Role
from pipelines.words import is_computed, is_total
from warehouse.schema import ALL, ENTITY_KINDS, Column

_ENOUGH = 0.8
_ENOUGH_NAMES = 0.5
_ENOUGH_CHOICES = 0.5
_SEVERAL = 2
_LONGEST_NAME = 80


def find_missing_keys(draft: Draft) -> bool:
    """Find every required key that no header names; False where one can neither be found nor asked for."""
    for key in sorted(draft.dataset.keys, key=lambda key: not key.required):
        if not (draft.has_key(key.id) or draft.fixes(key.id)):
            _find_column(draft, key)
    _find_parts_of_years(draft)
    for key in draft.dataset.keys:
        if key.required and not (draft.has_key(key.id) or draft.fixes(key.id)) and not _find_outside(draft, key):
            return False
    _drop_values_without_key(draft)
    _find_year(draft)
    return bool(draft.values)


def _find_column(draft: Draft, key: Column) -> None:
    """Take a column without a header, or with one we do not know, for the key where its cells say so."""
    first_value = min(value.header.index for value in draft.values)
    for role in draft.unused():
        unknown = not any(part.meaning.is_known for part in role.header.parts)
        fits = role.is_blank or (key.required and unknown)
        if role.header.index < first_value and fits and _says(draft, key, role):
            draft.keys.append(KeyColumn(role.header, key))
            return
    if key.required and key.kind in ENTITY_KINDS:
        _take_only_names(draft, key, first_value)


def _find_parts_of_years(draft: Draft) -> None:
    """Take a column without a header for the months of years that stand over the figures, where its cells say so."""
    years = all(value.period and value.period.is_year for value in draft.values)
    for key in (key for key in draft.dataset.keys if key.kind == "period" and years and not draft.has_key(key.id)):
        blank = [role for role in draft.unused() if role.is_blank and says_months(draft.peek(role.header.index))]
        draft.keys += [KeyColumn(role.header, key) for role in blank[:1]]


def _says(draft: Draft, key: Column, role: Role) -> bool:
    values = [value for value in draft.peek(role.header.index) if not _is_sum(value)]
    if not values:
        return False
    if key.kind == "period":
        with_year = any(column.is_year for column in draft.keys)
        return _share(values, lambda value: (read_month if with_year else read_period)(value) is not None) >= _ENOUGH
    if key.kind == "choice":
        return are_choices(key, values) or (role.is_blank and _are_partly_choices(key, values))
    if key.kind in ENTITY_KINDS:
        find = draft.evidence.names.find
        official = level_of if key.kind == AREA else lambda _: None
        return (
            _share(values, lambda value: isinstance(value, str) and (find(key.kind, value) or official(value)))
            >= _ENOUGH_NAMES
        )
    return False


def are_choices(key: Column, values: Sequence[CellValue]) -> bool:
    """True where nearly all values are choices of the key."""
    codes = key.choice_codes
    return (
        bool(values) and _share(values, lambda value: isinstance(value, str) and plain_name(value) in codes) >= _ENOUGH
    )


def _are_partly_choices(key: Column, values: Sequence[CellValue]) -> bool:
    """True where several parts of the key stand among the values, so that what else does is refused as none of them.

    A word more beside Voksne and Børn must not make of them what they are not.
    """
    codes = [key.choice_codes.get(plain_name(value)) for value in values if isinstance(value, str)]
    parts = {code for code in codes if code} - {ALL}
    return len(parts) >= _SEVERAL and sum(map(bool, codes)) >= _ENOUGH_CHOICES * len(values)


def choices_said(key: Column, values: Sequence[CellValue]) -> set[str]:
    """Return the codes that values say of a choice key; none where they are something else."""
    if not are_choices(key, values):
        return set()
    return {key.choice_codes[plain_name(str(value))] for value in values if plain_name(str(value)) in key.choice_codes}


def _share(values: Sequence[CellValue], fits: Callable[[CellValue], object]) -> float:
    return sum(bool(fits(value)) for value in values) / len(values)


def _is_sum(value: CellValue) -> bool:
    return isinstance(value, str) and (is_total(value) or is_computed(value))


def _take_only_names(draft: Draft, key: Column, first_value: int) -> None:
    """Where no names are known and a title says the dataset, the one column of texts without a header is names."""
    if draft.evidence.names.knows_any(key.kind) or not draft.evidence.names_dataset(draft.dataset):
        return
    named = [
        role
        for role in draft.unused()
        if role.is_blank
        and role.header.index < first_value
        and _are_names(draft.peek(role.header.index))
        and not any(_says(draft, other, role) for other in draft.dataset.keys if other.kind in ("choice", "period"))
    ]
    if len(named) == 1:
        draft.keys.append(KeyColumn(named[0].header, key))


def _are_names(values: Sequence[CellValue]) -> bool:
    return bool(values) and all(isinstance(value, str) and len(value) <= _LONGEST_NAME for value in values)


def _find_outside(draft: Draft, key: Column) -> bool:
    """Find a key in the titles or the sheet's name, or ask for it; False where there is no point in asking."""
    if key.kind == "period":
        found = draft.evidence.period()
        if found:
            draft.period = found[0]
            draft.clues.append(found[1])
        elif draft.keys and _has_measure(draft):
            draft.questions.append("which_year")
        return bool(found) or bool(draft.questions)
    if key.kind not in ENTITY_KINDS:
        return False
    named = draft.evidence.entity(key.kind)
    if named:
        draft.constants[key.id] = named[0]
        draft.clues.append(named[1])
        return True
    if _has_period(draft) and _has_measure(draft) and (draft.asks_beside_names or not _has_other_names(draft)):
        draft.questions.append("which_name")
        return True
    return False


def _has_measure(draft: Draft) -> bool:
    return "which_measure" not in draft.questions


def _has_period(draft: Draft) -> bool:
    return any(draft.has_key(key.id) or draft.fixes(key.id) for key in draft.dataset.keys if key.kind == "period")


def _has_other_names(draft: Draft) -> bool:
    """True where a column of texts stands unread before the figures, so that the rows are of something unknown."""
    first_value = min(value.header.index for value in draft.values)
    return any(
        _share(draft.peek(role.header.index) or (None,), lambda value: isinstance(value, str)) >= _ENOUGH_NAMES
        for role in draft.unused()
        if role.header.index < first_value
    )


def _drop_values_without_key(draft: Draft) -> None:
    """Leave out value columns that lack a required key which the header of other columns says."""
    kept: list[ValueColumn] = []
    for value in draft.values:
        lacks = [key for key in draft.dataset.keys if key.required and not _has(draft, key, value)]
        if lacks and not draft.questions:
            draft.left_out[value.header.index] = "unknown_column"
        else:
            kept.append(value)
    draft.values = kept


def _has(draft: Draft, key: Column, value: ValueColumn) -> bool:
    if draft.has_key(key.id) or key.id in draft.constants or key.id in value.fixed:
        return True
    return key.kind == "period" and bool(value.period or draft.period)


def _find_year(draft: Draft) -> None:
    """Find the year of months that stand without one."""
    columns = [column for column in draft.keys if column.key.kind == "period"]
    if any(column.is_year for column in columns) or not (columns or any(value.period for value in draft.values)):
        return
    told = [part for column in columns for value in draft.peek(column.header.index) if (part := read_month(value))]
    told += [value.period for value in draft.values if value.period]
    if not told or any(part.year for part in told):
        return
    found = draft.evidence.year()
    if found and found[0].is_year:
        draft.period = found[0]
        draft.clues.append(found[1])
    else:
        draft.questions.append("which_year")
