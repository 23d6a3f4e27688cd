"""What matters to the guests against how well it is done: a point for each thing asked about."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from charts.axis import round_step
from charts.key import explain
from charts.palette import Palette
from charts.style import SMALL, new_figure
from charts.text import plain, shortened, wrapped
from locales import Language

_LONGEST_NAME = 22
_BESIDE = 9


@dataclass(frozen=True)
class Thing:
    """One thing asked about, with the number of answers; `stands` is its quadrant in words."""

    name: str
    importance: float
    performance: float
    answers: int
    uncertain: bool
    urgent: bool
    stands: str


@dataclass(frozen=True)
class Corners:
    """The quadrants in words: less important things to the left, things done well on top."""

    top_left: str
    top_right: str
    bottom_left: str
    bottom_right: str


def importance_map(
    things: Sequence[Thing],
    cuts: tuple[float, float],
    corners: Corners,
    *,
    importance_label: str,
    performance_label: str,
    uncertain_label: str,
    title: str,
    subtitle: str,
    language: Language,
    dark: bool,
) -> go.Figure:
    """Return importance (to the right) against performance (upwards), divided at the two cuts.

    What matters and could be done better is strong, the rest grey; uncertain points are hollow. Each point carries its
    number of answers.
    """
    figure, colours = new_figure(title=title, subtitle=subtitle, language=language, dark=dark, height=440)
    _axis(figure, "xaxis", [thing.importance for thing in things], importance_label, language, colours)
    _axis(figure, "yaxis", [thing.performance for thing in things], performance_label, language, colours)
    figure.add_vline(x=cuts[0], line={"color": colours.rule, "width": 1.5})
    figure.add_hline(y=cuts[1], line={"color": colours.rule, "width": 1.5})
    _write_corners(figure, corners, colours)
    for thing in things:
        _add(figure, thing, language, colours)
    if any(thing.uncertain for thing in things):
        explain(figure, "ring", "comparison", uncertain_label)
    return figure


def _axis(
    figure: go.Figure, name: str, values: Sequence[float], label: str, language: Language, colours: Palette
) -> None:
    step = max(0.5, round_step(max(values) - min(values)))
    first, last = (min(values) // step - 0.6) * step, (max(values) // step + 1.6) * step
    ticks = [i * step for i in range(round(first / step), round(last / step) + 1) if first <= i * step <= last]
    axis = figure.layout[name]
    axis.range = [first, last]
    axis.tickvals = ticks
    axis.ticktext = [language.number(tick, 0 if float(step).is_integer() else 1) for tick in ticks]
    axis.title = {"text": plain(label), "standoff": 14, "font": {"size": SMALL, "color": colours.muted}}
    axis.showline = True


def _write_corners(figure: go.Figure, corners: Corners, colours: Palette) -> None:
    spots = ((0, 1, corners.top_left), (1, 1, corners.top_right), (0, 0, corners.bottom_left),
             (1, 0, corners.bottom_right))  # fmt: skip
    for x, y, text in spots:
        figure.add_annotation(
            x=x,
            y=y,
            xref="x domain",
            yref="y domain",
            text=wrapped(text, 18),
            font={"color": colours.muted, "size": SMALL},
            showarrow=False,
            align="right" if x else "left",
            xanchor="right" if x else "left",
            yanchor="top" if y else "bottom",
        )


def _add(figure: go.Figure, thing: Thing, language: Language, colours: Palette) -> None:
    colour = colours.place if thing.urgent else colours.comparison
    middle = sum(figure.layout.xaxis.range) / 2
    n = language.number(thing.answers)
    name = shortened(thing.name, _LONGEST_NAME)
    figure.add_scatter(
        x=[thing.importance],
        y=[thing.performance],
        mode="markers",
        marker={
            "size": 13,
            "color": colours.paper if thing.uncertain else colour,
            "line": {"color": colour, "width": 2.5},
        },
        hovertext=[
            f"{plain(thing.name)}<br><b>{language.number(thing.importance, 1)} · "
            f"{language.number(thing.performance, 1)}</b><br>{plain(thing.stands)}<br>n = {n}"
        ],
        hoverinfo="text",
    )
    to_the_left = thing.importance > middle
    # On paper of its own, so that no dividing line runs through the name.
    figure.add_annotation(
        x=thing.importance,
        y=thing.performance,
        text=f"<b>{name}</b> ({n})" if thing.urgent else f"{name} ({n})",
        font={"color": colours.place if thing.urgent else colours.ink, "size": SMALL},
        bgcolor=colours.paper,
        borderpad=1,
        showarrow=False,
        xanchor="right" if to_the_left else "left",
        xshift=-_BESIDE if to_the_left else _BESIDE,
    )
