"""Labels at the ends of lines instead of a legend, kept apart so that each can be read."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from charts.style import MARGIN, SMALL
from charts.text import plain

_LETTER, _LINE = 6.9, 14


@dataclass(frozen=True)
class EndLabel:
    """What stands to the right of a line's last point at height `y` (in data units)."""

    text: str
    y: float
    colour: str
    strong: bool = False


def spread(positions: Sequence[float], gap: float, lowest: float = -math.inf) -> list[float]:
    """Return the positions, in the order given, moved so that all lie at least `gap` apart and none under `lowest`.

    They move as little as possible, in the sense of least squares: neighbours too close are pooled around their
    common mean.
    """
    order = sorted(range(len(positions)), key=lambda i: positions[i])
    pools: list[tuple[float, int]] = []
    for rank, i in enumerate(order):
        mean, size = positions[i] - rank * gap, 1
        while pools and pools[-1][0] > mean:
            before, count = pools.pop()
            mean, size = (before * count + mean * size) / (count + size), count + size
        pools.append((mean, size))
    moved = [mean for mean, size in pools for _ in range(size)]
    result = [0.0] * len(positions)
    for rank, i in enumerate(order):
        result[i] = max(moved[rank], lowest) + rank * gap
    return result


def line_height(figure: go.Figure) -> float:
    """Return how high a line of label text is in data units; the y range and the height must be set before."""
    low, high = figure.layout.yaxis.range
    margin = figure.layout.margin
    drawn = figure.layout.height - (margin.t or MARGIN["t"]) - (margin.b or MARGIN["b"])
    return float(_LINE * (high - low) / drawn)


def joined(labels: Sequence[EndLabel], height: float) -> list[EndLabel]:
    """Return the labels, in the order of time, as one ("2022–2024") where their lines end too close to tell apart."""
    ends = [label.y for label in labels]
    if len(labels) <= 1 or max(ends) - min(ends) > height * (len(labels) - 1):
        return list(labels)
    return [EndLabel(f"{labels[0].text}–{labels[-1].text}", sum(ends) / len(ends), labels[0].colour)]


def label_ends(figure: go.Figure, x: float, labels: Sequence[EndLabel]) -> None:
    """Write the labels to the right of `x`, apart from each other, in a right margin wide enough for the longest.

    The y range and the height must be set before.
    """
    if not labels:
        return
    heights = spread([label.y for label in labels], line_height(figure), figure.layout.yaxis.range[0])
    for label, y in zip(labels, heights, strict=True):
        figure.add_annotation(
            x=x,
            y=y,
            text=f"<b>{plain(label.text)}</b>" if label.strong else plain(label.text),
            font={"color": label.colour, "size": SMALL},
            showarrow=False,
            xanchor="left",
            yanchor="middle",
            xshift=8,
        )
    figure.update_layout(margin_r=round(14 + _LETTER * max(len(label.text) for label in labels)))
