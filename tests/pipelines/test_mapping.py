"""A mapping says what a foreign layout means."""

import pytest

from pipelines.findings import FileRefusedError
from pipelines.grid import Range
from pipelines.mapping import parse_mapping
from pipelines.periods import PeriodPart
from tests.pipelines.grids import asked, facts, is_accounted, left_out, read, refused, sheet, visits, warned

NIGHTS = """
[[table]]
dataset = "nights"
[table.columns]
"Comuni" = "area_code"
"anno" = "year"
[table.constants]
market = "all"
[table.wide]
key = "period"
value = "nights"
headers = { "Gen Presenze" = "01", "Feb Presenze" = "02" }
"""


def test_columns_constants_a_year_and_months_of_their_own_are_read() -> None:
    reading = read(
        sheet("""
        nr | anno | Comuni            | Gen Presenze | Feb Presenze | Totale presenze
        1  | 2022 | 25016 - Cortina   | 5            | 6            | 11
        2  | 2022 | 25001 - Agordo    | 7            | ..           | 8
    """),
        mapping=NIGHTS,
    )
    assert facts(reading, "nights") == {
        ("25016", "2022-01", "nights"): 5,
        ("25016", "2022-02", "nights"): 6,
        ("25001", "2022-01", "nights"): 7,
    }
    assert facts(reading, "destinations")["25016", "name"] == "Cortina"
    assert left_out(reading) == {"A1:A3": "not_mapped", "E3": "missing_mark", "F1:F3": "total_column"}
    assert warned(reading, "total_differs") == {"F3": {"value": "8", "other_value": "7"}}
    assert is_accounted(reading)


def test_actors_as_columns_need_no_list_of_their_names() -> None:
    mapping = """
        [[table]]
        dataset = "visits"
        [table.columns]
        "month" = "period"
        [table.wide]
        key = "actor_id"
        value = "visits"
    """
    reading = read(
        sheet("""
        month                   | avila_adobe | iamla | total
        2014-01-01T00:00:00.000 | 5           | 6     | 11
        2014-02-01T00:00:00.000 |             | 7     | 7
    """),
        mapping=mapping,
    )
    assert visits(reading) == {("avila_adobe", "2014-01"): 5, ("iamla", "2014-01"): 6, ("iamla", "2014-02"): 7}
    assert set(warned(reading, "unknown_name")) == {"B1", "C1"}


def test_a_header_of_two_rows_is_matched_by_any_of_its_cells() -> None:
    mapping = """
        [[table]]
        sheet = "To linjer"
        header_rows = 2
        dataset = "nights"
        [table.columns]
        "Nationalitet" = "market"
        [table.constants]
        area_code = "DK"
        [table.wide]
        key = "period"
        value = "nights"
    """
    reading = read(
        sheet(
            """
        Overnatninger
        Nationalitet | 2018     |         | 2019
                     | Januar   | Februar | Januar
        Danmark      | "761.838" | "1.141.536" | -
        I alt        | "861.838" | "1.241.536" | ..
        """,
            "To linjer",
            merges=[Range(1, 0, 2, 0), Range(1, 1, 1, 2)],
        ),
        mapping=mapping,
    )
    assert facts(reading, "nights")["DK", "2018-01", "DK", "nights"] == 761838
    assert facts(reading, "nights")["DK", "2018-02", "nights"] == 1241536
    assert refused(reading) == {"D4": "question"}


def test_the_rows_of_the_header_may_be_named() -> None:
    mapping = """
        [[table]]
        header_rows = [3]
        dataset = "visits"
        [table.columns]
        "Hvem" = "actor_id"
        "Hvor mange" = "visits"
        [table.constants]
        period = "2023"
    """
    drawn = sheet("""
        Hvem | Hvor mange
        x    | 1
        Hvem | Hvor mange
        A    | 5
    """)
    assert visits(read(drawn, mapping=mapping)) == {("A", "2023"): 5}


def test_markets_as_columns_are_matched_by_their_names_or_by_the_mapping() -> None:
    mapping = """
        [[table]]
        dataset = "nights"
        [table.columns]
        "Sted" = "area_code"
        "Tid" = "period"
        [table.wide]
        key = "market"
        value = "nights"
        headers = { "Hjemme" = "Danmark", "Ude" = "foreign" }
    """
    reading = read(
        sheet("""
        Sted | Tid    | Hjemme | Ude | I alt
        X    | 2023M1 | 5      | 6   | 11
    """),
        mapping=mapping,
    )
    assert facts(reading, "nights") == {("X", "2023-01", "DK", "nights"): 5, ("X", "2023-01", "foreign", "nights"): 6}


