"""The colours of a scale of answers: two sides, a middle, and those who took no side."""

import plotly.graph_objects as go
import pytest

from charts.key import key_entries
from charts.palette import LIGHT, contrast
from charts.support import answers_bar
from locales import ENGLISH


def bar(*answers: str, no_opinion: str = "") -> go.Figure:
    shares: dict[str, list[float | None]] = {answer: [1 / len(answers)] for answer in answers}
    return answers_bar(
        ["2025"],
        shares,
        [0.5],
        [0.4],
        [0.6],
        support_label="in favour",
        hidden_labels=["hidden"],
        no_opinion=no_opinion,
        title="",
        subtitle="",
        language=ENGLISH,
        dark=False,
    )


def colours(figure: go.Figure) -> list[str]:
    return [colour for _, colour, _ in key_entries(figure)]


def test_a_scale_of_two_has_two_strong_sides() -> None:
    assert colours(bar("no", "yes")) == ["warning", "place"]


def test_a_scale_of_three_has_a_grey_middle() -> None:
    assert colours(bar("no", "both", "yes")) == ["warning", "faint", "place"]


def test_a_scale_of_five_grows_stronger_towards_its_ends() -> None:
    assert colours(bar(*"abcde")) == ["warning", "warning_soft", "faint", "place_soft", "place"]


def test_who_does_not_know_is_on_neither_side_wherever_the_answer_stands() -> None:
    expected = ["warning", "comparison", "faint", "place"]
    assert colours(bar("no", "don't know", "both", "yes", no_opinion="don't know")) == expected


def test_a_longer_scale_is_refused_because_its_steps_could_not_be_told_apart() -> None:
    with pytest.raises(ValueError, match="6 answers"):
        bar(*"abcdef")


def test_the_share_in_favour_is_written_with_its_interval() -> None:
    notes = " ".join(note.text for note in bar("no", "yes").layout.annotations)
    assert "<b>50%</b>" in notes
    assert "40–60%" in notes


def test_every_answer_is_readable_on_its_colour() -> None:
    for trace in bar(*"abcde").data:
        assert contrast(trace.textfont.color, trace.marker.color) >= 4.5


def test_the_answers_are_parted_by_paper() -> None:
    assert all(trace.marker.line.color == LIGHT.paper for trace in bar("no", "yes").data)
