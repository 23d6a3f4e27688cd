"""Which values of a lineage a reader may not see: a list of cells must not tell what a figure hides."""

from collections.abc import Mapping, Sequence

import pandas as pd

from access.reader import Reader
from answers.regenerative import FEWEST_ANSWERS

_MONEY_AND_STAFF: Mapping[str, frozenset[str]] = {
    "revenue": frozenset({"amount_dkk", "transactions", "cost_dkk"}),
    "staff": frozenset({"headcount", "fte"}),
    "funding": frozenset({"amount_dkk"}),
    "products": frozenset({"revenue_dkk"}),
    "regenerative": frozenset({"dkk"}),
    "log": frozenset({"amount_dkk"}),
    "channels": frozenset({"cost_dkk"}),
}
_MONEY_AND_STAFF_METRICS = frozenset(
    {"purchases_local", "purchases_total", "jobs", "seasonal_jobs", "lm3_r1", "lm3_r2", "lm3_r3"}
)
# Lists that by whom they leave out tell who stands outside, which is for the place's own readers.
_WHO_IS_OUTSIDE = frozenset({"partnerships"})
# What is told of one group of those asked: its answers are hidden together.
_GROUPS: Mapping[str, tuple[str, ...]] = {
    "residents": ("destination_id", "period"),
    "guest_response": ("actor_id", "period", "question", "item", "visitor_type"),
}


def is_withheld(dataset: str, reader: Reader) -> bool:
    """Return whether not even the rows of a dataset are listed for this reader."""
    return dataset in _WHO_IS_OUTSIDE and not reader.sees_business_figures


def columns_shown(dataset: str, columns: Sequence[str], reader: Reader) -> tuple[str, ...]:
    """Return those of the columns that this reader may see row by row: each row is of one actor."""
    money = frozenset() if reader.sees_business_figures else _MONEY_AND_STAFF.get(dataset, frozenset())
    return tuple(column for column in columns if column not in money)


def is_of_answers(dataset: str) -> bool:
    """Return whether a dataset holds what people have answered, hidden by how many have."""
    return dataset in _GROUPS


def hidden(dataset: str, cells: pd.DataFrame, reader: Reader) -> "pd.Series[bool]":
    """Return which of the cells have a value that this reader may not see.

    Money and staff of a single actor are for readers with that scope. Answers of fewer than ten people are for nobody;
    where one such group alone could be worked out from the others, the smallest of them is hidden with it.
    """
    if dataset in _GROUPS:
        return _few_answers(cells, list(_GROUPS[dataset]))
    if reader.sees_business_figures:
        return pd.Series(False, cells.index)
    if dataset == "sustainability":
        return cells["metric"].isin(_MONEY_AND_STAFF_METRICS)
    return cells["measure"].isin(_MONEY_AND_STAFF.get(dataset, frozenset()))


def _few_answers(cells: pd.DataFrame, group: list[str]) -> "pd.Series[bool]":
    sums = cells[cells["measure"] == "count"].groupby(group)["number"].sum().sort_values()
    few = list(sums[sums < FEWEST_ANSWERS].index)
    others = [name for name in sums.index if name not in set(few)]
    if few and others and (len(few) == 1 or sums[few].sum() < FEWEST_ANSWERS):
        few.append(others[0])
    return pd.Series([name in set(few) for name in zip(*(cells[column] for column in group), strict=True)], cells.index)
