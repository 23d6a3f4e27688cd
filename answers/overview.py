"""All places beside each other: how many guests, how they change, how the season lies, how complete it is."""

from dataclasses import dataclass

from answers.compare import Coverage, Months, TwoYears, two_years, year_counts
from answers.data import Data
from answers.panel import Measure, Panel, panel_of, whole_panel
from answers.places import Place, places
from answers.whole_year import yearly_total
from kpis.growth.visits import visits_yoy
from kpis.quality import data_completeness
from kpis.result import Result, Undefined
from kpis.season.change import offseason_share
from kpis.season.concentration import gini_season_norm


@dataclass(frozen=True)
class PlaceRow:
    """One place in a year."""

    place: Place
    measure: Measure
    total: float | None
    complete: bool
    growth: Result
    coverage: Coverage
    gini: Result
    offseason: Result
    completeness: Result
    spark: Months


@dataclass(frozen=True)
class Overview:
    """Every place in a year, in the order of the alphabet; `growth` is over all of them, like for like.

    `total` is the sum of what is known in so many `months`; it is `complete` where nothing expected is missing.
    """

    year: int
    rows: tuple[PlaceRow, ...]
    total: float | None
    growth: Result
    coverage: Coverage
    measure: Measure
    complete: bool
    months: int
    reported: Result


def overview(data: Data, year: int) -> Overview:
    """Return every place in a year."""
    return data.remember(("overview", year), lambda: _overview(data, year))


def _overview(data: Data, year: int) -> Overview:
    rows = tuple(row for place in places(data).values() if (row := row_of(data, place, year)) is not None)
    measure: Measure = "visits" if any(row.measure == "visits" for row in rows) or not rows else "nights"
    everyone = whole_panel(data, measure)
    compared = two_years(everyone, year)
    total, complete = yearly_total(everyone, year)
    months = sum(count is not None for count in everyone.year(year).sums_of_known())
    reported = _reported(everyone.year(year))
    return Overview(year, rows, total, _growth(compared), compared.coverage, measure, complete, months, reported)


def _reported(months: Panel) -> Result:
    expected, present = int(months.expected.sum()), int((months.expected & months.known).sum())
    return data_completeness(expected, present)


def _growth(compared: TwoYears) -> Result:
    return visits_yoy(*compared.totals) if compared.months else Undefined("no_shared_month")


def row_of(data: Data, place: Place, year: int) -> PlaceRow | None:
    """Return one place in a year, None where nobody has counted it."""
    return data.remember(("overview row", place.id, year), lambda: _row(data, place, year))


def standing_for(overview: Overview, place: Place) -> str | None:
    """Return the id of the row that a place is in: its own, or that of the place an actor belongs to; else None."""
    here = [row.place for row in overview.rows]
    return next((one.id for one in here if one.id == place.id), None) or next(
        (one.id for one in here if place.kind == "actor" and place.code in one.actors), None
    )


def _row(data: Data, place: Place, year: int) -> PlaceRow | None:
    panel = panel_of(data, place)
    if panel.is_empty:
        return None
    compared = two_years(panel, year)
    counts = year_counts(panel, year)
    total, complete = yearly_total(panel, year)
    return PlaceRow(
        place,
        panel.measure,
        total,
        complete,
        _growth(compared),
        compared.coverage,
        gini_season_norm(counts.counts),
        offseason_share(counts.counts),
        _reported(panel.year(year)),
        _recent(panel, year),
    )


def _recent(panel: Panel, year: int) -> Months:
    before = [month for month in panel.months if month <= f"{year}-12"]
    return panel.span(before[-24:]).totals()


def counted_years(data: Data) -> tuple[int, ...]:
    """Return every year in which anybody has counted."""
    return tuple(sorted({*whole_panel(data, "visits").years, *whole_panel(data, "nights").years}))


def default_year(panel: Panel) -> int | None:
    """Return the last year with figures for all twelve months, else the last year with any, else None."""
    whole = [year for year in panel.years if None not in panel.year(year).sums_of_known()]
    return whole[-1] if whole else panel.years[-1] if panel.years else None


def default_year_of(data: Data) -> int | None:
    """Return the year that the overview starts with."""
    return default_year(whole_panel(data, "visits")) or default_year(whole_panel(data, "nights"))