def test_a_decimal_mark_answers_the_question_of_the_column() -> None:
    drawn = sheet("""
        Hvem | Hvor mange
        A    | "1.234"
    """)
    mapping = """
        [[table]]
        dataset = "visits"
        [table.columns]
        "Hvem" = "actor_id"
        "Hvor mange" = "visits"
        [table.constants]
        period = "2023"
    """
    assert asked(read(drawn, mapping=mapping)) == {"B2": "decimal"}
    assert visits(read(drawn, mapping=mapping + '[table.numbers]\ndecimal = ","')) == {("A", "2023"): 1234}
    assert refused(read(drawn, mapping=mapping + '[table.numbers]\ndecimal = "."')) == {"B2": "not_whole"}


def test_what_is_none_of_our_measures_loads_as_reference() -> None:
    mapping = """
        [[table]]
        dataset = "reference"
        [table.columns]
        "OMRÅDE" = "area_code"
        [table.constants]
        indicator = "residents"
        [table.wide]
        key = "period"
        value = "value"
    """
    reading = read(
        sheet("""
        OMRÅDE | 2008K1 | 2009K1
        X      | 5      | 6
    """),
        mapping=mapping,
    )
    assert facts(reading, "reference") == {
        ("X", "2008-Q1", "residents", "value"): 5,
        ("X", "2009-Q1", "residents", "value"): 6,
    }


def test_two_entries_may_read_the_same_sheet() -> None:
    entry = """
        [[table]]
        dataset = "{dataset}"
        [table.columns]
        "Hvem" = "actor_id"
        "Tid" = "period"
        "{header}" = "{column}"
    """
    mapping = entry.format(dataset="visits", header="Gæster talt", column="visits")
    mapping += entry.format(dataset="revenue", header="Penge", column="amount_dkk")
    reading = read(
        sheet("""
        Hvem | Tid     | Gæster talt | Penge
        A    | 2023-01 | 5           | 600
    """),
        mapping=mapping,
    )
    assert visits(reading) == {("A", "2023-01"): 5}
    assert facts(reading, "revenue") == {("A", "2023-01", "amount_dkk"): 600}
    assert reading.cells.accepted == 8


def test_sheets_the_mapping_does_not_fit_are_read_by_their_headers() -> None:
    reading = read(
        sheet("""
        Aktør | Måned   | Besøg
        A     | 2023-01 | 5
    """),
        mapping=NIGHTS,
    )
    assert visits(reading) == {("A", "2023-01"): 5}
    assert [warning.code for warning in reading.warnings] == ["mapping_unused", "unknown_name"]


def test_a_mapping_is_parsed_into_columns_of_the_dataset() -> None:
    (table,) = parse_mapping(NIGHTS).tables
    assert table.dataset.id == "nights"
    assert {header: column.name for header, column in table.columns.items()} == {"comuni": "area_code", "anno": "year"}
    assert dict(table.constants) == {"market": "all"}
    assert table.wide is not None
    assert dict(table.wide.headers) == {"genpresenze": PeriodPart(month=1), "febpresenze": PeriodPart(month=2)}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("no toml = = ", "line 1"),
        ("x = 1", "[[table]]"),
        ('[[table]]\ndataset = "nigths"', "nigths"),
        ('[[table]]\ndataset = "nights"\nsheets = "2022"', "sheets"),
        ('[[table]]\ndataset = "nights"\n[table.columns]\n"Comuni" = "area"', "area"),
        ('[[table]]\ndataset = "nights"\n[table.columns]\n"Comuni" = "area_code"\n"N" = "nights"', "period"),
        ('[[table]]\ndataset = "nights"\n[table.columns]\n"Comuni" = "area_code"\n"anno" = "year"', "nights"),
        (NIGHTS.replace('market = "all"', 'market = "Mars"'), "Mars"),
        (NIGHTS.replace('market = "all"', 'nights = "5"'), "nights"),
        (NIGHTS.replace('"01"', '"13"'), "13"),
        (NIGHTS.replace('key = "period"', 'key = "nights"'), "nights"),
        (NIGHTS + "[table.numbers]\ndecimal = ';'", "numbers"),
        (NIGHTS.replace('dataset = "nights"', 'dataset = "nights"\nheader_rows = 0'), "header_rows"),
        (NIGHTS.replace('dataset = "nights"', 'dataset = "nights"\nheader_rows = [2, 4]'), "header_rows"),
    ],
)
def test_a_mapping_that_cannot_be_used_says_where(text: str, named: str) -> None:
    with pytest.raises(FileRefusedError) as caught:
        parse_mapping(text)
    assert caught.value.finding.code == "bad_mapping"
    assert named in caught.value.finding.values["detail"]


