"""Bands keep to what was set: each figure on its own side of its floor and ceiling, and none where none is known."""

import plotly.graph_objects as go
from hypothesis import given
from hypothesis import strategies as st

from charts.bands import Band, band_board
from locales import DANISH

FINITE = st.floats(-1e6, 1e6)


def board(*bands: Band) -> go.Figure:
    return band_board(
        bands, within_label="in", outside_label="out", band_label="band", title="t", subtitle="s",
        language=DANISH, dark=False,
    )  # fmt: skip


def band(figure: float | None, low: float | None, high: float | None) -> Band:
    return Band("n", "t", figure, low, high, "low", "high")


def dots(figure: go.Figure, name: str) -> list[float]:
    return [x for trace in figure.data if trace.name == name for x in trace.x]


@given(figure=FINITE, low=FINITE, width=st.floats(1e-3, 1e6))
def test_a_dot_stands_on_the_side_of_the_floor_and_ceiling_that_its_figure_does(
    figure: float, low: float, width: float
) -> None:
    high = low + width
    drawn = board(band(figure, low, high))
    edges = sorted(shape.x0 for shape in drawn.layout.shapes if shape.type == "line")
    inside, outside = dots(drawn, "in"), dots(drawn, "out")
    assert bool(inside) == (low <= figure <= high) != bool(outside)
    (place,) = inside or outside
    assert 0 <= place <= 1
    assert (place < edges[0] - 1e-9) <= (figure < low)
    assert (place > edges[-1] + 1e-9) <= (figure > high)


def test_a_figure_that_is_not_known_has_no_dot_and_an_open_side_no_edge() -> None:
    drawn = board(band(None, None, 0.7))
    assert len(drawn.data) == 0
    assert [shape.type for shape in drawn.layout.shapes].count("line") == 1
