"""Zeros where there never were any: perhaps it was closed, perhaps nobody reported; neither of them is zero."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from pipelines.doubt import Doubt
from pipelines.findings import Finding
from pipelines.series import Integers, Mask, Series

_FEWEST_BESIDE = 6
_FEWEST_SERIES = 3
_SMALLEST = 30.0
_LONGEST_GAP = 3


def sudden_zeros(series: Series) -> Iterator[Doubt]:
    """Give a doubt for each stretch of periods with no figure but zeros, and for each series that turns zero by itself.

    A series that is zero in the same season of other years is closed then, and no doubt.
    """
    zero = series.figures == 0
    if not zero.any() or zero.all():
        return
    dead = _dead_times(series)
    for first, last in _stretches(np.unique(series.times[dead])):
        inside = np.flatnonzero(dead & (series.times == first))
        values = {"n": str(last - first + 1)}
        yield Doubt(Finding("zeros_only", series.cell(int(inside[0])), "0", values), float(last - first + 1))
    near = np.isin(series.times, np.unique(series.times[dead])) | np.isin(series.times - 1, series.times[dead])
    runs = series.runs(zero)
    for first, last in runs[~near[runs[:, 0]]].tolist():
        if _was_never_zero(series, first, last, zero):
            values = {"n": str(last - first + 1)}
            finding = Finding("sudden_zero", series.cell(first), "0", values)
            yield Doubt(finding, float(last - first), series.whose(first))


def _dead_times(series: Series) -> Mask:
    """True for the zeros of periods in which several series are zero and none has a figure, though others have."""
    by_time = pd.Series(series.figures).groupby(series.times)
    dead: Mask = ((by_time.transform("max") == 0) & (by_time.transform("size") >= _FEWEST_SERIES)).to_numpy()
    return dead


def _stretches(times: Integers) -> list[tuple[int, int]]:
    if not len(times):
        return []
    breaks = np.flatnonzero(np.diff(times) != 1) + 1
    return [(int(part[0]), int(part[-1])) for part in np.split(times, breaks)]


def _was_never_zero(series: Series, first: int, last: int, zero: Mask) -> bool:
    """True where the series is well above zero beside the run, and in the same season of all other years."""
    start = int(np.searchsorted(series.series, series.series[first]))
    end = int(np.searchsorted(series.series, series.series[first], side="right"))
    beside = slice(start, first) if first - start >= _FEWEST_BESIDE else slice(last + 1, end)
    known = series.figures[beside]
    if len(known) < _FEWEST_BESIDE or zero[beside].any() or np.median(known) < _SMALLEST:
        return False
    others = np.r_[start:first, last + 1 : end]
    same_season = np.isin(series.times[others] % series.a_year, series.times[first : last + 1] % series.a_year)
    if same_season.any():
        return not zero[others[same_season]].any()
    # With one year only, a whole season may be closed; a short gap between busy months is not a season.
    return start < first and last + 1 < end and last - first < _LONGEST_GAP
