"""The long run of months: each month thin, the rolling year strong."""

from collections.abc import Sequence

import plotly.graph_objects as go

from charts.axis import value_axis
from charts.marks import State, add_closed, add_missing, states
from charts.palette import Palette
from charts.style import SMALL, new_figure
from charts.text import plain, shown
from locales import Language

_MOST_NAMED = 9


def monthly_series(
    months: Sequence[str],
    values: Sequence[float | None],
    rolling12: Sequence[float | None],
    closed: Sequence[bool] = (),
    *,
    unit: str,
    rolling_label: str,
    title: str,
    subtitle: str,
    language: Language,
    dark: bool,
) -> go.Figure:
    """Return monthly values with their rolling twelve-month mean, on one scale from zero.

    `months` are "YYYY-MM" without gaps; `values`, `rolling12` (the mean per month of the latest twelve, None where
    one of them is missing) and, if given, `closed` are as long. A missing month breaks the line.
    """
    figure, colours = new_figure(title=title, subtitle=subtitle, language=language, dark=dark, height=340)
    span = value_axis(figure, [*values, *rolling12], language)
    figure.update_yaxes(rangemode="tozero")
    _name_years(figure, months)

    kinds = states(values, closed)
    shut, missing = (
        [(float(i), language.period(months[i])) for i, kind in enumerate(kinds) if kind is wanted]
        for wanted in (State.CLOSED, State.MISSING)
    )
    add_closed(figure, shut, span, language, colours)
    add_missing(figure, missing, span[1] * 0.05, language, colours)
    drawn = [None if kind is State.CLOSED else value for value, kind in zip(values, kinds, strict=True)]
    _add_line(figure, months, drawn, unit, language, colours, strong=False)
    _add_line(figure, months, rolling12, unit, language, colours, strong=True)
    _label_rolling(figure, rolling12, rolling_label, colours)
    return figure


def _name_years(figure: go.Figure, months: Sequence[str]) -> None:
    januaries = [i for i, month in enumerate(months) if month.endswith("-01")]
    every = -(-len(januaries) // _MOST_NAMED) or 1
    named = januaries[::-1][::every][::-1]
    figure.update_xaxes(
        range=[-0.8, len(months) - 0.2],
        tickvals=named,
        ticktext=[months[i][:4] for i in named],
        ticks="outside",
        tickcolor=figure.layout.template.layout.xaxis.linecolor,
        ticklen=5,
        ticklabelposition="outside right",
        tickangle=0,
        showline=True,
    )


def _add_line(
    figure: go.Figure,
    months: Sequence[str],
    values: Sequence[float | None],
    unit: str,
    language: Language,
    colours: Palette,
    *,
    strong: bool,
) -> None:
    figure.add_scatter(
        x=list(range(len(months))),
        y=list(values),
        mode="lines" if strong else "lines+markers",
        line={"color": colours.place if strong else colours.place_middle, "width": 3 if strong else 1.25},
        marker={"color": colours.place_middle, "size": 4},
        connectgaps=False,
        cliponaxis=False,
        hovertext=[
            f"{language.period(month)}<br><b>{shown(value, language)} {plain(unit)}</b>"
            for month, value in zip(months, values, strict=True)
        ],
        hoverinfo="skip" if strong else "text",
    )


def _label_rolling(figure: go.Figure, rolling12: Sequence[float | None], label: str, colours: Palette) -> None:
    known = [(i, value) for i, value in enumerate(rolling12) if value is not None]
    if not known:
        return
    place, value = known[-1]
    figure.add_scatter(
        x=[place], y=[value], mode="markers", marker={"color": colours.place, "size": 8}, hoverinfo="skip"
    )
    figure.add_annotation(
        x=place,
        y=value,
        text=f"<b>{plain(label)}</b>",
        font={"color": colours.place, "size": SMALL},
        bgcolor=colours.paper,
        opacity=0.92,
        borderpad=2,
        showarrow=False,
        xanchor="right",
        yanchor="bottom",
        yshift=8,
    )
