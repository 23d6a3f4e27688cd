"""What no file can hold is seen as a mark, and everything else is left as it is."""

from xml.etree import ElementTree
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales import legible


@pytest.mark.parametrize("text", ["Ærø–Als", "a\tb\nc", "שלום", "😀", "a\u200bb\u200d", "=1+1", ""])
def test_text_of_any_script_stays_as_it_is(text: str) -> None:
    assert legible(text) == text


@pytest.mark.parametrize(
    "sign", ["\x00", "\x0b", "\x1b", "\x7f", "\x85", "\ud800", "\ufffe", "\uffff", "\u202e", "\u2066"]
)
def test_what_cannot_be_held_or_turns_text_is_marked(sign: str) -> None:
    assert legible(f"a{sign}b") == "a\N{REPLACEMENT CHARACTER}b"


def test_every_end_of_line_is_the_same() -> None:
    assert legible("a\r\nb\rc\nd") == "a\nb\nc\nd"


@given(st.text(st.characters(exclude_categories=[])))
def test_whatever_comes_out_is_carried_by_xml(text: str) -> None:
    told = legible(text)
    assert ElementTree.fromstring(f"<a>{escape(told)}</a>").text == (told or None)
