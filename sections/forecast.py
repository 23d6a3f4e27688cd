"""The forecast on the page Growth potential: the coming year, how sure it is, and how well such forecasts have held."""

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from answers.forecast import ComingYear, ask_for_coming_year, coming_year
from answers.panel import MONTHS_OF_A_YEAR
from answers.wording import basis_text, counted_text, reason_text
from charts.forecast import forecast_figure
from forecasts.forecast import Forecast
from frame.context import Context
from frame.context import context as asked_again
from kpis.growth.trend import FLAGGED_YEARS
from sections.figures import draw_figure
from sections.tables import draw_table
from sections.words import counted_noun, counted_unit

_LOOK_AGAIN = "3s"
_YEARS_DRAWN = 6


def draw_forecast(context: Context) -> None:
    """Draw the coming year of the place; until it is computed the page says so and looks again by itself."""
    if context.place is None:
        return
    coming = coming_year(context.data, context.place)
    st.subheader(context.text("The coming year"))
    if coming.refused:
        st.write(context.text("No forecast: {reason}", reason=reason_text(coming.refused, context.language)))
        return
    if coming.forecast is None:
        ask_for_coming_year(context.data, context.place)
        _wait(context)
        return
    _draw(context, coming, coming.forecast)


def _wait(context: Context) -> None:
    @st.fragment(run_every=_LOOK_AGAIN)
    def look_again() -> None:
        assert context.place is not None
        # A fragment runs without app.py, so it asks at the door itself.
        asked_again()
        if coming_year(context.data, context.place).forecast:
            st.rerun()
        st.info(context.text("The forecast is being computed; it takes a few seconds and appears by itself."))

    look_again()


def _draw(context: Context, coming: ComingYear, forecast: Forecast) -> None:
    draw_figure(context, "forecast", lambda: _figure(context, coming, forecast), _title(context, coming, forecast))
    st.caption(f"{_method(context, forecast)} {_track_record(context, forecast)} {_basis(context, coming)}".strip())
    with st.expander(context.text("The months ahead as a table")):
        draw_table(context, _table(context, coming, forecast), context.text("Forecast"), "forecast", rows=12)


def _figure(context: Context, coming: ComingYear, forecast: Forecast) -> go.Figure:
    drawn = coming.months[-12 * _YEARS_DRAWN :]
    months = [*drawn, *coming.months_ahead]
    return forecast_figure(
        months,
        coming.counts[-len(drawn) :],
        forecast.ahead.points,
        {level: (band.low, band.high) for level, band in forecast.ahead.bands.items()},
        flagged=[month for month in drawn if int(month[:4]) in FLAGGED_YEARS],
        flagged_label=context.text("COVID"),
        unit=counted_unit(context, coming.panel.measure),
        title=_title(context, coming, forecast),
        subtitle=context.text(
            "{what} per month, and the next twelve with bands of 50, 80 and 95 per cent",
            what=counted_noun(context, coming.panel.measure),
        ),
        language=context.language,
        dark=context.dark,
    )


def _title(context: Context, coming: ComingYear, forecast: Forecast) -> str:
    first, last = (context.language.period(coming.months_ahead[at]) for at in (0, -1))
    expected = round(sum(forecast.ahead.points), -2)
    return context.text(
        "About {counted} are expected from {first} to {last}",
        counted=counted_text(expected, coming.panel.measure, context.language),
        first=first,
        last=last,
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
    if coming.coverage.is_whole:
        return ""
    return context.text(
        "It is of some only{basis}.", basis=basis_text(coming.coverage, coming.panel.measure, context.language)
    )


def _table(context: Context, coming: ComingYear, forecast: Forecast) -> pd.DataFrame:
    ends = {
        context.text("{level} per cent, {end}", level=level, end=end): [round(value) for value in values]
        for level, band in forecast.ahead.bands.items()
        for end, values in ((context.text("from"), band.low), (context.text("to"), band.high))
    }
    return pd.DataFrame(
        {
            context.text("Month"): [context.language.period(month) for month in coming.months_ahead],
            context.text("Expected"): [round(value) for value in forecast.ahead.points],
            **ends,
        }
    )
