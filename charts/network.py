"""Who works with whom: actors as marks, ties as lines; those who stand alone in a row of their own below."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from charts.key import Look, explain
from charts.network_layout import Spot, spots
from charts.palette import Palette, see_through
from charts.placement import Box, place_labels
from charts.style import SMALL, new_figure
from charts.text import plain, wrapped
from locales import Language

_PHONE, _HEIGHT, _ALONE = 356, 430, 84
_LETTER, _LINE, _WIDTH = 6.6, 15, 15
_SIZE, _STRONG = 15, 21
NAMES_FIT = 14
_BESIDE = 0.018
_STEP = 8.0

_DASHES: tuple[tuple[str, Look], ...] = (
    ("solid", "line"), ("dash", "line_dash"), ("dot", "line_dot"), ("dashdot", "line_dashdot")
)  # fmt: skip
# A shape and a colour for each sector; none is told by its colour alone.
_MARKS: dict[str, tuple[str, Look, str]] = {
    "culture": ("circle", "dot", "place"),
    "tourism": ("square", "square", "ink"),
    "craft": ("diamond", "diamond", "place_middle"),
    "nature": ("triangle-up", "triangle", "place_middle"),
    "food": ("pentagon", "pentagon", "comparison"),
    "lodging": ("hexagon", "hexagon", "comparison"),
    "civic": ("star", "star", "muted"),
    "public": ("cross", "cross", "muted"),
}
_UNKNOWN: tuple[str, Look, str] = ("circle-open", "ring", "comparison")


@dataclass(frozen=True)
class Node:
    """One actor; `sector` is a code, `kind` its name in words; `is_known` is False for who has not been asked."""

    name: str
    sector: str
    kind: str
    is_strong: bool = False
    is_known: bool = True


@dataclass(frozen=True)
class Line:
    """A tie between two nodes, by number; `words` tell it in full, `kind` is a name and one of `kinds`."""

    a: int
    b: int
    kind: str
    is_confirmed: bool
    words: str


def network_map(
    nodes: Sequence[Node],
    lines: Sequence[Line],
    kinds: Sequence[str],
    *,
    one_sided_label: str,
    title: str,
    subtitle: str,
    language: Language,
    dark: bool,
) -> go.Figure:
    """Return the network; the kind of a tie is its dash, a tie that only one side confirms is pale with a ring on it.

    The same network always lies the same way. More actors than names have room for are numbered in the order given.
    """
    alone = sorted(set(range(len(nodes))) - {end for line in lines for end in (line.a, line.b)})
    height = _HEIGHT + (_ALONE if alone else 0)
    figure, colours = new_figure(title=title, subtitle=subtitle, language=language, dark=dark, height=height)
    figure.update_xaxes(range=[0, 1], visible=False)
    figure.update_yaxes(range=[0, 1], visible=False)
    figure.update_layout(margin={"l": 0, "r": 0, "t": 0, "b": 0})
    laid = spots(len(nodes), {(line.a, line.b) for line in lines}, _ALONE / height if alone else 0.0)
    _add_lines(figure, lines, kinds, laid, colours)
    _add_one_sided(figure, lines, kinds, laid, one_sided_label, colours)
    _add_nodes(figure, nodes, laid, _positions(nodes, lines, laid, height), colours)
    return figure


def _ends(
    lines: Sequence[Line], kinds: Sequence[str], line: Line, laid: Sequence[Spot]
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the two ends of a line; several kinds of tie between the same two lie beside each other."""
    (ax, ay), (bx, by) = laid[line.a], laid[line.b]
    same = sorted((one.kind for one in lines if {one.a, one.b} == {line.a, line.b}), key=list(kinds).index)
    off = _BESIDE * (same.index(line.kind) - (len(same) - 1) / 2)
    length = math.hypot(bx - ax, by - ay) or 1.0
    # The two may stand in either order; the side must not follow it.
    turn = 1 if line.a < line.b else -1
    dx, dy = -turn * off * (by - ay) / length, turn * off * (bx - ax) / length
    return (ax + dx, ay + dy), (bx + dx, by + dy)


def _add_lines(
    figure: go.Figure,
    lines: Sequence[Line],
    kinds: Sequence[str],
    laid: Sequence[Spot],
    colours: Palette,
) -> None:
    for number, kind in enumerate(kinds):
        dash, look = _DASHES[number % len(_DASHES)]
        for is_confirmed in (False, True):
            chosen = [line for line in lines if line.kind == kind and line.is_confirmed is is_confirmed]
            if not chosen:
                continue
            ends = [_ends(lines, kinds, line, laid) for line in chosen]
            figure.add_scatter(
                name=plain(kind),
                x=[x for (a, _), (b, _) in ends for x in (a, b, None)],
                y=[y for (_, a), (_, b) in ends for y in (a, b, None)],
                mode="lines",
                line={
                    "color": colours.muted if is_confirmed else colours.comparison,
                    "width": 2.2 if is_confirmed else 1.1,
                    "dash": dash,
                },
                hoverinfo="skip",
            )
            explain(figure, look, "muted", kind)


