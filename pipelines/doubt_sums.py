"""Sums among the figures: a "month" that is what the months before it add up to."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from pipelines.doubt import Doubt, said
from pipelines.findings import Finding
from pipelines.series import Integers, Numbers, Series

_A_QUARTER = 3
_FEWEST_PARTS = 3
# Among so many figures one may equal the sum of others by chance; a figure this much larger does not.
_UNLIKELY = 20
_FEWEST_AT_ONCE = 3


def sums_among_figures(series: Series) -> Iterator[Doubt]:
    """Give a doubt for each figure that is the sum of the year so far, or of the three months before it."""
    if series.a_year == 1 or (series.figures != np.floor(series.figures)).all():
        return
    told: set[int] = set()
    for sums in (_year_so_far(series), _quarter_before(series)):
        equal = np.flatnonzero((series.figures == sums) & (series.figures > 0))
        # Equal at one time in several series is no chance, however small the figures are.
        at_once = pd.Series(series.times[equal]).map(pd.Series(series.times[equal]).value_counts())
        sure = (series.figures[equal] > _UNLIKELY * len(series.figures)) | (at_once >= _FEWEST_AT_ONCE).to_numpy(bool)
        for at in equal[sure].tolist():
            if int(series.times[at]) not in told:
                told.add(int(series.times[at]))
                yield Doubt(Finding("sum_among_months", series.cell(at), said(series.figures[at])), series.figures[at])


def _year_so_far(series: Series) -> Numbers:
    """Return for each figure what its year adds up to before it; NaN where fewer than three periods are known."""
    # Months count from 1, so the last of a year is a multiple of twelve.
    year: Integers = series.series * 10_000 + (series.times - 1) // series.a_year
    by_year = pd.Series(series.figures).groupby(year)
    before = (by_year.cumsum() - series.figures).to_numpy(dtype=float)
    return np.where(_parts_before(series, year) >= _FEWEST_PARTS, before, np.nan)


def _parts_before(series: Series, year: Integers) -> Integers:
    count: Integers = pd.Series(series.figures > 0).groupby(year).cumsum().to_numpy(dtype=np.int64)
    return count - (series.figures > 0)


def _quarter_before(series: Series) -> Numbers:
    before = [series.value_at(series.earlier(periods)) for periods in range(1, _A_QUARTER + 1)]
    summed: Numbers = np.sum(before, axis=0)
    return np.where(np.all(np.array(before) > 0, axis=0), summed, np.nan)
