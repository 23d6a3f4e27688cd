"""Which layouts are read: the same few figures in the shapes people send them."""

import pytest

from pipelines.grid import Range, Sheet, Workbook
from pipelines.interpret import interpret
from tests.pipelines.grids import asked, facts, is_accounted, left_out, read, refused, sheet, visits, warned

EXPECTED = {("A", "2023-01"): 1.0, ("A", "2023-02"): 2.0, ("B", "2023-01"): 3.0, ("B", "2023-02"): 4.0}

LONG = sheet("""
    Aktør | Måned   | Besøg
    A     | 2023-01 | 1
    A     | 2023-02 | 2
    B     | 2023-01 | 3
    B     | 2023-02 | 4
""")
ENGLISH = sheet("""
    Actor | Month         | Visits
    A     | January 2023  | 1
    A     | February 2023 | 2
    B     | Jan 2023      | 3
    B     | Feb-23        | 4
""")
MONTHS_AS_COLUMNS = sheet("""
    Besøg
    Aktør | jan 2023 | feb 2023
    A     | 1        | 2
    B     | 3        | 4
""")
YEAR_IN_TITLE = sheet("""
    Besøg 2023

    Museum | Januar | Februar | Hele året
    A      | 1      | 2       | 3
    B      | 3      | 4       | 7
    I alt  | 4      | 6       | 10

    Kilde: billetsystemet
""")
YEAR_IN_SHEET_NAME = sheet(
    """
    Antal besøg pr. museum
    Museum | Januar | Februar
    A      | 1      | 2
    B      | 3      | 4
    """,
    "2023",
)
YEAR_IN_A_COLUMN = sheet("""
    Aktør | År   | Måned   | Besøg
    A     | 2023 | Januar  | 1
          |      | Februar | 2
    B     | 2023 | 1       | 3
          |      | 2       | 4
""")
YEAR_BESIDE_MONTHS_AS_COLUMNS = sheet("""
    Besøg
    Aktør | År   | Januar | Februar
    A     | 2023 | 1      | 2
    B     | 2023 | 3      | 4
""")
ACTORS_AS_COLUMNS = sheet("""
    Besøg 2023
    Måned   | A | B | I alt
    Januar  | 1 | 3 | 4
    Februar | 2 | 4 | 6
    I alt   | 3 | 7 | 10
""")
LABELS_PRINTED_ONCE = sheet("""
    Aktør | Måned   | Besøg
    A     | 2023-01 | 1
          | 2023-02 | 2
    B     | 2023-01 | 3
          | 2023-02 | 4
""")
TWO_HEADER_ROWS = sheet(
    """
    Besøg
    Aktør | 2023   |
          | Januar | Februar
    A     | 1      | 2
    B     | 3      | 4
    """,
    merges=[Range(1, 1, 1, 2), Range(1, 0, 2, 0)],
)
NO_HEADER_OVER_THE_NAMES = sheet("""
    Besøg 2023
          | Januar | Februar
    A     | 1      | 2
    B     | 3      | 4
""")


@pytest.mark.parametrize(
    "drawn",
    [
        pytest.param(LONG, id="long"),
        pytest.param(ENGLISH, id="english"),
        pytest.param(MONTHS_AS_COLUMNS, id="months as columns"),
        pytest.param(YEAR_IN_TITLE, id="year in the title, totals, a note"),
        pytest.param(YEAR_IN_SHEET_NAME, id="year in the sheet's name"),
        pytest.param(YEAR_IN_A_COLUMN, id="year in a column, months by name and number"),
        pytest.param(YEAR_BESIDE_MONTHS_AS_COLUMNS, id="year beside months as columns"),
        pytest.param(ACTORS_AS_COLUMNS, id="actors as columns"),
        pytest.param(LABELS_PRINTED_ONCE, id="labels printed once"),
        pytest.param(TWO_HEADER_ROWS, id="two header rows"),
        pytest.param(NO_HEADER_OVER_THE_NAMES, id="no header over the names"),
    ],
)
def test_the_same_figures_are_read_from_every_layout(drawn: Sheet) -> None:
    reading = read(drawn)
    assert visits(reading) == EXPECTED
    assert reading.rows == {"visits": 4}
    assert refused(reading) == {}
    assert is_accounted(reading)


