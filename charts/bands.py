"""Floors and ceilings that people have set, each with the figure it is about, every row on a scale of its own."""

from collections.abc import Sequence
from typing import NamedTuple

import plotly.graph_objects as go

from charts.key import explain
from charts.palette import Palette
from charts.rows import write_on_row
from charts.style import new_figure
from charts.text import plain
from locales import Language

_ROW = 92
_BAR = 0.1
_ROOM = 0.35


class Band(NamedTuple):
    """One figure and its band; the texts are those of the page. Without a figure `told` says why."""

    name: str
    told: str
    figure: float | None
    low: float | None
    high: float | None
    low_text: str
    high_text: str

    @property
    def is_outside(self) -> bool:
        """True where the figure lies under its floor or above its ceiling."""
        if self.figure is None:
            return False
        return (self.low is not None and self.figure < self.low) or (self.high is not None and self.figure > self.high)


def band_board(
    bands: Sequence[Band],
    *,
    within_label: str,
    outside_label: str,
    band_label: str,
    title: str,
    subtitle: str,
    language: Language,
    dark: bool,
) -> go.Figure:
    """Return a row per band: the band shaded between floor and ceiling, open where one is not set, the figure a dot.

    A figure within its band is a filled dot, one outside a diamond in the colour of warnings; without one there is
    only the band. The rows share no scale and are never added up.
    """
    figure, colours = new_figure(
        title=title, subtitle=subtitle, language=language, dark=dark, height=16 + _ROW * max(1, len(bands))
    )
    figure.update_layout(margin={"t": 4, "b": 4, "r": 12, "l": 6})
    figure.update_xaxes(range=[0, 1], showticklabels=False)
    figure.update_yaxes(range=[len(bands) - 0.55, -0.6], showticklabels=False)
    for row, band in enumerate(bands):
        _add_row(figure, row, band, colours)
    _add_dots(figure, bands, (False, within_label), colours)
    _add_dots(figure, bands, (True, outside_label), colours)
    explain(figure, "fill", "place_soft", band_label)
    return figure


def _add_row(figure: go.Figure, row: int, band: Band, colours: Palette) -> None:
    low, high = (None if bound is None else _place(band, bound) for bound in (band.low, band.high))
    _bar(figure, row, (0, 1), colours.faint)
    _bar(figure, row, (low or 0, 1 if high is None else high), colours.place_soft)
    told = f"<b>{plain(band.name)}</b><br><span style='color:{colours.muted}'>{plain(band.told)}</span>"
    write_on_row(figure, (0, row - 0.37), told, colours.ink, xshift=0)
    for at, text in ((low, band.low_text), (high, band.high_text)):
        if at is not None:
            edge = {"color": colours.place, "width": 2}
            figure.add_shape(type="line", x0=at, x1=at, y0=row - 1.7 * _BAR, y1=row + 1.7 * _BAR, line=edge)
            side = "left" if at < 0.5 else "right"
            write_on_row(figure, (at, row + 0.28), plain(text), colours.muted, side=side, xshift=0)


def _place(band: Band, value: float) -> float:
    """Return where a value stands on the row, from 0 to 1, with room on both sides of all that is on it."""
    known = [one for one in (band.low, band.high, band.figure) if one is not None]
    least, most = min(known), max(known)
    room = _ROOM * ((most - least) or abs(most) or 1.0)
    return (value - least + room) / (most - least + 2 * room)


def _bar(figure: go.Figure, row: int, span: tuple[float, float], colour: str) -> None:
    figure.add_shape(
        type="rect",
        x0=span[0],
        x1=span[1],
        y0=row - _BAR,
        y1=row + _BAR,
        line={"width": 0},
        fillcolor=colour,
        layer="below",
    )


def _add_dots(figure: go.Figure, bands: Sequence[Band], kind: tuple[bool, str], colours: Palette) -> None:
    outside, words = kind
    rows = [row for row, band in enumerate(bands) if band.figure is not None and band.is_outside is outside]
    if not rows:
        return
    colour, look = ("warning", "diamond") if outside else ("place", "dot")
    places = [_place(bands[row], value) for row in rows if (value := bands[row].figure) is not None]
    figure.add_scatter(
        name=plain(words),
        x=places,
        y=rows,
        mode="markers",
        marker={
            "symbol": "diamond" if outside else "circle",
            "size": 15,
            "color": getattr(colours, colour),
            "line": {"width": 2, "color": colours.paper},
        },
        hovertext=[f"{plain(bands[row].name)}<br><b>{plain(bands[row].told)}</b>" for row in rows],
        hoverinfo="text",
    )
    explain(figure, "diamond" if look == "diamond" else "dot", colour, words)
