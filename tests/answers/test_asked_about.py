"""What a survey asks about is said in the reader's language where the word is a common one."""

import pytest

from answers.asked_about import asked_about
from locales import DANISH, ENGLISH


@pytest.mark.parametrize("written", ["alder", "Alder ", "age"])
def test_a_common_word_is_said_in_the_readers_language(written: str) -> None:
    assert (asked_about(written, ENGLISH), asked_about(written, DANISH)) == ("age", "alder")


def test_any_other_word_stands_as_it_was_written() -> None:
    assert asked_about("Rundvisning i mørke", ENGLISH) == "Rundvisning i mørke"
