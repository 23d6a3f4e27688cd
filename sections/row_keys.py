"""What a row is of, as people say it: places by their names, periods in words, choices as they are declared."""

from collections.abc import Hashable, Mapping

from answers.places import entity_names
from frame.context import Context
from sections.answers import period_text
from warehouse.schema import ALL, ENTITY_KINDS, Column, Dataset


def row_text(context: Context, dataset: Dataset, row: Mapping[Hashable, object]) -> str:
    """Return the keys of a row in words, in declared order; a key that is not split by, or not given, is not said."""
    told = {key.id: str(row.get(key.id, ALL)) for key in dataset.keys}
    return " · ".join(key_text(context, key, told[key.id]) for key in dataset.keys if told[key.id] != ALL)


def key_text(context: Context, key: Column, value: str) -> str:
    """Return one key in words; what has none is said as it is stored."""
    if key.kind == "period":
        return period_text(context, value)
    if key.kind in ENTITY_KINDS:
        return entity_names(context.data).get(value, value)
    return next((choice.names[context.language.code] for choice in key.choices if choice.code == value), value)
