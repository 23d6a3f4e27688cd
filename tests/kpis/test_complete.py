"""The catalogue is complete: 98 passports, and nothing in any of them that a reader would miss in either language."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from answers.wording import unit_text
from kpis.catalogue import catalogue
from kpis.declare import DIRECTIONS, THEMES, UNITS, Passport
from kpis.oracle_adapters import ADAPTERS
from kpis.oracles import read_cases
from kpis.result import Value
from kpis.texts import PASSPORT_TEXTS
from locales import DANISH, ENGLISH
from tests.kpis.worked import OWN_CASES

PASSPORTS = list(catalogue().values())
WITHOUT_A_UNIT_WORD = {"fraction", "count", "label"}
# A passport that lacks one of these is worth nothing to the reader it was written for.
TEXTS = (*PASSPORT_TEXTS, "source")


def _lacking(passport: Passport) -> Iterator[str]:
    yield from (field for field in TEXTS if not getattr(passport, field).strip())
    if passport.unit not in UNITS or passport.direction not in DIRECTIONS or passport.theme not in THEMES:
        yield "unit, direction or theme"
    if not passport.cases and passport.id not in OWN_CASES:
        yield "worked case"
    yield from (
        f"Danish {field}" for field in PASSPORT_TEXTS if DANISH.kpi_text(said := getattr(passport, field)) == said
    )


def test_there_are_98_numbered_from_1_without_a_gap() -> None:
    assert [passport.number for passport in PASSPORTS] == list(range(1, 99))


def test_every_theme_has_its_figures() -> None:
    assert {passport.theme for passport in PASSPORTS} == set(THEMES)


@pytest.mark.parametrize("passport", PASSPORTS, ids=lambda passport: passport.id)
def test_no_passport_lacks_anything_in_either_language(passport: Passport) -> None:
    assert [*_lacking(passport)] == []


@pytest.mark.parametrize("passport", PASSPORTS, ids=lambda passport: passport.id)
def test_a_unit_has_its_word_in_both_languages(passport: Passport) -> None:
    for language in (DANISH, ENGLISH):
        assert bool(unit_text(passport.unit, "visits", language)) != (passport.unit in WITHOUT_A_UNIT_WORD)


def test_a_count_says_what_it_counts_for_one_and_for_many_in_both_languages() -> None:
    for passport in PASSPORTS:
        assert len(passport.counted) == (2 if passport.unit == "count" else 0), passport.id
        for words in passport.counted:
            assert DANISH.kpi_text(words) != words


def test_every_worked_case_of_a_passport_is_one_that_is_computed(shared: Path) -> None:
    known = {case.id: case.kpi for case in read_cases(shared / "kpi" / "oracles.json")}
    for passport in PASSPORTS:
        assert [case for case in passport.cases if known.get(case) not in ADAPTERS] == []


@pytest.mark.parametrize("kpi_id", OWN_CASES)
def test_our_own_worked_cases_give_what_they_must(kpi_id: str) -> None:
    result = OWN_CASES[kpi_id].compute()
    assert isinstance(result, Value)
    assert result.value == OWN_CASES[kpi_id].expected


def test_our_own_cases_are_only_for_those_without_another() -> None:
    assert {passport.id for passport in PASSPORTS if not passport.cases} == set(OWN_CASES)
