"""The markets on a map: how large each is with us, and how it grows in the area around."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from charts.axis import bounds, round_step
from charts.key import explain
from charts.palette import Palette
from charts.style import SMALL, new_figure
from charts.text import MINUS, plain
from locales import Language

_SIDE, _HEIGHT = 0.12, 360


@dataclass(frozen=True)
class MarketDot:
    """One market: its share of our guests, its growth in the area around (None where unknown), and its class."""

    name: str
    share: float
    growth: float | None
    label: str


def market_map(
    dots: Sequence[MarketDot],
    share_cut: float,
    growth_cut: float,
    *,
    known_label: str,
    unknown_label: str,
    title: str,
    subtitle: str,
    language: Language,
    dark: bool,
) -> go.Figure:
    """Return the markets by share (across) and growth in the reference area (up), with the two cuts as lines.

    A market whose growth is not known stands on the line of the cut as a ring: it has a share and no class.
    """
    figure, colours = new_figure(title=title, subtitle=subtitle, language=language, dark=dark, height=_HEIGHT)
    _axes(figure, dots, share_cut, growth_cut, language)
    _cuts(figure, share_cut, growth_cut, colours)
    known = [dot for dot in dots if dot.growth is not None]
    _add(figure, known, growth_cut, {"color": colours.place, "size": 13}, language, colours)
    explain(figure, "dot", "place", known_label)
    if len(known) < len(dots):
        ring = {"color": colours.paper, "size": 12, "line": {"width": 2, "color": colours.comparison}}
        _add(figure, [dot for dot in dots if dot.growth is None], growth_cut, ring, language, colours)
        explain(figure, "ring", "comparison", unknown_label)
    return figure


def _axes(
    figure: go.Figure, dots: Sequence[MarketDot], share_cut: float, growth_cut: float, language: Language
) -> None:
    _, widest = bounds([share_cut, *(dot.share for dot in dots)])
    low, high = bounds([growth_cut, *(dot.growth for dot in dots)])
    for axis, (first, last) in (("xaxis", (0.0, widest)), ("yaxis", (low, high))):
        step = round_step(last - first)
        ticks = [i * step for i in range(int(first / step) - 1, int(last / step) + 2)]
        room = (last - first) * _SIDE
        span = [first - (0 if axis == "xaxis" else room), last + room * (2 if axis == "xaxis" else 1)]
        written = [language.percent(tick, 0 if step >= 0.01 else 1).replace("-", MINUS) for tick in ticks]
        figure.update_layout({axis: {"range": span, "tickvals": ticks, "ticktext": written}})


def _cuts(figure: go.Figure, share_cut: float, growth_cut: float, colours: Palette) -> None:
    line = {"color": colours.comparison, "width": 1.25, "dash": "dot"}
    figure.add_shape(type="line", x0=share_cut, x1=share_cut, y0=0, y1=1, yref="y domain", line=line)
    figure.add_shape(type="line", y0=growth_cut, y1=growth_cut, x0=0, x1=1, xref="x domain", line=line)


def _add(
    figure: go.Figure,
    dots: Sequence[MarketDot],
    growth_cut: float,
    marker: dict[str, object],
    language: Language,
    colours: Palette,
) -> None:
    figure.add_scatter(
        x=[dot.share for dot in dots],
        y=[growth_cut if dot.growth is None else dot.growth for dot in dots],
        mode="markers+text",
        marker=marker,
        text=[plain(dot.name) for dot in dots],
        textposition="top center",
        textfont={"size": SMALL, "color": colours.ink},
        cliponaxis=False,
        hovertext=[
            f"{plain(dot.name)}<br><b>{language.percent(dot.share, 0)}</b>, "
            f"{language.percent(dot.growth, 1, signed=True)}<br>{plain(dot.label)}"
            for dot in dots
        ],
        hoverinfo="text",
    )
