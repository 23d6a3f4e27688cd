"""How the guests divide over groups beside the population: two dots a group and the gap between them."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from charts.axis import round_step
from charts.key import explain
from charts.palette import Palette
from charts.style import SMALL, new_figure
from charts.text import plain, wrapped
from locales import Language

_AXIS, _ROW = 30, 44


@dataclass(frozen=True)
class Group:
    """One group: its share among the guests and in the population; `few` where the answers are too few to be sure."""

    name: str
    guests: float
    population: float
    few: bool = False


def guests_beside_population(
    groups: Sequence[Group],
    *,
    guests_label: str,
    few_label: str,
    population_label: str,
    title: str,
    subtitle: str,
    language: Language,
    dark: bool,
) -> go.Figure:
    """Return a row per group; the dot of the guests is open where there are few answers."""
    figure, colours = new_figure(
        title=title, subtitle=subtitle, language=language, dark=dark, height=_AXIS + _ROW * max(1, len(groups))
    )
    most = max((share for group in groups for share in (group.guests, group.population)), default=1.0)
    step = round_step(most)
    ticks = [i * step for i in range(int(most / step) + 2)]
    figure.update_xaxes(
        range=[0, most * 1.2], tickvals=ticks, ticktext=[language.percent(tick, 0) for tick in ticks], showgrid=True
    )
    figure.update_yaxes(
        range=[len(groups) - 0.5, -0.5],
        tickvals=list(range(len(groups))),
        ticktext=[wrapped(group.name, 18) for group in groups],
        tickfont={"size": 13, "color": colours.ink},
    )
    figure.update_layout(margin={"t": 4, "b": _AXIS})
    for row, group in enumerate(groups):
        bar = {"color": colours.faint, "width": 7}
        ends = {"x0": group.population, "x1": group.guests}
        figure.add_shape(type="line", **ends, y0=row, y1=row, layer="below", line=bar)
    _add_population(figure, groups, population_label, language, colours)
    for few in (False, True):
        rows = [(row, group) for row, group in enumerate(groups) if group.few is few]
        if rows:
            _add_guests(figure, rows, guests_label, language, colours, few=few)
            explain(figure, "ring" if few else "dot", "place", few_label if few else guests_label)
    explain(figure, "dot", "comparison", population_label)
    return figure


def _add_population(
    figure: go.Figure, groups: Sequence[Group], label: str, language: Language, colours: Palette
) -> None:
    figure.add_scatter(
        x=[group.population for group in groups],
        y=list(range(len(groups))),
        mode="markers",
        marker={"size": 12, "color": colours.comparison},
        hovertext=[
            f"{plain(group.name)}<br>{plain(label)}: <b>{language.percent(group.population)}</b>" for group in groups
        ],
        hoverinfo="text",
    )


def _add_guests(
    figure: go.Figure,
    rows: Sequence[tuple[int, Group]],
    label: str,
    language: Language,
    colours: Palette,
    *,
    few: bool,
) -> None:
    figure.add_scatter(
        x=[group.guests for _, group in rows],
        y=[row for row, _ in rows],
        mode="markers+text",
        marker={
            "size": 13,
            "color": colours.paper if few else colours.place,
            "line": {"color": colours.place, "width": 2.5},
        },
        text=[f"<b>{language.percent(group.guests, 0)}</b>" for _, group in rows],
        textposition=["middle right" if g.guests >= g.population else "middle left" for _, g in rows],
        textfont={"size": SMALL, "color": colours.ink},
        cliponaxis=False,
        hovertext=[
            f"{plain(group.name)}<br>{plain(label)}: <b>{language.percent(group.guests)}</b>" for _, group in rows
        ],
        hoverinfo="text",
    )
