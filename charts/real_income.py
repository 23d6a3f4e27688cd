"""Income from year to year: in fixed prices as the line of the place, in the prices of each year in grey."""

from collections.abc import Sequence

import plotly.graph_objects as go

from charts.axis import value_axis, year_axis
from charts.labels import EndLabel, label_ends
from charts.palette import Palette
from charts.style import SMALL, new_figure
from charts.text import plain
from locales import Language


def real_income(
    years: Sequence[int],
    fixed: Sequence[float | None],
    current: Sequence[float],
    *,
    unit: str,
    fixed_label: str,
    current_label: str,
    title: str,
    subtitle: str,
    language: Language,
    dark: bool,
) -> go.Figure:
    """Return both lines from zero; in the last year they meet, because its prices are those that are held fixed."""
    figure, colours = new_figure(title=title, subtitle=subtitle, language=language, dark=dark, height=320)
    year_axis(figure, years)
    low, high = value_axis(figure, [*fixed, *current], language)
    figure.update_yaxes(range=(low, high + (high - low) * 0.08))
    figure.update_xaxes(showline=True)
    _add_line(figure, years, current, (current_label, unit), colours.comparison, language, colours)
    _add_line(figure, years, fixed, (fixed_label, unit), colours.place, language, colours)
    first = next((place for place, value in enumerate(fixed) if value is not None), None)
    low, high = figure.layout.yaxis.range
    if first is not None and len(years) > 1:
        gap = (high - low) * 0.07
        for values, colour, label, side in (
            (fixed, colours.place, fixed_label, 1),
            (current, colours.muted, current_label, -1),
        ):
            # Clear of the years that the words reach over, not of the first alone.
            beside = [value for value in values[first : first + (len(years) + 1) // 2] if value is not None]
            figure.add_annotation(
                x=years[first],
                y=(max(beside) if side > 0 else min(beside)) + side * gap,
                text=f"<b>{plain(label)}</b>" if side > 0 else plain(label),
                font={"size": SMALL, "color": colour},
                showarrow=False,
                xanchor="left",
            )
    last = fixed[-1] if fixed and fixed[-1] is not None else (current[-1] if current else None)
    if last is not None:
        label_ends(figure, years[-1], [EndLabel(f"{language.number(last)} {unit}", last, colours.ink, strong=True)])
    return figure


def _add_line(
    figure: go.Figure,
    years: Sequence[int],
    values: Sequence[float | None],
    words: tuple[str, str],
    colour: str,
    language: Language,
    colours: Palette,
) -> None:
    label, unit = words
    figure.add_scatter(
        name=plain(label),
        x=list(years),
        y=list(values),
        mode="lines+markers",
        line={"color": colour, "width": 2.5},
        marker={"size": 8, "color": colour, "line": {"color": colours.paper, "width": 1}},
        connectgaps=False,
        hovertext=[
            f"{year}, {plain(label)}<br><b>{language.number(value)} {plain(unit)}</b>" if value is not None else ""
            for year, value in zip(years, values, strict=True)
        ],
        hoverinfo="text",
    )
