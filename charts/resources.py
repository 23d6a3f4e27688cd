"""What a visit costs of water, energy, waste or carbon, year by year."""

from collections.abc import Sequence

import plotly.graph_objects as go

from charts.axis import value_axis, year_axis
from charts.key import explain
from charts.marks import add_missing
from charts.palette import Palette, see_through
from charts.style import SMALL, new_figure
from charts.text import plain
from locales import Language


def per_visit_series(
    years: Sequence[int],
    values: Sequence[float | None],
    estimated: Sequence[bool],
    band: tuple[float, float] | None = None,
    *,
    unit: str,
    band_label: str = "",
    decimals: int = 1,
    title: str,
    subtitle: str,
    language: Language,
    dark: bool,
) -> go.Figure:
    """Return one value per year from zero: measured years filled, estimated ones open, years without a figure a dash.

    `unit` is the words after a number, such as "kWh per visit"; `band` is the target's floor and ceiling in that unit.
    """
    figure, colours = new_figure(title=title, subtitle=subtitle, language=language, dark=dark, height=320)
    year_axis(figure, years)
    span = value_axis(figure, [*values, *(band or ())], language)
    figure.update_xaxes(showline=True)
    if band is not None:
        _add_band(figure, band, band_label, colours)
    figure.add_scatter(
        x=list(years),
        y=list(values),
        mode="lines",
        line={"color": colours.place, "width": 2.5},
        connectgaps=False,
        hoverinfo="skip",
    )
    for is_estimate in (False, True):
        points = [
            (year, value)
            for year, value, guessed in zip(years, values, estimated, strict=True)
            if value is not None and guessed is is_estimate
        ]
        _add_points(figure, points, unit, decimals, language, colours, estimated=is_estimate)
    missing = [(float(year), str(year)) for year, value in zip(years, values, strict=True) if value is None]
    add_missing(figure, missing, span[1] * 0.05, language, colours)
    return figure


def _add_band(figure: go.Figure, band: tuple[float, float], label: str, colours: Palette) -> None:
    figure.add_shape(
        type="rect",
        x0=0,
        x1=1,
        xref="x domain",
        y0=band[0],
        y1=band[1],
        line={"width": 0},
        fillcolor=see_through(colours.muted, 0.16),
        layer="below",
    )
    figure.add_annotation(
        x=1,
        xref="x domain",
        y=band[0],
        text=plain(label),
        font={"color": colours.muted, "size": SMALL},
        showarrow=False,
        xanchor="right",
        yanchor="bottom",
        xshift=-4,
    )


def _add_points(
    figure: go.Figure,
    points: Sequence[tuple[int, float]],
    unit: str,
    decimals: int,
    language: Language,
    colours: Palette,
    *,
    estimated: bool,
) -> None:
    if not points:
        return
    word = language.text("estimated") if estimated else language.text("measured")
    written = [language.number(value, decimals) for _, value in points]
    figure.add_scatter(
        name=word,
        x=[year for year, _ in points],
        y=[value for _, value in points],
        mode="markers+text",
        marker={
            "size": 11,
            "color": colours.paper if estimated else colours.place,
            "line": {"color": colours.place, "width": 2.5},
        },
        text=[f"<b>{text}</b>" for text in written],
        textposition="top center",
        textfont={"size": SMALL, "color": colours.ink},
        cliponaxis=False,
        hovertext=[
            f"{year}<br><b>{text} {plain(unit)}</b><br>{word}" for (year, _), text in zip(points, written, strict=True)
        ],
        hoverinfo="text",
    )
    explain(figure, "ring" if estimated else "dot", "place", word)
