"""A figure of the app, frozen: what it says above, the drawing, the same in words, and its table."""

import plotly.graph_objects as go

from board.content import Chart, Figure, Mark, Table
from board.parts.asked import PlaceAsked
from charts.key import key_entries
from sections.figures import Drawing


def frozen_figure(at: PlaceAsked, drawing: Drawing, chart: Chart | None, table: Table, in_words: str = "") -> Figure:
    """Return the figure; `in_words` says more than the drawing's own words where it is given."""
    built = drawing.build()
    told, drawn = built.layout.meta, at.asked.draw(built)
    return Figure(
        title=at.named(told["title"]),
        subtitle=told["subtitle"],
        in_words=in_words or drawing.in_words,
        svg=drawn.wide,
        svg_narrow=drawn.narrow,
        marks=_marks(built),
        chart=chart,
        table=table,
    )


def _marks(figure: go.Figure) -> tuple[Mark, ...]:
    return tuple(Mark(look=look, colour=colour, words=words) for look, colour, words in key_entries(figure))
