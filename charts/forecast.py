"""The months known and the twelve to come: the line goes on inside bands that widen with what is not known."""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go

from charts.axis import value_axis
from charts.key import explain
from charts.palette import Palette
from charts.style import SMALL, new_figure
from charts.text import plain, shown
from locales import Language
from locales.rounding import whole

Ends = tuple[Sequence[float], Sequence[float]]
# The surer, the wider and the paler.
_COLOURS = {50: "place_middle", 80: "place_half", 95: "place_soft"}


def forecast_figure(
    months: Sequence[str],
    known: Sequence[float],
    ahead: Sequence[float],
    bands: Mapping[int, Ends],
    *,
    flagged: Sequence[str],
    flagged_label: str,
    unit: str,
    title: str,
    subtitle: str,
    language: Language,
    dark: bool,
) -> go.Figure:
    """Return the known months and those ahead with their bands, on one scale from zero.

    `months` are "YYYY-MM" without gaps, those known first; `bands` gives for 50, 80 and 95 the lower and upper ends,
    months ahead each. The months in `flagged` are marked with their label.
    """
    figure, colours = new_figure(title=title, subtitle=subtitle, language=language, dark=dark, height=360)
    value_axis(figure, [*known, *ahead, *(end for low, high in bands.values() for end in (*low, *high))], language)
    figure.update_yaxes(rangemode="tozero")
    _name_januaries(figure, months)
    start = len(known)
    for level in sorted(bands, reverse=True):
        _add_band(figure, start, _from_last_known(known, bands[level]), getattr(colours, _COLOURS[level]))
    for level in sorted(bands):
        explain(figure, "fill", _COLOURS[level], language.percent(level / 100, 0))
    _mark(figure, [i for i, month in enumerate(months) if month in flagged], flagged_label, colours)
    figure.add_scatter(
        x=list(range(start)), y=list(known), mode="lines", line={"color": colours.place, "width": 2},
        hovertext=_hover(months[:start], known, unit, language), hoverinfo="text",
    )  # fmt: skip
    figure.add_scatter(
        x=list(range(start - 1, len(months))), y=[known[-1], *ahead], mode="lines", hoverinfo="skip",
        line={"color": colours.place, "width": 2, "dash": "dot"},
    )  # fmt: skip
    figure.add_scatter(
        x=list(range(start, len(months))), y=list(ahead), mode="markers", marker={"color": colours.place, "size": 5},
        hovertext=_hover(months[start:], ahead, unit, language), hoverinfo="text",
    )  # fmt: skip
    return figure


def _name_januaries(figure: go.Figure, months: Sequence[str]) -> None:
    januaries = [i for i, month in enumerate(months) if month.endswith("-01")]
    figure.update_xaxes(
        range=[-0.8, len(months) - 0.2], tickvals=januaries, ticktext=[months[i][:4] for i in januaries],
        ticklabelposition="outside right", tickangle=0, showline=True,
    )  # fmt: skip


def _from_last_known(known: Sequence[float], ends: Ends) -> Ends:
    low, high = ends
    return [known[-1], *low], [known[-1], *high]


def _add_band(figure: go.Figure, start: int, ends: Ends, colour: str) -> None:
    low, high = ends
    there = list(range(start - 1, start - 1 + len(low)))
    figure.add_scatter(
        x=[*there, *there[::-1]], y=[*high, *reversed(low)], mode="lines", line={"width": 0},
        fill="toself", fillcolor=colour, hoverinfo="skip",
    )  # fmt: skip


def _mark(figure: go.Figure, spots: Sequence[int], label: str, colours: Palette) -> None:
    """Lay a quiet field behind the months that were not like others."""
    if not spots:
        return
    figure.add_vrect(
        x0=min(spots) - 0.5, x1=max(spots) + 0.5, fillcolor=colours.rule, opacity=0.5, line_width=0, layer="below",
        annotation_text=plain(label), annotation_position="top left",
        annotation_font={"size": SMALL, "color": colours.muted},
    )  # fmt: skip


def _hover(months: Sequence[str], values: Sequence[float], unit: str, language: Language) -> list[str]:
    return [
        f"{language.period(month)}<br><b>{shown(whole(value), language)} {plain(unit)}</b>"
        for month, value in zip(months, values, strict=True)
    ]
