"""The forecast of a measure on a page: the coming year, how sure it is, and how well such forecasts have held."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from answers.forecast import ComingYear, ask_for_coming_years, coming_year
from answers.forecast_ground import Subject, main_subject, subjects_of
from answers.panel import MONTHS_OF_A_YEAR, Measure
from answers.places import Place
from answers.wording import basis_text, reason_text
from charts.forecast import forecast_figure
from forecasts.forecast import Forecast
from frame.context import Context
from frame.context import context as asked_again
from kpis.growth.trend import FLAGGED_YEARS
from locales.rounding import whole
from sections.figures import draw_figure
from sections.forecast_choice import choose_subject
from sections.forecast_points import known_points
from sections.forecast_words import WORDS, amount_text, scale_of, unit_of, year_range_text
from sections.tables import draw_table

_LOOK_AGAIN = "3s"
_YEARS_DRAWN = 6
_OF_GROWTH: tuple[Subject, ...] = ("visits", "nights")


def draw_growth_forecasts(context: Context) -> None:
    """Draw the coming year of what the place counts, or of another of its counts that the reader chooses."""
    if context.place is None:
        return
    main = main_subject(context.data, context.place)
    others = [subject for subject in _OF_GROWTH if subject != main]
    st.subheader(context.text("The coming year"))
    offered = (main, *subjects_of(context.data, context.place, others))
    chosen = choose_subject(context, offered)
    _draw_one_of(context, context.place, chosen, offered)


def draw_forecast(context: Context, subject: Subject) -> None:
    """Draw the coming year of one measure of the place; nothing where the place has no month of it."""
    if context.place is None or not subjects_of(context.data, context.place, [subject]):
        return
    st.subheader(context.text("The coming year"))
    _draw_one_of(context, context.place, subject, [subject])


def _draw_one_of(context: Context, place: Place, chosen: Subject, offered: Sequence[Subject]) -> None:
    """Draw the one chosen; until it is computed the page says so and looks again by itself."""
    coming = coming_year(context.data, place, chosen, context.reader)
    ask_for_coming_years(context.data, [coming_year(context.data, place, one, context.reader) for one in offered])
    if coming.refused:
        st.write(context.text("No forecast: {reason}", reason=reason_text(coming.refused, context.language)))
    elif coming.forecast is None:
        _wait(context, coming)
    else:
        _draw(context, coming, coming.forecast)


def _wait(context: Context, waiting: ComingYear) -> None:
    @st.fragment(run_every=_LOOK_AGAIN)
    def look_again() -> None:
        # A fragment runs without app.py, so it asks at the door itself.
        asked_again()
        coming = coming_year(context.data, waiting.place, waiting.subject, context.reader)
        if coming.forecast:
            st.rerun()
        # The process may have ended just before it was asked.
        ask_for_coming_years(context.data, [coming])
        st.info(context.text("The forecast is being computed; it takes a few seconds and appears by itself."))

    look_again()


def _draw(context: Context, coming: ComingYear, forecast: Forecast) -> None:
    name = f"forecast_{coming.subject}"
    title, points = _title(context, coming, forecast), known_points(context, coming, _drawn(coming))
    draw_figure(context, name, lambda: _figure(context, coming, forecast), title, points)
    said = [
        _beside_known(context, coming),
        _method(context, forecast),
        _track_record(context, forecast),
        year_range_text(context, coming.subject, forecast),
        _basis(context, coming),
        context.text(WORDS[coming.subject].note) if WORDS[coming.subject].note else "",
    ]
    st.caption(" ".join(filter(None, said)))
    with st.expander(context.text("The months ahead as a table")):
        draw_table(context, _table(context, coming, forecast), _caption(context, coming), name, rows=12)


def _figure(context: Context, coming: ComingYear, forecast: Forecast) -> go.Figure:
    drawn = _drawn(coming)
    known = coming.ground.counts[-len(drawn) :]
    scale = scale_of(coming.subject, max(known))
    unit = unit_of(context, coming.subject, scale)
    return forecast_figure(
        [*drawn, *coming.months_ahead],
        _scaled(known, scale),
        _scaled(forecast.ahead.points, scale),
        {level: (_scaled(band.low, scale), _scaled(band.high, scale)) for level, band in forecast.ahead.bands.items()},
        flagged=[month for month in drawn if int(month[:4]) in FLAGGED_YEARS],
        flagged_label=context.text("COVID"),
        unit=unit,
        title=_title(context, coming, forecast),
        subtitle=context.text(WORDS[coming.subject].subtitle, unit=unit),
        language=context.language,
        dark=context.dark,
    )


def _drawn(coming: ComingYear) -> tuple[str, ...]:
    return coming.ground.months[-12 * _YEARS_DRAWN :]


def _scaled(values: Sequence[float], scale: float) -> list[float]:
    return [value / scale for value in values]


def _title(context: Context, coming: ComingYear, forecast: Forecast) -> str:
    first, last = (context.language.period(coming.months_ahead[at]) for at in (0, -1))
    amount = amount_text(context, coming.subject, sum(forecast.ahead.points))
    return context.text(WORDS[coming.subject].finding, amount=amount, first=first, last=last)


def _beside_known(context: Context, coming: ComingYear) -> str:
    known = amount_text(context, coming.subject, sum(coming.ground.counts[-MONTHS_OF_A_YEAR:]))
    return context.text(
        "The last twelve known months had {amount} in all. The bands are of each month and cannot be added, so for "
        "the whole year there is no range with a probability.",
        amount=known,
    )


def _method(context: Context, forecast: Forecast) -> str:
    if forecast.method == "last_year_again":
        return context.text("Repeating last year has missed by less here than any model, so that is what is shown.")
    return context.text("The median of four methods, which here has missed by less than repeating last year.")


def _track_record(context: Context, forecast: Forecast) -> str:
    record = forecast.record
    return context.language.plural(
        "Made {n} year ago, the band of 80 per cent would have held in {within} of {months} months.",
        "Made in each of the last {n} years, the band of 80 per cent would have held in {within} of {months} months.",
        record.months // MONTHS_OF_A_YEAR,
        within=context.language.number(record.within),
        months=context.language.number(record.months),
    )


def _basis(context: Context, coming: ComingYear) -> str:
    coverage = coming.ground.coverage
    if coverage.is_whole:
        return ""
    reporters_are: Measure = "nights" if coming.subject == "nights" else "visits"
    of_reporters = replace(coverage, months=0, of_months=0)
    return context.text("It is of some only{basis}.", basis=basis_text(of_reporters, reporters_are, context.language))


def _caption(context: Context, coming: ComingYear) -> str:
    what, unit = context.text(WORDS[coming.subject].name), unit_of(context, coming.subject, 1)
    return context.text("Forecast: {what}", what=what if unit in what.lower() else f"{what}, {unit}")


def _table(context: Context, coming: ComingYear, forecast: Forecast) -> pd.DataFrame:
    ends = {
        context.text("{level} per cent, {end}", level=level, end=end): [whole(value) for value in values]
        for level, band in forecast.ahead.bands.items()
        for end, values in ((context.text("from"), band.low), (context.text("to"), band.high))
    }
    return pd.DataFrame(
        {
            context.text("Month"): [context.language.period(month) for month in coming.months_ahead],
            context.text("Expected"): [whole(value) for value in forecast.ahead.points],
            **ends,
        }
    )
