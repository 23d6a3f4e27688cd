"""Round ticks, few of them, and always a zero."""

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.axis import month_axis, round_step, value_axis, year_axis
from locales import DANISH, ENGLISH


@pytest.mark.parametrize(("span", "step"), [(7.5, 2), (0.27, 0.1), (8000, 2000), (10_000, 2500), (0, 1)])
def test_steps_are_round(span: float, step: float) -> None:
    assert round_step(span) == pytest.approx(step)


@given(st.floats(1e-6, 1e9))
def test_four_steps_cover_the_span_and_no_step_is_wasted(span: float) -> None:
    step = round_step(span)
    assert span <= step * 4 * (1 + 1e-6)
    assert step <= span


@given(st.lists(st.none() | st.floats(-1e6, 1e6)))
def test_the_axis_holds_zero_and_every_value(values: list[float | None]) -> None:
    low, high = value_axis(go.Figure(), values, DANISH)
    assert low <= 0 < high
    assert all(low <= value <= high for value in values if value is not None)


@given(st.lists(st.floats(0, 1e6), min_size=1))
def test_without_anything_negative_the_axis_starts_at_zero(values: list[float]) -> None:
    assert value_axis(go.Figure(), values, DANISH)[0] == 0


def test_where_there_is_nothing_the_axis_invents_no_scale() -> None:
    figure = go.Figure()
    value_axis(figure, [0, None], DANISH)
    assert figure.layout.yaxis.ticktext == ("0",)


def test_ticks_follow_the_language() -> None:
    danish, english = go.Figure(), go.Figure()
    value_axis(danish, [7500], DANISH)
    value_axis(english, [7500], ENGLISH)
    assert danish.layout.yaxis.ticktext[-1] == "8.000"
    assert english.layout.yaxis.ticktext[-1] == "8,000"


def test_steps_below_one_keep_their_decimals() -> None:
    figure = go.Figure()
    value_axis(figure, [0.9], DANISH)
    assert figure.layout.yaxis.ticktext == ("0,00", "0,25", "0,50", "0,75", "1,00")


def test_months_have_short_names_in_the_language() -> None:
    figure = go.Figure()
    month_axis(figure, DANISH)
    assert figure.layout.xaxis.ticktext[4:6] == ("maj", "jun")


def test_every_second_month_keeps_its_own_name() -> None:
    figure = go.Figure()
    month_axis(figure, DANISH, every=2)
    assert dict(zip(figure.layout.xaxis.tickvals, figure.layout.xaxis.ticktext, strict=True))[7] == "jul"


def test_a_long_run_of_years_always_names_the_last() -> None:
    figure = go.Figure()
    year_axis(figure, list(range(2000, 2026)))
    assert figure.layout.xaxis.tickvals[-1] == 2025
    assert len(figure.layout.xaxis.tickvals) <= 10
