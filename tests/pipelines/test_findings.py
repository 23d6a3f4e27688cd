import re
from string import Formatter

import pytest

from locales import DANISH, ENGLISH
from pipelines.finding_kinds import KINDS
from pipelines.findings import Finding


def values_for(code: str) -> dict[str, str]:
    """Return a value for everything the English sentences of a finding speak of."""
    said = KINDS[code].reason + KINDS[code].suggestion
    return {name: "x" for _, name, _, _ in Formatter().parse(said) if name and name != "value"}


@pytest.mark.parametrize("code", KINDS)
@pytest.mark.parametrize("language", [DANISH, ENGLISH], ids=["da", "en"])
def test_every_finding_has_a_sentence_without_holes(code: str, language: object) -> None:
    finding = Finding(code, "Ark1!A1", "5", values_for(code))
    sentence = finding.reason(language)  # type: ignore[arg-type]
    assert sentence
    assert not re.search(r"[{}]", sentence + finding.suggestion(language))  # type: ignore[arg-type]


def test_a_value_may_differ_by_language() -> None:
    finding = Finding("not_a_choice", "Ark1!A1", "fest", {"column": "Type", "choices_da": "bod", "choices_en": "stall"})
    assert "stall" in finding.suggestion(ENGLISH)
    assert "bod" in finding.suggestion(DANISH)


def test_a_suggestion_that_lacks_its_value_is_not_made() -> None:
    assert Finding("similar_name", "Ark1!A1", "A").suggestion(ENGLISH) == ""
    assert "mv" in Finding("similar_name", "Ark1!A1", "A", {"suggestion": "mv"}).suggestion(ENGLISH)


@pytest.mark.parametrize("code", ["unknown_name", "similar_name", "same_core", "similar_header"])
def test_what_is_asked_of_a_warning_is_a_question(code: str) -> None:
    finding = Finding(code, "Ark1!A1", "Fyret", {"suggestion": "mv", "share": "90", "column": "Besøg"})
    assert finding.question(DANISH).endswith("?")
    assert not finding.reason(DANISH).endswith("?")


def test_a_question_is_asked_as_it_stands() -> None:
    finding = Finding("dash", "Ark1!A1", "-")
    assert finding.question(DANISH) == finding.reason(DANISH)


def test_of_one_hidden_row_the_singular_is_said() -> None:
    assert Finding("hidden_read", "Ark1", "1").reason(DANISH) == "1 skjult række eller kolonne er udeladt."
    assert Finding("hidden_read", "Ark1", "2").reason(DANISH) == "2 skjulte rækker eller kolonner er udeladt."


def test_figures_are_written_as_people_write_numbers_and_what_stands_in_a_cell_as_it_stands() -> None:
    change = Finding("large_change", "Ark1!B2", "5053", {"other_value": "1234.5"})
    assert change.reason(DANISH) == "5.053 mod 1.234,5 i samme periode året før."
    assert change.reason(ENGLISH).startswith("5,053 against 1,234.5 ")
    assert "5053" in Finding("not_a_period", "Ark1!A2", "5053").reason(DANISH)
