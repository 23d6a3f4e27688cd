"""What can be forecast of a place, and the months it is forecast from: those of the reporters without a gap."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal, get_args

import numpy as np
import pandas as pd

from answers.compare import Coverage
from answers.data import Data
from answers.monthly import monthly
from answers.panel import Panel, active_in, nights_of, panel_of, some, whole_panel
from answers.places import Place
from answers.season import own_income

Subject = Literal["visits", "nights", "revenue", "sold"]
SUBJECTS: tuple[Subject, ...] = get_args(Subject)


@dataclass(frozen=True)
class Ground:
    """The months known one after the other up to the last one, and whose they are."""

    months: tuple[str, ...]
    counts: tuple[float, ...]
    reporters: tuple[str, ...]
    coverage: Coverage


def ground_of(data: Data, place: Place, subject: Subject) -> Ground:
    """Return the months that the subject is forecast from, of those who have reported every month where there are any.

    Money and seats have no closed months: a house that is closed can sell, so a month without a figure is a gap.
    """
    return data.remember(("ground of forecast", place.id, subject), lambda: _GROUNDS[subject](data, place))


def subjects_of(data: Data, place: Place, among: Sequence[Subject]) -> tuple[Subject, ...]:
    """Return those of the subjects of which the place has a month."""
    return tuple(subject for subject in among if ground_of(data, place, subject).reporters)


def main_subject(data: Data, place: Place) -> Subject:
    """Return what the place counts: visits, or nights where nobody counts visits."""
    return panel_of(data, place).measure


def _of_panel(panel: Panel) -> Ground:
    steady = panel.without_gaps()
    used = steady if steady.reporters else panel
    return _last_run(used.months, used.totals(), used.reporters, len(panel.reporters))


def _of_table(data: Data, place: Place, table: pd.DataFrame) -> Ground:
    """The same of a table of actor × month, whose last month is the last that anybody of the place has reported."""
    theirs = table[table.index.isin(place.actors)]
    told = theirs.dropna(axis=0, how="all").dropna(axis=1, how="all")
    if told.empty:
        return _last_run((), (), (), 0)
    months = pd.period_range(min(told.columns), max(told.columns), freq="M").astype(str)
    told = told.reindex(columns=months)
    counts = told.to_numpy(float)
    known = ~np.isnan(counts)
    missing = np.maximum.accumulate(known, axis=1) & active_in(data, told) & ~known
    steady = np.flatnonzero(~some(missing, 1))
    used = steady if len(steady) else np.arange(len(told))
    gaps = some(missing[used], 0) | ~some(known[used], 0)
    sums = np.nansum(counts[used], axis=0)
    totals = [None if gap else float(total) for total, gap in zip(sums, gaps, strict=True)]
    return _last_run(tuple(months), totals, tuple(map(str, told.index[used])), len(told))


def _last_run(
    months: Sequence[str], totals: Sequence[float | None], reporters: tuple[str, ...], of_reporters: int
) -> Ground:
    known = list(zip(months, totals, strict=True))
    while known and known[-1][1] is None:
        known.pop()
    run = list(takewhile(lambda month: month[1] is not None, reversed(known)))[::-1]
    return Ground(
        tuple(month for month, _ in run),
        tuple(value for _, value in run if value is not None),
        reporters,
        Coverage(len(reporters), of_reporters),
    )


_GROUNDS: Mapping[Subject, Callable[[Data, Place], Ground]] = {
    "visits": lambda data, place: _of_panel(whole_panel(data, "visits").of(place.actors).reporting()),
    "nights": lambda data, place: _of_panel(nights_of(data, place)),
    "revenue": lambda data, place: _of_table(data, place, own_income(data)),
    "sold": lambda data, place: _of_table(data, place, monthly(data, "offers", "sold")),
}
