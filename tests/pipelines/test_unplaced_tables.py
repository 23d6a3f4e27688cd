"""Figures by period of which nothing says the place, or what they are, are asked about, never left out in silence."""

import pytest

from tests.pipelines.grids import asked, facts, is_accounted, left_out, read, sheet

YEARS = """
    year | widgets
    2019 | 5
    2020 | 6
"""
MONTHS = """
    Month | Mode     | Count
    Jan   | Walkers  | 5
    Feb   | Walkers  | 6
    Jan   | Cyclists | 7
"""
SPREAD = """
    Sector    | 2019 | 2020
    Transport | 5    | 6
    Shopping  | 7    | 8
"""
BARE = """
    time    | value
    1999    | 5.5
    1999.25 | 6.5
"""


def settled(drawn: str, **answers: str) -> dict[tuple[str, ...], object]:
    """Return the facts after every question of those kinds was answered."""
    questions = read(sheet(drawn)).questions
    confirmed = {question.ask: answers[question.code] for question in questions if question.ask}
    reading = read(sheet(drawn), confirmed=confirmed)
    assert not reading.questions
    assert is_accounted(reading)
    return {key[:3]: figure for key, figure in facts(reading, "reference").items()}


@pytest.mark.parametrize(
    ("drawn", "questions"),
    [
        (YEARS, {"which_name"}),
        (MONTHS, {"which_name", "which_year"}),
        (SPREAD, {"which_name"}),
        (BARE, {"which_name", "which_measure"}),
    ],
    ids=["years", "months", "spread", "bare"],
)
def test_what_the_table_does_not_say_is_asked_at_once(drawn: str, questions: set[str]) -> None:
    reading = read(sheet(drawn))
    assert {question.code for question in reading.questions} == questions
    assert facts(reading, "reference") == {}
    assert is_accounted(reading)


def test_the_place_is_answered() -> None:
    assert settled(YEARS, which_name="Lejre") == {
        ("Lejre", "2019", "widgets"): 5,
        ("Lejre", "2020", "widgets"): 6,
    }


def test_the_year_of_months_is_answered_beside_the_place() -> None:
    assert settled(MONTHS, which_name="Peaks", which_year="2018") == {
        ("Peaks", "2018-01", "Count · Walkers"): 5,
        ("Peaks", "2018-02", "Count · Walkers"): 6,
        ("Peaks", "2018-01", "Count · Cyclists"): 7,
    }


def test_what_is_counted_is_answered_in_a_text() -> None:
    assert settled(BARE, which_name="Australia", which_measure="Nights, millions") == {
        ("Australia", "1999-Q1", "Nights, millions"): 5.5,
        ("Australia", "1999-Q2", "Nights, millions"): 6.5,
    }


def test_a_measure_of_ours_is_no_name_of_reference_figures() -> None:
    reading = read(sheet(BARE))
    confirmed = {question.ask: "visits.visits" for question in reading.questions if question.ask}
    assert set(asked(read(sheet(BARE), confirmed=confirmed)).values()) == {"which_measure"}


@pytest.mark.parametrize(
    "drawn",
    [
        "year | widgets\n2019 | 5",
        "Time | 2008\nTime | 2009\nTime | 2010",
        'year | number\n2019 | "0101901234"\n2020 | "0201901234"',
        "year | CPR\n2019 | 101901234\n2020 | 201901234",
        "Sector | 2019 | 2019\nA | 5 | 6\nB | 7 | 8",
        "Museum | year | widgets\nA | 2019 | 5\nB | 2020 | 6",
    ],
    ids=["one row", "a list of years", "ten digits", "named so", "one year twice", "museums"],
)
def test_nothing_is_asked_where_no_figures_count_anything(drawn: str) -> None:
    reading = read(sheet(drawn))
    assert not [question for question in reading.questions if question.code == "which_name"]
    assert is_accounted(reading)


def test_an_unplaced_table_beside_a_whole_one_is_left_to_be_a_note() -> None:
    drawn = f"Aktør | Måned | Besøg\nA | 2023-01 | 5\n\n{YEARS}"
    reading = read(sheet(drawn))
    assert not asked(reading)
    assert left_out(reading)
    assert is_accounted(reading)
