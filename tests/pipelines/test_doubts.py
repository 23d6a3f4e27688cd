"""Figures that are probably wrong: told with their cell and why, once for each series, and never changed."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.sample import write_sample
from pipelines.child import read_file
from pipelines.doubts import MOST_OF_A_KIND
from pipelines.finding_kinds import WARNINGS
from pipelines.grid import CellValue, Sheet
from pipelines.reading import Interpretation
from tests.pipelines.grids import read, visits, warned
from tests.server import ROOT

YEARS = (2022, 2023, 2024)
MONTHS = [f"{year}-{month:02d}" for year in YEARS for month in range(1, 13)]
Figures = Mapping[str, int | None]
DOUBTS = set(WARNINGS) - {
    "unknown_name",
    "total_differs",
    "given_total_differs",
    "title_says_part",
    "hidden_read",
}


def season(museum: int = 0, **instead: int | None) -> dict[str, int | None]:
    """Three years of a museum with a summer; no two months, years or museums are equal."""
    summer = (100, 110, 150, 240, 310, 480, 900, 820, 400, 230, 130, 90)
    usual: dict[str, int | None] = {
        month: summer[at % 12] + 17 * (at // 12) + museum * 131 + (at * at * 7 + museum * at) % 13
        for at, month in enumerate(MONTHS)
    }
    return usual | {key.replace("m", "").replace("_", "-"): value for key, value in instead.items()}


def museums(*columns: Figures) -> Interpretation:
    """Read a sheet with a row for each museum and month."""
    rows: list[list[CellValue]] = [["museum", "måned", "besøg"]]
    rows += [[f"Museum {number}", *figure] for number, column in enumerate(columns) for figure in column.items()]
    return read(Sheet("Besøg", rows))


def cell(museum: int, month: str) -> str:
    return f"C{2 + museum * len(MONTHS) + MONTHS.index(month)}"


def doubted(reading: Interpretation) -> dict[str, str]:
    return {finding.place.partition("!")[2]: finding.code for finding in reading.warnings if finding.code in DOUBTS}


def test_good_figures_raise_no_doubt() -> None:
    reading = museums(season(), season(1), season(2))
    assert len(visits(reading)) == 3 * len(MONTHS)
    assert doubted(reading) == {}


def test_a_digit_too_many_and_a_digit_lost_are_told_with_what_is_usual() -> None:
    many, few = season(), season(3)
    many["2023-05"] = (many["2023-05"] or 0) * 10
    few["2024-02"] = round((few["2024-02"] or 0) / 10)
    reading = museums(many, few)
    assert doubted(reading) == {cell(0, "2023-05"): "tenfold", cell(1, "2024-02"): "tenth"}
    assert visits(reading)["Museum 0", "2023-05"] == many["2023-05"]


def test_a_month_far_from_last_year_is_told_once_a_museum() -> None:
    fallen = season(m2024_07=250, m2024_08=230)
    reading = museums(fallen, season(1))
    assert doubted(reading) == {cell(0, "2024-07"): "large_change"}
    said = warned(reading, "large_change")[cell(0, "2024-07")]
    assert (said["value"], said["other_value"], said["more"]) == ("250", str(fallen["2023-07"]), "1")


def test_what_happened_to_everybody_is_no_mistake_of_one() -> None:
    shut = {month: 20 + at for at, month in enumerate(MONTHS) if month.startswith("2023-0")}
    reading = museums(*({**season(number), **{m: v + number for m, v in shut.items()}} for number in range(6)))
    assert not {"large_change", "tenth"} & set(doubted(reading).values())


def test_a_handful_of_guests_may_come_and_go() -> None:
    tiny = {month: 1 + (at * 5) % 9 for at, month in enumerate(MONTHS)}
    assert doubted(museums(tiny)) == {}


def test_the_figures_of_another_museum_are_told_at_the_copy() -> None:
    first = season()
    copied = {**season(2), **{month: first[month] for month in MONTHS[14:18]}}
    reading = museums(first, copied)
    assert warned(reading, "copied") == {
        cell(1, MONTHS[14]): {"value": str(first[MONTHS[14]]), "other": f"Besøg!{cell(0, MONTHS[14])}", "n": "4"}
    }
    three = {**season(2), **{month: first[month] for month in MONTHS[14:17]}}
    assert warned(museums(first, three), "copied") == {}


def test_last_years_figures_filled_in_are_told() -> None:
    lazy = season()
    lazy |= {month: lazy[f"2023{month[4:]}"] for month in MONTHS[24:29]}
    assert {place: said["n"] for place, said in warned(museums(lazy), "copied_year").items()} == {
        cell(0, "2024-01"): "5"
    }


def test_zeros_in_a_series_that_has_none_are_told_where_they_begin() -> None:
    reading = museums(season(m2023_05=0, m2023_06=0), season(1), season(2))
    assert {place: said["n"] for place, said in warned(reading, "sudden_zero").items()} == {cell(0, "2023-05"): "2"}


def test_a_museum_closed_every_winter_raises_no_doubt() -> None:
    winters = {month: 0 for month in MONTHS if month[5:] in ("11", "12", "01", "02")}
    assert doubted(museums({**season(), **winters})) == {}
    one_year = {month: value for month, value in {**season(), **winters}.items() if month.startswith("2022")}
    assert doubted(museums(one_year)) == {}


@pytest.mark.parametrize(("zeros", "first"), [(MONTHS[:9], MONTHS[0]), (MONTHS[-14:], MONTHS[-14])])
def test_a_long_run_of_zeros_before_or_after_all_figures_is_told_where_others_report(
    zeros: list[str], first: str
) -> None:
    reading = museums(season(), {**season(1), **dict.fromkeys(zeros, 0)}, season(2))
    assert {place: said["n"] for place, said in warned(reading, "sudden_zero").items()} == {
        cell(1, first): str(len(zeros))
    }


def test_months_of_zeros_and_blanks_only_are_told_once() -> None:
    gone: Figures = dict.fromkeys(MONTHS[20:25])
    zeros = dict.fromkeys(MONTHS[20:25], 0)
    reading = museums({**season(), **gone}, *({**season(number), **zeros} for number in (1, 2, 3)))
    assert {place: said["n"] for place, said in warned(reading, "zeros_only").items()} == {cell(1, MONTHS[20]): "5"}
    assert warned(reading, "sudden_zero") == {}


def test_one_number_all_along_is_told_once() -> None:
    still: Figures = dict.fromkeys(MONTHS[3:10], 250)
    reading = museums({**season(), **still})
    assert {place: said["n"] for place, said in warned(reading, "constant").items()} == {cell(0, MONTHS[3]): "7"}


def test_one_number_all_down_a_column_is_told() -> None:
    rows: list[list[CellValue]] = [["museum", "2023", "2024"]]
    rows += [[f"Museum {number}", 700 + 31 * number * number, 55 if number else 88] for number in range(8)]
    reading = read(Sheet("Besøg", rows))
    assert {place: said["n"] for place, said in warned(reading, "constant").items()} == {"C3": "7"}


def test_a_month_that_is_the_sum_of_those_before_it_is_told() -> None:
    summed = season()
    summed["2023-09"] = sum(value or 0 for month, value in summed.items() if "2023-01" <= month < "2023-09")
    assert list(warned(museums(summed), "sum_among_months")) == [cell(0, "2023-09")]


OPENING = """
aktør | måned   | åben | åbningsdage | udbudte pladser | solgte pladser
A     | 2025-01 | 0    | 0           | 100             | 90
A     | 2025-02 | 1    | 20          | 100             | 120
A     | 2025-03 | 1    | 25          | 100             | 100
"""


def test_visits_and_doors_must_agree() -> None:
    counted = "aktør | måned | besøg | betalende\nA | 2025-01 | 40 | 41\nA | 2025-02 | 0 |\nA | 2025-03 | 50 | 50"
    drawn = [[part.strip() for part in line.split("|")] for line in counted.split("\n")]
    rows = [drawn[0], *([*line[:2], *(int(part) if part else None for part in line[2:])] for line in drawn[1:])]
    lines = [[part.strip() for part in line.split("|")] for line in OPENING.strip().split("\n")]
    doors = [lines[0], *([*line[:2], *map(int, line[2:])] for line in lines[1:])]
    reading = read(Sheet("Besøg", rows), Sheet("Åbning", doors))  # type: ignore[arg-type]
    told = {finding.place: finding.code for finding in reading.warnings if finding.code in DOUBTS}
    assert told == {
        "Besøg!C2": "visits_while_closed",
        "Besøg!C3": "open_without_visits",
        "Besøg!D2": "part_above_whole",
        "Åbning!F3": "part_above_whole",
    }


def test_nobody_is_shown_two_hundred_warnings() -> None:
    reading = museums(*(season(number) | {f"2023-{4 + number % 2:02d}": 0} for number in range(40)))
    counts = Counter(finding.code for finding in reading.warnings if finding.code in DOUBTS)
    assert counts == {"sudden_zero": MOST_OF_A_KIND, "more_doubts": 1}
    assert next(finding.value for finding in reading.warnings if finding.code == "more_doubts") == "30"


figures = st.one_of(st.none(), st.integers(0, 5), st.integers(0, 10_000_000))


@given(st.lists(st.dictionaries(st.sampled_from([*MONTHS, "2023", "2023-Q2", "2022/23"]), figures), max_size=4))
def test_whatever_stands_there_is_read_the_same_with_or_without_doubts(columns: list[Figures]) -> None:
    reading = museums(*columns)
    kept = {(f"Museum {number}", month) for number, column in enumerate(columns) for month in column}
    assert visits(reading).keys() <= kept
    assert all(place in str(reading.warnings) for place in doubted(reading))


def test_the_sample_region_raises_few_doubts_and_each_is_a_closure_of_its_story(tmp_path: Path) -> None:
    for file in write_sample(tmp_path, "2026-10"):
        codes = Counter(finding.code for finding in read_file(file).warnings if finding.code in DOUBTS)
        assert codes in (Counter(), Counter(large_change=1)), file.name


def test_the_errors_of_el_pueblo_are_found_and_little_else(shared: Path) -> None:
    path = shared / "data" / "museums" / "us_la_museum_visitors_monthly.csv"
    reading = read_file(path, (ROOT / "data" / "mappings" / "el_pueblo_visits.toml").read_text("utf-8"))
    lines = [line.split(",")[0].strip('"')[:7] for line in path.read_text("utf-8").splitlines()]
    told: dict[str, list[tuple[str, str]]] = {}
    for finding in reading.warnings:
        if finding.code in DOUBTS:
            place = finding.place.partition("!")[2]
            told.setdefault(finding.code, []).append((place[0], lines[int(place[1:]) - 1]))
    assert told["tenfold"] == [("F", "2014-09")]
    assert told["copied"] == [("H", "2023-01")]
    assert "2022-06" in [month for _, month in told["zeros_only"]]
    assert sum(map(len, told.values())) <= 10


def test_the_last_year_of_the_peak_district_is_one_number_and_said_so(shared: Path) -> None:
    path = shared / "data" / "sustainability" / "peakdistrict_steam_fig3.csv"
    reading = read_file(path, (ROOT / "data" / "mappings" / "uk_peak_revenue.toml").read_text("utf-8"))
    assert [(finding.place[-2:], finding.value) for finding in reading.warnings if finding.code == "constant"] == [
        ("K3", "55")
    ]


@pytest.mark.parametrize("code", sorted(DOUBTS))
def test_every_doubt_says_what_to_do(code: str) -> None:
    assert WARNINGS[code].suggestion or code in ("more_doubts", "hidden_read")
