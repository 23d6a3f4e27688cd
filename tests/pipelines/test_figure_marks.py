import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.figure_marks import mark_of
from pipelines.numbers import read_number
from pipelines.words import is_dash


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("..", "missing"),
        (" N/A ", "missing"),
        ("Ikke  oplyst", "missing"),
        ("[x]", "missing"),
        ("x", "withheld"),
        ("[c]", "withheld"),
        ("Lukket pga. ombygning", "closed"),
        ("closed", "closed"),
        ("lukketid", None),
        ("lukket 5 dage", None),
        ("xx", None),
        ("0", None),
        ("-", None),
        ("", None),
    ],
)
def test_what_stands_for_a_figure_is_one_thing_or_none(text: str, mark: str | None) -> None:
    assert mark_of(text) == mark


@given(st.text(max_size=20))
def test_a_mark_is_never_a_number_or_a_dash_too(text: str) -> None:
    if mark_of(text):
        assert read_number(text) is None
        assert not is_dash(text)
