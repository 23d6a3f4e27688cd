"""Closed, missing and zero: three things that never look alike, in every figure the same."""

from collections.abc import Sequence
from enum import StrEnum

import plotly.graph_objects as go

from charts.key import explain
from charts.palette import Palette
from locales import Language


class State(StrEnum):
    """What a cell of a time series is."""

    VALUE = "value"
    ZERO = "zero"
    CLOSED = "closed"
    MISSING = "missing"


def state_of(value: float | None, *, closed: bool) -> State:
    """Return what to show: a count above zero is shown even where the place is said to be closed."""
    if value:
        return State.VALUE
    if closed:
        return State.CLOSED
    return State.MISSING if value is None else State.ZERO


def states(values: Sequence[float | None], closed: Sequence[bool]) -> list[State]:
    """Return the state of each value; `closed` is as long as `values`, or empty where opening is not known.

    Raises ValueError where the lengths differ.
    """
    marks = closed or [False] * len(values)
    return [state_of(value, closed=shut) for value, shut in zip(values, marks, strict=True)]


def hatch(colours: Palette) -> dict[str, object]:
    """Return the marker of what is closed: diagonal lines on paper."""
    return {
        "color": "rgba(0,0,0,0)",
        "pattern": {"shape": "/", "fgcolor": colours.comparison, "size": 6, "solidity": 0.24, "fillmode": "overlay"},
        "line": {"width": 0},
    }


def dash(colours: Palette, size: int = 9) -> dict[str, object]:
    """Return the marker of what is missing: a short dash."""
    return {"symbol": "line-ew", "size": size, "line": {"width": 2, "color": colours.warning}}


def add_closed(
    figure: go.Figure,
    spots: Sequence[tuple[float, str]],
    span: tuple[float, float],
    language: Language,
    colours: Palette,
) -> None:
    """Hatch the column at each spot (x, name of the period) over the whole `span` of the y axis."""
    if not spots:
        return
    word = language.text("closed")
    figure.add_bar(
        name=word,
        x=[x for x, _ in spots],
        y=[span[1] - span[0]] * len(spots),
        base=[span[0]] * len(spots),
        width=0.86,
        marker=hatch(colours),
        hovertext=[f"{name}: {word}" for _, name in spots],
        hoverinfo="text",
    )
    explain(figure, "hatch", "comparison", word)


def add_missing(
    figure: go.Figure,
    spots: Sequence[tuple[float, str]],
    y: float,
    language: Language,
    colours: Palette,
) -> None:
    """Mark each spot (x, name of the period) with a dash at height `y`, clear of the axis so that it is no zero."""
    if not spots:
        return
    word = language.text("missing")
    x, heights = [x for x, _ in spots], [y] * len(spots)
    halo = {"symbol": "square", "size": 15, "color": colours.paper}
    figure.add_scatter(x=x, y=heights, mode="markers", marker=halo, hoverinfo="skip")
    figure.add_scatter(
        name=word,
        x=x,
        y=heights,
        mode="markers",
        marker=dash(colours),
        hovertext=[f"{name}: {word}" for _, name in spots],
        hoverinfo="text",
    )
    explain(figure, "dash", "warning", word)
