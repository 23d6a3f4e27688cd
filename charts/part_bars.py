"""The parts of a whole as bars from zero, each with its figure at its end, and a year earlier as a thin line."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import plotly.graph_objects as go

from charts.key import explain
from charts.palette import Palette
from charts.rows import name_rows, row_height, write_on_row
from charts.style import new_figure
from charts.text import plain
from locales import Language

Colour = Literal["place", "place_middle", "place_soft", "comparison", "warning_soft"]

_ROW, _NAME = 40, 18
_ROOM = 1.75


@dataclass(frozen=True)
class PartBar:
    """One part: its bar, the words at the bar's end, and what it was a year earlier where that is known.

    Without a value there is no bar, and the words stand at the axis. `below` is a second line under the words.
    """

    name: str
    value: float | None
    words: str
    colour: Colour = "place"
    before: float | None = None
    below: str = ""


def part_bars(
    bars: Sequence[PartBar],
    *,
    before_label: str = "",
    colour_labels: Sequence[tuple[Colour, str]] = (),
    title: str,
    subtitle: str,
    language: Language,
    dark: bool,
) -> go.Figure:
    """Return the bars from above; `colour_labels` say in the key what the colours mean, where they mean something."""
    height = row_height([bar.name for bar in bars], _NAME, _ROW) * max(1, len(bars))
    figure, colours = new_figure(title=title, subtitle=subtitle, language=language, dark=dark, height=16 + height)
    rows = list(range(len(bars)))
    longest = max((abs(value) for bar in bars for value in (bar.value, bar.before) if value is not None), default=0)
    lowest = min((bar.value for bar in bars if bar.value is not None), default=0)
    span = (min(0.0, lowest * 1.1), (longest or 1) * _ROOM)
    name_rows(figure, [bar.name for bar in bars], span, _NAME, colours)
    figure.update_layout(margin={"t": 8, "b": 8})
    figure.add_bar(
        x=[bar.value or 0 for bar in bars],
        y=rows,
        orientation="h",
        width=0.62,
        marker_color=[getattr(colours, bar.colour) for bar in bars],
        hovertext=[f"{plain(bar.name)}<br>{_in_lines(bar)}" for bar in bars],
        hoverinfo="text",
    )
    for row, bar in enumerate(bars):
        _write(figure, row, bar, colours)
    for colour, words in colour_labels:
        explain(figure, "fill", colour, words)
    _add_before(figure, bars, before_label, colours)
    return figure


def _write(figure: go.Figure, row: int, bar: PartBar, colours: Palette) -> None:
    reach = max(bar.value or 0.0, bar.before or 0.0, 0.0)
    if bar.value is None:
        write_on_row(figure, (reach, row), plain(bar.words), colours.muted)
    else:
        write_on_row(figure, (reach, row), _in_lines(bar), colours.ink)


def _in_lines(bar: PartBar) -> str:
    return "<br>".join(filter(None, (f"<b>{plain(bar.words)}</b>", plain(bar.below))))


def _add_before(figure: go.Figure, bars: Sequence[PartBar], label: str, colours: Palette) -> None:
    earlier = [(row, bar.before) for row, bar in enumerate(bars) if bar.before is not None]
    for row, before in earlier:
        line = {"color": colours.muted, "width": 2}
        figure.add_shape(type="line", x0=before, x1=before, y0=row - 0.4, y1=row + 0.4, line=line)
    if earlier:
        explain(figure, "line", "muted", label)
