"""Figures that are none of our measures: where each has an area and a period, they are reference figures."""

from pipelines.grid import Range
from tests.pipelines.grids import asked, facts, is_accounted, left_out, read, refused, sheet


def test_a_statbank_table_of_several_levels_in_one_column_is_read_whole() -> None:
    reading = read(
        sheet("""
        Area 1. January by region and time
        Units: km2
                          | 2023
        All Denmark       | 42952
        Region Hovedstaden | 2563.1
        Copenhagen        | 90.1

        From 1. January 2011 the area is calculated on a new basis.
    """)
    )
    indicator = "Area 1. January by region and time · Units: km2"
    assert facts(reading, "reference") == {
        ("All Denmark", "2023", indicator, "value"): 42952,
        ("Region Hovedstaden", "2023", indicator, "value"): 2563.1,
        ("Copenhagen", "2023", indicator, "value"): 90.1,
    }
    assert left_out(reading) == {"A8": "note"}
    assert is_accounted(reading)


def test_labels_printed_once_beside_the_area_are_part_of_what_is_measured() -> None:
    reading = read(
        sheet("""
        Income by region and time
                  |           |             | "2019" | "2020"
        Income    | Men, total | All Denmark | 5     | 6
                  |           | Region Sjælland | 3  | 4
                  |           | Lejre       | 1      | 2
    """)
    )
    indicator = "Income by region and time · Income · Men, total"
    assert facts(reading, "reference") == {
        (area, period, indicator, "value"): figure
        for area, figures in {"All Denmark": (5, 6), "Region Sjælland": (3, 4), "Lejre": (1, 2)}.items()
        for period, figure in zip(("2019", "2020"), figures, strict=True)
    }


def test_codes_beside_a_column_of_contents_are_categories_with_their_headers() -> None:
    reading = read(
        sheet("""
        OMRÅDE | KØN | ALDER | TID    | INDHOLD
        "000"  | "1" | "0"   | 2008K1 | "5"
        "000"  | "2" | "0"   | 2008K1 | "6"
        "081"  | "1" | "1"   | 2008K1 | "7"
    """)
    )
    assert facts(reading, "reference") == {
        ("000", "2008-Q1", "INDHOLD · KØN 1 · ALDER 0", "value"): 5,
        ("000", "2008-Q1", "INDHOLD · KØN 2 · ALDER 0", "value"): 6,
        ("081", "2008-Q1", "INDHOLD · KØN 1 · ALDER 1", "value"): 7,
    }


def test_row_numbers_are_no_figures_and_words_are_categories() -> None:
    reading = read(
        sheet("""
        rownames | Quarter | Region   | Purpose  | Trips
        1        | 1998 Q1 | Adelaide | Business | 1.5
        2        | 1998 Q1 | Adelaide | Holiday  | 2.5
        3        | 1998 Q2 | Adelaide | Holiday  | 3.5
    """)
    )
    assert facts(reading, "reference") == {
        ("Adelaide", "1998-Q1", "Trips · Business", "value"): 1.5,
        ("Adelaide", "1998-Q1", "Trips · Holiday", "value"): 2.5,
        ("Adelaide", "1998-Q2", "Trips · Holiday", "value"): 3.5,
    }
    assert left_out(reading) == {"A1:A4": "unknown_column"}


def test_the_packed_keys_of_a_bulk_file_are_taken_apart() -> None:
    reading = read(
        sheet("""
        c_resid,unit,geo\\time | 2018M02 | 2018M01
        FOR,NR,DK              | ":"     | "626812"
        TOTAL,NR,DK            | "7 b"   | "8 eu"
        NAT,NR,DK              | ": u"   | "9"
    """)
    )
    assert facts(reading, "reference") == {
        ("DK", "2018-01", "FOR,NR", "value"): 626812,
        ("DK", "2018-02", "TOTAL,NR", "value"): 7,
        ("DK", "2018-01", "TOTAL,NR", "value"): 8,
        ("DK", "2018-01", "NAT,NR", "value"): 9,
    }
    assert left_out(reading) == {"B2": "missing_mark", "B4": "missing_mark"}


