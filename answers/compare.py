"""Like with like: only months and reporters that stand in both years, and how many of how many that is.

March and April count only as a pair, because Easter moves between them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from answers.panel import MONTHS_OF_A_YEAR, Flags, Panel, every, some
from kpis.growth.visits import MARCH_AND_APRIL

Months = tuple[float | None, ...]
NOTHING: Months = (None,) * MONTHS_OF_A_YEAR
_EASTER_PAIR = [month - 1 for month in sorted(MARCH_AND_APRIL)]


@dataclass(frozen=True)
class Coverage:
    """How many of how many: reporters, and months of the year; 0 of 0 months where months play no part."""

    reporters: int
    of_reporters: int
    months: int = MONTHS_OF_A_YEAR
    of_months: int = MONTHS_OF_A_YEAR

    @property
    def is_whole(self) -> bool:
        """True where nobody and nothing is left out."""
        return self.reporters == self.of_reporters and self.months == self.of_months


@dataclass(frozen=True)
class YearCounts:
    """One year of a place: twelve counts (None where unknown) of the reporters without a gap in that year."""

    year: int
    counts: Months
    closed: tuple[bool, ...]
    coverage: Coverage
    reporters: tuple[str, ...] = ()

    @property
    def known_months(self) -> int:
        """How many of the twelve months are known."""
        return sum(count is not None for count in self.counts)


@dataclass(frozen=True)
class TwoYears:
    """Two years of the reporters that stand in both; months outside the comparison are None in both."""

    year: int
    previous: Months
    current: Months
    coverage: Coverage
    reporters: tuple[str, ...] = ()

    @property
    def months(self) -> tuple[int, ...]:
        """The numbers of the months compared."""
        return tuple(number for number, count in enumerate(self.current, 1) if count is not None)

    @property
    def totals(self) -> tuple[float | None, float | None]:
        """The sums over the months compared, previous and current; None where there is nothing to compare."""
        if not self.months:
            return None, None
        return _sum(self.previous), _sum(self.current)


def _sum(counts: Months) -> float:
    return float(sum(count for count in counts if count is not None))


def year_counts(panel: Panel, year: int) -> YearCounts:
    """Return a year as it was: reporters with a gap are left out, unless that leaves nobody."""
    everyone = panel.year(year).reporting()
    whole = everyone.without_gaps()
    used = whole if whole.reporters else everyone
    counts = used.totals()
    known = sum(count is not None for count in counts)
    coverage = Coverage(len(used.reporters), len(everyone.reporters), known)
    return YearCounts(year, counts, used.closed_months(), coverage, used.reporters)


def sum_over(panel: Panel, year: int, reporters: tuple[str, ...], months: tuple[int, ...]) -> float | None:
    """Return the sum of exactly these reporters and months of a year; None where one of them is unknown."""
    counts = panel.of(reporters).year(year).counts[:, [month - 1 for month in months]]
    if counts.size == 0 or len(counts) < len(reporters) or np.isnan(counts).any():
        return None
    return float(counts.sum())


def over_months(counts: Months, months: Sequence[int]) -> float | None:
    """The sum over the months (1 to 12), None where one of them is not known."""
    known = [count for month in months if (count := counts[month - 1]) is not None]
    return sum(known) if len(known) == len(months) else None


def a_year_earlier(panel: Panel, counts: YearCounts) -> Months:
    """Return the year before of the very reporters counted; nothing unless each of them was there all of that year."""
    before = panel.of(counts.reporters).year(counts.year - 1)
    if not before.reporters or not (_counted(before) & every(before.known, 1)).all():
        return NOTHING
    return before.totals()


def two_years(panel: Panel, year: int) -> TwoYears:
    """Return the year and the year before over what both have.

    Compared are the months that at least half of the reporters have in both years, and then the reporters that have
    all of these: so one late reporter costs neither the others nor the months. Who was closed for a whole year has
    nothing in it to compare.
    """
    before, after = panel.year(year - 1), panel.year(year)
    everyone = int((some(before.known, 1) | some(after.known, 1)).sum())
    both: Flags = before.known & after.known & (_counted(before) & _counted(after))[:, None]
    both[:, _EASTER_PAIR] = every(both[:, _EASTER_PAIR], 1)[:, None]
    chosen, months = _shared(both, int(some(both, 1).sum()))
    if not chosen.any():
        return TwoYears(year, NOTHING, NOTHING, Coverage(0, everyone, 0))
    return TwoYears(
        year,
        _masked(before, chosen, months),
        _masked(after, chosen, months),
        Coverage(int(chosen.sum()), everyone, int(months.sum())),
        tuple(name for name, is_in in zip(panel.reporters, chosen, strict=True) if is_in),
    )


def _counted(year: Panel) -> Flags:
    """Who has counted in the year at all, instead of being closed."""
    return some(year.known & ~year.closed, 1)


def _shared(known: Flags, of_rows: int) -> tuple[Flags, Flags]:
    """Return rows and columns that are known together.

    The columns that at least half of `of_rows` have, and the rows that have all of these. Where gaps lie so scattered
    that this leaves fewer than half of the rows, what is left when the worst row or column is dropped until all is
    known, if that is at least half.
    """
    times = known.sum(axis=0)
    often = np.asarray((times > 0) & (2 * times >= of_rows))
    all_of_these = every(known[:, often], 1) & bool(often.any())
    if 2 * all_of_these.sum() >= of_rows or 2 * some(known, 1).sum() < of_rows:
        return all_of_these, often
    rows, columns = some(known, 1), some(known, 0)
    while not (block := known[np.ix_(rows, columns)]).all():
        by_row, by_column = block.mean(axis=1), block.mean(axis=0)
        if by_row.min() <= by_column.min() and 2 * (rows.sum() - 1) >= of_rows:
            rows[np.flatnonzero(rows)[by_row.argmin()]] = False
        else:
            columns[np.flatnonzero(columns)[by_column.argmin()]] = False
    return rows & bool(columns.any()), columns


def _masked(year: Panel, reporters: Flags, months: Flags) -> Months:
    sums = year.counts[reporters].sum(axis=0)
    return tuple(float(value) if is_in else None for value, is_in in zip(sums, months, strict=True))


@dataclass(frozen=True)
class SteadyYears:
    """The totals of complete years over one set of reporters, so that a new museum is no growth of the others."""

    totals: dict[int, float]
    coverage: Coverage


def steady_years(panel: Panel, until: int) -> SteadyYears:
    """Return the complete years up to `until` that at least half of the reporters have, over those who have all."""
    years = [year for year in panel.years if year <= until]
    everyone = len(panel.reporters)
    if not years or not everyone:
        return SteadyYears({}, Coverage(0, everyone))
    by_year = {year: panel.year(year) for year in years}
    whole = np.column_stack([every(one.known, 1) & _counted(one) for one in by_year.values()])
    steady, used = _shared(whole, everyone)
    if not steady.any():
        return SteadyYears({}, Coverage(0, everyone))
    kept = [one for one, is_used in zip(by_year.items(), used, strict=True) if is_used]
    totals = {year: float(one.counts[steady].sum()) for year, one in kept}
    return SteadyYears(totals, Coverage(int(steady.sum()), everyone))
