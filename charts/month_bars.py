"""Bars and limits for each month of the year, as several figures draw them over each other."""

from collections.abc import Sequence

import plotly.graph_objects as go

from charts.text import plain, shown
from locales import Language

MONTHS = list(range(1, 13))


def add_month_bars(
    figure: go.Figure,
    values: Sequence[float | None],
    name: str,
    colour: str,
    width: float,
    unit: str,
    language: Language,
) -> None:
    """Add the twelve values as bars that say month, name and value; no bar where a value is None."""
    figure.add_bar(
        name=plain(name),
        x=MONTHS,
        y=list(values),
        width=width,
        marker_color=colour,
        hovertext=[
            f"{language.month(month)}, {plain(name)}<br><b>{shown(value, language)} {plain(unit)}</b>"
            for month, value in zip(MONTHS, values, strict=True)
        ],
        hoverinfo="text",
    )


def add_month_limits(
    figure: go.Figure, limits: Sequence[float | None], name: str, said: Sequence[str], colour: str
) -> None:
    """Add a level line over each month that has a limit; `said` is what each of the twelve says when pointed at."""
    known = [
        (month, limit, words) for month, limit, words in zip(MONTHS, limits, said, strict=True) if limit is not None
    ]
    figure.add_scatter(
        name=plain(name),
        x=[x for month, _, _ in known for x in (month - 0.42, month + 0.42, None)],
        y=[y for _, limit, _ in known for y in (limit, limit, None)],
        mode="lines",
        line={"color": colour, "width": 2},
        connectgaps=False,
        hovertext=[words for _, _, words in known for _ in range(3)],
        hoverinfo="text",
    )
