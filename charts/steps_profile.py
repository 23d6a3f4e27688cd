"""How far each step has come: filled parts of four, in words at the end; never a length to add up."""

from collections.abc import Sequence

import plotly.graph_objects as go

from charts.palette import Palette
from charts.rows import row_height
from charts.style import SMALL, new_figure
from charts.text import plain, wrapped
from locales import Language

_ROW, _LABEL, _WORDS = 34, 26, 92


def steps_profile(
    labels: Sequence[str],
    maturity: Sequence[int | None],
    left_out: Sequence[bool],
    stages: Sequence[str],
    *,
    not_assessed: str,
    not_relevant: str,
    title: str,
    subtitle: str,
    language: Language,
    dark: bool,
) -> go.Figure:
    """Return a row for each step, from the first on top: as many parts filled as it has come, and its stage in words.

    `stages` are the words from the least to the most; a step that nobody has assessed has no parts, and one that is
    left out says so.
    """
    height = row_height(labels, _LABEL, _ROW) * max(1, len(labels))
    figure, colours = new_figure(title=title, subtitle=subtitle, language=language, dark=dark, height=16 + height)
    parts = len(stages) - 1
    words = [
        not_relevant if out else not_assessed if stage is None else stages[stage]
        for stage, out in zip(maturity, left_out, strict=True)
    ]
    hover = [f"{plain(label)}<br><b>{plain(word)}</b>" for label, word in zip(labels, words, strict=True)]
    assessed = [row for row, stage in enumerate(maturity) if stage is not None and not left_out[row]]
    for part in range(parts):
        figure.add_bar(
            x=[0.94] * len(assessed),
            base=[part] * len(assessed),
            y=assessed,
            orientation="h",
            width=0.5,
            marker_color=[colours.place if part < (maturity[row] or 0) else colours.faint for row in assessed],
            hovertext=[hover[row] for row in assessed],
            hoverinfo="text",
        )
    _write_stages(figure, words, [0 if row not in assessed else parts for row in range(len(labels))], colours)
    figure.update_xaxes(range=[0, parts], showticklabels=False)
    figure.update_yaxes(
        range=[len(labels) - 0.5, -0.5],
        tickvals=list(range(len(labels))),
        ticktext=[wrapped(label, _LABEL) for label in labels],
        tickfont={"size": 13, "color": colours.ink},
    )
    figure.update_layout(margin={"t": 4, "b": 4, "r": _WORDS})
    return figure


def _write_stages(figure: go.Figure, words: Sequence[str], at: Sequence[int], colours: Palette) -> None:
    for row, (word, x) in enumerate(zip(words, at, strict=True)):
        figure.add_annotation(
            x=x,
            y=row,
            text=plain(word),
            font={"color": colours.ink if x else colours.muted, "size": SMALL},
            showarrow=False,
            xanchor="left",
            yanchor="middle",
            xshift=4,
        )
