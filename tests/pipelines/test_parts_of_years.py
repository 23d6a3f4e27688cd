"""Half-years are refused with a sentence that says so; quarters take their year from a title, or it is asked for."""

import pytest

from locales import plain_name
from pipelines.finding_kinds import KINDS
from pipelines.periods import PeriodPart, read_period
from pipelines.reading import KnownNames
from tests.pipelines.grids import asked, facts, is_accounted, read, refused, sheet, visits


@pytest.mark.parametrize("text", ["1. halvår 2024", "2024H1", "H1 2024", "2024-H1", "2024 1. halvår", "1. half 2024"])
def test_half_years_are_recognised_however_they_are_written(text: str) -> None:
    found = read_period(text)
    assert found == PeriodPart(2024, half=1)
    assert found and found.period is None


@pytest.mark.parametrize("text", ["3. halvår 2024", "2024H3", "first half", "halvår"])
def test_what_is_no_half_year_is_no_period(text: str) -> None:
    assert read_period(text) is None


def test_a_half_year_in_a_row_is_refused_as_such_and_the_months_beside_it_are_read() -> None:
    reading = read(
        sheet("""
        Aktør | Periode        | Besøg
        A     | 1. halvår 2024 | 5
        A     | 2024-07        | 6
    """)
    )
    assert visits(reading) == {("A", "2024-07"): 6}
    assert refused(reading) == {"B2": "half_year", "C2": "key_refused"}


def test_half_years_as_columns_are_refused_as_such() -> None:
    reading = read(
        sheet("""
        Besøg
        Aktør | H1 2024 | H2 2024
        A     | 5       | 6
    """)
    )
    assert reading.facts == {}
    assert refused(reading) == {"B2": "half_year", "C2": "half_year", "B3": "key_refused", "C3": "key_refused"}
    assert is_accounted(reading)


def test_half_years_of_what_is_none_of_our_measures_are_never_stored() -> None:
    reading = read(
        sheet("""
        Kommune | Periode        | Indikator | Værdi
        Vejle   | 1. halvår 2024 | Biler     | 5
        Vejle   | 2024           | Biler     | 6
    """)
    )
    assert {key[1] for key in facts(reading, "reference")} <= {"2024"}
    assert is_accounted(reading)


@pytest.mark.parametrize("title", ["Besøg 2024", "Besøg"])
def test_quarters_without_their_year_take_it_from_a_title_or_ask_for_it(title: str) -> None:
    reading = read(
        sheet(f"""
        {title}
        Aktør | 1. kvartal | 2. kvartal
        A     | 5          | 6
    """)
    )
    if title == "Besøg":
        assert (asked(reading), visits(reading)) == ({"A2:C3": "which_year"}, {})
    else:
        assert visits(reading) == {("A", "2024-Q1"): 5, ("A", "2024-Q2"): 6}


def test_the_question_for_a_year_says_where_to_write_it_and_does_not_speak_of_months() -> None:
    kind = KINDS["which_year"]
    assert "month" not in kind.reason
    assert all(place in kind.suggestion for place in ("header", "line above", "sheet's name"))


@pytest.mark.parametrize("known", [{}, {"actor": {plain_name("Fyrskibet Vandstjernen"): "fyrskibet"}}])
def test_a_quarter_whose_figure_could_be_a_year_is_no_header(known: KnownNames) -> None:
    reading = read(
        sheet("""
        Fyrskibet Vandstjernen - besøgende
        Periode    | Besøgende
        1. kvartal | 2016
        2. kvartal | 2489
        3. kvartal | 1812
        4. kvartal | 2797
        Hele året  | 9114
    """),
        known=known,
    )
    assert "which_year" in {question.code for question in reading.questions}
    assert refused(reading) == dict.fromkeys(["B3", "B4", "B5", "B6"], "question")
    assert is_accounted(reading)


def test_a_month_over_names_of_months_is_a_row_of_the_table() -> None:
    reading = read(
        sheet("""
        Besøg hos A
        Måned   | Besøg
        Januar  | 2019
        Februar | 2020
    """),
        known={"actor": {"a": "a"}},
    )
    assert asked(reading) == {"A2:B4": "which_year"}


@pytest.mark.parametrize("header", ["Antal", "Besøgende"])
def test_months_that_nothing_heads_beside_a_column_of_figures_ask_whose_and_which_year(header: str) -> None:
    reading = read(
        sheet(f"""
        Besøgende
                | {header}
        Januar  | 599
        Februar | 20
        I alt   | 619
    """)
    )
    assert {question.code for question in reading.questions} == {"which_name", "which_year"}
    assert refused(reading) == {"B3": "question", "B4": "question"}
    assert is_accounted(reading)
