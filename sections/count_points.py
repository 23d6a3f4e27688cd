"""The points of figures that count guests: a month or a year, with its cells."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from answers.answer import Answer
from answers.growth import Growth
from answers.panel import Measure
from answers.season import Season
from frame.context import Context
from kpis.result import Result, Undefined, Value
from sections.points import Chosen, Points, Spot
from sections.words import counted_noun

MONTHS = 12
Item = TypeVar("Item")
_UNKNOWN = Undefined("visits_missing")


def period_names(context: Context, periods: Iterable[str]) -> dict[str, str]:
    """Return the periods in words by themselves, the newest first."""
    return {period: context.language.period(period) for period in sorted(periods, reverse=True)}


def titled(context: Context, figure: str, period: str, value: str) -> str:
    """Return what a point shows: figure, place, period and value."""
    assert context.place is not None
    return context.text(
        "{figure} in {place}, {period}: {value}",
        figure=figure,
        place=context.place.name,
        period=context.language.period(period),
        value=value,
    )


def counted(
    context: Context, measure: Measure, period: str, count: float | None, reporters: tuple[str, ...] = ()
) -> Chosen:
    """Return the count of a period, of these reporters or of everybody in the place."""
    result: Result = _UNKNOWN if count is None else Value(count)
    shown = titled(context, counted_noun(context, measure), period, context.language.number(count))
    return Chosen(shown, Answer("visits_total", result, period, reporters=reporters))


def years_points(context: Context, growth: Growth) -> Points:
    """Return the points of the bars of the years."""
    totals = {str(year): total for year, (total, _) in growth.totals_by_year.items()}
    return Points(
        context.text("Year"),
        lambda: period_names(context, totals),
        lambda spot: str(round(spot.x)),
        lambda year: counted(context, growth.panel.measure, year, totals[year]),
    )


def months_points(context: Context, growth: Growth) -> Points:
    """Return the points of the long run of months."""
    shown = growth.months_shown
    totals = dict(zip(shown.months, shown.totals(), strict=True))
    return Points(
        context.text("Month"),
        lambda: period_names(context, totals),
        lambda spot: _nth(shown.months, spot.x),
        lambda month: counted(context, growth.panel.measure, month, totals[month]),
    )


def room_points(context: Context, growth: Growth) -> Points:
    """Return the points of the visits beside the room of each month."""
    months = [f"{growth.year}-{month:02d}" for month in range(1, MONTHS + 1)]
    return Points(
        context.text("Month"),
        lambda: {month: context.language.period(month) for month in months},
        lambda spot: _nth(months, spot.x - 1),
        lambda month: _room(context, growth, month),
    )


def _room(context: Context, growth: Growth, month: str) -> Chosen:
    at, room = int(month[5:]) - 1, growth.room
    visits, capacity = room.visits[at], room.capacity[at]
    answer = growth.answers["capacity_utilisation"]
    known = visits is not None and capacity
    result: Result = Value((visits or 0) / (capacity or 1)) if known else Undefined("capacity_missing")
    shown = titled(
        context,
        context.language.kpi_text(answer.passport.name),
        month,
        context.text(
            "{share} ({visits} of {room})",
            share=context.language.share(result.number if isinstance(result, Value) else None),
            visits=context.language.number(visits),
            room=context.language.number(capacity),
        ),
    )
    formula = context.language.kpi_text(answer.passport.method).split("\n\n")[0]
    return Chosen(shown, Answer(answer.id, result, month, reporters=room.reporters), formula)


def heatmap_points(context: Context, season: Season) -> Points:
    """Return the points of the months of all years."""
    rows = season.rows_by_year
    years = list(rows)

    def at(spot: Spot) -> str | None:
        year = _nth(years, spot.y)
        return None if year is None else f"{year}-{round(spot.x):02d}"

    return _months_of_years(context, season, years, at)


def curve_points(context: Context, season: Season, years: Iterable[int]) -> Points:
    """Return the points of the curves of these years, each named by its year."""
    return _months_of_years(context, season, list(years), lambda spot: f"{spot.trace}-{round(spot.x):02d}")


def _months_of_years(
    context: Context, season: Season, years: Iterable[int], at: Callable[[Spot], str | None]
) -> Points:
    rows = season.rows_by_year
    last = season.panel.last_month or ""
    months = [f"{year}-{month:02d}" for year in years for month in range(1, MONTHS + 1)]
    reported = [month for month in months if month <= last]

    def chosen(month: str) -> Chosen:
        row = rows[int(month[:4])]
        return counted(context, season.panel.measure, month, row.counts[int(month[5:]) - 1], row.reporters)

    return Points(context.text("Month"), lambda: period_names(context, reported), at, chosen)


def _nth(items: Sequence[Item], at: float) -> Item | None:
    """The item drawn at a place that is counted from 0, None where none is."""
    return items[round(at)] if 0 <= round(at) < len(items) else None
