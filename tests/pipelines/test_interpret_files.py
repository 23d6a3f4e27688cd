"""Real files with a mapping: the totals a correct import gives, and every cell accounted for."""

from pathlib import Path

import pytest

from pipelines.account import totals
from pipelines.findings import FileRefusedError
from pipelines.interpret import interpret
from pipelines.mapping import parse_mapping
from pipelines.open_workbook import open_workbook
from pipelines.reading import Interpretation, Reading
from tests.pipelines.grids import facts, is_accounted

MAPPINGS = Path(__file__).resolve().parents[2] / "data" / "mappings"


def read_file(path: Path, mapping: str | None = None) -> Interpretation:
    parsed = parse_mapping((MAPPINGS / f"{mapping}.toml").read_text("utf-8")) if mapping else None
    return interpret(open_workbook(path), parsed)


def sums(reading: Interpretation) -> tuple[dict[str, dict[str, float]], dict[str, dict[str, dict[str, float]]]]:
    return totals(Reading(file="fil", sha256="0", facts=reading.facts))


@pytest.mark.parametrize(
    ("year", "total", "cortina", "places"), [(2022, 3386905, 911543, 56), (2023, 3872056, 1019883, 57)]
)
def test_nights_of_the_dolomites(shared: Path, year: int, total: int, cortina: int, places: int) -> None:
    reading = read_file(shared / f"data/tourism/it_dolomiti_comuni_monthly_{year}.txt", "dolomiti_nights")
    assert sums(reading) == ({"nights": {"nights": total}}, {"nights": {str(year): {"nights": total}}})
    of_cortina = [number for key, number in facts(reading, "nights").items() if key[0] == "25016"]
    assert sum(float(number) for number in of_cortina) == cortina
    assert reading.rows["destinations"] == places
    assert facts(reading, "destinations")["25016", "name"] == "Cortina d'Ampezzo"
    assert not reading.refused
    assert not [warning for warning in reading.warnings if warning.code == "total_differs"]
    assert is_accounted(reading)


def test_nights_in_denmark_where_the_last_months_are_missing_and_not_zero(shared: Path) -> None:
    reading = read_file(shared / "data/derived/dk_overnatninger_maaneder_dansk.xlsx", "dk_nights")
    assert sums(reading)[1]["nights"]["2018"] == {"nights": 33291016}
    by_key = facts(reading, "nights")
    in_2018 = {key: float(number) for key, number in by_key.items() if key[1].startswith("2018")}
    assert sum(number for key, number in in_2018.items() if key[2] == "DK") == 20711998
    assert not [key for key in by_key if key[1] in ("2019-10", "2019-11", "2019-12")]
    assert ("Kladde (skjult)!A1:B13", "hidden_sheet") in [(left.place, left.code) for left in reading.ignored]
    assert {(asked.code, asked.place) for asked in reading.questions} == {("dash", "To-linjers hoved!W4")}
    assert {table.sheet for table in reading.tables} == {"Måned i kolonner", "To-linjers hoved"}
    assert is_accounted(reading)


def test_visits_to_the_museums_of_el_pueblo(shared: Path) -> None:
    reading = read_file(shared / "data/museums/us_la_museum_visitors_monthly.csv", "el_pueblo_visits")
    by_year = sums(reading)[1]["visits"]
    expected = {"2014": 642727, "2019": 439686, "2020": 71518, "2022": 67065, "2023": 215509}
    assert {year: by_year[year]["visits"] for year in expected} == expected
    of_avila = {key: float(number) for key, number in facts(reading, "visits").items() if key[0] == "avila_adobe"}
    assert sum(number for key, number in of_avila.items() if key[1].startswith("2019")) == 221526
    assert (reading.cells.accepted, reading.cells.non_empty) == (1085, 1085)
    assert not reading.refused


def test_visits_of_british_museums_are_read_without_a_mapping(shared: Path) -> None:
    reading = read_file(shared / "data/museums/uk_dcms_monthly_long_2004_2018.csv")
    by_year = sums(reading)[1]["visits"]
    assert by_year["2012"] == {"visits": 46157588}
    of_british_museum = {
        key: float(number) for key, number in facts(reading, "visits").items() if key[0].startswith("BRITISH MUSEUM")
    }
    assert sum(number for key, number in of_british_museum.items() if key[1].startswith("2016")) == 6420395
    assert is_accounted(reading)


def test_formulas_never_calculated_are_told_from_missing_figures(shared: Path) -> None:
    reading = read_file(shared / "data/derived/synthetic_formler_uden_cache.xlsx")
    assert reading.facts == {}
    assert is_accounted(reading)


def test_no_messy_workbook_breaks_the_reader(shared: Path) -> None:
    for path in sorted((shared / "data/messy").iterdir()):
        try:
            workbook = open_workbook(path)
        except FileRefusedError:
            continue
        reading = interpret(workbook)
        assert is_accounted(reading), path.name
        assert not reading.facts, path.name
