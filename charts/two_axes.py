"""Growth across and residents' support up: every place with the interval of its answers, and no score of both."""

from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from charts.axis import bounds, round_step
from charts.key import explain
from charts.palette import Palette
from charts.placement import Box, place_labels
from charts.style import SMALL, new_figure
from charts.text import MINUS, plain, wrapped
from locales import Language

_HEIGHT, _NAME = 380, 13
# The drawing within its axes on a phone, and a name in pixels.
_PHONE, _TALL = 300, _HEIGHT - 76
_LETTER, _LINE, _RADIUS = 6.4, 16, 6.5
_TOP_SHARE = 1.04
_CLOSE = 1e-9
_ROOM = 0.25


class Dot(NamedTuple):
    """One place: fractions, with the interval of the support, and whether few have answered."""

    name: str
    growth: float
    support: float
    low: float
    high: float
    is_uncertain: bool


def two_axes(
    dots: Sequence[Dot],
    *,
    across_label: str,
    up_label: str,
    certain_label: str,
    uncertain_label: str,
    title: str,
    subtitle: str,
    language: Language,
    dark: bool,
) -> go.Figure:
    """Return a dot per place with its interval; a ring where few have answered; a line where growth is 0."""
    figure, colours = new_figure(title=title, subtitle=subtitle, language=language, dark=dark, height=_HEIGHT)
    figure.update_layout(margin={"t": 24, "b": 52})
    across = _axes(figure, dots, (across_label, up_label), language, colours)
    sides = _sides(dots, across)
    for uncertain, words in ((False, certain_label), (True, uncertain_label)):
        chosen = [(dot, side) for dot, side in zip(dots, sides, strict=True) if dot.is_uncertain is uncertain]
        if chosen:
            _add(figure, chosen, words, language, colours)
            explain(figure, "ring" if uncertain else "dot", "comparison" if uncertain else "place", words)
    return figure


def _axes(
    figure: go.Figure, dots: Sequence[Dot], labels: tuple[str, str], language: Language, colours: Palette
) -> tuple[float, float]:
    """Draw the axes and return the ends of the one across."""
    low, high = bounds(dot.growth for dot in dots)
    step, room = round_step(high - low), (high - low) * _ROOM
    ticks = [i * step for i in range(int(low / step) - 1, int(high / step) + 2)]
    decimals = 0 if abs(step * 100 - round(step * 100)) < _CLOSE else 1
    figure.update_xaxes(
        range=[low - room, high + room],
        tickvals=ticks,
        ticktext=[language.percent(tick, decimals).replace("-", MINUS) for tick in ticks],
        zeroline=True,
        zerolinecolor=colours.comparison,
        tickangle=0,
        title={"text": plain(labels[0]), "font": {"size": SMALL, "color": colours.muted}},
    )
    shares = [0, 0.25, 0.5, 0.75, 1]
    figure.update_yaxes(
        range=[0, _TOP_SHARE], tickvals=shares, ticktext=[language.percent(share, 0) for share in shares], showgrid=True
    )
    figure.add_annotation(
        x=0, xref="paper", y=1, yref="paper", yanchor="bottom", xanchor="left", showarrow=False,
        text=plain(labels[1]), font={"size": SMALL, "color": colours.muted},
    )  # fmt: skip
    return low - room, high + room


def _sides(dots: Sequence[Dot], across: tuple[float, float]) -> list[str]:
    """Return on which side of its dot each name stands, so that on a phone none covers another or an interval."""
    start, end = across

    def pixel(dot: Dot, support: float) -> tuple[float, float]:
        return (dot.growth - start) / (end - start) * _PHONE, (_TOP_SHARE - support) / _TOP_SHARE * _TALL

    lines = [Box(*pixel(dot, dot.high), *pixel(dot, dot.low)) for dot in dots]
    unchanged = -start / (end - start) * _PHONE
    lines.append(Box(unchanged, 0, unchanged, _TALL))
    return place_labels(
        [pixel(dot, dot.support) for dot in dots],
        [_size(_lines(dot)) for dot in dots],
        [_RADIUS] * len(dots),
        (_PHONE, _TALL),
        [Box(line.left - 2, line.top, line.right + 2, line.bottom) for line in lines],
    )


def _lines(dot: Dot) -> list[str]:
    return wrapped(dot.name, _NAME).split("<br>")


def _size(lines: Sequence[str]) -> tuple[float, float]:
    return _LETTER * max(map(len, lines)), _LINE * len(lines)


def _add(figure: go.Figure, named: Sequence[tuple[Dot, str]], words: str, language: Language, colours: Palette) -> None:
    dots = [dot for dot, _ in named]
    uncertain = dots[0].is_uncertain
    colour = colours.comparison if uncertain else colours.place
    figure.add_scatter(
        name=plain(words),
        x=[dot.growth for dot in dots],
        y=[dot.support for dot in dots],
        mode="markers+text",
        text=["<br>".join(_lines(dot)) for dot in dots],
        textposition=[side for _, side in named],
        textfont={"size": SMALL, "color": colours.ink},
        marker={
            "size": 2 * _RADIUS,
            "color": colours.paper if uncertain else colour,
            "line": {"width": 2.5, "color": colour},
        },
        error_y={
            "type": "data",
            "symmetric": False,
            "array": [dot.high - dot.support for dot in dots],
            "arrayminus": [dot.support - dot.low for dot in dots],
            "color": colours.comparison,
            "thickness": 1.5,
            "width": 0,
        },
        cliponaxis=False,
        hovertext=[
            f"{plain(dot.name)}<br><b>{language.percent(dot.growth, 1, signed=True)}</b>, "
            f"<b>{language.percent(dot.support, 0)}</b> "
            f"({language.percent(dot.low, 0)}–{language.percent(dot.high, 0)})"
            for dot in dots
        ],
        hoverinfo="text",
    )