def _add_one_sided(
    figure: go.Figure,
    lines: Sequence[Line],
    kinds: Sequence[str],
    laid: Sequence[Spot],
    label: str,
    colours: Palette,
) -> None:
    """Draw the middle of every line, where it tells what it is: open where only one side says so, else not seen."""
    ends = [_ends(lines, kinds, line, laid) for line in lines]
    figure.add_scatter(
        x=[(a[0] + b[0]) / 2 for a, b in ends],
        y=[(a[1] + b[1]) / 2 for a, b in ends],
        mode="markers",
        marker={
            "size": 9,
            "color": colours.paper,
            "opacity": [0.0 if line.is_confirmed else 1.0 for line in lines],
            "line": {"width": 1.6, "color": colours.comparison},
        },
        hovertext=[plain(line.words) for line in lines],
        hoverinfo="text",
    )
    if any(not line.is_confirmed for line in lines):
        explain(figure, "ring", "comparison", label)


def _add_nodes(
    figure: go.Figure,
    nodes: Sequence[Node],
    laid: Sequence[Spot],
    positions: Sequence[str],
    colours: Palette,
) -> None:
    marks = [_MARKS.get(node.sector, _UNKNOWN) for node in nodes]
    figure.add_scatter(
        x=[x for x, _ in laid],
        y=[y for _, y in laid],
        mode="markers",
        marker={
            "symbol": [
                symbol if node.is_known or symbol.endswith("open") else f"{symbol}-open"
                for node, (symbol, _, _) in zip(nodes, marks, strict=True)
            ],
            "size": _sizes(nodes),
            "color": [getattr(colours, colour) for _, _, colour in marks],
            "line": {
                "width": [1.5 if node.is_known else 2 for node in nodes],
                "color": [
                    colours.paper if node.is_known else getattr(colours, colour)
                    for node, (_, _, colour) in zip(nodes, marks, strict=True)
                ],
            },
            "opacity": 1,
        },
        hovertext=[f"<b>{plain(node.name)}</b><br>{plain(node.kind)}" for node in nodes],
        hoverinfo="text",
        cliponaxis=False,
    )
    _add_names(figure, nodes, laid, positions, colours)
    for node, (_, look, colour) in zip(nodes, marks, strict=True):
        explain(figure, look, colour, node.kind)


def _add_names(
    figure: go.Figure, nodes: Sequence[Node], laid: Sequence[Spot], positions: Sequence[str], colours: Palette
) -> None:
    """Write each name on its side of the mark, on paper of its own so that no line runs through it."""
    for node, text, (x, y), position, size in zip(nodes, _labels(nodes), laid, positions, _sizes(nodes), strict=True):
        up, side = position.split()
        off = size / 2 + 2
        figure.add_annotation(
            x=x,
            y=y,
            text=f"<b>{text}</b>" if node.is_strong else text,
            xanchor={"right": "left", "left": "right", "center": "center"}[side],
            xshift={"right": off, "left": -off, "center": 0}[side],
            yanchor={"top": "bottom", "bottom": "top", "middle": "middle"}[up],
            yshift={"top": off, "bottom": -off, "middle": 0}[up],
            align={"right": "left", "left": "right", "center": "center"}[side],
            font={"size": SMALL, "color": colours.ink},
            bgcolor=see_through(colours.paper, 0.82),
            borderpad=1,
            showarrow=False,
        )


def _labels(nodes: Sequence[Node]) -> list[str]:
    if len(nodes) > NAMES_FIT:
        return [str(number) for number in range(1, len(nodes) + 1)]
    return [wrapped(node.name, max(_WIDTH, *map(len, node.name.split()))) for node in nodes]


def _sizes(nodes: Sequence[Node]) -> list[int]:
    return [_STRONG if node.is_strong else _SIZE for node in nodes]


def _positions(nodes: Sequence[Node], lines: Sequence[Line], laid: Sequence[Spot], height: int) -> list[str]:
    """Return on which side of its mark each name stands, off the other names and the lines."""
    split = [text.split("<br>") for text in _labels(nodes)]
    boxes = [(_LETTER * max(map(len, rows)) + 6, _LINE * len(rows) + 2.0) for rows in split]
    pixels = [(x * _PHONE, (1 - y) * height) for x, y in laid]
    taken = [box for line in lines for box in _along(pixels[line.a], pixels[line.b])]
    return place_labels(pixels, boxes, [size / 2 + 2 for size in _sizes(nodes)], (_PHONE, height), taken)


def _along(start: tuple[float, float], end: tuple[float, float]) -> list[Box]:
    """Return small boxes that together cover the line between two points."""
    count = max(1, round(math.dist(start, end) / _STEP))
    middles = [
        (start[0] + (end[0] - start[0]) * (i + 0.5) / count, start[1] + (end[1] - start[1]) * (i + 0.5) / count)
        for i in range(count)
    ]
    half = _STEP / 2
    return [Box(x - half, y - half, x + half, y + half) for x, y in middles]
