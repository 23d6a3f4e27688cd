"""What the figures of a reading add up to, to check against the sums a person knows."""

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.areas import one_level
from pipelines.names import AREA
from pipelines.reading import Reading
from warehouse.schema import Column, Dataset, datasets
from warehouse.totals import Composition, compositions, total_over

Sums = dict[str, dict[str, float]]

# The finest first: months, quarters, years (calendar or fiscal).
_GRAINS = (r"^\d{4}-\d{2}$", r"^\d{4}-Q\d$", r"^\d{4}(/\d{2})?$")


def totals(reading: Reading) -> tuple[Sums, dict[str, dict[str, dict[str, float]]]]:
    """Return dataset -> column -> sum, and dataset -> year -> column -> sum, over the additive columns.

    A given total is used before a sum of parts; what it does not cover (grants beside own income) is added to it, so
    that the sum is that of all that was read, once. Of periods only the finest grain of a column is summed, and of
    areas that contain each other only the largest.
    """
    overall: Sums = {}
    by_year: dict[str, dict[str, dict[str, float]]] = {}
    for dataset_id, table in reading.facts.items():
        dataset = datasets()[dataset_id]
        for column in dataset.additive:
            frame = _figures(dataset, column, table)
            has_periods = "period" in frame.columns
            sums = _sums(frame, dataset, column, ["year"] if has_periods else [])
            if len(sums):
                overall.setdefault(dataset_id, {})[column.id] = _whole(sums.sum())
            for year, total in sums.items() if has_periods else ():
                by_year.setdefault(dataset_id, {}).setdefault(str(year), {})[column.id] = _whole(total)
    return overall, by_year


def _sums(frame: pd.DataFrame, dataset: Dataset, column: Column, by: list[str]) -> "pd.Series[float]":
    sums = total_over(frame, dataset, column.id, by)
    for key in dataset.keys:
        outside = frame[frame[key.id].isin(compositions().get(key.id, Composition()).outside)]
        if len(outside):
            apart = total_over(outside, dataset, column.id, [*by, key.id])
            sums = sums.add(apart.groupby(by, observed=True).sum() if by else pd.Series([apart.sum()]), fill_value=0)
    return sums


def _figures(dataset: Dataset, column: Column, table: pa.Table) -> pd.DataFrame:
    """Return the facts of one column at their finest grain, one row for each key, with the year of its period."""
    facts = table.filter(pc.equal(table["measure"], column.id))
    keys = [key.id for key in dataset.keys]
    if "period" in keys:
        facts = _finest(facts)
    for area in (key.id for key in dataset.keys if key.kind == AREA):
        chosen = one_level([code for code in pc.unique(facts[area]).to_pylist() if code])
        facts = facts.filter(pc.is_in(facts[area], pa.array(sorted(chosen), pa.string())))
    encoded = {key: facts[key].combine_chunks().dictionary_encode() for key in keys}
    frame: pd.DataFrame = pa.table({**encoded, column.id: facts["number"]}).to_pandas()
    if "period" in keys:
        years = {period: period.partition("-")[0] for period in frame["period"].cat.categories}
        frame["year"] = frame["period"].map(years).astype("category")
    return frame


def _finest(facts: pa.Table) -> pa.Table:
    periods = pc.unique(facts["period"])
    for grain in _GRAINS:
        chosen = periods.filter(pc.match_substring_regex(periods, grain))
        if len(chosen):
            return facts if len(chosen) == len(periods) else facts.filter(pc.is_in(facts["period"], chosen))
    return facts


def _whole(total: float) -> float:
    """Return a sum as an integer where it is one, without the dust of adding decimals."""
    rounded = round(float(total), 6)
    return int(rounded) if rounded.is_integer() else rounded
