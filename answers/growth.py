"""Growth potential of a place: how much it has grown, beside what, and how much room there is."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from answers.adjusted import raw_growth
from answers.answer import Answer, Answers, by_id, number_of
from answers.compare import (
    Coverage,
    SteadyYears,
    TwoYears,
    YearCounts,
    steady_years,
    sum_over,
    two_years,
    year_counts,
)
from answers.data import Data
from answers.opening import Room, room_a_year_earlier, room_of
from answers.panel import MONTHS_OF_A_YEAR, Panel, every, panel_of
from answers.places import Place
from answers.pressure import pressure
from answers.reference import ReferenceArea, reference_for
from answers.whole_year import or_incomplete, whole_year, yearly_total
from kpis.growth.capacity import capacity_headroom, capacity_utilisation, offpeak_capacity_use
from kpis.growth.easter import visits_yoy_easter
from kpis.growth.reference import market_share_nights, relative_growth_gap
from kpis.growth.trend import FLAGGED_YEARS, visits_cagr, visits_rolling12, visits_trend_growth
from kpis.growth.visits import growth_rate, visits_total, visits_yoy
from kpis.result import Result, Undefined, Value

MARCH, APRIL = 2, 3
NO_SHARED_MONTH = Undefined("no_shared_month")
NO_REFERENCE = Undefined("reference_missing")


@dataclass(frozen=True)
class Growth:
    """Everything the growth page says about a place in a year."""

    place: Place
    year: int
    panel: Panel
    counts: YearCounts
    compared: TwoYears
    steady: SteadyYears
    room: Room
    reference: ReferenceArea | None
    answers: Answers

    @property
    def totals_by_year(self) -> Mapping[int, tuple[float | None, bool]]:
        """The sum of what is known in each year, and whether the year is complete."""
        return {year: yearly_total(self.panel, year) for year in self.panel.years}

    @property
    def months_shown(self) -> Panel:
        """The months from the first that is known to the end of the year."""
        return self.panel.span([month for month in self.panel.months_since_start if month <= f"{self.year}-12"])


def growth(data: Data, place: Place, year: int) -> Growth:
    """Return the growth of a place in a year."""
    return data.remember(("growth", place.id, year), lambda: _growth(data, place, year))


def _growth(data: Data, place: Place, year: int) -> Growth:
    panel = panel_of(data, place)
    compared = two_years(panel, year)
    steady = steady_years(panel, year)
    room = room_of(data, panel, year)
    reference = reference_for(data, place, panel.measure)
    answers = by_id(
        _total(panel, compared, year),
        *_changes(panel, compared, year),
        *_long_run(steady, year),
        _rolling(panel, year),
        _gap(compared, reference, year),
        _market_share(panel, reference_for(data, place, "nights"), year),
        *_room(room, room_a_year_earlier(data, panel, room, year), year),
        *pressure(data, place, panel, year),
    )
    return Growth(place, year, panel, year_counts(panel, year), compared, steady, room, reference, answers)


def visits_behind(data: Data, place: Place, year: int) -> tuple[Answer, ...]:
    """Return the visits of the year, for a figure computed from them or from what was divided out of them.

    Nothing where the place counts nights.
    """
    panel = panel_of(data, place)
    return () if panel.measure == "nights" else (_total(panel, two_years(panel, year), year),)


def _total(panel: Panel, compared: TwoYears, year: int) -> Answer:
    """The sum of what is known; beside the year before only where nobody and no month is left out of either."""
    total = visits_total(panel.year(year).sums_of_known())
    if isinstance(total, Value):
        total = replace(total, detail={**total.detail, "complete": yearly_total(panel, year)[1]})
    return Answer(
        "visits_total",
        total,
        str(year),
        year_counts(panel, year).coverage,
        previous=visits_total(compared.previous) if compared.coverage.is_whole else None,
        spark=_last_two_years(panel, year).totals(),
    )


def _last_two_years(panel: Panel, year: int) -> Panel:
    """The last 24 months up to the end of the year, or up to the last month in which anybody reported."""
    return panel.span(panel.until(f"{year}-12").months[-2 * MONTHS_OF_A_YEAR :])


def _changes(panel: Panel, compared: TwoYears, year: int) -> list[Answer]:
    """The growth, and that of March and April; the growth a year earlier is that of the same reporters and months."""
    before, after = compared.totals
    two_years_ago = sum_over(panel, year - 2, compared.reporters, compared.months)
    growth_before = visits_yoy(two_years_ago, before)
    pair_before = (compared.previous[MARCH], compared.previous[APRIL])
    pair_after = (compared.current[MARCH], compared.current[APRIL])
    easter = visits_yoy_easter(pair_before, pair_after, years=(year - 1, year))
    months_of_pair = Coverage(
        compared.coverage.reporters, compared.coverage.of_reporters, 2 if None not in pair_after else 0, 2
    )
    yoy = visits_yoy(before, after) if compared.months else NO_SHARED_MONTH
    raw = number_of(raw_growth(panel, year))
    if isinstance(yoy, Value) and raw is not None:
        yoy = replace(yoy, detail={**yoy.detail, "raw": raw})
    return [
        Answer(
            "visits_yoy",
            yoy,
            str(year),
            compared.coverage,
            growth_before,
            reporters=compared.reporters,
            months=compared.months,
        ),
        Answer(
            "visits_yoy_easter",
            easter,
            f"{year}-03/{year}-04",
            months_of_pair,
            reporters=compared.reporters,
            months=(MARCH + 1, APRIL + 1),
        ),
    ]


def _long_run(steady: SteadyYears, year: int) -> list[Answer]:
    """The trend, and the average rate, which never starts in a year of COVID."""
    totals = steady.totals
    first, last = (min(totals), max(totals)) if totals else (year, year)
    usable = [one for one in totals if one == last or one not in FLAGGED_YEARS]
    start = min(usable, default=last)
    cagr = visits_cagr(totals.get(start), totals.get(last), last - start) if last > start else _too_few(len(usable))
    return [
        Answer("visits_trend_growth", visits_trend_growth(totals), f"{first}–{last}", steady.coverage),
        Answer("visits_cagr", cagr, f"{start}–{last}", steady.coverage),
    ]


def _too_few(known: int) -> Undefined:
    return Undefined("too_few_years", {"known": known, "minimum": 2})


def _rolling(panel: Panel, year: int) -> Answer:
    """The last twelve months of the reporters that have all of the last 24, or of everybody if nobody has."""
    recent = _last_two_years(panel, year).reporting()
    months = recent.months
    steady = recent.of(name for name, whole in zip(recent.reporters, every(recent.known, 1), strict=True) if whole)
    used = steady if steady.reporters else recent
    period = f"{months[-MONTHS_OF_A_YEAR:][0]}/{months[-1]}" if months else str(year)
    coverage = Coverage(len(used.reporters), len(recent.reporters))
    return Answer("visits_rolling12", visits_rolling12(used.totals()), period, coverage, reporters=used.reporters)


def _gap(compared: TwoYears, reference: ReferenceArea | None, year: int) -> Answer:
    gap = relative_growth_gap(*compared.totals, *reference_totals(reference, compared))
    if reference is None or not compared.months:
        gap = NO_SHARED_MONTH if reference else NO_REFERENCE
    elif isinstance(gap, Value):
        gap = replace(gap, detail={**gap.detail, "area": reference.area})
    return Answer(
        "relative_growth_gap",
        gap,
        str(year),
        compared.coverage,
        reporters=compared.reporters,
        months=compared.months,
    )


def _market_share(panel: Panel, reference: ReferenceArea | None, year: int) -> Answer:
    months = reference.year(year) if reference else (None,)
    nights = None if None in months else sum(count for count in months if count is not None)
    share = market_share_nights(whole_year(panel, year), nights)
    return Answer(
        "market_share_nights", or_incomplete(share, panel, year), str(year), year_counts(panel, year).coverage
    )


def reference_totals(reference: ReferenceArea | None, compared: TwoYears) -> tuple[float | None, float | None]:
    """Return the reference area's sums over the very months compared; None where one of them is unknown."""
    if reference is None or not compared.months:
        return None, None
    sums = []
    for year in (compared.year - 1, compared.year):
        months = reference.year(year)
        counts = [months[number - 1] for number in compared.months]
        sums.append(None if None in counts else float(sum(count for count in counts if count is not None)))
    return sums[0], sums[1]


def reference_growth(reference: ReferenceArea | None, compared: TwoYears) -> Result:
    """Return how much the reference area grew over the very months compared."""
    return growth_rate(*reference_totals(reference, compared))


def _room(room: Room, before: Room | None, year: int) -> list[Answer]:
    return [
        Answer(
            kpi.__name__,
            kpi(room.visits, room.capacity),
            str(year),
            room.coverage,
            previous=kpi(before.visits, before.capacity) if before else None,
        )
        for kpi in (capacity_utilisation, capacity_headroom, offpeak_capacity_use)
    ]
