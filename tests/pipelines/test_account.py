from pipelines.account import totals
from pipelines.reading import Interpretation, Reading
from tests.pipelines.grids import read, sheet


def reading(interpretation: Interpretation) -> Reading:
    return Reading(file="fil.xlsx", sha256="0", facts=interpretation.facts)


def test_sums_are_given_by_dataset_column_and_year() -> None:
    overall, by_year = totals(
        reading(
            read(
                sheet("""
        Aktør | Måned   | Besøg | Betalende
        A     | 2022-12 | 5     |
        A     | 2023-01 | 6     | 2
        B     | 2023-01 | 7     | 3
    """)
            )
        )
    )
    assert overall == {"visits": {"visits": 18, "paying_visits": 5}}
    assert by_year == {"visits": {"2022": {"visits": 5}, "2023": {"visits": 13, "paying_visits": 5}}}


def test_a_given_total_is_not_added_to_its_parts() -> None:
    overall, _ = totals(
        reading(
            read(
                sheet("""
        Område | Måned   | Marked   | Overnatninger
        X      | 2025-01 | alle     | 100
        X      | 2025-01 | Danmark  | 60
        Y      | 2025-01 | Danmark  | 5
        Y      | 2025-01 | udlandet | 3
        Y      | 2025-01 | Tyskland | 2
    """)
            )
        )
    )
    assert overall == {"nights": {"nights": 108}}


def test_of_months_quarters_and_years_only_the_finest_is_summed() -> None:
    drawn = sheet("""
        Besøg
        Aktør | 2023-01 | 2023K1 | 2023
        A     | 1       | 10     | 100
    """)
    assert totals(reading(read(drawn)))[0] == {"visits": {"visits": 1}}
    years = sheet("""
        Besøg
        Aktør | 2022/23 | 2023/24
        A     | 10      | 20
    """)
    assert totals(reading(read(years)))[1] == {"visits": {"2022/23": {"visits": 10}, "2023/24": {"visits": 20}}}


def test_grants_beside_own_income_are_part_of_what_was_read() -> None:
    drawn = sheet("""
        Aktør | Måned   | Indtægtstype | Beløb (kr.)
        A     | 2023-01 | entré        | 100.5
        A     | 2023-01 | butik        | 50
        A     | 2023-01 | tilskud      | 25
    """)
    assert totals(reading(read(drawn)))[0] == {"revenue": {"amount_dkk": 175.5}}


def test_a_reading_without_facts_has_no_sums() -> None:
    assert totals(Reading(file="fil.xlsx", sha256="0")) == ({}, {})


def test_of_areas_that_contain_each_other_only_the_largest_are_summed() -> None:
    overall, by_year = totals(
        reading(
            read(
                sheet("""
        Område           | År   | Overnatninger
        Hele landet      | 2022 | 10
        Region Sjælland  | 2022 | 4
        Region Syddanmark | 2022 | 6
        Lejre            | 2022 | 1
    """)
            )
        )
    )
    assert overall == {"nights": {"nights": 10}}
    assert by_year == {"nights": {"2022": {"nights": 10}}}
