"""Growth and season by market: who carries us, who grows, what is our own pull, and who flattens the season."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from answers.answer import Answer, Answers, by_id
from answers.by_market import ByMarket, by_market, on_same_classes, reference_table
from answers.compare import NOTHING, Coverage, Months, TwoYears, two_years, year_counts
from answers.data import Data
from answers.opening import months_of
from answers.panel import MONTHS_OF_A_YEAR, Measure, panel_of
from answers.places import Place
from answers.reference import reference_for
from kpis.growth.market_growth import growth_share_quadrant, shift_share
from kpis.growth.markets import UNKNOWN, foreign_visitor_share, known_residence, source_market_hhi
from kpis.result import Result, Undefined
from kpis.season.markets import season_market_rme

NOT_TOLD = Undefined("residence_missing")
MARKET_KPIS = (
    "source_market_hhi",
    "foreign_visitor_share",
    "shift_share",
    "growth_share_quadrant",
    "season_market_rme",
)
Table = Mapping[str, float | None]


@dataclass(frozen=True)
class FourTables:
    """The counts by market before and now, ours and those of the reference area, over the same months and markets."""

    local_before: Table
    local_now: Table
    reference_before: Table
    reference_now: Table


@dataclass(frozen=True)
class Markets:
    """Everything said of a place and year by market; `now` and `before` are like for like, `months` whole years."""

    year: int
    measure: Measure
    answers: Answers
    now: Mapping[str, float]
    before: Mapping[str, float]
    months: Mapping[str, Months]
    compared: TwoYears
    reference_area: str | None

    @property
    def is_empty(self) -> bool:
        """True where nobody has told where the guests live."""
        return not self.months

    @property
    def effects(self) -> tuple["Effect", ...]:
        """What one per cent more guests, all from one market, would do to the season, the flattest first."""
        result = self.answers["season_market_rme"].result
        if isinstance(result, Undefined):
            return ()
        parts = cast(Mapping[str, Mapping[str, float]], result.detail["markets"])
        effects = [Effect(market, part["share"], part["rme"] / part["share"]) for market, part in parts.items()]
        return tuple(sorted(effects, key=lambda effect: effect.of_one_per_cent))


@dataclass(frozen=True)
class Effect:
    """One market's share of the guests, and by how many per cent one per cent more guests from there change the Gini.

    They are thought to come when the others from there come. It holds for few guests: the effect is that of the margin.
    """

    market: str
    share: float
    of_one_per_cent: float


def markets(data: Data, place: Place, year: int) -> Markets:
    """Return what is known of a place in a year by market."""
    return data.remember(("markets", place.id, year), lambda: _markets(data, place, year))


def _markets(data: Data, place: Place, year: int) -> Markets:
    counted, found = panel_of(data, place), by_market(data, place)
    if found is None:
        answers = [Answer(kpi_id, NOT_TOLD, str(year)) for kpi_id in MARKET_KPIS]
        nothing = TwoYears(year, NOTHING, NOTHING, Coverage(0, len(counted.reporters), 0))
        return Markets(year, counted.measure, by_id(*answers), {}, {}, {}, nothing, None)
    compared = two_years(found.together, year)
    before, now = (found.table(one, compared.reporters, compared.months) for one in (year - 1, year))
    reference = reference_for(data, place, counted.measure)
    area = reference.area if reference else None
    tables = _four_tables(data, area, counted.measure, compared, before, now)
    everyone = len(panel_of(data, place).year(year).reporting().reporters)
    both = Coverage(compared.coverage.reporters, everyone, compared.coverage.months)
    answers = [
        *_of_one_year(found, year, everyone),
        *_of_two_years(tables, compared, year, both),
    ]
    return Markets(year, counted.measure, by_id(*answers), now, before, found.year(year), compared, area)


def _four_tables(
    data: Data, area: str | None, measure: Measure, compared: TwoYears, before: Table, now: Table
) -> FourTables | None:
    if area is None or not compared.months:
        return None
    there = [
        reference_table(data, area, measure, [months_of(one)[month - 1] for month in compared.months])
        for one in (compared.year - 1, compared.year)
    ]
    known = {market: value for market, value in now.items() if value is not None}
    same = on_same_classes(known, there[1])
    return FourTables(same(before), same(now), same(there[0]), same(there[1])) if same else None


def _of_one_year(found: ByMarket, year: int, everyone: int) -> list[Answer]:
    """How many markets carry the place, how many guests come from abroad, and which market flattens the season."""
    counts = year_counts(found.together, year)
    coverage = Coverage(counts.coverage.reporters, everyone, counts.known_months)
    table = _summed(found.year(year))
    residents = {market: months for market, months in found.year(year).items() if market != UNKNOWN}
    before = _a_year_earlier(found, year, counts.reporters)
    results: dict[str, tuple[Result, Result | None]] = {
        "source_market_hhi": (source_market_hhi(table), source_market_hhi(before)),
        "foreign_visitor_share": (foreign_visitor_share(table), foreign_visitor_share(before)),
        "season_market_rme": (_flattening(table, residents), None),
    }
    return [
        Answer(
            kpi_id, _or_incomplete(now, counts.known_months), str(year), coverage, earlier, reporters=counts.reporters
        )
        for kpi_id, (now, earlier) in results.items()
    ]


def _or_incomplete(result: Result, months: int) -> Result:
    """The result; where months of all markets are still to come, with that as the reason and no market as the cause."""
    lacks_months = isinstance(result, Undefined) and result.reason in ("market_missing", "missing_month")
    return Undefined("incomplete_year", {"known": months}) if lacks_months and 0 < months < MONTHS_OF_A_YEAR else result


def _flattening(table: Table, residents: Mapping[str, Months]) -> Result:
    """Which market flattens, where we know the home of enough guests to say it of the season as a whole."""
    known = known_residence(table)
    return (
        known if isinstance(known, Undefined) and known.reason == "residence_unknown" else season_market_rme(residents)
    )


def _summed(months: Mapping[str, Months]) -> dict[str, float | None]:
    return {
        market: None if None in counts else float(sum(count for count in counts if count is not None))
        for market, counts in months.items()
    }


def _a_year_earlier(found: ByMarket, year: int, reporters: tuple[str, ...]) -> dict[str, float | None]:
    return _summed({market: panel.of(reporters).year(year - 1).totals() for market, panel in found.markets.items()})


def _of_two_years(tables: FourTables | None, compared: TwoYears, year: int, coverage: Coverage) -> list[Answer]:
    missing = Undefined("reference_missing") if compared.months else Undefined("no_shared_month")
    split: Result = missing
    placed: Result = missing
    if tables is not None:
        four = (tables.local_before, tables.local_now, tables.reference_before, tables.reference_now)
        split, placed = shift_share(*four), growth_share_quadrant(*four)
    return [
        Answer(kpi_id, result, str(year), coverage, reporters=compared.reporters, months=compared.months)
        for kpi_id, result in (("shift_share", split), ("growth_share_quadrant", placed))
    ]
