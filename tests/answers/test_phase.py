"""The phase of development is what people said, in any language, and nothing is chosen for them."""

import pytest

from answers.phase import Phase, phase_of
from kpis.result import Undefined, Value
from tests.answers.tables import TableData, in_place, place_of


def told(text: str, written_on: str | None = "2024-01-10", year: int = 2025) -> Phase:
    row = {"entity": "p", "field": "phase", "text": text, "author": "bestyrelsen", "written_on": written_on}
    data = TableData({"destinations": [{"destination_id": "p"}], "actors": in_place("a"), "profiles": [row]})
    return phase_of(data, place_of(data), year)


@pytest.mark.parametrize("text", ["Udvikling: sommeren er fuld.", "development", "  Development, and fast"])
def test_the_phase_is_the_one_that_the_text_begins_with(text: str) -> None:
    phase = told(text)
    assert phase.answer.result == Value("development")
    assert (phase.text, phase.author, phase.written_on) == (text, "bestyrelsen", "2024-01-10")


def test_words_that_name_no_phase_stay_words() -> None:
    phase = told("Vi er på vej.")
    assert phase.answer.result == Undefined("stage_not_chosen")
    assert phase.text == "Vi er på vej."


def test_what_was_written_after_the_year_is_told_as_such_and_is_no_answer_of_it() -> None:
    later = told("Fornyelse", written_on="2026-02-01")
    assert later.answer.result == Undefined("stage_not_chosen")
    assert (later.stage, later.text, later.is_later) == (Value("rejuvenation"), "Fornyelse", True)
    assert not told("Fornyelse", written_on="2025-12-31").is_later
    assert told("Fornyelse", written_on=None).answer.result == Value("rejuvenation")


def test_nobody_has_said_anything() -> None:
    data = TableData({"destinations": [{"destination_id": "p"}], "actors": in_place("a")})
    assert phase_of(data, place_of(data), 2025) == phase_of(data, place_of(data), 2025)
    assert phase_of(data, place_of(data), 2025).answer.result == Undefined("stage_not_chosen")
