from pipelines.cells import SheetCells
from pipelines.find_tables import find_tables
from pipelines.grid import Range, Sheet
from pipelines.headers import Headers
from pipelines.names import Names
from tests.pipelines.grids import sheet


def found(drawn: Sheet, names: Names | None = None) -> list[tuple[str, str]]:
    """Return dataset and first header row and area of each table."""
    known = names or Names()
    tables = find_tables(SheetCells(drawn), Headers(known), known)
    return [(table.layout.dataset.id, str(table.area)) for table in tables]


def test_a_header_in_the_first_row_is_found() -> None:
    assert found(
        sheet("""
        Aktør | Måned   | Besøg
        A     | 2025-01 | 5
    """)
    ) == [("visits", "A1:C2")]


def test_titles_and_notes_above_do_not_hide_the_header() -> None:
    drawn = sheet("""
        Besøgstal for museerne
        Enhed: antal | | Udskrevet 3. januar

        Aktør | Måned   | Besøg
        A     | 2025-01 | 5
    """)
    assert found(drawn) == [("visits", "A4:C5")]


def test_two_tables_below_each_other_are_two() -> None:
    drawn = sheet("""
        Aktør | Måned   | Besøg
        A     | 2025-01 | 5

        Aktør | År   | kWh | Vand
        A     | 2024 | 7   | 8
    """)
    assert found(drawn) == [("visits", "A1:D3"), ("sustainability", "A4:D5")]


def test_two_tables_beside_each_other_are_two() -> None:
    drawn = sheet("""
        Aktør | Måned   | Besøg | | Aktør | Måned   | Omsætning
        A     | 2025-01 | 5     | | A     | 2025-01 | 100
    """)
    assert found(drawn) == [("visits", "A1:C2"), ("revenue", "E1:G2")]


def test_tables_of_different_height_beside_each_other_are_found() -> None:
    drawn = sheet("""
        Aktør | Måned   | Besøg | | Aktør | Måned   | Omsætning
        A     | 2025-01 | 5     | | A     | 2025-01 | 100
        A     | 2025-02 | 5     | |       |         |
        A     | 2025-03 | 5     | | Aktør | År      | kWh
        A     | 2025-04 | 5     | | A     | 2024    | 100
    """)
    assert found(drawn) == [("visits", "A1:C5"), ("revenue", "E1:G3"), ("sustainability", "E4:G5")]


def test_a_blank_column_inside_a_table_does_not_part_it() -> None:
    drawn = sheet(
        """
        Aktør | | Jan 2025 | Feb 2025 | | Mar 2025
        A     | | 1        | 2        | | 3
    """,
        "Besøg",
    )
    assert found(drawn) == [("visits", "A1:F2")]


def test_a_blank_row_inside_a_table_does_not_part_it() -> None:
    drawn = sheet("""
        Aktør | Måned   | Besøg
        A     | 2025-01 | 5

        B     | 2025-01 | 6
    """)
    assert found(drawn) == [("visits", "A1:C4")]


def test_a_year_merged_over_its_months_makes_a_header_of_two_rows() -> None:
    drawn = sheet(
        """
        Overnatninger
        Område | Marked | 2018 |     | 2019 |
               |        | Jan  | Feb | Jan  | Feb
        X      | alle   | 1    | 2   | 3    | 4
    """,
        merges=[Range(1, 2, 1, 3), Range(1, 4, 1, 5), Range(1, 0, 2, 0), Range(1, 1, 2, 1)],
    )
    known = Names()
    (table,) = find_tables(SheetCells(drawn), Headers(known), known)
    assert list(table.header) == [1, 2]
    assert [value.period.period for value in table.layout.values if value.period] == [
        "2018-01",
        "2018-02",
        "2019-01",
        "2019-02",
    ]


def test_a_year_said_once_reaches_over_its_months_without_a_merge() -> None:
    drawn = sheet("""
        Overnatninger
        Område | Marked | 2018 |     | 2019 |
               |        | Jan  | Feb | Jan  | Feb
        X      | alle   | 1    | 2   | 3    | 4
    """)
    known = Names()
    (table,) = find_tables(SheetCells(drawn), Headers(known), known)
    assert [value.period.period for value in table.layout.values if value.period][2] == "2019-01"


def test_a_table_we_do_not_know_is_not_found() -> None:
    assert (
        found(
            sheet("""
        Region | 2019 | 2020 | 2021
        Nord   | 4    | 5    | 6
    """)
        )
        == []
    )


def test_a_list_is_not_taken_for_places_because_of_two_stray_headers() -> None:
    assert (
        found(
            sheet("""
        Destination | Long | Short
        A           | 4    | 5
    """)
        )
        == []
    )


def test_an_empty_sheet_has_no_tables() -> None:
    assert found(Sheet("Ark1", [])) == []
    assert found(Sheet("Ark1", [[], [None, "  "]])) == []


def test_words_about_the_columns_are_no_table_of_them() -> None:
    assert (
        found(
            sheet("""
        Ark   | Kolonne  | Betydning
        Besøg | Måned    | Måneden, fx 2025-07
        Besøg | Marked   | Hvor gæsterne bor
        Besøg | Besøg    | Antal besøg
    """)
        )
        == []
    )
