"""What residents answered, drawn: a wave that shows no answers says why, and a missing answer is not too few."""

from collections.abc import Sequence

import plotly.graph_objects as go

from access.reader import LOCAL_ANALYST
from answers.regenerative import regenerative
from frame.context import Context
from locales import ENGLISH
from sections.regenerative_figures import regenerative_drawings
from tests.answers.tables import Row, TableData, place_of
from tests.answers.test_regenerative import wave


def drawn(*residents: Sequence[Row]) -> tuple[str, go.Figure]:
    rows = [row for one in residents for row in one]
    data = TableData({"destinations": [{"destination_id": "p"}], "residents": rows})
    context = Context(data, LOCAL_ANALYST, ENGLISH, place_of(data), 2025, dark=False, pages={})
    found = regenerative(data, place_of(data), 2025, LOCAL_ANALYST)
    (support,) = [one for one in regenerative_drawings(context, found) if one.name == "support"]
    return support.in_words, support.build()


def notes(figure: go.Figure) -> str:
    return " ".join(str(note.text) for note in figure.layout.annotations)


def test_a_small_wave_is_hidden_for_that() -> None:
    words, figure = drawn(wave("2025", 4, 2, 2, 1))
    assert words == "Too few residents have answered"
    assert "fewer than 10 answers, hidden" in notes(figure)


def test_a_wave_without_one_of_the_answers_says_that_and_not_that_few_answered() -> None:
    words, figure = drawn(wave("2024", 40, 20, 20, 10), wave("2025", 40, 20, 20, 10)[:3])
    assert words == "One of the four answers has no count"
    assert "One of the four answers has no count" in notes(figure)
    assert "hidden" not in notes(figure)
