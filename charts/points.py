"""A figure whose points can be chosen: what is chosen stands out, and nothing else fades."""

from collections.abc import Iterator
from copy import deepcopy

import plotly.graph_objects as go

_CELL = 28
_POINT = 9


def choosable(figure: go.Figure) -> go.Figure:
    """Return the figure with a point to choose wherever it tells something: at the ends of lines, in cells of a grid.

    Plotly lets marks, bars and texts be chosen, no lines and no cells, and fades what is not chosen unless it is told
    how that looks.
    """
    traces = [one for trace in figure.data for one in _traces(trace)]
    return go.Figure(traces, figure.layout)


def _traces(trace: go.Scatter | go.Bar | go.Heatmap) -> Iterator[go.Scatter | go.Bar | go.Heatmap]:
    match trace.type:
        case "heatmap":
            yield deepcopy(trace).update(hoverinfo="skip")
            yield _points_of_cells(trace)
        case "bar":
            yield deepcopy(trace).update(unselected={"marker": {"opacity": 1}})
        case "scatter" if trace.mode == "text":
            yield from _texts(trace)
        case "scatter" if trace.mode == "lines" and trace.hoverinfo == "text":
            yield deepcopy(trace).update(
                mode="lines+markers",
                marker={"size": _POINT, "opacity": 0, "color": trace.line.color},
                unselected={"marker": {"opacity": 0}},
                selected={"marker": {"opacity": 1}},
            )
        case "scatter" if "markers" in (trace.mode or ""):
            yield deepcopy(trace).update(unselected={"marker": {"opacity": 1}}, selected={"marker": {"size": _POINT}})
        case _:
            yield trace


def _points_of_cells(trace: go.Heatmap) -> go.Scatter:
    cells = [
        (x, y, words)
        for y, values, told in zip(trace.y, trace.z, trace.hovertext, strict=True)
        for x, value, words in zip(trace.x, values, told, strict=True)
        if value is not None
    ]
    return go.Scatter(
        x=[x for x, _, _ in cells],
        y=[y for _, y, _ in cells],
        mode="markers",
        marker={"symbol": "square", "size": _CELL, "opacity": 0},
        unselected={"marker": {"opacity": 0}},
        selected={"marker": {"opacity": 0.25}},
        hovertext=[words for _, _, words in cells],
        hoverinfo="text",
    )


def _texts(trace: go.Scatter) -> Iterator[go.Scatter]:
    """The texts of one colour each: only one colour can be told for what is not chosen."""
    colours = trace.textfont.color
    if colours is None or isinstance(colours, str):
        told = {"textfont": {"color": colours}} if colours else {}
        yield deepcopy(trace).update(unselected=told, selected=told)
        return
    for colour in dict.fromkeys(colours):
        at = [place for place, one in enumerate(colours) if one == colour]
        chosen = {"textfont": {"color": colour}}
        yield deepcopy(trace).update(
            x=[trace.x[place] for place in at],
            y=[trace.y[place] for place in at],
            text=[trace.text[place] for place in at],
            textfont={"size": trace.textfont.size, "color": colour},
            unselected=chosen,
            selected=chosen,
        )
