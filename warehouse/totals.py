"""Totals over optional dimensions: a given total is used before a sum of parts, and the two are never added.

What adds up to what is declared in data/schema/_totals.toml.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

import pandas as pd

from warehouse.schema import ALL, SCHEMA_FOLDER, Column, Dataset


@dataclass(frozen=True)
class Composition:
    """How the values of one dimension add up: values that sum others, and values that "all" does not cover."""

    sums: Mapping[str, frozenset[str]] = field(default_factory=dict)
    outside: frozenset[str] = frozenset()


@cache
def compositions() -> Mapping[str, Composition]:
    """Return by dimension how its values add up, for those that are not simply parts of "all"."""
    declared = tomllib.loads((SCHEMA_FOLDER / "_totals.toml").read_text("utf-8"))
    return {
        dimension: Composition(
            {total: frozenset(parts) for total, parts in said.get("sums", {}).items()},
            frozenset(said.get("outside", ())),
        )
        for dimension, said in declared.items()
    }


def total_over(frame: pd.DataFrame, dataset: Dataset, measure: str, by: Sequence[str]) -> pd.Series:
    """Return the sum of an additive measure by the given columns, every optional dimension not among them totalled.

    `frame` has one row for each key, with the measure as a column (as warehouse.facts.read_dataset gives it); `by` may
    name keys and further columns of the frame. Over an optional dimension the row "all" is taken where the other keys
    have one, else the sum of the parts; there "foreign" stands for the single foreign markets, and what "all" does not
    cover is not added. Periods of different grains are summed alike: choose the grain before. Rows without the measure
    say nothing; without `by` the one sum, or nothing where nothing is known. Raises ValueError for a measure that is
    not additive.
    """
    figures = summands(frame, dataset, measure, by)
    if not by:
        return pd.Series([figures[measure].sum()] if len(figures) else [], dtype=float, name=measure)
    return figures.groupby(list(by), observed=True)[measure].sum()


def summands(frame: pd.DataFrame, dataset: Dataset, measure: str, by: Sequence[str]) -> pd.DataFrame:
    """Return what `total_over` adds up: the figures that count, under the index of the rows they stand in."""
    if not dataset.column(measure).additive:
        raise ValueError(f"{dataset.id}.{measure} is not additive")
    keys = [key.id for key in dataset.keys if key.id in frame.columns]
    columns = list(dict.fromkeys([*keys, *by]))
    figures = frame.loc[frame[measure].notna(), [*columns, measure]]
    for key in dataset.keys:
        if key.default == ALL and key.id in keys and key.id not in by:
            figures = _totalled(figures, key, measure)
    return figures


def _totalled(figures: pd.DataFrame, key: Column, measure: str) -> pd.DataFrame:
    """Return the figures to add over a dimension, without its column: where a total is given, only that."""
    codes = figures[key.id]
    others = [name for name in figures.columns if name not in (key.id, measure)]
    composition = compositions().get(key.id, Composition())
    given = {ALL: None, **composition.sums}
    dropped = codes.isin(composition.outside)
    if codes.isin(given).any() and not codes.isin([ALL]).all():
        groups = _groups(figures, others)
        for total, parts in given.items():
            is_total = codes == total
            is_part = ~is_total if parts is None else codes.isin(parts)
            dropped |= is_part & is_total.groupby(groups).transform("any")
    return figures.loc[~dropped, [*others, measure]]


def _groups(figures: pd.DataFrame, columns: Sequence[str]) -> pd.Series:
    """Return one number for each row, equal where those columns are."""
    if not columns:
        return pd.Series(0, figures.index)
    return figures.groupby(list(columns), observed=True, sort=False).ngroup()
