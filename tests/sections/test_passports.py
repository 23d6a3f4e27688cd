"""The passports can be searched, and lead to the cells of the view."""

from access.reader import LOCAL_ANALYST
from answers.view import parse_query, read_view
from charts.passport import PassportText
from frame.context import Context
from kpis.catalogue import catalogue
from locales import DANISH, ENGLISH, Language
from sections.method import lineage_address, passport_text
from sections.passports import matching
from tests.answers.tables import TableData, in_place, months, place_of

DATA = TableData({"actors": in_place("a"), "visits": months("a", 2024, [5] * 12)})


def context(language: Language = DANISH) -> Context:
    return Context(DATA, LOCAL_ANALYST, language, place_of(DATA), 2024, dark=False, pages={})


def passports(language: Language = DANISH) -> list[PassportText]:
    return [passport_text(context(language), passport) for passport in catalogue().values()]


def test_without_words_every_figure_is_found() -> None:
    assert len(matching(passports(), "  ")) == 98


def test_every_word_must_occur_in_whatever_case_and_order() -> None:
    found = {passport.kpi for passport in matching(passports(), "GINI sæson")}
    assert "gini_season_norm" in found
    assert "nps" not in found
    assert matching(passports(), "gini xyzzy") == []


def test_a_figure_is_found_by_its_id_and_in_the_readers_language() -> None:
    assert [one.kpi for one in matching(passports(ENGLISH), "visits_yoy_easter")] == ["visits_yoy_easter"]
    assert "resident_support_share" in {one.kpi for one in matching(passports(ENGLISH), "residents good")}


def test_a_passport_has_a_question_a_reading_a_method_its_data_and_its_source() -> None:
    for language in (DANISH, ENGLISH):
        for passport in passports(language):
            labels = {part.label for part in passport.parts}
            needed = ("Question", "How to read it", "How it is computed", "Data", "Needs", "Source")
            assert {language.text(label) for label in needed} <= labels
            assert all(text.strip() for part in passport.parts for text in part.texts)


def test_the_way_to_the_cells_keeps_the_view() -> None:
    address = lineage_address(context(ENGLISH), "visits_total")
    assert address == "metode?place=destination:p&year=2024&kpi=visits_total&lang=en"
    view = read_view(DATA, parse_query(address.partition("?")[2]))
    assert (view.place, view.year, view.language, dict(view.dropped)) == (place_of(DATA), 2024, ENGLISH, {})
