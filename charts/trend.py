"""Years as bars with their trend and its interval."""

from collections.abc import Sequence

import plotly.graph_objects as go

from charts.axis import value_axis, year_axis
from charts.key import explain
from charts.marks import add_missing
from charts.palette import Palette, see_through
from charts.style import SMALL, new_figure
from charts.text import CellNumbers, plain, shown
from locales import Language

_WIDTH = 0.68


def yearly_trend(
    years: Sequence[int],
    totals: Sequence[float | None],
    complete: Sequence[bool],
    fitted: Sequence[float | None],
    low: Sequence[float | None],
    high: Sequence[float | None],
    *,
    unit: str,
    trend_label: str = "",
    title: str,
    subtitle: str,
    language: Language,
    dark: bool,
) -> go.Figure:
    """Return bars of yearly totals; incomplete years are hollow, years without a figure a dash.

    `fitted`, `low` and `high` are the trend line and its interval per year (None where there is none); all sequences
    are as long as `years`. `unit` is the word after a number in the hover text; `trend_label` stands at the end of
    the line.
    """
    figure, colours = new_figure(title=title, subtitle=subtitle, language=language, dark=dark, height=340)
    span = value_axis(figure, [*totals, *high, *fitted], language)
    figure.update_yaxes(showticklabels=False, showgrid=False)
    _name_years(figure, years, totals, language)
    for is_complete in (True, False):
        bars = [
            (year, total)
            for year, total, whole in zip(years, totals, complete, strict=True)
            if total is not None and whole is is_complete
        ]
        _add_bars(figure, bars, unit, language, colours, complete=is_complete)
    _add_trend(figure, years, fitted, low, high, trend_label, colours)

    missing = [(float(year), str(year)) for year, total in zip(years, totals, strict=True) if total is None]
    add_missing(figure, missing, span[1] * 0.05, language, colours)
    return figure


def _name_years(figure: go.Figure, years: Sequence[int], totals: Sequence[float | None], language: Language) -> None:
    """Write each year's total under its year, where the trend does not cross it."""
    year_axis(figure, years)
    figure.update_xaxes(showline=True)
    numbers = CellNumbers(totals, language)
    written = ["–" if total is None else numbers.text(total) for total in totals]
    told = dict(zip(years, written, strict=True))
    named = figure.layout.xaxis.tickvals or ()
    figure.update_xaxes(ticktext=[f"{year}<br><b>{told[year]}</b>" for year in named], tickfont_size=11)
    if numbers.unit:
        figure.layout.meta = {**figure.layout.meta, "subtitle": f"{figure.layout.meta['subtitle']} · {numbers.unit}"}


def _add_bars(
    figure: go.Figure,
    bars: Sequence[tuple[int, float]],
    unit: str,
    language: Language,
    colours: Palette,
    *,
    complete: bool,
) -> None:
    if not bars:
        return
    word = language.text("incomplete year")
    note = "" if complete else f"<br>{word}"
    solid = {"color": colours.place}
    hollow = {"color": colours.paper, "line": {"color": colours.place, "width": 1.5}, "pattern": _dots(colours)}
    figure.add_bar(
        x=[year for year, _ in bars],
        y=[total for _, total in bars],
        width=_WIDTH,
        marker=solid if complete else hollow,
        hovertext=[f"{year}<br><b>{shown(total, language)} {plain(unit)}</b>{note}" for year, total in bars],
        hoverinfo="text",
    )
    if not complete:
        explain(figure, "dots", "place", word)


def _dots(colours: Palette) -> dict[str, object]:
    return {"shape": ".", "fgcolor": colours.place_middle, "bgcolor": colours.paper, "size": 6, "solidity": 0.12}


def _add_trend(
    figure: go.Figure,
    years: Sequence[int],
    fitted: Sequence[float | None],
    low: Sequence[float | None],
    high: Sequence[float | None],
    label: str,
    colours: Palette,
) -> None:
    band = [(y, a, b) for y, a, b in zip(years, low, high, strict=True) if a is not None and b is not None]
    figure.add_scatter(
        x=[y for y, _, _ in band] + [y for y, _, _ in reversed(band)],
        y=[b for _, _, b in band] + [a for _, a, _ in reversed(band)],
        mode="lines",
        fill="toself",
        fillcolor=see_through(colours.muted, 0.22),
        line={"width": 0},
        hoverinfo="skip",
    )
    figure.add_scatter(
        x=list(years),
        y=list(fitted),
        mode="lines",
        line={"color": colours.ink, "width": 2, "dash": "4px,3px"},
        hoverinfo="skip",
    )
    ends = [(year, value) for year, value in zip(years, fitted, strict=True) if value is not None]
    if label and ends:
        tops = [value for year, value in zip(years, high, strict=True) if value is not None and year == ends[-1][0]]
        figure.add_annotation(
            x=1,
            xref="paper",
            y=max([ends[-1][1], *tops]),
            text=plain(label),
            font={"color": colours.ink, "size": SMALL},
            showarrow=False,
            xanchor="right",
            yanchor="bottom",
            yshift=4,
        )
