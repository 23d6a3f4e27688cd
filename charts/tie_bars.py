"""How many ties there are of each kind, and how many of them both sides confirm."""

from collections.abc import Sequence

import plotly.graph_objects as go

from charts.key import explain
from charts.rows import name_rows
from charts.style import new_figure
from charts.text import plain
from locales import Language

_ROW = 38


def tie_bars(
    labels: Sequence[str],
    confirmed: Sequence[int],
    one_sided: Sequence[int],
    *,
    confirmed_label: str,
    one_sided_label: str,
    title: str,
    subtitle: str,
    language: Language,
    dark: bool,
) -> go.Figure:
    """Return a bar for each label: the ties that both confirm, and hatched after them those that only one does."""
    figure, colours = new_figure(
        title=title, subtitle=subtitle, language=language, dark=dark, height=16 + _ROW * max(1, len(labels))
    )
    rows = list(range(len(labels)))
    most = max((one + other for one, other in zip(confirmed, one_sided, strict=True)), default=0) or 1
    name_rows(figure, labels, (0, most * 1.14), 22, colours)
    figure.update_layout(barmode="stack", margin={"t": 8, "b": 8})
    for name, counts, look in (
        (confirmed_label, confirmed, {"color": colours.place}),
        (one_sided_label, one_sided, _hatched(colours.comparison)),
    ):
        figure.add_bar(
            name=plain(name),
            x=list(counts),
            y=rows,
            orientation="h",
            width=0.62,
            marker=look,
            hovertext=[
                f"{plain(label)}<br>{plain(name)}: <b>{language.number(count)}</b>"
                for label, count in zip(labels, counts, strict=True)
            ],
            hoverinfo="text",
        )
    figure.add_scatter(
        x=[one + other for one, other in zip(confirmed, one_sided, strict=True)],
        y=rows,
        mode="text",
        text=[
            f" <b>{language.number(one)}</b>" + (f" + {language.number(other)}" if other else "")
            for one, other in zip(confirmed, one_sided, strict=True)
        ],
        textposition="middle right",
        textfont={"size": 14, "color": colours.ink},
        cliponaxis=False,
        hoverinfo="skip",
    )
    explain(figure, "fill", "place", confirmed_label)
    if any(one_sided):
        explain(figure, "hatch", "comparison", one_sided_label)
    return figure


def _hatched(colour: str) -> dict[str, object]:
    return {"color": "rgba(0,0,0,0)", "pattern": {"shape": "/", "fgcolor": colour, "size": 5, "solidity": 0.3}}