def test_one_sheet_a_year_is_read_as_so_many_years() -> None:
    drawn = """
        Aktør | Januar
        A     | {figure}
    """
    reading = read(*(sheet(drawn.format(figure=year - 2000), f"Besøg {year}") for year in (2022, 2023, 2024)))
    assert visits(reading) == {("A", "2022-01"): 22, ("A", "2023-01"): 23, ("A", "2024-01"): 24}


def test_one_sheet_a_place_is_read_where_its_name_is_known() -> None:
    drawn = """
        Måned   | Besøg
        2023-01 | 5
    """
    known = {"actor": {"museumvest": "mv"}}
    assert visits(read(sheet(drawn, "Museum Vest"), known=known)) == {("mv", "2023-01"): 5}


def test_a_sheet_of_an_unknown_name_is_a_question() -> None:
    drawn = """
        Måned   | Besøg
        2023-01 | 5
    """
    reading = read(sheet(drawn, "Museum Øst"), known={"actor": {"museumvest": "mv"}})
    assert visits(reading) == {}
    assert asked(reading) == {"A1:B2": "which_name"}
    assert refused(reading) == {"B2": "question"}


def test_names_of_places_in_a_title_are_found_among_its_other_words() -> None:
    drawn = sheet("""
        Besøg på Museum Vest i 2023
        Måned  | Antal gæster
        Januar | 5
    """)
    assert visits(read(drawn, known={"actor": {"museumvest": "mv"}})) == {("mv", "2023-01"): 5}


def test_months_without_a_year_are_a_question() -> None:
    reading = read(
        sheet("""
        Aktør | Måned  | Besøg
        A     | Januar | 5
    """)
    )
    assert asked(reading) == {"A1:C2": "which_year"}
    assert refused(reading) == {"C2": "question"}
    assert visits(reading) == {}


def test_figures_of_something_unsaid_are_a_question() -> None:
    reading = read(
        sheet("""
        Aktør | jan 2023 | feb 2023 | mar 2023
        A     | 1        | 2        | 3
    """)
    )
    assert asked(reading) == {"A1:D2": "which_measure"}
    assert set(refused(reading).values()) == {"question"}


def test_a_file_without_anything_we_know_is_left_out_as_a_whole() -> None:
    reading = read(
        sheet("""
        Region | 2019 | 2020
        Nord   | 4    | 5
    """)
    )
    assert reading.facts == {}
    assert left_out(reading) == {"A1:C2": "no_table"}


def test_quarters_years_and_fiscal_years_are_kept_as_such() -> None:
    reading = read(
        sheet("""
        Besøg
        Aktør | 2023K1 | 1. kvartal 2024 | 2023 | 2023/24
        A     | 1      | 2               | 3    | 4
    """)
    )
    assert visits(reading) == {("A", "2023-Q1"): 1, ("A", "2024-Q1"): 2, ("A", "2023"): 3, ("A", "2023/24"): 4}


def test_markets_as_columns_have_their_total_as_all() -> None:
    reading = read(
        sheet(
            """
        Område | Måned   | Danmark | Udlandet | I alt
        X      | 2023-01 | 60      | 40       | 100
    """,
            "Overnatninger",
        )
    )
    assert facts(reading, "nights") == {
        ("X", "2023-01", "DK", "nights"): 60,
        ("X", "2023-01", "foreign", "nights"): 40,
        ("X", "2023-01", "nights"): 100,
    }


