"""Closed is not zero, zero is not missing: three looks that differ in form, not only in colour."""

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.completeness import Reported, completeness_grid
from charts.key import key_entries
from charts.marks import State, state_of, states
from charts.resources import per_visit_series
from charts.season_curve import season_curve
from charts.trend import yearly_trend
from locales import DANISH
from tests.charts.figures import build

# January is closed with a 0 and February missing in each of these.
WITH_MONTHS = ("monthly_line", "season_curve", "room", "heatmap")


def hatched(figure: go.Figure) -> list[go.Bar]:
    return [t for t in figure.data if t.type == "bar" and t.marker.pattern.shape == "/"]


def dashes(figure: go.Figure) -> list[go.Scatter]:
    return [t for t in figure.data if t.type == "scatter" and t.marker.symbol == "line-ew"]


def test_a_count_is_shown_even_where_the_place_was_said_to_be_closed() -> None:
    assert state_of(12, closed=True) is State.VALUE


def test_a_closed_month_is_neither_zero_nor_missing() -> None:
    assert state_of(0, closed=True) is State.CLOSED
    assert state_of(None, closed=True) is State.CLOSED


def test_an_open_month_is_zero_or_missing() -> None:
    assert state_of(0, closed=False) is State.ZERO
    assert state_of(None, closed=False) is State.MISSING


@given(st.lists(st.none() | st.integers(0, 9)))
def test_without_opening_times_nothing_is_closed(values: list[float | None]) -> None:
    assert State.CLOSED not in states(values, [])


def test_opening_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="argument"):
        states([1, 2], [True])


@pytest.mark.parametrize("name", WITH_MONTHS)
def test_a_closed_month_is_hatched_and_a_missing_one_a_dash(name: str) -> None:
    figure = build(name)
    (closed,), (missing,) = hatched(figure), dashes(figure)
    january, february = (0, 1) if name == "monthly_line" else (1, 2)
    assert list(closed.x) == [january]
    assert list(missing.x) == [february]


@pytest.mark.parametrize("name", WITH_MONTHS)
def test_the_key_says_in_words_what_hatching_and_dash_mean(name: str) -> None:
    looks = {look for look, _, _ in key_entries(build(name))}
    assert {"hatch", "dash"} <= looks


@pytest.mark.parametrize("name", ["monthly_line", "season_curve"])
def test_neither_a_closed_nor_a_missing_month_has_a_point_on_the_line(name: str) -> None:
    drawn = next(t for t in build(name).data if t.type == "scatter" and t.mode == "lines+markers")
    assert list(drawn.y[:3]) == [None, None, 1200]
    assert drawn.connectgaps is False


def test_a_month_of_zero_is_a_shaded_cell_with_a_number() -> None:
    figure = build("heatmap")
    shades = next(t for t in figure.data if t.type == "heatmap")
    numbers = next(t for t in figure.data if t.type == "scatter" and t.mode == "text")
    assert list(shades.z[0]) == [0] * 12
    assert numbers.text[:12] == ("0",) * 12


def test_a_missing_month_has_no_shade() -> None:
    shades = next(t for t in build("heatmap").data if t.type == "heatmap")
    assert list(shades.z[1][:3]) == [None, None, 1200]


def test_months_to_come_are_not_missing() -> None:
    figure = season_curve(
        [5, 6, *[None] * 10], {}, unit="", current_label="2025", title="", subtitle="", language=DANISH, dark=False
    )
    assert dashes(figure) == []


def test_an_incomplete_year_is_dotted_a_year_without_a_figure_a_dash_and_zero_is_written() -> None:
    none: list[float | None] = [None] * 4
    figure = yearly_trend(
        [2022, 2023, 2024, 2025],
        [500, 0, None, 300],
        [True, True, True, False],
        none,
        none,
        none,
        unit="besøg",
        title="",
        subtitle="",
        language=DANISH,
        dark=False,
    )
    whole, unfinished = (t for t in figure.data if t.type == "bar")
    assert (list(whole.x), whole.marker.pattern.shape) == ([2022, 2023], None)
    assert (list(unfinished.x), unfinished.marker.pattern.shape) == ([2025], ".")
    assert list(dashes(figure)[0].x) == [2024]
    assert figure.layout.xaxis.ticktext == (
        "2022<br><b>500</b>",
        "2023<br><b>0</b>",
        "2024<br><b>–</b>",
        "2025<br><b>300</b>",
    )


def test_an_estimate_is_an_open_point_and_a_measurement_a_filled_one() -> None:
    figure = per_visit_series(
        [2024, 2025], [3, 4], [True, False], unit="kWh", title="", subtitle="", language=DANISH, dark=False
    )
    measured, estimated = (t for t in figure.data if t.mode == "markers+text")
    assert list(measured.x) == [2025]
    assert measured.marker.color == measured.marker.line.color
    assert list(estimated.x) == [2024]
    assert estimated.marker.color != estimated.marker.line.color


def test_the_four_states_of_an_actors_month_have_four_forms() -> None:
    figure = completeness_grid(
        ["Museet"],
        ["2025-01", "2025-02", "2025-03", "2025-04"],
        [[Reported.REPORTED, Reported.MISSING, Reported.CLOSED, Reported.NOT_EXPECTED]],
        title="",
        subtitle="",
        language=DANISH,
        dark=False,
    )
    forms = {t.marker.symbol if t.type == "scatter" else f"bar {t.marker.pattern.shape}" for t in figure.data}
    assert forms == {"bar None", "line-ew", "bar /", "circle"}
    assert len(key_entries(figure)) == 4


def test_a_period_with_one_unknown_part_is_left_out_and_marked() -> None:
    figure = build("contribution")
    assert [list(t.y) for t in figure.data if t.type == "bar"] == [[0.02, None], [0.01, None], [-0.01, None]]
    assert list(dashes(figure)[0].x) == [1]


def test_an_answer_too_few_gave_is_said_to_be_hidden() -> None:
    notes = [note for note in build("support").layout.annotations if note.text == "skjult"]
    assert [note.y for note in notes] == [1]


def test_an_empty_step_of_the_ladder_is_a_zero_and_an_unknown_one_a_dash() -> None:
    (bars,) = build("ladder").data
    assert [text.strip() for text in bars.text] == ["<b>3</b>", "<b>0</b>", "<b>–</b>"]


def test_a_place_without_a_figure_is_an_open_ring() -> None:
    places = build("places_map").data[0]
    assert places.marker.color[1] != places.marker.line.color[1]
    assert places.text[1].endswith("–")
