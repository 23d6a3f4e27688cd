"""A column whose cells are choices of a key is that key, whatever stands over it."""

import pytest

from tests.pipelines.grids import is_accounted, left_out, read, refused, sheet, visits

BY_AGE = """
    Aktør | Måned   | Gæster | Besøg
    A     | 2023-01 | Voksne | 50
    A     | 2023-01 | Børn   | 20
    A     | 2023-01 | I alt  | 70
    A     | 2023-02 | Voksne | 51
    A     | 2023-02 | Børn   | 22
    A     | 2023-02 | I alt  | 73
"""


@pytest.mark.parametrize("header", ["Gæster", "Hvem", "Publikum", "Alder", "Besøgende"])
@pytest.mark.parametrize("figures", ["Besøg", "Antal"])
def test_ages_under_another_header_are_ages_and_the_total_is_that_of_all(header: str, figures: str) -> None:
    reading = read(sheet(BY_AGE.replace("Gæster", header).replace("Besøg", figures)))
    assert visits(reading) == {
        ("A", "2023-01", "adult"): 50,
        ("A", "2023-01", "under_18"): 20,
        ("A", "2023-01"): 70,
        ("A", "2023-02", "adult"): 51,
        ("A", "2023-02", "under_18"): 22,
        ("A", "2023-02"): 73,
    }
    assert refused(reading) == {}
    assert is_accounted(reading)


def test_a_part_whose_other_rows_are_hidden_is_not_stored_as_the_whole() -> None:
    reading = read(sheet(BY_AGE, hidden_rows=frozenset({2, 3, 5, 6})))
    assert visits(reading) == {("A", "2023-01", "adult"): 50, ("A", "2023-02", "adult"): 51}
    assert is_accounted(reading)


def test_markets_under_an_unknown_header_are_markets() -> None:
    reading = read(
        sheet("""
            Aktør | Måned   | Oprindelse | Besøg
            A     | 2023-01 | Danmark    | 50
            A     | 2023-01 | Tyskland   | 20
        """)
    )
    assert visits(reading) == {("A", "2023-01", "DK"): 50, ("A", "2023-01", "DE"): 20}


def test_one_country_under_an_unknown_header_is_where_a_museum_lies() -> None:
    reading = read(
        sheet("""
            Aktør | Beliggenhed | Måned   | Besøg
            A     | Danmark     | 2023-01 | 50
            B     | Danmark     | 2023-01 | 20
        """)
    )
    assert visits(reading) == {("A", "2023-01"): 50, ("B", "2023-01"): 20}
    assert left_out(reading) == {"B1:B3": "unknown_column"}


def test_figures_stay_figures_under_a_header_that_is_also_a_name_of_a_group() -> None:
    reading = read(
        sheet("""
            Aktør | Måned   | Gæster
            A     | 2023-01 | 50
        """)
    )
    assert visits(reading) == {("A", "2023-01"): 50}


def test_a_column_named_as_the_key_stands_before_one_that_only_holds_its_choices() -> None:
    reading = read(
        sheet("""
            Aktør | Måned   | Gæster | Alder  | Besøg
            A     | 2023-01 | Børn   | Voksne | 50
            A     | 2023-02 | Voksne | Voksne | 51
        """)
    )
    assert visits(reading) == {("A", "2023-01", "adult"): 50, ("A", "2023-02", "adult"): 51}
    assert left_out(reading) == {"C1:C3": "second_column"}
