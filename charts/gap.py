"""Local growth beside that of the reference area: two dots and the gap between them."""

from collections.abc import Sequence

import plotly.graph_objects as go

from charts.axis import bounds, round_step
from charts.key import explain
from charts.palette import Palette
from charts.style import SMALL, new_figure
from charts.text import MINUS, plain
from locales import Language

_ROW, _AXIS = 54, 30
_SIDE, _DOWN = 0.3, 0.16
_Values = Sequence[float | None]


def growth_against_reference(
    labels: Sequence[str],
    local: Sequence[float | None],
    reference: Sequence[float | None],
    *,
    local_label: str,
    reference_label: str,
    title: str,
    subtitle: str,
    language: Language,
    dark: bool,
) -> go.Figure:
    """Return a row per label: growth here (filled dot) and in the reference area (open dot), joined by their gap.

    Growth is a fraction (0.034). A row where either is None shows the other alone, one without both a dash.
    """
    height = _AXIS + _ROW * max(1, len(labels))
    figure, colours = new_figure(title=title, subtitle=subtitle, language=language, dark=dark, height=height)
    figure.update_layout(margin={"t": 0, "b": _AXIS})
    _growth_axis(figure, bounds([*local, *reference]), language, colours)
    figure.update_yaxes(range=[len(labels) - 0.5, -0.5], showticklabels=False)
    _name_rows(figure, labels, colours)
    explain(figure, "dot", "place", local_label)
    explain(figure, "ring", "comparison", reference_label)
    _add_gaps(figure, local, reference, language, colours)
    _add_dots(figure, labels, (reference, local), reference_label, language, colours, here=False)
    _add_dots(figure, labels, (local, reference), local_label, language, colours, here=True)
    return figure


def _growth_axis(figure: go.Figure, reach: tuple[float, float], language: Language, colours: Palette) -> None:
    low, high = reach
    room = (high - low) * _SIDE
    step = round_step(high - low)
    ticks = [i * step for i in range(int(low / step) - 1, int(high / step) + 2) if low <= i * step <= high]
    figure.update_xaxes(
        range=[low - room, high + room],
        tickvals=ticks,
        ticktext=[language.percent(tick, 0 if step >= 0.01 else 1).replace("-", MINUS) for tick in ticks],
        zeroline=True,
        zerolinecolor=colours.comparison,
        zerolinewidth=1.25,
        tickangle=0,
    )


def _name_rows(figure: go.Figure, labels: Sequence[str], colours: Palette) -> None:
    """Write each row's name over the row, not beside it, so that a phone has its whole width for the dots."""
    for row, label in enumerate(labels):
        figure.add_annotation(
            x=0,
            xref="x domain",
            y=row - 0.42,
            text=f"<b>{plain(label)}</b>",
            showarrow=False,
            xanchor="left",
            yanchor="top",
        )
        if row == 0:
            continue
        rule = {"color": colours.rule, "width": 1}
        figure.add_shape(type="line", x0=0, x1=1, xref="x domain", y0=row - 0.5, y1=row - 0.5, line=rule)


def _add_gaps(figure: go.Figure, local: _Values, reference: _Values, language: Language, colours: Palette) -> None:
    for row, (here, there) in enumerate(zip(local, reference, strict=True)):
        y = row + _DOWN
        if here is not None and there is not None:
            bar = {"color": colours.faint, "width": 7}
            figure.add_shape(type="line", x0=there, x1=here, y0=y, y1=y, layer="below", line=bar)
        if here is None and there is None:
            explain(figure, "dash", "warning", language.text("missing"))
            sign = {"color": colours.warning, "size": 16}
            figure.add_annotation(x=0, y=y, text="–", showarrow=False, xanchor="left", xshift=6, font=sign)


def _add_dots(
    figure: go.Figure,
    labels: Sequence[str],
    growth: tuple[_Values, _Values],
    name: str,
    language: Language,
    colours: Palette,
    *,
    here: bool,
) -> None:
    own, other = growth
    outward = [
        "middle right" if a is None or b is None or a > b or (a == b and here) else "middle left"
        for a, b in zip(own, other, strict=True)
    ]
    written = ["" if value is None else language.percent(value, 1, signed=True) for value in own]
    filled = {"color": colours.place, "size": 14}
    ring = {"color": colours.paper, "size": 12, "line": {"color": colours.comparison, "width": 2.5}}
    figure.add_scatter(
        name=plain(name),
        x=list(own),
        y=[row + _DOWN for row in range(len(labels))],
        mode="markers+text",
        marker=filled if here else ring,
        text=[f" <b>{text}</b> " if here and text else f" {text} " for text in written],
        textposition=outward,
        textfont={"color": colours.place if here else colours.muted, "size": SMALL},
        cliponaxis=False,
        hovertext=[
            f"{plain(label)}, {plain(name)}<br><b>{text}</b>" for label, text in zip(labels, written, strict=True)
        ],
        hoverinfo="text",
    )
