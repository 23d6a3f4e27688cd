"""The figures of a file as series: for each actor, place or area one figure a month, a quarter or a year."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.cells import combined
from warehouse.schema import ALL, ENTITY_KINDS, Column, Dataset, datasets

Integers = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]

# What people count over and over, so that one figure can be held against the others of its series.
WATCHED = ("visits", "nights", "revenue", "reference")
_PERIOD = re.compile(r"(\d{4})(?:-(?:Q(\d)|(\d\d))|/\d\d)?")
_MONTHS, _QUARTERS, _YEARS = 12, 4, 1
_NO_PERIOD = 0


@dataclass(frozen=True)
class Series:
    """The figures of one measure and one length of period, sorted by series and time.

    By figure: `series` numbers what it belongs to, `times` counts periods without gaps, and `rows` is its row in
    `facts`. `a_year` is how many periods make a year.
    """

    dataset: Dataset
    measure: Column
    facts: pa.Table
    a_year: int
    series: Integers
    times: Integers
    figures: Numbers
    rows: Integers

    def earlier(self, periods: int) -> Integers:
        """Return for each figure where that of its series so many periods earlier stands; -1 where there is none."""
        span = int(self.times.max() - self.times.min()) + 1 + periods
        keys = self.series * span + (self.times - self.times.min())
        wanted = keys - periods
        found = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        return np.where((keys[found] == wanted) & (self.times - periods >= self.times.min()), found, -1)

    @cached_property
    def before(self) -> Numbers:
        """The figure of the period before each figure; NaN where there is none, or none above zero."""
        found = np.full(len(self.figures), np.nan)
        found[1:] = np.where(self._follows & (self.figures[:-1] > 0), self.figures[:-1], np.nan)
        return found

    @cached_property
    def after(self) -> Numbers:
        """The figure of the period after each figure; NaN where there is none, or none above zero."""
        found = np.full(len(self.figures), np.nan)
        found[:-1] = np.where(self._follows & (self.figures[1:] > 0), self.figures[1:], np.nan)
        return found

    @cached_property
    def _follows(self) -> Mask:
        """True for each figure but the first that is of the period right after the one in front of it."""
        follows: Mask = (np.diff(self.series) == 0) & (np.diff(self.times) == 1)
        return follows

    def value_at(self, positions: Integers) -> Numbers:
        """Return the figures at positions, NaN at -1."""
        return np.where(positions >= 0, self.figures[np.maximum(positions, 0)], np.nan)

    def runs(self, holds: Mask) -> Integers:
        """Return (first, last) of each longest row of neighbouring periods of one series in which something holds."""
        breaks = np.ones(len(holds) + 1, dtype=bool)
        breaks[1:-1] = ~(self._follows & holds[1:] & holds[:-1])
        edges = np.flatnonzero(breaks)
        first, last = edges[:-1], edges[1:] - 1
        kept = holds[first]
        return np.column_stack((first[kept], last[kept]))

    def cell(self, position: int) -> str:
        """Return the address of a figure with its sheet."""
        row = int(self.rows[position])
        return f"{self.facts['sheet'][row]}!{self.facts['cell'][row]}"

    @cached_property
    def is_new(self) -> Mask:
        """True for the figures of the file, false for those known already; these have no sheet."""
        new: Mask = pc.not_equal(self.facts["sheet"], "").to_numpy()
        return new[self.rows]

    def whose(self, position: int) -> str:
        """Return the id of the actor, place or area that a figure is of."""
        row = int(self.rows[position])
        return " ".join(str(self.facts[key.id][row]) for key in self.dataset.keys if key.kind in ENTITY_KINDS)

    def key(self, name: str) -> Integers:
        """Return for each figure a number that is equal where that key is."""
        codes: Integers = self.facts[name].combine_chunks().dictionary_encode().indices.to_numpy().astype(np.int64)
        return codes[self.rows]


def all_series(facts: Mapping[str, pa.Table]) -> Iterator[Series]:
    """Give the series of each watched measure, months, quarters and years apart.

    Where an actor or area has a figure for all, its parts are left to the checks of totals.
    """
    for dataset_id in WATCHED:
        if dataset_id in facts:
            dataset = datasets()[dataset_id]
            for measure in dataset.columns:
                if measure.role == "measure" and measure.is_number and (measure.additive or measure.principal):
                    table = facts[dataset_id].filter(pc.equal(facts[dataset_id]["measure"], measure.id))
                    if table.num_rows:
                        yield from _by_period(dataset, measure, table)


def _by_period(dataset: Dataset, measure: Column, table: pa.Table) -> Iterator[Series]:
    periods = table["period"].combine_chunks().dictionary_encode()
    told = np.array([_time(period) for period in periods.dictionary.to_pylist()], dtype=np.int64)
    a_year, times = told[periods.indices.to_numpy()].T
    series = _numbered(dataset, table)
    values = table["number"].to_numpy()
    whole = _without_parts(dataset, table)
    for length in (_MONTHS, _QUARTERS, _YEARS):
        kept = np.flatnonzero((a_year == length) & whole)
        if len(kept):
            at = kept[np.lexsort((times[kept], series[kept]))]
            yield Series(dataset, measure, table, length, series[at], times[at], values[at], at)


def _time(period: str) -> tuple[int, int]:
    """Return how many such periods make a year, and the number of this one."""
    match = _PERIOD.fullmatch(period)
    if not match:
        return _NO_PERIOD, 0
    year = int(match[1])
    if match[3]:
        return _MONTHS, year * _MONTHS + int(match[3])
    return (_QUARTERS, year * _QUARTERS + int(match[2])) if match[2] else (_YEARS, year)


def _numbered(dataset: Dataset, table: pa.Table) -> Integers:
    number: Integers = np.zeros(table.num_rows, dtype=np.int64)
    for key in dataset.keys:
        if key.id != "period":
            number = combined(number, _codes(table, key))
    return number


def _codes(table: pa.Table, key: Column) -> Integers:
    codes: Integers = table[key.id].combine_chunks().dictionary_encode().indices.to_numpy().astype(np.int64)
    return codes


def _without_parts(dataset: Dataset, table: pa.Table) -> Mask:
    """True for the figures for all, and for those of which no figure for all is there."""
    parts = np.zeros(table.num_rows, dtype=bool)
    whose: Integers = np.zeros(table.num_rows, dtype=np.int64)
    for key in dataset.keys:
        if key.default == ALL:
            parts |= pc.not_equal(table[key.id], ALL).to_numpy()
        elif key.id != "period":
            whose = combined(whose, _codes(table, key))
    if not parts.any():
        return ~parts
    has_whole = np.zeros(int(whose.max(initial=0)) + 1, dtype=bool)
    has_whole[whose[~parts]] = True
    return ~parts | ~has_whole[whose]
