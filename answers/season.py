"""The season of a place: when its guests come, whether that spreads, and whether by gain or by loss."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from access.reader import Reader
from answers.answer import Answer, Answers, by_id, number_of, too_few_actors
from answers.compare import (
    NOTHING,
    Coverage,
    Months,
    TwoYears,
    YearCounts,
    a_year_earlier,
    two_years,
    year_counts,
)
from answers.data import Data
from answers.monthly import is_month
from answers.opening import OpenYear, months_of, open_year_of
from answers.panel import MONTHS_OF_A_YEAR, Panel, every, panel_of
from answers.places import Place
from answers.reference import ReferenceArea, reference_for
from kpis.growth.easter import even_spring, spring_shifted
from kpis.growth.visits import MARCH_AND_APRIL
from kpis.known import season_year
from kpis.result import Result, Undefined
from kpis.season.change import offseason_share, season_growth_contribution, season_shift_label
from kpis.season.concentration import cv_season, gini_season_norm, theil_season
from kpis.season.model import seasonal_factors, stl_seasonal_strength
from kpis.season.opening import gini_season_open, gini_season_per_day, open_months
from kpis.season.peaks import peak_month_share, peak_trough_ratio, seasonality_indicator, seasonality_ratio, top3_share
from kpis.season.reference import season_gap_vs_reference
from kpis.season.revenue import gini_season_revenue
from kpis.season.spread import months_to_move, season_evenness
from warehouse.schema import datasets
from warehouse.totals import total_over

SeasonKpi = Callable[[Sequence[float | None]], Result]

OF_ONE_YEAR: tuple[SeasonKpi, ...] = (
    gini_season_norm,
    season_evenness,
    months_to_move,
    offseason_share,
    peak_month_share,
    top3_share,
    seasonality_ratio,
    seasonality_indicator,
    cv_season,
    theil_season,
    peak_trough_ratio,
)
OWN_INCOME = ("admission", "shop", "cafe", "event", "tour", "membership", "other", "all")


@dataclass(frozen=True)
class Season:
    """Everything the season page says about a place in a year."""

    place: Place
    year: int
    panel: Panel
    counts: YearCounts
    compared: TwoYears
    opening: OpenYear
    reference: ReferenceArea | None
    answers: Answers

    @property
    def rows_by_year(self) -> dict[int, YearCounts]:
        """The twelve counts of each year that has any, oldest first."""
        return {year: year_counts(self.panel, year) for year in self.panel.years}

    @property
    def peak_month(self) -> int | None:
        """The month (1 to 12) with the most guests of the year, None while one of the twelve is not known."""
        counts = self.counts.counts
        if None in counts or not any(counts):
            return None
        return max(range(len(counts)), key=lambda place: counts[place] or 0) + 1

    @property
    def peak_months(self) -> tuple[int, ...]:
        """The months the peak is compared over: itself, or March and April together because Easter moves."""
        if self.peak_month is None:
            return ()
        return tuple(sorted(MARCH_AND_APRIL)) if self.peak_month in MARCH_AND_APRIL else (self.peak_month,)


def season(data: Data, place: Place, year: int, reader: Reader) -> Season:
    """Return the season of a place in a year, as this reader may see it."""
    key = ("season", place.id, year, reader.sees_business_figures)
    return data.remember(key, lambda: _season(data, place, year, reader))


def _season(data: Data, place: Place, year: int, reader: Reader) -> Season:
    panel = panel_of(data, place)
    counts = year_counts(panel, year)
    compared = two_years(panel, year)
    opening = open_year_of(data, panel.year(year).reporting().reporters, year)
    reference = reference_for(data, place, panel.measure)
    answers = by_id(
        *_of_one_year(panel, counts),
        *_of_two_years(compared, counts),
        *_of_opening(data, panel, opening, year),
        _of_revenue(data, panel, year, reader),
        *_of_model(panel, year),
        _against_reference(counts, reference, year),
    )
    return Season(place, year, panel, counts, compared, opening, reference, answers)


def _of_one_year(panel: Panel, now: YearCounts) -> list[Answer]:
    before = a_year_earlier(panel, now)
    is_shifted = spring_shifted(before, now.counts)
    recent = [year_counts(panel, year).counts for year in panel.years if year <= now.year][-6:]
    return [
        Answer(
            kpi.__name__,
            kpi(now.counts),
            str(now.year),
            now.coverage,
            kpi(before),
            tuple(number_of(kpi(counts)) for counts in recent),
            now.reporters,
            spring_as_one=(kpi(even_spring(before)), kpi(even_spring(now.counts))) if is_shifted else None,
        )
        for kpi in OF_ONE_YEAR
    ]


def _of_two_years(compared: TwoYears, now: YearCounts) -> list[Answer]:
    """What moved since the year before. Where this year itself cannot be measured, that is why, and not last year."""
    this_year = season_year(now.counts)
    return [
        Answer(
            kpi.__name__,
            this_year.of("current") if isinstance(this_year, Undefined) else kpi(compared.previous, compared.current),
            str(now.year),
            compared.coverage,
            reporters=compared.reporters,
            months=compared.months,
        )
        for kpi in (season_shift_label, season_growth_contribution)
    ]


def _of_opening(data: Data, panel: Panel, opening: OpenYear, year: int) -> list[Answer]:
    earlier = open_year_of(data, opening.reporters, year - 1)
    previous = open_months(earlier.flags, earlier.days, earlier.hours) if earlier.coverage.is_whole else None
    both = open_year_of(data, year_counts(panel.of(opening.reporters), year).reporters, year)
    counts = year_counts(panel.of(both.reporters), year).counts if both.reporters else NOTHING
    coverage = Coverage(len(both.reporters), opening.coverage.of_reporters)
    return [
        Answer(
            "open_months",
            open_months(opening.flags, opening.days, opening.hours),
            str(year),
            opening.coverage,
            previous,
            reporters=opening.reporters,
        ),
        *(
            Answer(kpi_id, result, str(year), coverage, reporters=both.reporters)
            for kpi_id, result in (
                ("gini_season_open", gini_season_open(counts, both.flags)),
                ("gini_season_per_day", gini_season_per_day(counts, both.days)),
            )
        ),
    ]


def _of_revenue(data: Data, panel: Panel, year: int, reader: Reader) -> Answer:
    reporters = panel.year(year).reporting().reporters
    income = own_income_by_month(data, reporters, year)
    whole = income[income.notna().all(axis=1)]
    coverage = Coverage(len(whole), len(reporters))
    hidden = None if reader.sees_business_figures else too_few_actors(len(whole))
    known = int(income.notna().any().sum())
    incomplete = (
        Undefined("incomplete_year", {"known": known}) if whole.empty and 0 < known < MONTHS_OF_A_YEAR else None
    )
    result: Result = (
        hidden
        or incomplete
        or gini_season_revenue(_months(whole), _months(pd.DataFrame(panel.of(list(whole.index)).year(year).counts)))
    )
    return Answer("gini_season_revenue", result, str(year), coverage, reporters=tuple(whole.index))


def own_income(data: Data) -> pd.DataFrame:
    """Return the own income (no grants, no costs) as actor × month, all there are; NaN where nothing is reported."""

    def build() -> pd.DataFrame:
        frame = data.frame("revenue")
        wanted = frame["stream"].isin(OWN_INCOME) & is_month(frame["period"]) & frame["amount_dkk"].notna()
        if not wanted.any():
            return pd.DataFrame()
        totals: pd.Series[float] = total_over(
            frame[wanted], datasets()["revenue"], "amount_dkk", ["actor_id", "period"]
        )
        return totals.unstack("period")

    return data.remember("own income", build)


def own_income_by_month(data: Data, actors: Sequence[str], year: int) -> pd.DataFrame:
    """Return the own income (no grants, no costs) as actor × month of the year; NaN where nothing is reported."""
    income = own_income(data)
    wanted = [actor for actor in actors if actor in income.index]
    return income.reindex(index=wanted, columns=months_of(year))


def _months(frame: pd.DataFrame) -> Months:
    if not len(frame):
        return NOTHING
    return tuple(None if pd.isna(value) else float(value) for value in frame.sum(axis=0, skipna=False))


def _of_model(panel: Panel, year: int) -> list[Answer]:
    whole = panel.until(f"{year}-12")
    used = _same_all_along(whole)
    period = f"{used.months[0]}/{used.months[-1]}" if used.months else str(year)
    first_month = int(used.months[0][5:]) if used.months else 1
    coverage = Coverage(len(used.reporters), len(whole.reporters))
    return [
        Answer(kpi_id, result, period, coverage, reporters=used.reporters)
        for kpi_id, result in (
            ("seasonal_factors", seasonal_factors(used.totals(), first_month=first_month)),
            ("stl_seasonal_strength", stl_seasonal_strength(used.totals())),
        )
    ]


def _same_all_along(panel: Panel) -> Panel:
    """The reporters that have every month, else those without a gap since they began, else everybody."""
    always = [name for name, known in zip(panel.reporters, every(panel.known, 1), strict=True) if known]
    for reporters in (always, panel.without_gaps().reporters):
        if reporters:
            return panel.of(reporters).until(panel.months[-1])
    return panel


def _against_reference(counts: YearCounts, reference: ReferenceArea | None, year: int) -> Answer:
    gap = season_gap_vs_reference(counts.counts, reference.year(year)) if reference else Undefined("reference_missing")
    return Answer("season_gap_vs_reference", gap, str(year), counts.coverage, reporters=counts.reporters)
