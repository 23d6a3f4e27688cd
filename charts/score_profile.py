"""A profile of scores from 0 to 100: one bar a part, the whole scale behind it, a dash where nothing is known."""

from collections.abc import Sequence

import plotly.graph_objects as go

from charts.marks import dash
from charts.style import new_figure
from charts.text import plain
from locales import Language

_ROW, _FULL = 58, 100


def score_profile(
    names: Sequence[str],
    scores: Sequence[float | None],
    told: Sequence[str],
    *,
    title: str,
    subtitle: str,
    language: Language,
    dark: bool,
) -> go.Figure:
    """Return a row for each part: its name over its bar, its score at the end; `told` is the figure behind it.

    A part without a score has a dash instead of a bar, and `told` says why.
    """
    height = 24 + _ROW * max(1, len(names))
    figure, colours = new_figure(title=title, subtitle=subtitle, language=language, dark=dark, height=height)
    rows = list(range(len(names)))
    figure.update_xaxes(range=[0, _FULL * 1.08], showticklabels=False)
    figure.update_layout(margin={"t": 8, "b": 4})
    figure.update_yaxes(range=[len(names) - 0.5, -0.6], showticklabels=False)
    known = [row for row in rows if scores[row] is not None]
    figure.add_bar(
        x=[_FULL] * len(known), y=known, orientation="h", width=0.34, marker_color=colours.faint, hoverinfo="skip"
    )
    figure.add_bar(
        x=[scores[row] for row in known],
        y=known,
        orientation="h",
        width=0.34,
        marker_color=colours.place,
        hovertext=[
            f"{plain(names[row])}<br><b>{language.number(scores[row])}</b><br>{plain(told[row])}" for row in known
        ],
        hoverinfo="text",
    )
    figure.add_scatter(
        x=[_FULL] * len(known),
        y=known,
        mode="text",
        text=[f" <b>{language.number(scores[row])}</b>" for row in known],
        textposition="middle right",
        textfont={"color": colours.ink},
        cliponaxis=False,
        hoverinfo="skip",
    )
    _name_rows(figure, names, told, colours.muted)
    _add_unknown(figure, [row for row in rows if scores[row] is None], names, language, dash(colours))
    return figure


def _name_rows(figure: go.Figure, names: Sequence[str], told: Sequence[str], muted: str) -> None:
    """Write each name over its bar, with the figure behind it, so that a phone has its whole width for the bars."""
    for row, (name, figure_told) in enumerate(zip(names, told, strict=True)):
        figure.add_annotation(
            x=0,
            xref="x domain",
            y=row - 0.36,
            text=f"<b>{plain(name)}</b>  <span style='color:{muted}'>{plain(figure_told)}</span>",
            showarrow=False,
            xanchor="left",
            yanchor="middle",
        )


def _add_unknown(
    figure: go.Figure, rows: Sequence[int], names: Sequence[str], language: Language, marker: dict[str, object]
) -> None:
    figure.add_scatter(
        x=[1.5] * len(rows),
        y=list(rows),
        mode="markers",
        marker=marker,
        hovertext=[f"{plain(names[row])}: {language.text('missing')}" for row in rows],
        hoverinfo="text",
    )