def test_a_market_called_i_alt_is_the_value_all_and_no_total_row() -> None:
    reading = read(
        sheet("""
        Overnatninger i X
        Marked  | 2023-01 | 2023-02
        I alt   | 100     | 90
        Danmark | 60      | 50
    """),
        known={"area": {"x": "x"}},
    )
    assert facts(reading, "nights")["x", "2023-01", "nights"] == 100
    assert facts(reading, "nights")["x", "2023-02", "DK", "nights"] == 50


def test_answers_metrics_and_streams_as_columns_need_no_title() -> None:
    answers = read(
        sheet("""
        Destination | År   | flest positive | lige mange | flest negative | ved ikke
        D           | 2024 | 68             | 22         | 6              | 4
    """)
    )
    assert facts(answers, "residents")["D", "2024", "more_positive", "count"] == 68
    metrics = read(
        sheet("""
        Aktør | År   | kWh  | Vand (m³)
        A     | 2024 | 1000 | 30
    """)
    )
    assert facts(metrics, "sustainability")["A", "2024", "water_m3", "value"] == 30
    streams = read(
        sheet("""
        Aktør | Måned   | Entré | Butik | I alt
        A     | 2024-01 | 100   | 50    | 150
    """)
    )
    assert facts(streams, "revenue")["A", "2024-01", "amount_dkk"] == 150
    assert facts(streams, "revenue")["A", "2024-01", "shop", "amount_dkk"] == 50


def test_two_measures_over_the_months_are_told_apart() -> None:
    reading = read(
        sheet(
            """
        Overnatninger 2023
        Område | Overnatninger |     |           | Ankomster |     |
               | jan           | feb | Hele året | jan       | feb | Hele året
        X      | 10            | 20  | 30        | 1         | 2   | 3
        """,
            merges=[Range(1, 1, 1, 3), Range(1, 4, 1, 6)],
        )
    )
    assert facts(reading, "nights") == {
        ("X", "2023-01", "nights"): 10,
        ("X", "2023-02", "nights"): 20,
        ("X", "2023-01", "arrivals"): 1,
        ("X", "2023-02", "arrivals"): 2,
    }
    assert set(left_out(reading).values()) == {"total_column"}


def test_names_declared_in_the_workbook_are_known_in_all_its_sheets() -> None:
    actors = sheet(
        """
        Aktør | Navn        | Branche
        mv    | Museum Vest | kultur
    """,
        "Aktører",
    )
    months = sheet(
        """
        Måned   | Museum Vest | Museum Øst
        2023-01 | 5           | 6
    """,
        "Besøg",
    )
    reading = read(months, actors)
    assert visits(reading) == {("mv", "2023-01"): 5, ("Museum Øst", "2023-01"): 6}
    assert [warning.value for warning in reading.warnings] == ["Museum Øst"]


def test_the_same_figures_on_two_sheets_count_once() -> None:
    reading = read(LONG, Sheet("Kopi", MONTHS_AS_COLUMNS.rows))
    assert visits(reading) == EXPECTED
    assert reading.rows == {"visits": 4}
    assert reading.cells.refused == 0


def test_a_table_says_where_it_stood_and_which_header_became_which_column() -> None:
    (table,) = read(LONG).tables
    assert (table.sheet, table.range, table.dataset) == ("Ark1", "A1:C5", "visits")
    assert table.columns == {"Aktør": "actor_id", "Måned": "period", "Besøg": "visits"}


def test_the_name_of_a_csv_file_says_nothing() -> None:
    drawn = sheet(
        """
        Aktør | Januar | Februar | Marts
        A     | 1      | 2       | 3
    """,
        "Besøg 2023",
    )
    assert interpret(Workbook("csv", [drawn])).facts == {}
    assert set(interpret(Workbook("xlsx", [drawn])).facts) == {"visits"}


