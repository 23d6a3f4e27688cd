"""A score by year: uncertain ones are hollow, hidden ones have no number, and the axis never leaves the scale."""

from typing import Any

import plotly.graph_objects as go

from charts.key import key_entries
from charts.palette import LIGHT
from charts.scores import Score, score_by_year
from locales import ENGLISH


def drawn(*scores: Score, ends: tuple[float, float] = (1, 10)) -> go.Figure:
    names: dict[str, Any] = {"hidden_label": "hidden", "uncertain_label": "uncertain", "title": "t", "subtitle": "s"}
    return score_by_year(scores, ends, unit="of 10", decimals=1, language=ENGLISH, dark=False, **names)


def test_a_certain_score_is_filled_and_an_uncertain_one_hollow() -> None:
    sure, unsure = Score(2024, 8, 7.5, 8.5), Score(2025, 8, 6, 9.5, uncertain=True)
    colours = [trace.marker.color for trace in drawn(sure, unsure).data if trace.mode == "markers+text"]
    assert colours == [LIGHT.place, LIGHT.paper]


def test_a_hidden_score_is_marked_without_a_number() -> None:
    figure = drawn(Score(2025, hidden=True, basis="7 answers"))
    (mark,) = (trace for trace in figure.data if trace.mode == "markers")
    assert mark.hovertext == ("2025<br>hidden",)
    assert ("cross", "muted", "hidden") in key_entries(figure)


def test_a_year_without_a_survey_is_missing_and_not_hidden() -> None:
    said = [words for _, _, words in key_entries(drawn(Score(2024, 8), Score(2025)))]
    assert "missing" in said
    assert "hidden" not in said


def test_the_interval_reaches_from_low_to_high() -> None:
    figure = drawn(Score(2025, 8, 7, 8.5))
    (points,) = (trace for trace in figure.data if trace.mode == "markers+text")
    assert (points.error_y.arrayminus, points.error_y.array) == ((1,), (0.5,))


def test_no_tick_lies_outside_the_scale() -> None:
    ticks = drawn(Score(2025, 9.9, 9.6, 10)).layout.yaxis.tickvals
    assert max(ticks) == 10
    assert max(drawn(Score(2025, hidden=True)).layout.yaxis.tickvals) <= 10
    assert min(drawn(Score(2025, -100, -100, -90), ends=(-100, 100)).layout.yaxis.tickvals) == -100
