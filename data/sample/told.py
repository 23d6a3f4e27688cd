"""What no figure says of the invented region: its network, steps, actions, targets, log, money granted and profiles."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pandas as pd

from data.sample.months import month_of
from data.sample.region import declared
from warehouse.schema import datasets, listed

EVERY_YEAR = "*"
# What each has told by itself, and what they have told each other and planned together.
_FILES = ("told", "together")


def told_rows(months: list[pd.Period]) -> Mapping[str, list[dict[str, Any]]]:
    """Return dataset -> the rows told of it by the last of the months; a row's `since` is the month it was written."""
    found: dict[str, list[dict[str, Any]]] = {}
    for file in _FILES:
        for name, rows in declared(file).items():
            found.setdefault(name, []).extend(row for told in rows for row in _rows(name, told, months))
    return found


def _rows(name: str, told: Mapping[str, Any], months: list[pd.Period]) -> Iterator[dict[str, Any]]:
    row = {column: _as_stored(value) for column, value in told.items() if column != "since"}
    if month_of(told["since"]) > months[-1]:
        return
    defaults = {key.id: key.default for key in datasets()[name].keys if key.default}
    if row.get("period") == EVERY_YEAR:
        years = range(max(months[0].year, int(told["since"][:4])), months[-1].year + 1)
        yield from ({**defaults, **row, "period": str(year)} for year in years)
    else:
        yield defaults | row


def _as_stored(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return listed(value) if isinstance(value, list) else value
