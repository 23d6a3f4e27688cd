"""Goals and actions that reach decades ahead, on an axis of decades."""

from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from charts.key import explain
from charts.palette import Palette
from charts.style import SMALL, new_figure
from charts.text import plain, shortened
from locales import Language

_ROW, _AXIS = 66, 34
_DECADE = 10
_NAME = 52


class Reach(NamedTuple):
    """One thing with a far end: the years it runs between, what stands at its ends, and whether it is a goal."""

    name: str
    first: int
    last: int
    now: str
    then: str
    is_goal: bool


def horizon(
    reaches: Sequence[Reach],
    *,
    goal_label: str,
    action_label: str,
    title: str,
    subtitle: str,
    language: Language,
    dark: bool,
) -> go.Figure:
    """Return a line per reach from its first to its last year, over decades; goals end in a star, actions in a ring."""
    height = _AXIS + 12 + _ROW * max(1, len(reaches))
    figure, colours = new_figure(title=title, subtitle=subtitle, language=language, dark=dark, height=height)
    figure.update_layout(margin={"t": 6, "b": _AXIS, "r": 14, "l": 6})
    figure.update_yaxes(range=[len(reaches) - 0.5, -0.62], showticklabels=False)
    _decades(figure, reaches)
    for row, reach in enumerate(reaches):
        _add_line(figure, row, reach, colours)
    for is_goal, words in ((True, goal_label), (False, action_label)):
        _add_ends(figure, reaches, colours, is_goal=is_goal, words=words)
    return figure


def _decades(figure: go.Figure, reaches: Sequence[Reach]) -> None:
    first = min((reach.first for reach in reaches), default=0)
    last = max((reach.last for reach in reaches), default=1)
    start, end = first - first % _DECADE, last + -last % _DECADE
    # A century named decade by decade does not fit a phone.
    every = _DECADE * (1 + (end - start) // (8 * _DECADE))
    ticks = list(range(start, end + 1, every))
    room = (end - start) * 0.04
    figure.update_xaxes(
        range=[start - room, end + room],
        tickvals=ticks,
        ticktext=[str(year) for year in ticks],
        showgrid=True,
        tickangle=0,
    )


def _add_line(figure: go.Figure, row: int, reach: Reach, colours: Palette) -> None:
    colour = colours.place if reach.is_goal else colours.comparison
    figure.add_shape(
        type="line", x0=reach.first, x1=reach.last, y0=row + 0.12, y1=row + 0.12, line={"color": colour, "width": 3},
        layer="below",
    )  # fmt: skip
    told = " → ".join(filter(None, (plain(reach.now), f"<b>{plain(reach.then)}</b>")))
    figure.add_annotation(
        x=0,
        xref="x domain",
        y=row - 0.04,
        text=f"<b>{shortened(reach.name, _NAME)}</b><br><span style='color:{colours.muted}'>{told}</span>",
        font={"size": SMALL, "color": colours.ink},
        bgcolor=colours.paper,
        borderpad=0,
        showarrow=False,
        align="left",
        xanchor="left",
        yanchor="bottom",
    )


def _add_ends(figure: go.Figure, reaches: Sequence[Reach], colours: Palette, *, is_goal: bool, words: str) -> None:
    rows = [row for row, reach in enumerate(reaches) if reach.is_goal is is_goal]
    if not rows:
        return
    name = "place" if is_goal else "comparison"
    marker = {
        "symbol": "star" if is_goal else "circle",
        "size": 16 if is_goal else 11,
        "color": colours.place if is_goal else colours.paper,
        "line": {"width": 0 if is_goal else 2.5, "color": getattr(colours, name)},
    }
    figure.add_scatter(
        name=plain(words),
        x=[reaches[row].last for row in rows],
        y=[row + 0.12 for row in rows],
        mode="markers",
        marker=marker,
        hovertext=[
            f"{plain(reaches[row].name)}<br>{reaches[row].first}–{reaches[row].last}<br>"
            f"<b>{plain(reaches[row].then)}</b>"
            for row in rows
        ],
        hoverinfo="text",
    )
    explain(figure, "star" if is_goal else "ring", name, words)
