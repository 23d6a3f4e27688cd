"""Figures that repeat: one number all through a series or a column, another's figures, or last year's."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
import pyarrow.compute as pc

from pipelines.cells import combined
from pipelines.doubt import Doubt, said
from pipelines.findings import Finding
from pipelines.series import Integers, Series

_FEWEST_EQUAL = 6
_SHARE_OF_COLUMN = 0.6
# Small numbers repeat by chance.
_SMALLEST = 20.0
_FEWEST_COPIED = 4
_FEWEST_DISTINCT = 3
# A grant or a rent may well be the same every month.
_MAY_BE_CONSTANT = "revenue"
# An area or a share of something may well be the same for years.
_MAY_STAND_STILL = "reference"


def repeats(series: Series) -> Iterator[Doubt]:
    """Give a doubt for each series or column of one number, each pair of equal actors, and each copied year."""
    if series.dataset.id != _MAY_BE_CONSTANT:
        yield from _constant_columns(series)
        if series.dataset.id != _MAY_STAND_STILL or series.a_year > 1:
            yield from _constant_series(series)
    yield from _copied_years(series)
    for key in series.dataset.keys:
        if key.kind == "actor":
            yield from _copied_actors(series, key.id)


def _constant_series(series: Series) -> Iterator[Doubt]:
    runs = series.runs((series.figures == series.before) & (series.figures >= _SMALLEST))
    # The first figure of a run is the one before the first that repeats it.
    for first, last in runs[runs[:, 1] - runs[:, 0] + 2 >= _FEWEST_EQUAL].tolist():
        yield _constant(series, first - 1, last - first + 2)


def _constant_columns(series: Series) -> Iterator[Doubt]:
    letters = pc.utf8_rtrim(series.facts["cell"], characters="0123456789").combine_chunks().dictionary_encode()
    column = combined(series.key("sheet"), letters.indices.to_numpy().astype(np.int64)[series.rows])
    frame = pd.DataFrame({"column": column, "value": series.figures, "series": series.series})
    frame = frame[frame["value"] != 0]
    counted = frame.groupby(["column", "value"]).agg(n=("series", "size"), series=("series", "nunique")).reset_index()
    counted["of"] = counted.groupby("column")["n"].transform("sum")
    enough = (counted["series"] >= _FEWEST_EQUAL) & (counted["n"] >= _SHARE_OF_COLUMN * counted["of"])
    for row in counted[enough & (counted["value"] >= _SMALLEST)].itertuples():
        there = np.flatnonzero((column == row.column) & (series.figures == row.value))
        first = there[np.argmin(series.rows[there])]
        yield _constant(series, int(first), int(str(row.n)))


def _constant(series: Series, at: int, count: int) -> Doubt:
    return Doubt(Finding("constant", series.cell(at), said(series.figures[at]), {"n": str(count)}), float(count))


def _copied_years(series: Series) -> Iterator[Doubt]:
    if series.a_year == 1:
        return
    same = (series.figures == series.value_at(series.earlier(series.a_year))) & (series.figures >= _SMALLEST)
    for first, last in series.runs(same).tolist():
        count = last - first + 1
        if count >= _FEWEST_COPIED and len(np.unique(series.figures[first : last + 1])) >= _FEWEST_DISTINCT:
            yield Doubt(Finding("copied_year", series.cell(first), values={"n": str(count)}), float(count))


def _copied_actors(series: Series, key: str) -> Iterator[Doubt]:
    """Give each pair of actors whose figures are the same in several periods in a row."""
    beside: Integers = np.zeros(len(series.figures), dtype=np.int64)
    for other in series.dataset.keys:
        if other.id not in (key, "period"):
            beside = combined(beside, series.key(other.id))
    large = np.flatnonzero(series.figures >= _SMALLEST)
    same = combined(combined(series.times[large], beside[large]), pd.factorize(series.figures[large])[0])
    order = np.lexsort((series.series[large], same))
    neighbours = np.flatnonzero(np.diff(same[order]) == 0)
    if not len(neighbours):
        return
    pairs = pd.DataFrame({"one": large[order[neighbours]], "other": large[order[neighbours + 1]]})
    pairs["pair"] = combined(series.series[pairs["one"]], series.series[pairs["other"]])
    pairs["time"] = series.times[pairs["one"]]
    pairs = pairs.sort_values(["pair", "time"])
    pairs["run"] = ((pairs["pair"].diff() != 0) | (pairs["time"].diff() != 1)).cumsum()
    pairs["value"] = series.figures[pairs["one"]]
    runs = pairs.groupby("run").agg(
        n=("pair", "size"), distinct=("value", "nunique"), one=("one", "first"), other=("other", "first")
    )
    for run in runs[(runs["n"] >= _FEWEST_COPIED) & (runs["distinct"] >= _FEWEST_DISTINCT)].itertuples():
        first, second = sorted((int(str(run.one)), int(str(run.other))), key=lambda at: int(series.rows[at]))
        values = {"other": series.cell(first), "n": str(run.n)}
        yield Doubt(Finding("copied", series.cell(second), said(series.figures[second]), values), float(str(run.n)))
