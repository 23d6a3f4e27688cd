"""Figures that leap: against the same period last year, or ten times (or a tenth of) all that is around them."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from pipelines.doubt import Doubt, said
from pipelines.findings import Finding
from pipelines.series import Integers, Mask, Numbers, Series

# Below this many, a handful of guests more or less is a large change.
_SMALLEST = 30
_FACTOR = 3.0
# A change must stand out from what the series does anyway, as far as there are enough years to know.
_OUTSTANDING = 4.0
_ENOUGH_CHANGES = 8
_AS_NORMAL = 1.4826
# What most others did too (a closed spring, a flood) is no mistake of one.
_ENOUGH_OTHERS = 5
_ABOUT_TEN = (7.0, 15.0)
_ABOVE_NEIGHBOURS = 5.0
_FEWEST_YEARS = 2


def changes(series: Series) -> Iterator[Doubt]:
    """Give one doubt for each figure about ten times too large or small, and one for each series with large changes."""
    usual = _usual(series)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = series.figures / usual
        own = np.log(share) - _common(np.log(share), series.times)
        outstanding = _outstanding(own, series.series)
        tenfold = _is_ten_times(series, share, own) & (series.figures >= 10 * _SMALLEST) & outstanding
        tenth = _is_ten_times(series, 1 / share, -own, downwards=True) & (usual >= 10 * _SMALLEST) & outstanding
    for code, where in (("tenfold", tenfold), ("tenth", tenth)):
        for at in np.flatnonzero(where).tolist():
            values = {"other_value": said(round(float(usual[at])))}
            yield Doubt(Finding(code, series.cell(at), said(series.figures[at]), values), abs(np.log(share[at])))
    yield from _large_changes(series, tenfold | tenth)


def _usual(series: Series) -> Numbers:
    """Return for each figure the median of its season in all years, or the larger neighbour where years are few."""
    season = series.series * series.a_year + series.times % series.a_year
    years = pd.Series(np.where(series.figures > 0, series.figures, np.nan))
    usual: Numbers = years.groupby(season).transform("median").to_numpy(dtype=float)
    known: Numbers = years.groupby(season).transform("count").to_numpy(dtype=float)
    around = np.maximum(series.before, series.after)
    return np.where(known > _FEWEST_YEARS, usual, around)


def _outstanding(changes: Numbers, series: Integers) -> Mask:
    """True where a change (a logarithm) is far outside what its series does, as far as that is known."""
    frame = pd.DataFrame({"change": np.where(np.isfinite(changes), changes, np.nan), "series": series})
    by_series = frame.groupby("series")["change"]
    spread = (frame["change"] - by_series.transform("median")).abs().groupby(frame["series"]).transform("median")
    spread = spread.where(by_series.transform("count") >= _ENOUGH_CHANGES, 0.0) * _AS_NORMAL
    found: Mask = (frame["change"].abs() > _OUTSTANDING * spread).to_numpy(dtype=bool)
    return found


def _common(changes: Numbers, times: Integers) -> Numbers:
    """Return what most series did at each time, as a logarithm; 0 where there are too few to say."""
    by_time = pd.Series(np.where(np.isfinite(changes), changes, np.nan)).groupby(times)
    common = by_time.transform("median").where(by_time.transform("count") >= _ENOUGH_OTHERS, 0.0)
    return common.to_numpy(dtype=float)


def _is_ten_times(series: Series, share: Numbers, own: Numbers, *, downwards: bool = False) -> Mask:
    """True where a figure is about ten times the usual by itself, and far from both its neighbours too."""
    if downwards:
        nearest = np.fmin(series.before, series.after) / series.figures
    else:
        nearest = series.figures / np.fmax(series.before, series.after)
    low, high = _ABOUT_TEN
    found: Mask = (share >= low) & (share <= high) & (own >= np.log(low)) & (nearest >= _ABOVE_NEIGHBOURS)
    return found


def _large_changes(series: Series, told: Mask) -> Iterator[Doubt]:
    """Give the largest change of each series against the same period last year, those told already left out."""
    before = series.earlier(series.a_year)
    told = told | (told[np.maximum(before, 0)] & (before >= 0))
    last_year = series.value_at(before)
    known = (before >= 0) & ~told & (series.figures > 0) & (last_year > 0)
    known &= np.fmax(series.figures, last_year) >= _SMALLEST
    frame = pd.DataFrame({"at": np.flatnonzero(known), "series": series.series[known]})
    frame["change"] = np.log(series.figures[known] / last_year[known])
    frame["own"] = frame["change"] - _common(frame["change"].to_numpy(dtype=float), series.times[known])
    frame["size"] = frame[["change", "own"]].abs().min(axis=1)
    outstanding = _outstanding(frame["own"].to_numpy(dtype=float), frame["series"].to_numpy(dtype=np.int64))
    new = series.is_new[known]
    large = frame[(frame["size"] > np.log(_FACTOR)) & outstanding & new].sort_values("size", ascending=False)
    more_by_series = large["series"].value_counts() - 1
    worst = large.drop_duplicates("series")
    for at, number, weight in zip(worst["at"], worst["series"], worst["size"], strict=True):
        more = more_by_series[number]
        values = {"other_value": said(last_year[at])} | ({"more": str(more)} if more else {})
        finding = Finding("large_change", series.cell(at), said(series.figures[at]), values)
        yield Doubt(finding, float(weight), series.whose(at))
