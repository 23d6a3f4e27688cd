"""Exports of Statistics Denmark: levels, hierarchical stubs, codes of periods and contents, sums among the months."""

from tests.pipelines.grids import facts, is_accounted, left_out, read, refused, sheet, visits, warned


def test_levels_each_on_a_row_of_its_own_one_column_further_in_are_read() -> None:
    reading = read(
        sheet("""
        Overnatninger efter overnatningsform, område, periode og tid
        Enhed: Antal
                   |                 |           | 2022 | 2023
        Alle typer
                   | Region Sjælland
                   |                 | Hele året | 5    | 6
                   | Region Syddanmark
                   |                 | Hele året | 7    | 8
        Hoteller
                   | Region Sjælland
                   |                 | Hele året | 1    | ..
    """)
    )
    assert facts(reading, "nights") == {
        ("Region Sjælland", "2022", "nights"): 5,
        ("Region Sjælland", "2023", "nights"): 6,
        ("Region Syddanmark", "2022", "nights"): 7,
        ("Region Syddanmark", "2023", "nights"): 8,
        ("Region Sjælland", "2022", "hotel", "nights"): 1,
    }
    assert is_accounted(reading)


def test_the_codes_of_months_are_not_those_of_the_sums_beside_them() -> None:
    reading = read(
        sheet("""
        OMRÅDE | OVERNATF | PERIODE | TID    | INDHOLD
        "000"  | "100"    | "1"     | "2023" | "30"
        "000"  | "100"    | "01"    | "2023" | "10"
        "000"  | "100"    | "02"    | "2023" | "20"
        "000"  | "120"    | "01"    | "2023" | "5"
        "000"  | "100"    | "2"     | "2023" | "31"
    """)
    )
    assert facts(reading, "nights") == {
        ("000", "2023", "nights"): 30,
        ("000", "2023-01", "nights"): 10,
        ("000", "2023-02", "nights"): 20,
        ("000", "2023-01", "hotel", "nights"): 5,
    }
    assert refused(reading) == {"C6": "not_a_period", "E6": "key_refused"}


def test_the_whole_year_among_its_months_is_a_sum_and_checked() -> None:
    reading = read(
        sheet("""
        område      | periode     | tid    | overnatningsform | indhold
        Hele landet | Hele året   | "2023" | Alle typer       | 31
        Hele landet | Januar      | "2023" | Alle typer       | 10
        Hele landet | Februar     | "2023" | Alle typer       | 20
        Hele landet | År til dato | "2023" | Alle typer       | 30
    """)
    )
    assert facts(reading, "nights") == {
        ("Hele landet", "2023-01", "nights"): 10,
        ("Hele landet", "2023-02", "nights"): 20,
    }
    assert left_out(reading) == {"A2:E2": "total_row", "A5:E5": "computed"}
    assert warned(reading, "total_differs") == {"E2": {"value": "31", "other_value": "30"}}


def test_quarters_beside_their_months_are_sums_and_checked() -> None:
    reading = read(
        sheet("""
        Besøg 2023
        Museum | jan | feb | mar | 1. kvartal | apr | 2. kvt. | I alt
        A      | 1   | 2   | 3   | 6          | 4   | 15      | 10
        B      | 1   | 2   | 3   | 7          | 4   | 15      | 10
    """)
    )
    assert visits(reading)["A", "2023-Q2"] == 15
    assert ("A", "2023-Q1") not in visits(reading)
    assert set(warned(reading, "total_differs")) >= {"E4"}
    assert "E3" not in warned(reading, "total_differs")
    assert is_accounted(reading)


def test_quarters_below_their_months_are_sums_and_checked() -> None:
    reading = read(
        sheet("""
        Besøg 2023
        Måned      | Museum A | Museum B
        januar     | 1        | 2
        februar    | 1        | 2
        marts      | 1        | 2
        1. kvartal | 3        | 7
        april      | 1        | 2
        2. kvartal | 5        | 9
        År til dato | 4       | 8
    """)
    )
    assert visits(reading)["Museum A", "2023-Q2"] == 5
    assert ("Museum A", "2023-Q1") not in visits(reading)
    assert left_out(reading) == {"A6:C6": "total_row", "A9:C9": "computed"}
    assert warned(reading, "total_differs") == {"C6": {"value": "7", "other_value": "6"}}


def test_the_numbers_of_notes_behind_a_total_do_not_make_it_a_museum() -> None:
    reading = read(
        sheet("""
        Besøg
        Museum    | 2019/20 | 2020/21 [b] | Total6, 7
        A         | 5       | 6           | 11
        B         | 5       | 6           | 12
        Total6, 7 | 10      | 12          | 23
    """)
    )
    assert {actor for actor, _ in visits(reading)} == {"A", "B"}
    assert set(warned(reading, "total_differs")) == {"D4"}


def test_an_area_printed_once_on_the_row_of_its_whole_year_holds_for_the_months_below() -> None:
    reading = read(
        sheet("""
        område          | periode   | tid    | overnatningsform | indhold
        Region Sjælland | Hele året | "2023" | Alle typer       | 30
                        | Januar    | "2023" | Alle typer       | 10
                        | Februar   | "2023" | Alle typer       | 20
    """)
    )
    assert facts(reading, "nights") == {
        ("Region Sjælland", "2023-01", "nights"): 10,
        ("Region Sjælland", "2023-02", "nights"): 20,
    }
