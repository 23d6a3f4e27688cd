"""A number in a workbook is shown with the decimals, the sign and the per cent that it was written with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.content import Cell
from board.exports.patterns import is_number, pattern_of
from locales import DANISH, ENGLISH, Language


@pytest.mark.parametrize(
    ("text", "language", "pattern"),
    [
        ("82.540", DANISH, "#,##0"),
        ("82,540", ENGLISH, "#,##0"),
        ("0,42", DANISH, "#,##0.00"),
        ("25,8\u00a0%", DANISH, "#,##0.0%"),
        ("25.8%", ENGLISH, "#,##0.0%"),
        ("−1.234", DANISH, "#,##0"),
        ("+3,6\u00a0%", DANISH, "+#,##0.0%;-#,##0.0%;#,##0.0%"),
        ("+2,8\u00a0% fra året før", DANISH, "General"),
        ("evalueret", DANISH, "General"),
        ("–", DANISH, "General"),
    ],
)
def test_a_pattern_writes_as_the_page_does(text: str, language: Language, pattern: str) -> None:
    assert pattern_of(text, language) == pattern


@given(st.floats(-1e9, 1e9), st.integers(0, 3), st.sampled_from([DANISH, ENGLISH]))
def test_every_number_of_ours_has_its_decimals(number: float, decimals: int, language: Language) -> None:
    pattern = pattern_of(language.number(number, decimals), language)
    assert pattern == "#,##0" + ("." + "0" * decimals if decimals else "")


def test_a_number_told_in_words_is_no_number_of_a_sheet() -> None:
    assert is_number(Cell(text="3,2", number=3.2), DANISH)
    assert not is_number(Cell(text="evalueret", number=4), DANISH)
    assert not is_number(Cell(text="2025"), DANISH)
