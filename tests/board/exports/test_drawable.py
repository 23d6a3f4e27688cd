"""What our type faces cannot draw is written as its code point; the list of what they can is theirs."""

import pytest
from fontTools.ttLib import TTFont

from board.exports.drawable import FONTS, drawable, drawable_as_it_is


def test_the_list_of_what_can_be_drawn_is_that_of_the_type_faces() -> None:
    ranges = [line.split("-") for line in (FONTS / "covered.txt").read_text("ascii").split()]
    listed = {point for first, last in ranges for point in range(int(first, 16), int(last, 16) + 1)}
    assert listed == {point for file in FONTS.glob("*.ttf") for point in TTFont(file).getBestCmap()}


@pytest.mark.parametrize("text", ["Ærø & Als – 3 % æøå ÆØÅ", "„citat“ −5 → ≥ ½", "Ωμέγα Привет שלום", "tab\tog\nlinje"])
def test_what_can_be_drawn_stays_as_it_is(text: str) -> None:
    assert drawable(text) == text


@pytest.mark.parametrize(("text", "told"), [("中", "[U+4E2D]"), ("🏛", "[U+1F3DB]"), ("a\x00", "a\ufffd")])
def test_what_cannot_is_told_by_its_number(text: str, told: str) -> None:
    assert drawable(text) == told


def test_a_very_long_word_may_be_broken_and_stays_the_same_word() -> None:
    broken = drawable("x" * 5000)
    assert max(map(len, broken.split("\u200b"))) <= 24
    assert broken.replace("\u200b", "") == "x" * 5000
    assert drawable_as_it_is("x" * 5000) == "x" * 5000
