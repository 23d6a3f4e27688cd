"""Counts by where the guests live, of one list of markets: the ground under every figure about markets.

A count of all markets is never a market. What one reporter splits and another does not goes into "other", so that
the markets of a place are the same for everybody in it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from answers.compare import Months, year_counts
from answers.data import Data
from answers.monthly import counted_visits, is_month
from answers.panel import Measure, Panel, panel_of, whole_panel
from answers.places import Place
from kpis.growth.markets import FOREIGN, HOME, TOTAL, UNKNOWN
from warehouse.schema import datasets
from warehouse.totals import total_over

OTHER = "other"
MARKETS_OF_A_SPLIT = 2
_TOTALS = frozenset({TOTAL, FOREIGN})
Table = Mapping[str, float]


@dataclass(frozen=True, eq=False)
class ByMarket:
    """The counts of a place for each market; `together` is their sum, known where every market is."""

    markets: Mapping[str, Panel]
    together: Panel

    def table(self, year: int, reporters: tuple[str, ...], months: tuple[int, ...]) -> dict[str, float]:
        """Return the sums of these reporters and months of a year by market; all of them must be known."""
        columns = [month - 1 for month in months]
        return {
            market: float(panel.of(reporters).year(year).counts[:, columns].sum())
            for market, panel in self.markets.items()
        }

    def year(self, year: int) -> dict[str, Months]:
        """Return the twelve counts of each market, over the reporters whose year is whole by market."""
        reporters = year_counts(self.together, year).reporters
        return {market: panel.of(reporters).year(year).totals() for market, panel in self.markets.items()}


def by_market(data: Data, place: Place) -> ByMarket | None:
    """Return the counts of a place by market, or None where nobody has told where the guests live."""
    return data.remember(("by market", place.id), lambda: _by_market(data, place))


def _by_market(data: Data, place: Place) -> ByMarket | None:
    counted = panel_of(data, place)
    table = _table(data, counted.measure)
    if table.empty:
        return None
    table = table[table.index.get_level_values(0).isin(counted.reporters)]
    classes = _classes({str(name): set(rows.index.get_level_values(1)) for name, rows in table.groupby(level=0)})
    if not classes:
        return None
    whole = whole_panel(data, counted.measure).of(classes)
    named = sorted({counted_as for own in classes.values() for counted_as in own.values()})
    lying = {market: _panel(whole, table, classes, market) for market in named}
    counts = np.sum([panel.counts for panel in lying.values()], axis=0)
    return ByMarket(lying, Panel(whole.measure, whole.reporters, whole.months, counts, whole.expected, whole.closed))


def _table(data: Data, measure: Measure) -> pd.DataFrame:
    """Every count that names a market, as (reporter, market) × month."""

    def build() -> pd.DataFrame:
        dataset = datasets()[measure]
        frame = counted_visits(data) if measure == "visits" else data.frame(measure)
        frame = frame[(frame["market"] != TOTAL) & frame[measure].notna() & is_month(frame["period"])]
        if frame.empty:
            return pd.DataFrame()
        totals = total_over(frame, dataset, measure, [dataset.keys[0].id, "market", "period"])
        return totals.unstack("period")

    return data.remember(("counts by market", measure), build)


def _classes(told: Mapping[str, set[str]]) -> dict[str, dict[str, str]]:
    """For each reporter what each of its markets counts as; who gives only a total of the foreigners is left out
    where others give the countries."""
    split = {name: markets - _TOTALS for name, markets in told.items() if markets - _TOTALS - {HOME, UNKNOWN}}
    used = split or {name: markets for name, markets in told.items() if len(markets) >= MARKETS_OF_A_SPLIT}
    if not used:
        return {}
    shared = set.intersection(*used.values()) | {HOME, UNKNOWN}
    return {
        name: {market: market if market in shared else OTHER for market in markets} for name, markets in used.items()
    }


def _panel(whole: Panel, table: pd.DataFrame, classes: Mapping[str, Mapping[str, str]], market: str) -> Panel:
    """The counts of one market; a month in which a reporter was closed is a true 0, a market it never names too."""
    counts = np.full(whole.counts.shape, np.nan)
    for row, name in enumerate(whole.reporters):
        parts = [part for part, counted_as in classes[name].items() if counted_as == market]
        own = table.loc[[(name, part) for part in parts]].reindex(columns=list(whole.months)).to_numpy(float)
        counts[row] = own.sum(axis=0) if parts else np.where(whole.known[row], 0.0, np.nan)
    counts = np.where(whole.closed & np.isnan(counts), 0.0, counts)
    return Panel(whole.measure, whole.reporters, whole.months, counts, whole.expected, whole.closed)


def reference_table(data: Data, area: str, measure: Measure, months: list[str]) -> dict[str, float | None]:
    """Return the sums of an area by market over these months; None for a market with a month missing."""

    def build() -> pd.DataFrame:
        frame = data.frame("reference")
        wanted = (frame["indicator"] == measure) & (frame["market"] != TOTAL) & frame["value"].notna()
        frame = frame[wanted & is_month(frame["period"])]
        return frame.pivot(index=["area_code", "market"], columns="period", values="value")

    table = data.remember(("reference by market", measure), build)
    if area not in table.index.get_level_values(0):
        return {}
    chosen = table[table.index.get_level_values(0) == area].droplevel(0).reindex(columns=months)
    sums = chosen.sum(axis=1, skipna=False)
    return {str(market): None if pd.isna(value) else float(value) for market, value in sums.items()}


def on_same_classes(
    local: Mapping[str, float], reference: Mapping[str, float | None]
) -> Callable[[Mapping[str, float | None]], dict[str, float | None]] | None:
    """Return what brings a table to the markets that both sides tell apart; None where they share no split.

    Guests of unknown residence belong to no market and are left out.
    """
    ours, theirs = set(local) - {UNKNOWN, TOTAL}, set(reference) - {UNKNOWN, TOTAL}
    if ours - {HOME, FOREIGN} and theirs - {HOME, FOREIGN}:
        theirs, ours = theirs - {FOREIGN}, ours - {FOREIGN}
        shared = (ours & theirs) - {OTHER}
        return lambda table: _gathered(table, shared, OTHER) if shared else dict(table)
    if HOME in ours and HOME in theirs:
        return lambda table: _gathered(table, {HOME}, FOREIGN)
    return None


def _gathered(table: Mapping[str, float | None], kept: set[str], rest: str) -> dict[str, float | None]:
    """The table with the kept markets as they are and all others in one."""
    parts = {market: value for market, value in table.items() if market not in (UNKNOWN, TOTAL)}
    if set(parts) - {HOME, FOREIGN}:
        parts.pop(FOREIGN, None)
    gathered: dict[str, float | None] = {market: value for market, value in parts.items() if market in kept}
    others = [value for market, value in parts.items() if market not in kept]
    if others:
        gathered[rest] = None if None in others else float(sum(value for value in others if value is not None))
    return gathered
