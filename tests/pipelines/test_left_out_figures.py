"""Figures beside the ones a table is read for are read too, or a warning names their column."""

import pytest

from locales import plain_name
from pipelines.asking import Ask
from tests.pipelines.grids import facts, is_accounted, left_out, read, sheet, warned

TABLE = """
    Tovværk & Tjære
    Regnskab og gæster 2021

    Måned   | Besøgende | {header}
    Januar  | 882       | 50000
    Februar | 686       | 60000
"""
KNOWN = {"actor": {plain_name("Tovværk & Tjære"): "tov"}}


@pytest.mark.parametrize(
    "header", ["Omsætning i kr.", "Omsætning", "Omsætning (kr.)", "Omsætning kr.", "Beløb (kr.)", "Omsætning i DKK"]
)
def test_revenue_beside_visits_is_read_also_where_a_title_says_the_year(header: str) -> None:
    reading = read(sheet(TABLE.format(header=header)), known=KNOWN)
    assert facts(reading, "revenue") == {
        ("tov", "2021-01", "amount_dkk"): 50000,
        ("tov", "2021-02", "amount_dkk"): 60000,
    }
    assert facts(reading, "visits") == {("tov", "2021-01", "visits"): 882, ("tov", "2021-02", "visits"): 686}
    assert warned(reading, "figures_left_out") == {}
    assert is_accounted(reading)


@pytest.mark.parametrize("header", ["Omsætning i €", "Besøgende i %", "Personale"])
def test_figures_of_something_else_are_left_out_with_a_warning_that_names_their_column(header: str) -> None:
    reading = read(sheet(TABLE.format(header=header)), known=KNOWN)
    assert warned(reading, "figures_left_out") == {"C4": {"value": header}}
    assert left_out(reading)["C4:C6"] == "unknown_column"
    assert set(reading.facts) == {"visits"}
    assert is_accounted(reading)


def test_the_warning_comes_before_the_questions_of_the_table_are_answered() -> None:
    reading = read(sheet(TABLE.format(header="Personale").replace("2021", "")))
    assert reading.questions
    assert set(warned(reading, "figures_left_out")) == {"C4"}


def test_words_are_left_out_without_a_warning() -> None:
    drawn = TABLE.format(header="Vejr").replace("50000", "regn").replace("60000", "sol")
    assert warned(read(sheet(drawn), known=KNOWN), "figures_left_out") == {}


def test_a_column_that_a_person_leaves_out_is_not_warned_of() -> None:
    drawn = sheet(TABLE.format(header="Personale"))
    (table,) = read(drawn, known=KNOWN).tables
    reading = read(drawn, known=KNOWN, confirmed={Ask("column", table.layout, "personale"): "skip"})
    assert warned(reading, "figures_left_out") == {}
    assert set(reading.facts) == {"visits"}