def test_a_column_of_figures_may_have_keys_of_its_own() -> None:
    mapping = """
        [[table]]
        dataset = "nights"
        [table.columns]
        "Comuni" = "area_code"
        "Totale" = "nights"
        "Stranieri" = { column = "nights", market = "foreign", period = "2021" }
        [table.constants]
        period = "2022"
    """
    reading = read(
        sheet("""
        Comuni | Totale | Stranieri
        Belluno | 9 | 4
    """),
        mapping=mapping,
    )
    assert facts(reading, "nights") == {
        ("Belluno", "2022", "nights"): 9,
        ("Belluno", "2021", "foreign", "nights"): 4,
    }


def test_columns_without_a_header_are_named_by_their_letter_and_labels_on_rows_of_their_own_carry_down() -> None:
    mapping = """
        [[table]]
        dataset = "nights"
        [table.columns]
        "A:A" = "area_code"
        "B:B" = "accommodation"
        "C:C" = "period"
        "Ležišča" = "nights"
        [table.values.accommodation]
        "Skupaj" = "all"
        "Hoteli" = "hotel"
    """
    reading = read(
        sheet("""
                  |        |      | Ležišča
        SLOVENIJA
                  | Skupaj
                  |        | 2008 | 5
                  |        | 2009 | 6
                  | Hoteli
                  |        | 2008 | 3
                  |        | 2009 | 4
        Ljubljana
                  | Hoteli
                  |        | 2008 | 1
                  |        | 2009 | 2
    """),
        mapping=mapping,
    )
    assert facts(reading, "nights") == {
        ("SLOVENIJA", "2008", "nights"): 5,
        ("SLOVENIJA", "2009", "nights"): 6,
        ("SLOVENIJA", "2008", "hotel", "nights"): 3,
        ("SLOVENIJA", "2009", "hotel", "nights"): 4,
        ("Ljubljana", "2008", "hotel", "nights"): 1,
        ("Ljubljana", "2009", "hotel", "nights"): 2,
    }
    assert is_accounted(reading)


def test_a_year_that_tells_of_some_months_only_says_nothing_of_the_others() -> None:
    mapping = """
        [[table]]
        dataset = "nights"
        columns = { "anno" = "year", "Mese" = "period", "dettaglio" = "area_code", "Presenze" = "nights" }
    """
    reading = read(
        sheet("""
        anno | dettaglio | Mese | Presenze
        "2025, periodo Gennaio-Settembre" | Belluno | Settembre | 4
        "2025, periodo Gennaio-Settembre" | Belluno | Ottobre | 0
    """),
        mapping=mapping,
    )
    assert facts(reading, "nights") == {("Belluno", "2025-09", "nights"): 4}
    assert refused(reading) == {"D3": "key_refused"}


@pytest.mark.parametrize(
    "said",
    [
        '"A" = { market = "foreign" }',
        '"A" = { column = "area_code", market = "foreign" }',
        '"A" = { column = "nights", market = "Mars" }',
        '"A" = { column = "nights", market = { is = "foreign" } }',
    ],
)
def test_a_column_with_keys_that_do_not_exist_is_a_bad_mapping(said: str) -> None:
    with pytest.raises(FileRefusedError):
        parse_mapping(f'[[table]]\ndataset = "nights"\nconstants = {{ period = "2022" }}\n[table.columns]\n{said}')


def test_an_encoding_is_one_of_those_known() -> None:
    table = '[[table]]\ndataset = "visits"\ncolumns = { "a" = "actor_id", "b" = "period", "c" = "visits" }'
    assert parse_mapping(f'encoding = "cp1250"\n{table}').encoding == "cp1250"
    with pytest.raises(FileRefusedError):
        parse_mapping(f'encoding = "rot13"\n{table}')
