"""Who has reported what: a small square per actor and month."""

from collections.abc import Sequence
from enum import StrEnum

import plotly.graph_objects as go

from charts.key import Look, explain
from charts.marks import dash, hatch
from charts.palette import Palette
from charts.style import new_figure
from charts.text import plain, shortened
from locales import Language

_ROW, _TOP = 22, 26
_NAME, _MONTHS_WIDE = 24, 13


class Reported(StrEnum):
    """What is known of one actor's month."""

    REPORTED = "reported"
    MISSING = "missing"
    CLOSED = "closed"
    NOT_EXPECTED = "not expected"


def completeness_grid(
    actors: Sequence[str],
    months: Sequence[str],
    states: Sequence[Sequence[Reported]],
    *,
    title: str,
    subtitle: str,
    language: Language,
    dark: bool,
) -> go.Figure:
    """Return a row per actor and a column per month ("YYYY-MM"): filled reported, a dash missing, hatched closed, a
    point where nothing is expected.

    `states` has a row per actor, each as long as `months`.
    """
    figure, colours = new_figure(
        title=title,
        subtitle=subtitle,
        language=language,
        dark=dark,
        height=_TOP + 8 + _ROW * max(1, len(actors)),
    )
    figure.update_layout(margin={"t": _TOP, "b": 8, "r": 2})
    figure.update_yaxes(
        range=[len(actors) - 0.5, -0.5],
        tickvals=list(range(len(actors))),
        ticktext=[shortened(actor, _NAME) for actor in actors],
        tickfont={"color": colours.ink},
    )
    januaries = [i for i, month in enumerate(months) if i == 0 or month.endswith("-01")]
    figure.update_xaxes(
        range=[-0.5, len(months) - 0.5],
        side="top",
        tickvals=januaries,
        ticktext=[months[i][:4] for i in januaries],
        ticklabelposition="outside right",
        tickangle=0,
    )
    for kind in Reported:
        cells = [(row, i) for row, line in enumerate(states) for i, state in enumerate(line) if state is kind]
        if cells:
            _add_cells(figure, cells, kind, actors, months, language, colours)
    for i in januaries[1:]:
        figure.add_shape(
            type="line", x0=i - 0.5, x1=i - 0.5, y0=0, y1=1, yref="y domain", line={"color": colours.rule, "width": 1}
        )
    return figure


def _add_cells(
    figure: go.Figure,
    cells: Sequence[tuple[int, int]],
    kind: Reported,
    actors: Sequence[str],
    months: Sequence[str],
    language: Language,
    colours: Palette,
) -> None:
    word = _word(kind, language)
    hover = [f"{plain(actors[row])}<br>{language.period(months[i])}: <b>{word}</b>" for row, i in cells]
    common = {"name": word, "hovertext": hover, "hoverinfo": "text", "x": [i for _, i in cells]}
    look: dict[Reported, tuple[Look, str]] = {
        Reported.REPORTED: ("fill", "place_middle"),
        Reported.MISSING: ("dash", "warning"),
        Reported.CLOSED: ("hatch", "comparison"),
        Reported.NOT_EXPECTED: ("point", "comparison"),
    }
    explain(figure, *look[kind], word)
    if kind in (Reported.REPORTED, Reported.CLOSED):
        marker = {"color": colours.place_middle} if kind is Reported.REPORTED else hatch(colours)
        figure.add_bar(
            **common, y=[0.76] * len(cells), base=[row - 0.38 for row, _ in cells], width=0.84, marker=marker
        )
        return
    point = {"symbol": "circle", "size": 2.5, "color": colours.comparison}
    figure.add_scatter(
        **common,
        y=[row for row, _ in cells],
        mode="markers",
        marker=dash(colours, 7 if len(months) <= _MONTHS_WIDE else 5) if kind is Reported.MISSING else point,
    )


def _word(kind: Reported, language: Language) -> str:
    return {
        Reported.REPORTED: language.text("reported"),
        Reported.MISSING: language.text("missing"),
        Reported.CLOSED: language.text("closed"),
        Reported.NOT_EXPECTED: language.text("not expected"),
    }[kind]
