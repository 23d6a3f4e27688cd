"""The figures of the page Growth potential."""

from collections.abc import Iterator

import plotly.graph_objects as go

from answers.answer import number_of
from answers.growth import Growth, reference_growth
from answers.sentences.area import area_text
from answers.trend import trend_line
from answers.wording import counted_text, coverage_text
from charts.gap import growth_against_reference
from charts.monthly_line import monthly_series
from charts.room import room_by_month
from charts.trend import yearly_trend
from frame.context import Context
from kpis.growth.capacity import TARGET_UTILISATION
from kpis.growth.trend import rolling_totals
from kpis.result import Undefined, Value
from sections.count_points import months_points, room_points, years_points
from sections.figures import Drawing, draw_figures
from sections.words import counted_noun, counted_unit


def draw_growth_figures(context: Context, growth: Growth) -> None:
    """Draw the years with their trend, the months, the reference area and the room."""
    draw_figures(context, growth_drawings(context, growth))


def growth_drawings(context: Context, growth: Growth) -> Iterator[Drawing]:
    """Give the figures of the growth that there are figures for: "years", "months", "reference", "room"."""
    if growth.panel.is_empty:
        return
    told = _years_in_words(context, growth)
    yield Drawing("years", lambda: _years(context, growth), told, years_points(context, growth))
    yield Drawing("months", lambda: _months(context, growth), told, months_points(context, growth))
    if growth.reference is not None and growth.compared.months:
        yield Drawing("reference", lambda: _reference(context, growth), _reference_in_words(context, growth))
    if growth.room.coverage.reporters:
        title = _room_title(context, growth)
        yield Drawing("room", lambda: _room(context, growth), title, room_points(context, growth))


def _years(context: Context, growth: Growth) -> go.Figure:
    totals = growth.totals_by_year
    years = list(range(min(totals), max(totals) + 1))
    steady = growth.steady.totals
    line = trend_line(steady, growth.answers["visits_trend_growth"].result)
    same_reporters = growth.steady.coverage.is_whole
    told = {year: totals.get(year, (None, False)) for year in years}
    return yearly_trend(
        years,
        [told[year][0] for year in years],
        [told[year][1] for year in years],
        [line.fitted.get(year) if same_reporters else None for year in years],
        [line.low.get(year) if same_reporters else None for year in years],
        [line.high.get(year) if same_reporters else None for year in years],
        unit=counted_unit(context, growth.panel.measure),
        trend_label=context.text("trend"),
        title=_years_title(context, growth),
        subtitle=_subtitle(context, growth, context.text("per year")),
        language=context.language,
        dark=context.dark,
    )


def _subtitle(context: Context, growth: Growth, grain: str) -> str:
    return f"{counted_noun(context, growth.panel.measure)} {grain}, {growth.place.name}"


def _years_title(context: Context, growth: Growth) -> str:
    result = growth.answers["visits_trend_growth"].result
    if isinstance(result, Undefined):
        return context.text("Too few complete years for a trend")
    rate = context.language.percent(result.number, signed=True)
    if result.interval is None:
        return context.text("The trend is {rate} a year, on few years", rate=rate)
    low, high = (context.language.percent(end, signed=True) for end in result.interval)
    if result.interval[0] <= 0 <= result.interval[1]:
        return context.text("No sure trend: between {low} and {high} a year", low=low, high=high)
    return context.text("The trend is {rate} a year, between {low} and {high}", rate=rate, low=low, high=high)


def _years_in_words(context: Context, growth: Growth) -> str:
    language, measure = context.language, growth.panel.measure
    incomplete = context.text("incomplete")
    told = [
        f"{year}: {counted_text(total, measure, language)}" + ("" if complete else f" ({incomplete})")
        for year, (total, complete) in growth.totals_by_year.items()
    ]
    return f"{_years_title(context, growth)}. {'; '.join(told)}."


def _months(context: Context, growth: Growth) -> go.Figure:
    panel = growth.panel
    shown = growth.months_shown
    until = shown.months
    totals = shown.totals()
    rolling = [None] * 11 + list(rolling_totals(totals)) if len(totals) >= 12 else [None] * len(totals)
    answer = growth.answers["visits_rolling12"]
    result, last = answer.result, answer.period.rpartition("/")[2]
    change = result.detail.get("growth") if isinstance(result, Value) else None
    title = (
        context.text(
            "The twelve months to {month}: {change}",
            month=context.language.period(last),
            change=context.language.percent(float(str(change)), signed=True),
        )
        if change is not None
        else context.text("Month by month")
    )
    return monthly_series(
        until,
        totals,
        [None if total is None else total / 12 for total in rolling],
        shown.closed_months(),
        unit=counted_unit(context, panel.measure),
        rolling_label=context.text("average of 12 months"),
        title=title,
        subtitle=_subtitle(context, growth, context.text("per month")),
        language=context.language,
        dark=context.dark,
    )


def _reference(context: Context, growth: Growth) -> go.Figure:
    local = number_of(growth.answers["visits_yoy"].result)
    area = number_of(reference_growth(growth.reference, growth.compared))
    compared = f"{growth.year - 1}–{growth.year}"
    basis = coverage_text(growth.compared.coverage, growth.panel.measure, context.language)
    over = context.text("Growth over the same months, {basis}", basis=basis)
    told = area_text(growth.answers["relative_growth_gap"], context.language)
    return growth_against_reference(
        [compared],
        [local],
        [area],
        local_label=growth.place.name,
        reference_label=context.text("the area around"),
        title=_reference_title(context, growth),
        subtitle=f"{told}. {over}" if told else over,
        language=context.language,
        dark=context.dark,
    )


def _reference_title(context: Context, growth: Growth) -> str:
    gap = number_of(growth.answers["relative_growth_gap"].result)
    if gap is None:
        return context.text("The growth cannot be compared with the area around")
    size = context.language.number(abs(gap), 1)
    if gap >= 0:
        return context.text("{size} percentage points faster than the area around", size=size)
    return context.text("{size} percentage points slower than the area around", size=size)


def _reference_in_words(context: Context, growth: Growth) -> str:
    told = area_text(growth.answers["relative_growth_gap"], context.language)
    return ". ".join(filter(None, (_reference_title(context, growth), told)))


def _room(context: Context, growth: Growth) -> go.Figure:
    room = growth.room
    return room_by_month(
        room.visits,
        room.capacity,
        TARGET_UTILISATION,
        tuple(capacity == 0 for capacity in room.capacity),
        unit=counted_unit(context, growth.panel.measure),
        visits_label=counted_noun(context, growth.panel.measure),
        capacity_label=context.text("comfortable room"),
        target_label=context.text("{share} of the room", share=context.language.percent(TARGET_UTILISATION, 0)),
        title=_room_title(context, growth),
        subtitle=context.text(
            "Visits beside comfortable room per month in {year}, {basis}",
            year=growth.year,
            basis=coverage_text(room.coverage, growth.panel.measure, context.language),
        ),
        language=context.language,
        dark=context.dark,
    )


def _room_title(context: Context, growth: Growth) -> str:
    result = growth.answers["capacity_utilisation"].result
    if isinstance(result, Undefined):
        return context.text("Room month by month")
    month = int(str(result.detail["peak_month"]))
    peak = float(str(result.detail["peak"]))
    name, share = context.language.month(month), context.language.percent(peak, 0)
    if peak < TARGET_UTILISATION:
        return context.text("Even in {month} only {share} of the room is used", month=name, share=share)
    return context.text("In {month} {share} of the room is used", month=name, share=share)