def test_further_datasets_in_the_same_table_are_read_too() -> None:
    reading = read(
        sheet("""
        Aktør | Måned   | Besøg | Åbningsdage | Beløb (kr.) | Farve
        A     | 2025-01 | 5     | 31          | 100         | rød
        A     | 2025-02 |       | se note     | 200         |
        I alt |         | 5     | 31          | 300         |
    """)
    )
    assert visits(reading) == {("A", "2025-01"): 5}
    assert facts(reading, "opening") == {("A", "2025-01", "open_days"): 31}
    assert facts(reading, "revenue") == {("A", "2025-01", "amount_dkk"): 100, ("A", "2025-02", "amount_dkk"): 200}
    assert [table.dataset for table in reading.tables] == ["visits", "opening", "revenue"]
    assert refused(reading) == {"D3": "not_a_number"}
    assert left_out(reading) == {"F1:F2": "unknown_column", "A4:E4": "total_row"}
    assert is_accounted(reading)


def test_a_title_that_alone_says_the_measure_says_the_part_of_the_whole_too() -> None:
    drawn = """
        {title}
        Område | 2023-01 | 2023-02
        X      | 1       | 2
    """
    told = read(sheet(drawn.format(title="Udenlandske overnatninger 2023")))
    assert facts(told, "nights") == {("X", "2023-01", "foreign", "nights"): 1, ("X", "2023-02", "foreign", "nights"): 2}
    assert warned(told, "title_says_part") == {}
    listed = read(sheet(drawn.format(title="Overnatninger på hoteller, camping og vandrerhjem")))
    assert facts(listed, "nights") == {("X", "2023-01", "nights"): 1, ("X", "2023-02", "nights"): 2}
    place = read(sheet(drawn.format(title="Overnatninger i Danmark 2023")))
    assert facts(place, "nights") == {("X", "2023-01", "nights"): 1, ("X", "2023-02", "nights"): 2}


def test_a_title_that_says_a_part_of_what_a_header_says_whole_is_warned_of() -> None:
    drawn = """
        {title}
        Område | Måned   | Overnatninger
        X      | 2023-01 | 1
        X      | 2023-02 | 2
    """
    told = read(sheet(drawn.format(title="Udenlandske gæster 2023")))
    assert warned(told, "title_says_part") == {"A1": {"value": "Udenlandske"}}
    listed = read(sheet(drawn.format(title="Hoteller, camping og vandrerhjem")))
    assert warned(listed, "title_says_part") == {}


def test_a_row_of_known_names_is_a_row_and_no_header() -> None:
    actors = sheet(
        """
        Aktør    | Navn                 | Destination
        museum-1 | Vestkystens Museum   | vestkyst
        museum-2 | Strandgårdens Museum | vestkyst
        museum-3 | Redningsstationen    | vestkyst
    """,
        "Aktører",
    )
    places = sheet(
        """
        Destination | Navn       | Indbyggere
        vestkyst    | Vestkysten | 1200
    """,
        "Destinationer",
    )
    reading = read(actors, places)
    assert {key[0] for key in facts(reading, "actors")} == {"museum-1", "museum-2", "museum-3"}
    assert is_accounted(reading)


def test_a_word_that_is_no_month_among_months_under_a_merged_year_is_refused() -> None:
    reading = read(
        sheet(
            """
        Besøg
              | 2021
        Aktør | Januar | ukendt | Marts | April
        A     | 1      | 2      | 3     | 4
    """,
            merges=[Range(1, 1, 1, 4)],
        )
    )
    assert visits(reading) == {("A", "2021-01"): 1, ("A", "2021-03"): 3, ("A", "2021-04"): 4}
    assert refused(reading) == {"C3": "wide_header", "C4": "key_refused"}


def test_a_list_of_columns_is_no_table() -> None:
    reading = read(
        sheet("""
        Ark           | Kolonne     | Betydning
        Destinationer | Destination | Stedets kode.
        Destinationer | Område      | Områdets kode.
        Destinationer | Indbyggere  | Hvor mange der bor her.
        Destinationer | Senge       | Hvor mange der kan sove her.
    """)
    )
    assert reading.tables == []
    assert refused(reading) == {}
