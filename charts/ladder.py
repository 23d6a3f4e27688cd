"""How far the actions have come: a step for each degree of evidence."""

from collections.abc import Sequence

import plotly.graph_objects as go

from charts.style import new_figure
from charts.text import plain, wrapped
from locales import Language

_ROW = 44


def evidence_ladder(
    counts: Sequence[int | None],
    labels: Sequence[str],
    *,
    unit: str,
    title: str,
    subtitle: str,
    language: Language,
    dark: bool,
) -> go.Figure:
    """Return the number of actions on each step, from a wish at the foot to a proven effect on top.

    The higher the step, the stronger the colour. An empty step shows 0, an unknown one a dash.
    """
    figure, colours = new_figure(
        title=title, subtitle=subtitle, language=language, dark=dark, height=20 + _ROW * max(1, len(labels))
    )
    steps = list(range(len(labels)))
    most = max((count for count in counts if count is not None), default=0) or 1
    figure.update_xaxes(range=[0, most * 1.14], showticklabels=False)
    figure.update_yaxes(
        range=[-0.5, len(labels) - 0.5],
        tickvals=steps,
        ticktext=[wrapped(label, 20) for label in labels],
        tickfont={"size": 13, "color": colours.ink},
    )
    figure.update_layout(margin={"t": 8, "b": 8})
    shades = colours.scale[-5:]
    figure.add_bar(
        x=[count or 0 for count in counts],
        y=steps,
        orientation="h",
        width=0.66,
        marker_color=[shades[round(step * 3 / max(1, len(steps) - 1))] for step in steps],
        text=[f" <b>{language.number(count)}</b>" for count in counts],
        textposition="outside",
        textfont={"size": 14, "color": colours.ink},
        cliponaxis=False,
        hovertext=[
            f"{plain(label)}<br><b>{language.number(count)} {plain(unit)}</b>"
            for label, count in zip(labels, counts, strict=True)
        ],
        hoverinfo="text",
    )
    return figure
