"""Counts by reporter and month, with what was expected and what was closed: the ground under every comparison.

A reporter is an actor (visits) or an area (nights). Unknown is NaN; a closed month with nothing reported is a true 0.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from answers.data import Data, Span
from answers.monthly import monthly
from answers.places import Place

Measure = Literal["visits", "nights"]
Numbers = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

MONTHS_OF_A_YEAR = 12


def some(flags: Flags, axis: int) -> Flags:
    """Where any is true along the axis."""
    return np.asarray(flags.any(axis=axis))


def every(flags: Flags, axis: int) -> Flags:
    """Where all are true along the axis."""
    return np.asarray(flags.all(axis=axis))


@dataclass(frozen=True, eq=False)
class Panel:
    """Counts of several reporters over consecutive months; every matrix is reporters × months."""

    measure: Measure
    reporters: tuple[str, ...]
    months: tuple[str, ...]
    counts: Numbers
    expected: Flags
    closed: Flags

    @cached_property
    def known(self) -> Flags:
        """Where a count is known."""
        return np.asarray(~np.isnan(self.counts))

    @property
    def is_empty(self) -> bool:
        """True where nothing is known at all."""
        return not bool(self.known.any())

    @property
    def years(self) -> tuple[int, ...]:
        """The years in which something is known, in order."""
        known = some(self.known, 0)
        return tuple(sorted({int(month[:4]) for month, is_known in zip(self.months, known, strict=True) if is_known}))

    @property
    def last_month(self) -> str | None:
        """The last month in which anybody has reported."""
        known = np.flatnonzero(some(self.known, 0))
        return self.months[int(known[-1])] if len(known) else None

    @cached_property
    def _row_of(self) -> Mapping[str, int]:
        return {name: row for row, name in enumerate(self.reporters)}

    @cached_property
    def _column_of(self) -> Mapping[str, int]:
        return {month: column for column, month in enumerate(self.months)}

    @cached_property
    def _years_taken(self) -> dict[int, "Panel"]:
        return {}

    @property
    def months_since_start(self) -> tuple[str, ...]:
        """The months from the first in which anything is known."""
        known = np.flatnonzero(some(self.known, 0))
        return self.months[int(known[0]) :] if len(known) else ()

    def of(self, reporters: Iterable[str]) -> "Panel":
        """The same, of these reporters alone."""
        return self._rows(sorted({self._row_of[name] for name in reporters if name in self._row_of}))

    def year(self, year: int) -> "Panel":
        """The twelve months of a year; months outside the panel are unknown and not expected."""
        if year not in self._years_taken:
            self._years_taken[year] = self.span([f"{year}-{month:02d}" for month in range(1, MONTHS_OF_A_YEAR + 1)])
        return self._years_taken[year]

    def span(self, months: Sequence[str]) -> "Panel":
        """The named months, in that order; months outside the panel are unknown and not expected."""
        there = [column for column, month in enumerate(months) if month in self._column_of]
        taken = [self._column_of[months[column]] for column in there]
        shape = (len(self.reporters), len(months))
        counts, expected, closed = np.full(shape, np.nan), np.zeros(shape, bool), np.zeros(shape, bool)
        counts[:, there], expected[:, there] = self.counts[:, taken], self.expected[:, taken]
        closed[:, there] = self.closed[:, taken]
        return replace(self, months=tuple(months), counts=counts, expected=expected, closed=closed)

    def until(self, month: str) -> "Panel":
        """From the first to the last month in which anything is known, at most until that month."""
        known = [one for one, is_known in zip(self.months, some(self.known, 0), strict=True) if is_known]
        known = [one for one in known if one <= month]
        return self.span([one for one in self.months if known and known[0] <= one <= known[-1]]).reporting()

    def _rows(self, rows: Sequence[int]) -> "Panel":
        taken = list(rows)
        counts, expected, closed = self.counts[taken], self.expected[taken], self.closed[taken]
        names = tuple(self.reporters[row] for row in taken)
        return replace(self, reporters=names, counts=counts, expected=expected, closed=closed)

    def reporting(self) -> "Panel":
        """The same, without reporters of whom nothing was expected and nothing is known."""
        return self._rows(np.flatnonzero(some(self.expected | self.known, 1)).tolist())

    def without_gaps(self) -> "Panel":
        """The same, of the reporters who have reported every month expected of them."""
        return self._rows(np.flatnonzero(~some(self.expected & ~self.known, 1) & some(self.known, 1)).tolist())

    def totals(self) -> tuple[float | None, ...]:
        """The sum of each month; None where nothing is known or somebody expected has not reported."""
        missing = some(self.expected & ~self.known, 0) | ~some(self.known, 0)
        return _with_gaps(np.nansum(self.counts, axis=0), missing)

    def sums_of_known(self) -> tuple[float | None, ...]:
        """The sum of what is known in each month; None where nothing is."""
        return _with_gaps(np.nansum(self.counts, axis=0), ~some(self.known, 0))

    def closed_months(self) -> tuple[bool, ...]:
        """Where everybody was closed."""
        return tuple(bool(value) for value in every(self.closed, 0)) if self.reporters else (False,) * len(self.months)


def _with_gaps(sums: Numbers, missing: Flags) -> tuple[float | None, ...]:
    return tuple(None if gap else float(value) for value, gap in zip(sums, missing, strict=True))


def panel_of(data: Data, place: Place) -> Panel:
    """Return the counts of a place: visits of its actors, or the nights of its area where nobody counts visits."""
    return data.remember(("panel of", place.id), lambda: _panel_of(data, place))


def _panel_of(data: Data, place: Place) -> Panel:
    visits = whole_panel(data, "visits").of(place.actors)
    if not visits.is_empty or place.area is None:
        return visits.reporting()
    return whole_panel(data, "nights").of([place.area]).reporting()


def nights_of(data: Data, place: Place) -> Panel:
    """Return the nights of the place's area."""
    return whole_panel(data, "nights").of([place.area] if place.area else []).reporting()


