"""A figure on a page: its finding as heading, what it measures, the drawing, and the same in words."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

import plotly.graph_objects as go
import streamlit as st

from charts.page_parts import heading_html
from charts.style import figure_config
from frame.context import Context


class Drawing(NamedTuple):
    """A figure that can be drawn, by name: how it is built, and what it tells in words."""

    name: str
    build: Callable[[], go.Figure]
    in_words: str


def draw_figures(context: Context, drawings: Iterable[Drawing]) -> None:
    """Draw the figures one below the other."""
    for drawing in drawings:
        draw_figure(context, *drawing)


def draw_figure(context: Context, name: str, build: Callable[[], go.Figure], in_words: str) -> None:
    """Draw a figure under its finding; `in_words` tells the same to those who cannot see it.

    The figure is built once for each state of the data, view, scope of the reader, language and theme; `name` is unique
    on the page.
    """
    place, year = context.place.id if context.place else None, context.year
    key = ("figure", name, place, year, context.reader.sees_business_figures, context.language.code, context.dark)
    figure = context.data.remember(key, build)
    with st.container(key=f"figure_{name}", gap=None):
        st.html(heading_html(figure))
        st.plotly_chart(
            figure, theme=None, config=dict(figure_config(context.language)), alt=in_words, key=f"chart_{name}"
        )