def test_flags_beside_each_year_and_the_legend_below_are_no_figures() -> None:
    reading = read(
        sheet(
            """
        Data extracted on 12/06/2021 19:35:09
        "Dataset: "          | Trips of residents
        Country of residence | Foreign country
        TIME                 | 2018 |   | 2019 |
        GEO (Labels)         |      |   |      |
        Denmark              | 5    | e | 6    |
        Germany              | ":"  |   | 8    | b

        Special value
        ":"                  | not available
        b                    | break in time series
        """,
            merges=[Range(3, 1, 3, 2), Range(3, 3, 3, 4)],
        )
    )
    indicator = "Trips of residents · Foreign country"
    assert facts(reading, "reference") == {
        ("Denmark", "2018", indicator, "value"): 5,
        ("Denmark", "2019", indicator, "value"): 6,
        ("Germany", "2019", indicator, "value"): 8,
    }
    assert refused(reading) == {}
    assert is_accounted(reading)


def test_an_area_without_a_year_is_a_question() -> None:
    reading = read(sheet("municipality | km2\nLejre | 240\nKøge | 257"))
    assert asked(reading) == {"A1:B3": "which_year"}
    assert facts(reading, "reference") == {}


def test_a_title_that_says_something_else_beside_visits_makes_reference_figures_of_a_museum() -> None:
    drawn = """
        {title}
        Name of museum or gallery | 2021/22 | 2022/23 [b]
        British Museum [note 2]   | 5       | 6
        Museum of the Home        | 7       | 8
        Total                     | 12      | 14
    """
    reading = read(sheet(drawn.format(title="Table 5: Number of unique website visits [note 1]")))
    assert (
        facts(reading, "reference")["British Museum", "2022/23", "Table 5: Number of unique website visits", "value"]
        == 6
    )
    assert facts(reading, "visits") == {}
    counted = read(sheet(drawn.format(title="Table 1: Total annual visitor figures [note 1]")))
    assert facts(counted, "visits")["British Museum", "2021/22", "visits"] == 5
    overseas = read(sheet(drawn.format(title="Table 4: Overseas visitor figures [note 1]")))
    assert facts(overseas, "visits")["British Museum", "2021/22", "foreign", "visits"] == 5


def test_the_whole_year_below_years_says_the_year() -> None:
    reading = read(
        sheet("""
        periode   | overnatningsform | område          | 2022 | 2023
        Hele året | Alle typer       | Region Sjælland | 5    | 6
        Hele året | Alle typer       | Region Nordjylland | 7 | 8
    """)
    )
    assert facts(reading, "nights")["Region Sjælland", "2022", "nights"] == 5
    assert is_accounted(reading)


def test_months_below_fiscal_years_fall_in_their_calendar_year() -> None:
    months = ["April", "May", "June", "July", "August", "September", "October", "November", "December"]
    rows = "\n".join(
        f"A | {month} | {at} | {at + 100}" for at, month in enumerate([*months, "January", "February", "March"])
    )
    reading = read(sheet(f"Besøg\nAktør | Måned | 2004/2005 | 2005/2006\n{rows}"))
    found = facts(reading, "visits")
    assert found["A", "2004-04", "visits"] == 0
    assert found["A", "2005-03", "visits"] == 11
    assert found["A", "2006-01", "visits"] == 109
    assert len(found) == 24


def test_sentences_above_a_table_are_no_titles_and_abbreviations_in_a_title_are() -> None:
    drawn = """
        {title}
        Some cells refer to notes, which can be found in a table on another sheet.
        Område | 2022 | 2023
        Lejre  | 5    | 6
    """
    title = "Overnatninger på hoteller, camping m.m. efter område, kvartal, måned og år"
    assert facts(read(sheet(drawn.format(title=title))), "nights") == {
        ("Lejre", "2022", "nights"): 5,
        ("Lejre", "2023", "nights"): 6,
    }
