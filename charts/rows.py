"""Charts of rows read from above: a name at the left of each, and words beside what is drawn on it."""

from collections.abc import Sequence

import plotly.graph_objects as go

from charts.palette import Palette
from charts.style import SMALL
from charts.text import wrapped

_LINE, _BETWEEN = 17, 8


def name_rows(figure: go.Figure, names: Sequence[str], span: tuple[float, float], width: int, colours: Palette) -> None:
    """Give the figure one row per name, wrapped at `width` characters; `span` is the x axis, which shows no ticks."""
    figure.update_xaxes(range=list(span), showticklabels=False)
    figure.update_yaxes(
        range=[len(names) - 0.5, -0.5],
        tickvals=list(range(len(names))),
        ticktext=[wrapped(name, width) for name in names],
        tickfont={"size": 13, "color": colours.ink},
    )


def row_height(names: Sequence[str], width: int, least: int) -> int:
    """Return how high a row must be for the names, wrapped at `width` characters, not to touch one another."""
    lines = max((wrapped(name, width).count("<br>") + 1 for name in names), default=1)
    return max(least, lines * _LINE + _BETWEEN)


def write_on_row(
    figure: go.Figure,
    at: tuple[float, float],
    text: str,
    colour: str,
    *,
    side: str = "left",
    yanchor: str = "middle",
    xshift: int = 8,
) -> None:
    """Write words at (x, row); `side` is the end of the words that stands there. The text is HTML, made safe before."""
    figure.add_annotation(
        x=at[0],
        y=at[1],
        text=text,
        font={"color": colour, "size": SMALL},
        showarrow=False,
        align="left",
        xanchor=side,
        yanchor=yanchor,
        xshift=xshift,
    )
