"""Given totals against given parts: "all" beside Denmark and abroad, abroad beside single countries.

A difference is a warning. Both are stored; a total that is given is the one used.
"""

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.findings import Finding
from warehouse.schema import ALL, Column, Dataset, datasets
from warehouse.totals import Composition, compositions

_ROUNDING = 0.01

# Parts that together are the whole, so that they must add up to it and not only not exceed it.
_WHOLE: Mapping[str, frozenset[str]] = {"market": frozenset({"DK", "foreign"})}


def check_parts(facts: Mapping[str, pa.Table]) -> list[Finding]:
    """Return a warning for each given total that its given parts exceed, or, where they are the whole, do not make."""
    return [
        finding
        for dataset_id, table in facts.items()
        for measure in datasets()[dataset_id].additive
        for finding in _check(datasets()[dataset_id], measure, table)
    ]


def _check(dataset: Dataset, measure: Column, table: pa.Table) -> Iterator[Finding]:
    dimensions = [key for key in dataset.keys if key.default == ALL and _has_total_and_part(table, key)]
    if not dimensions:
        return
    facts = table.filter(pc.equal(table["measure"], measure.id)).drop_columns(["measure", "text"])
    keys = [key.id for key in dataset.keys]
    encoded = {key: facts[key].combine_chunks().dictionary_encode() for key in keys}
    frame = pa.table({**encoded, **{name: facts[name] for name in ("number", "sheet", "cell")}}).to_pandas()
    for key in dimensions:
        composition = compositions().get(key.id, Composition())
        others = [name for name in keys if name != key.id]
        frame["group"] = frame.groupby(others, observed=True, sort=False).ngroup()
        yield from _check_total(frame, key, ALL, composition, measure)
        for total, parts in composition.sums.items():
            yield from _check_total(frame[frame[key.id].isin({total, *parts})], key, total, Composition(), measure)


def _has_total_and_part(table: pa.Table, key: Column) -> bool:
    codes = set(pc.unique(table[key.id]).to_pylist())
    totals = {ALL, *compositions().get(key.id, Composition()).sums}
    return bool(codes & totals) and len(codes) > 1


def _check_total(
    frame: pd.DataFrame, key: Column, total: str, composition: Composition, measure: Column
) -> Iterator[Finding]:
    is_total = frame[key.id] == total
    parts = frame[~is_total & ~frame[key.id].isin(composition.outside)]
    single = parts[~parts[key.id].isin(composition.sums)].groupby("group")["number"].sum()
    whole = _whole_sums(parts, key) if total == ALL else pd.Series(dtype=float)
    given = frame[is_total]
    said = given["number"].to_numpy(dtype=float)
    exceeding = given["group"].map(single).to_numpy(dtype=float)
    summed = given["group"].map(whole).to_numpy(dtype=float)
    tolerance = 0 if measure.kind == "integer" else _ROUNDING
    differs = np.abs(summed - said) > tolerance
    wrong = np.flatnonzero(differs | (exceeding - said > tolerance))
    for at in wrong.tolist():
        parts_said = summed[at] if differs[at] else exceeding[at]
        place = f"{given['sheet'].iloc[at]}!{given['cell'].iloc[at]}"
        yield Finding("given_total_differs", place, f"{said[at]:.15g}", {"other_value": f"{parts_said:.15g}"})


def _whole_sums(parts: pd.DataFrame, key: Column) -> "pd.Series[float]":
    """Return by group the sum of the parts that make the whole, where all of them are given."""
    wanted = _WHOLE.get(key.id)
    if not wanted:
        return pd.Series(dtype=float)
    given = parts[parts[key.id].isin({*wanted, "unknown"})]
    complete = given[given[key.id].isin(wanted)].groupby("group")[key.id].nunique()
    groups = complete.index[complete == len(wanted)]
    summed: pd.Series[float] = given[given["group"].isin(groups)].groupby("group")["number"].sum()
    return summed
