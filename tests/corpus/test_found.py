"""Faults of the reader that generated workbooks have shown, each as the small sheet it was seen in."""

from datetime import date

from pipelines.grid import Range, Sheet
from tests.pipelines.grids import facts, is_accounted, left_out, read, refused, rows, sheet, visits


def test_a_label_merged_over_columns_is_no_header_alone() -> None:
    drawn = """
        Besøg
        Museum | Besøgstal |         |         |
               | jan 2023  | feb 2023 | 2023-13 | mar 2023
        A      | 1         | 2       | 3       | 4
        B      | 5         | 6       | 7       | 8
    """
    below = rows(drawn.replace("2023", "2024"))
    reading = read(Sheet("Ark1", [*rows(drawn), [], *below], merges=[Range(1, 1, 1, 4), Range(8, 1, 8, 4)]))
    assert visits(reading)["B", "2023-03"] == 8
    assert visits(reading)["B", "2024-02"] == 6
    assert refused(reading) == {
        "D3": "wide_header", "D4": "key_refused", "D5": "key_refused",
        "D10": "wide_header", "D11": "key_refused", "D12": "key_refused",
    }  # fmt: skip
    assert is_accounted(reading)


def test_labels_printed_once_are_carried_down_over_totals_that_follow_each_other() -> None:
    reading = read(
        sheet("""
        Aktør | År   | Måned  | Besøg
        A     | 2021 | nov    | 1
              |      | dec    | 2
              | 2022 | jan    | 3
        I alt |      |        | 6
        B     | 2021 | nov    | 4
              |      | dec    | 5
              | 2022 | jan    | 6
        I alt |      |        | 15
        I alt |      |        | 21
    """)
    )
    assert visits(reading)["B", "2021-12"] == 5
    assert len(visits(reading)) == 6
    assert refused(reading) == {}


def test_a_note_right_below_is_no_figure_even_where_the_figures_stand_first() -> None:
    reading = read(
        sheet("""
        Besøg | Måned   | Aktør
        1     | 2023-01 | A
        2     | 2023-02 | A
        Talt op af de frivillige
    """)
    )
    assert left_out(reading) == {"A4": "note"}
    assert refused(reading) == {}


def test_a_year_over_the_months_of_one_table_is_no_figure_of_the_table_above() -> None:
    reading = read(
        sheet("""
        Besøg
              | 2021 |
        Aktør | feb  | mar
        A     | 1    | 2

        Besøg
              | 2031 |
        Aktør | feb  | mar
        A     | 3    | 4
    """)
    )
    assert visits(reading) == {("A", "2021-02"): 1, ("A", "2021-03"): 2, ("A", "2031-02"): 3, ("A", "2031-03"): 4}


def test_a_year_reaches_over_the_blank_columns_between_its_months() -> None:
    reading = read(
        sheet("""
        Overnatninger
               | 2021 |  |     | 2022 |  |       |
        Område | dec  |  | I alt | jan  |  | feb | I alt
        X      | 1    |  | 1     | 2    |  | 3   | 5
    """)
    )
    assert facts(reading, "nights") == {
        ("X", "2021-12", "nights"): 1,
        ("X", "2022-01", "nights"): 2,
        ("X", "2022-02", "nights"): 3,
    }


def test_a_hidden_year_is_not_replaced_by_the_year_before_it() -> None:
    drawn = """
        Overnatninger
               | 2021 |     | 2022 |
        Område | nov  | dec | jan  | feb
        X      | 1    | 2   | 3    | 4
    """
    reading = read(sheet(drawn, hidden_columns=frozenset({3})))
    assert ("X", "2021-02", "nights") not in facts(reading, "nights")
    assert refused(reading)["E4"] in ("key_refused", "question")
    assert is_accounted(reading)


def test_a_hidden_year_among_several_is_not_replaced_either() -> None:
    drawn = """
        Overnatninger
               | 2021 |     | 2022 |     | 2023 |
        Område | nov  | dec | jan  | feb | jan  | feb
        X      | 1    | 2   | 3    | 4   | 5    | 6
    """
    reading = read(sheet(drawn, hidden_columns=frozenset({3})))
    assert set(facts(reading, "nights").values()) == {1, 2, 5, 6}
    assert refused(reading) == {"E4": "key_refused"}


def test_a_hidden_name_is_not_replaced_by_the_name_above_it() -> None:
    drawn = """
        Aktør | Måned   | Besøg
        A     | 2023-01 | 1
              | 2023-02 | 2
        B     | 2023-03 | 3
              | 2023-04 | 4
    """
    reading = read(sheet(drawn, hidden_rows=frozenset({3})))
    assert visits(reading) == {("A", "2023-01"): 1, ("A", "2023-02"): 2}
    assert refused(reading) == {"C5": "missing_key"}
    assert is_accounted(reading)


def test_a_date_among_the_first_figures_is_no_header() -> None:
    drawn = Sheet(
        "Museum Vest",
        [["Periode", "Besøg"], ["2021M07", 1], ["2021M08", 2], ["2021M09", date(2023, 1, 1)], ["2021M10", 4]],
    )
    reading = read(drawn, known={"actor": {"museumvest": "mv"}})
    assert visits(reading) == {("mv", "2021-07"): 1, ("mv", "2021-08"): 2, ("mv", "2021-10"): 4}
    assert refused(reading) == {"B4": "date_for_number"}
