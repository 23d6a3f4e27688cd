"""What a plan would change at a place: its season, its room, its revenue, and how much it asks of the residents."""

import calendar
from collections.abc import Callable
from dataclasses import dataclass

from access.reader import Reader
from answers.answer import number_of
from answers.business import business
from answers.compare import Coverage, year_counts
from answers.data import Data
from answers.markets import markets
from answers.opening import Room, room_of
from answers.panel import Measure, panel_of
from answers.places import Place
from answers.what_if import JULY, LEFT, Plan, Tried, Year, comfortable, tried
from answers.whole_year import incomplete
from kpis.growth.capacity import capacity_utilisation
from kpis.result import Result, Undefined, Value
from kpis.season.change import offseason_share
from kpis.season.concentration import gini_season_norm
from kpis.season.spread import months_to_move, season_evenness

Pair = tuple[Result, Result]
_SEASON: tuple[Callable[..., Result], ...] = (gini_season_norm, season_evenness, months_to_move, offseason_share)


@dataclass(frozen=True)
class Outcome:
    """A plan tried on a year of a place.

    `season` has each KPI before and after; `fullest` the largest use of any month's room; `revenue` what the guests
    won would bring; `peak` the guests per 100 residents on a day of the busiest month, None where residents are not
    known.
    """

    plan: Plan
    tried: Tried
    measure: Measure
    coverage: Coverage
    season: dict[str, Pair]
    fullest: Pair
    revenue: Result
    peak: tuple[tuple[int, float], tuple[int, float]] | None

    @property
    def knows_the_room(self) -> bool:
        """True where the room of every month is known, so that it limits the plan."""
        return None not in self.tried.before.room


def offered_markets(data: Data, place: Place, year: int) -> tuple[str, ...]:
    """Return the markets of which guests can be won: those whose months are known."""
    return tuple(market for market, months in markets(data, place, year).months.items() if None not in months)


def peak_month(data: Data, place: Place, year: int) -> int:
    """Return the month of the year with most guests that they can leave; July where no month is known."""
    counts = year_counts(panel_of(data, place), year).counts
    known = {month: count for month in LEFT if (count := counts[month - 1]) is not None}
    return max(known, key=lambda month: known[month]) if known else JULY


def outcome(data: Data, place: Place, year: int, plan: Plan, reader: Reader) -> Outcome | Undefined:
    """Return what the plan would change in the year, or why that cannot be said."""
    key = ("what if", place.id, year, plan, reader.sees_business_figures)
    return data.remember(key, lambda: _outcome(data, place, year, plan, reader))


def _outcome(data: Data, place: Place, year: int, plan: Plan, reader: Reader) -> Outcome | Undefined:
    panel = panel_of(data, place)
    room = room_of(data, panel, year)
    base = _year(room) if room.coverage.reporters else None
    counts = year_counts(panel, year)
    if base is None:
        known = [count for count in counts.counts if count is not None]
        if len(known) < len(counts.counts):
            return incomplete(panel, year) or Undefined("incomplete_year", {"known": len(known)})
        base = Year(tuple(known), closed=counts.closed)
    if not sum(base.counts):
        return Undefined("no_visits")
    months = markets(data, place, year).months.get(plan.market, ())
    done = tried(base, plan, [count or 0.0 for count in months])
    return Outcome(
        plan,
        done,
        panel.measure,
        room.coverage if room.coverage.reporters else counts.coverage,
        {kpi.__name__: (kpi(done.before.counts), kpi(done.after.counts)) for kpi in _SEASON},
        (_fullest(done.before, room), _fullest(done.after, room)),
        _revenue(data, place, year, done.won, reader),
        _peaks(done, year, place.residents),
    )


def _year(room: Room) -> Year | None:
    known = [count for count in room.visits if count is not None]
    if len(known) < len(room.visits):
        return None
    closed = tuple(capacity == 0 for capacity in room.capacity)
    return Year(tuple(known), comfortable(room.capacity), closed)


def _fullest(year: Year, room: Room) -> Result:
    return capacity_utilisation(year.counts, room.capacity)


def _revenue(data: Data, place: Place, year: int, won: float, reader: Reader) -> Result:
    """The own income that so many more average guests would bring; those moved bring what they brought before."""
    each = business(data, place, year, reader).answers["revenue_per_visit"].result
    return each if isinstance(each, Undefined) else Value(each.number * won, detail={"each": each.number})


def _peaks(done: Tried, year: int, residents: float | None) -> tuple[tuple[int, float], tuple[int, float]] | None:
    if not residents:
        return None
    return _peak(done.before, year, residents), _peak(done.after, year, residents)


def _peak(counts: Year, year: int, residents: float) -> tuple[int, float]:
    """The busiest month, and its guests per day and 100 residents."""
    daily = {
        month: 100 * count / calendar.monthrange(year, month)[1] / residents
        for month, count in enumerate(counts.counts, 1)
    }
    busiest = max(daily, key=lambda month: daily[month])
    return busiest, daily[busiest]


def even_months(result: Result) -> float | None:
    """Return the even months that a spread is like, from season_evenness."""
    return None if isinstance(result, Undefined) else float(str(result.detail["effective_months"]))


def change_of(pair: Pair) -> float | None:
    """Return after minus before, None where one of them is not known."""
    before, after = (number_of(result) for result in pair)
    return None if before is None or after is None else after - before
