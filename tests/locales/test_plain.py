"""Names that people mean as the same compare as the same."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from locales import plain_name

NAMES = st.text("abcæøåÆØÅéÉüÜñ0123 -_.", max_size=20)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Besøg i alt", "besoegialt"),
        ("  BESØG   I ALT ", "besoegialt"),
        ("besøg_i-alt.", "besoegialt"),
        ("Besoeg (i alt)", "besoegialt"),
        ("Åbningsdage", "aabningsdage"),
        ("Ærø", "aeroe"),
        ("Café d'Été", "cafedete"),
        ("Straße", "strasse"),
        (2025, "2025"),
        ("", ""),
        (" - ", ""),
    ],
)
def test_a_name_has_one_spelling(written: object, plain: str) -> None:
    assert plain_name(written) == plain


def test_a_letter_with_its_ring_apart_is_the_same_letter() -> None:
    assert plain_name("A\u030aben") == plain_name("Åben") == "aaben"


def test_other_letters_are_other_names() -> None:
    assert len({plain_name(name) for name in ("Mandø", "Mando", "Manda", "Mandø 2")}) == 4


@given(st.text(max_size=20))
@example("Ǿ")
@example("ǣ")
def test_a_plain_name_is_plain_already(name: str) -> None:
    assert plain_name(plain_name(name)) == plain_name(name)


@given(NAMES)
def test_case_does_not_count(name: str) -> None:
    assert plain_name(name.upper()) == plain_name(name.lower()) == plain_name(name)


@given(NAMES, st.sampled_from([" ", "  ", "-", "_", ".", "\u00a0", "\t", "\n"]))
def test_blanks_hyphens_and_dots_do_not_count(name: str, between: str) -> None:
    assert plain_name(between.join(name)) == plain_name(name)
    assert plain_name(f"{between}{name}{between}") == plain_name(name)


@given(NAMES)
def test_danish_letters_equal_their_two_letter_spelling(name: str) -> None:
    spelled = name
    for letter, pair in {"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"}.items():
        spelled = spelled.replace(letter, pair)
    assert plain_name(spelled) == plain_name(name)
