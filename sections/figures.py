"""A figure on a page: its finding as heading, what it measures, the drawing, and the same in words."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

import plotly.graph_objects as go
import streamlit as st

from charts.page_parts import heading_html
from charts.points import choosable
from charts.style import figure_config
from frame.context import Context, is_handheld
from sections.points import Points, chart_key, draw_points, follow_click


class Drawing(NamedTuple):
    """A figure that can be drawn, by name: how it is built, what it tells in words, and points that lead to cells."""

    name: str
    build: Callable[[], go.Figure]
    in_words: str
    points: Points | None = None


def draw_figures(context: Context, drawings: Iterable[Drawing]) -> None:
    """Draw the figures one below the other."""
    for drawing in drawings:
        draw_figure(context, *drawing)


def draw_figure(
    context: Context, name: str, build: Callable[[], go.Figure], in_words: str, points: Points | None = None
) -> None:
    """Draw a figure under its finding; `in_words` tells the same to those who cannot see it.

    The figure is built once for each state of the data, view, scope of the reader, language and theme; `name` is unique
    on the page. Of a figure with `points` a click leads to the cells, and so does a list below it. On a phone there is
    the list alone: a figure that can be clicked would hold on to the finger that scrolls past it.
    """
    place, year = context.place.id if context.place else None, context.year
    key = ("figure", name, place, year, context.reader.sees_business_figures, context.language.code, context.dark)
    figure = context.data.remember(key, build if points is None else lambda: choosable(build()))
    config = dict(figure_config(context.language))
    with st.container(key=f"figure_{name}", gap=None):
        st.html(heading_html(figure))
        if points is None or is_handheld():
            st.plotly_chart(figure, theme=None, config=config, alt=in_words, key=chart_key(name))
        else:
            st.plotly_chart(
                figure,
                theme=None,
                config=config,
                alt=in_words,
                key=chart_key(name),
                on_select=follow_click(context, name, figure, points),
                selection_mode="points",
            )
        if points is not None:
            draw_points(context, name, points)
