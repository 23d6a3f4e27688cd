"""From which season the growth came: parts that add up to the whole."""

from collections.abc import Sequence

import plotly.graph_objects as go

from answers.rounded_parts import rounding_note
from charts.axis import value_axis
from charts.labels import EndLabel, label_ends
from charts.marks import add_missing
from charts.palette import Palette
from charts.style import SMALL, new_figure
from charts.text import plain
from locales import Language

_WIDTH = 0.6


def season_contribution(
    periods: Sequence[str],
    high: Sequence[float | None],
    shoulder: Sequence[float | None],
    low: Sequence[float | None],
    *,
    labels: tuple[str, str, str],
    total_label: str,
    title: str,
    subtitle: str,
    language: Language,
    dark: bool,
) -> go.Figure:
    """Return, per period, the percentage points that each season added to the growth of the whole.

    `high`, `shoulder` and `low` are fractions of the total of the period before (0.02 is two points) and as long as
    `periods`; `labels` names them in that order. A period with one unknown part is left out as a whole. The diamond is
    the sum, the total growth.
    """
    figure, colours = new_figure(title=title, subtitle=subtitle, language=language, dark=dark, height=340)
    parts = [_whole(values, (high, shoulder, low)) for values in (high, shoulder, low)]
    totals = [None if a is None or b is None or c is None else a + b + c for a, b, c in zip(*parts, strict=True)]
    ups, downs = ([_reach(bar, sign) for bar in zip(*parts, strict=True)] for sign in (1, -1))
    span = value_axis(figure, [value * 1.08 for value in (*ups, *downs)], language, "percent")
    figure.update_xaxes(
        range=[-0.5, len(periods) - 0.5],
        tickvals=list(range(len(periods))),
        ticktext=[plain(p) for p in periods],
        tickangle=0,
    )
    figure.update_yaxes(zeroline=True, zerolinecolor=colours.comparison, zerolinewidth=1.25)
    figure.update_layout(barmode="relative")

    shades = (colours.place, colours.place_middle, colours.place_soft)
    for name, values, shade in zip(labels, parts, shades, strict=True):
        _add_part(figure, periods, values, name, shade, language)
    _add_totals(figure, totals, total_label, colours)
    figure.data[-1].hovertext = [
        f"{plain(period)}, {plain(total_label)}<br>{_sum_of(bar, total, language)}"
        for period, bar, total in zip(periods, zip(*parts, strict=True), totals, strict=True)
    ]
    unknown = [(float(i), plain(period)) for i, period in enumerate(periods) if totals[i] is None]
    add_missing(figure, unknown, span[1] * 0.06, language, colours)
    _label_last(figure, parts, totals, labels, total_label, colours)
    return figure


def _whole(values: Sequence[float | None], parts: Sequence[Sequence[float | None]]) -> list[float | None]:
    return [None if None in bar else value for value, bar in zip(values, zip(*parts, strict=True), strict=True)]


def _reach(bar: Sequence[float | None], sign: int) -> float:
    return sum(value for value in bar if value is not None and value * sign > 0)


def _points(value: float | None, language: Language) -> str:
    return "–" if value is None else language.text("{n} points", n=language.change(value * 100, 1))


def _sum_of(parts: Sequence[float | None], total: float | None, language: Language) -> str:
    said = f"<b>{language.percent(total, 1, signed=True)}</b>"
    if total is None:
        return said
    note = rounding_note([_points(part, language) for part in parts], _points(total, language), language)
    return f"{said}<br>{plain(note)}" if note else said


def _add_part(
    figure: go.Figure, periods: Sequence[str], values: Sequence[float | None], name: str, shade: str, language: Language
) -> None:
    figure.add_bar(
        name=plain(name),
        x=list(range(len(periods))),
        y=list(values),
        width=_WIDTH,
        marker_color=shade,
        hovertext=[
            f"{plain(period)}, {plain(name)}<br><b>{_points(value, language)}</b>"
            for period, value in zip(periods, values, strict=True)
        ],
        hoverinfo="text",
    )


def _add_totals(figure: go.Figure, totals: Sequence[float | None], name: str, colours: Palette) -> None:
    figure.add_scatter(
        name=plain(name),
        x=list(range(len(totals))),
        y=list(totals),
        mode="markers",
        marker={"symbol": "diamond", "size": 11, "color": colours.ink, "line": {"width": 1.5, "color": colours.paper}},
        hoverinfo="text",
    )


def _label_last(
    figure: go.Figure,
    parts: Sequence[Sequence[float | None]],
    totals: Sequence[float | None],
    labels: Sequence[str],
    total_label: str,
    colours: Palette,
) -> None:
    last = max((i for i, total in enumerate(totals) if total is not None), default=None)
    if last is None:
        return
    stacked = {1: 0.0, -1: 0.0}
    ends = []
    for name, values, colour in zip(labels, parts, (colours.place, colours.muted, colours.muted), strict=True):
        value = values[last] or 0.0
        side = 1 if value >= 0 else -1
        ends.append(EndLabel(name, stacked[side] + value / 2, colour, strong=colour == colours.place))
        stacked[side] += value
    ends.append(EndLabel(f"◆ {total_label}", totals[last] or 0.0, colours.ink, strong=True))
    label_ends(figure, last + _WIDTH / 2, ends)
    figure.update_annotations(font_size=SMALL)
