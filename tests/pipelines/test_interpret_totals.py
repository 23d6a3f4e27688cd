"""Totals are left out and checked against their parts."""

from tests.pipelines.grids import read, sheet, visits, warned


def test_a_total_row_that_adds_up_says_nothing() -> None:
    reading = read(
        sheet("""
        Besøg
        Aktør | 2023-01 | 2023-02
        A     | 1       | 2
        B     | 3       |
        I alt | 4       | 2
    """)
    )
    assert warned(reading, "total_differs") == {}
    assert len(visits(reading)) == 3


def test_a_total_row_that_does_not_add_up_is_warned_of_with_its_cell() -> None:
    reading = read(
        sheet("""
        Besøg
        Aktør | 2023-01 | 2023-02
        A     | 1       | 2
        B     | 3       | 4
        I alt | 4       | 7
    """)
    )
    assert warned(reading, "total_differs") == {"C5": {"value": "7", "other_value": "6"}}


def test_subtotals_and_the_grand_total_are_each_right_in_their_own_way() -> None:
    reading = read(
        sheet("""
        Besøg
        Aktør | 2023-01
        A     | 1
        B     | 2
        I alt | 3
        C     | 4
        D     | 5
        I alt | 9
        Total | 12
    """)
    )
    assert warned(reading, "total_differs") == {}


def test_a_total_of_one_month_sums_that_month() -> None:
    reading = read(
        sheet("""
        Aktør | Måned   | Besøg
        A     | 2023-01 | 1
        B     | 2023-01 | 2
        I alt | 2023-01 | 3
        A     | 2023-02 | 4
        I alt | 2023-02 | 5
    """)
    )
    assert warned(reading, "total_differs") == {"C6": {"value": "5", "other_value": "4"}}


def test_a_total_of_something_named_cannot_be_checked() -> None:
    reading = read(
        sheet("""
        Aktør            | Måned   | Besøg
        A                | 2023-01 | 1
        Kystens museer i alt | 2023-01 | 3
    """)
    )
    assert warned(reading, "total_differs") == {}
    assert len(visits(reading)) == 1


def test_a_total_column_sums_its_row_and_the_columns_of_its_year() -> None:
    reading = read(
        sheet("""
        Besøg
        Aktør | 2023    |         |       | 2024    |         |
              | Januar  | Februar | I alt | Januar  | Februar | I alt
        A     | 1       | 2       | 3     | 4       | 5       | 9
        B     | 1       | 2       | 4     | 4       | 5       | 9
    """)
    )
    assert warned(reading, "total_differs") == {"D5": {"value": "4", "other_value": "3"}}
    assert len(visits(reading)) == 8


def test_nothing_is_said_of_a_total_with_a_refused_part() -> None:
    reading = read(
        sheet("""
        Besøg
        Aktør | 2023-01
        A     | 1
        B     | se note
        I alt | 4
    """)
    )
    assert warned(reading, "total_differs") == {}


def test_a_total_row_over_rows_with_and_without_all_is_not_doubled() -> None:
    reading = read(
        sheet(
            """
        Område | Marked  | 2023-01
        X      | alle    | 10
        X      | Danmark | 6
        Y      | alle    | 20
        Y      | Danmark | 7
        I alt  | alle    | 30
        I alt  | Danmark | 13
    """,
            "Overnatninger",
        )
    )
    assert warned(reading, "total_differs") == {}


def test_given_totals_and_parts_are_both_stored_and_compared() -> None:
    reading = read(
        sheet("""
        Område | Måned   | Marked   | Overnatninger
        X      | 2025-01 | alle     | 100
        X      | 2025-01 | Danmark  | 60
        X      | 2025-01 | udlandet | 30
        X      | 2025-01 | Tyskland | 20
        X      | 2025-01 | Norge    | 15
        X      | 2025-02 | alle     | 100
        X      | 2025-02 | Danmark  | 60
        X      | 2025-02 | udlandet | 40
        X      | 2025-03 | alle     | 100
        X      | 2025-03 | Tyskland | 99
    """)
    )
    assert warned(reading, "given_total_differs") == {
        "D2": {"value": "100", "other_value": "90"},
        "D4": {"value": "30", "other_value": "35"},
    }
    assert reading.rows == {"nights": 10}
