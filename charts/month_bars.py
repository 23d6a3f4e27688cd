"""A bar for each month of the year, as several figures draw them over each other."""

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