def whole_panel(data: Data, measure: Measure) -> Panel:
    """Return the counts of every reporter of the store."""
    return data.remember(("panel", measure), lambda: _build(data, measure))


def _build(data: Data, measure: Measure) -> Panel:
    counted = monthly(data, measure, measure)
    if counted.empty:
        return Panel(measure, (), (), np.zeros((0, 0)), np.zeros((0, 0), bool), np.zeros((0, 0), bool))
    opening = monthly(data, "opening", "open_flag") if measure == "visits" else pd.DataFrame()
    first, last = str(counted.columns.min()), str(counted.columns.max())
    opened = (_closed_on_from(opening, counted, first, -1), _closed_on_from(opening, counted, last, 1))
    known = counted.columns[counted.notna().any()]
    span = data.span_of_everybody(measure) or Span(*opened, str(known.max()) if len(known) else "")
    months = _month_range(span.first, span.last)
    counted = counted.reindex(columns=list(months))
    active = active_in(data, counted)
    closed = _closed(opening, counted) & active
    reported = counted.to_numpy(float)
    counts = np.where(closed & np.isnan(reported), 0.0, reported)
    expected = _expected(~np.isnan(reported)) & (np.array(months) <= span.last_reported) & active
    return Panel(measure, tuple(map(str, counted.index)), months, counts, expected, closed)


def _closed_on_from(opening: pd.DataFrame, counted: pd.DataFrame, month: str, step: int) -> str:
    """The last month, going on from this one within its year, in which all who counted in the year were closed."""
    in_year = [str(column) for column in counted.columns if str(column)[:4] == month[:4]]
    reporters = counted.index[counted[in_year].notna().any(axis=1)]
    shut = opening.reindex(index=reporters)
    everybody_shut = {str(column) for column in shut.columns if (shut[column] == 0).all()}
    while (following := str(pd.Period(month, "M") + step)) in everybody_shut and following[:4] == month[:4]:
        month = following
    return month


def _closed(opening: pd.DataFrame, counted: pd.DataFrame) -> Flags:
    """Where an actor was closed; who counted guests was open for them, whatever the opening hours say."""
    if opening.empty:
        return np.zeros(counted.shape, bool)
    shut = opening.reindex(index=counted.index, columns=counted.columns).to_numpy(float) == 0
    return np.asarray(shut & ~(counted.to_numpy(float) > 0))


def _expected(reported: Flags) -> Flags:
    """From a reporter's first month on."""
    return np.asarray(np.maximum.accumulate(reported, axis=1))


def active_in(data: Data, counted: pd.DataFrame) -> Flags:
    """Return where a month of this table of actor × month lies within the dates that the actor is said to be active."""
    actors = data.frame("actors").set_index("actor_id").reindex(counted.index)
    months = np.array(counted.columns, dtype=str)[None, :]
    first = actors["active_from"].fillna("0000-00").str[:7].to_numpy(str)[:, None]
    last = actors["active_to"].fillna("9999-99").str[:7].to_numpy(str)[:, None]
    return np.asarray((months >= first) & (months <= last))


def _month_range(first: str, last: str) -> tuple[str, ...]:
    return tuple(str(month) for month in pd.period_range(first, last, freq="M"))
