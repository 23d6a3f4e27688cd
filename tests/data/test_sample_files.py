"""The files of the sample: one tidy and three untidy, together the whole truth and nothing twice."""

import csv
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from data.sample import write_sample
from data.sample.visits import whole_counts
from tests.data.conftest import UNTIL, Truth
from warehouse.schema import datasets

Rows = list[tuple[Any, ...]]


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return write_sample(tmp_path_factory.mktemp("sample"), UNTIL)


@pytest.fixture(scope="module")
def template(files: list[Path]) -> dict[str, Rows]:
    workbook = openpyxl.load_workbook(files[0], read_only=True)
    sheets = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in workbook}
    workbook.close()
    return sheets


def rows_of(path: Path, sheet: str) -> Rows:
    """Every row of a sheet as last calculated."""
    return list(openpyxl.load_workbook(path, data_only=True)[sheet].iter_rows(values_only=True))


def ids_by_name(truth: Truth) -> dict[str, str]:
    return dict(zip(truth["actors"]["name"], truth["actors"]["actor_id"], strict=True))


def test_the_template_workbook_has_the_sheets_and_headers_of_the_schema(template: dict[str, Rows]) -> None:
    names = {dataset.name["da"]: dataset for dataset in datasets().values()}
    filled = {names[title].id: rows for title, rows in template.items() if title in names}
    assert set(filled) == set(datasets()) - {"nights"}
    for name, rows in filled.items():
        assert rows[0] == tuple(column.header["da"] for column in datasets()[name].columns)
    assert "(opfundet)" in template["Læs mig"][0][0]


def test_the_template_workbook_holds_every_row_of_what_stands_nowhere_else(
    template: dict[str, Rows], truth: Truth
) -> None:
    for name in set(datasets()) - {"visits", "revenue", "nights"}:
        assert len(template[datasets()[name].name["da"]]) - 1 == len(truth[name]), name


def test_visits_and_revenue_stand_in_two_files_each_and_no_actor_in_both(
    files: list[Path], template: dict[str, Rows], truth: Truth
) -> None:
    ids = ids_by_name(truth)
    museums = {ids[row[0]] for row in rows_of(files[1], "Besøgstal") if row[0] in ids}
    accounts = {ids[row[1]] for row in csv_rows(files[3]) if row[1] in ids}
    for sheet, dataset, elsewhere in (("Besøg", "visits", museums), ("Omsætning", "revenue", accounts)):
        here = {row[0] for row in template[sheet][1:]}
        assert not here & elsewhere
        assert here | elsewhere == set(truth[dataset]["actor_id"])
        assert len(template[sheet]) - 1 == truth[dataset]["actor_id"].isin(here).sum()


def test_the_museums_workbook_says_what_is_true_and_leaves_the_late_months_blank(
    files: list[Path], truth: Truth
) -> None:
    rows = rows_of(files[1], "Besøgstal")
    ids = ids_by_name(truth)
    written: dict[tuple[str, str], object] = {}
    year = ""
    for row in rows:
        label = str(row[0])
        year = label.removeprefix("Besøg ") if label.startswith("Besøg 20") else year
        if label in ids:
            written |= {(ids[label], f"{year}-{month:02}"): row[month] for month in range(1, 13)}
    known = {key: value for key, value in written.items() if value is not None}
    total = whole_counts(truth["visits"]).set_index(["actor_id", "period"])["visits"]
    museums = {actor for actor, _ in written}
    assert len(museums) == 7
    assert known == total[total.index.get_level_values("actor_id").isin(museums)].to_dict()
    assert set(written) - set(known) == {("eks-bymuseet", f"2025-{month}") for month in (10, 11, 12)}
    assert "(opfundet)" in rows[0][0]


def test_the_museums_workbook_adds_up(files: list[Path]) -> None:
    rows = rows_of(files[1], "Besøgstal")
    ends = [number for number, row in enumerate(rows) if row[0] == "I alt"]
    assert len(ends) == 5
    for end in ends:
        block = [row[1:14] for row in rows[end - 7 : end]]
        assert list(rows[end][1:14]) == [sum(value or 0 for value in column) for column in zip(*block, strict=True)]
        assert all(row[-1] == sum(value or 0 for value in row[:-1]) for row in block)


def test_the_nights_workbook_has_a_sheet_a_year_and_hides_its_scratch(files: list[Path]) -> None:
    workbook = openpyxl.load_workbook(files[2])
    assert workbook.sheetnames == ["2021", "2022", "2023", "2024", "2025", "Kladde"]
    assert [sheet.title for sheet in workbook if sheet.sheet_state == "hidden"] == ["Kladde"]
    assert str(workbook["2025"]["A1"].value) == "Overnatninger 2025, Havbrisekysten (opfundet)"


@pytest.mark.parametrize("year", ["2021", "2025"])
def test_the_nights_workbook_says_what_is_true_and_marks_what_is_not_published(
    files: list[Path], truth: Truth, year: str
) -> None:
    names = {choice.names["da"]: choice.code for choice in datasets()["nights"].column("market").choices}
    nights = truth["nights"][truth["nights"]["period"].str.startswith(year)]
    known = nights.set_index(["area_code", "market", "period"])
    marked = 0
    lines = [row for row in rows_of(files[2], year) if str(row[0]).startswith("eks-7") and row[1] in names]
    assert len(lines) == 8 * 3
    for row in lines:
        for month in range(1, 13):
            key = (row[0], names[row[1]], f"{year}-{month:02}")
            cells = (row[1 + month], row[14 + month])
            marked += cells == ("..", "..")
            assert cells == (("..", "..") if key not in known.index else tuple(known.loc[key, ["nights", "arrivals"]]))
    assert marked == 8 * 3 * 12 - len(nights) > 0
    total = next(row for row in rows_of(files[2], year) if row[0] == "I alt")
    assert list(total[2:14]) == list(nights[nights["market"] == "all"].groupby("period")["nights"].sum())


def csv_rows(path: Path) -> list[list[str]]:
    return list(csv.reader(path.read_text("cp1252").splitlines(), delimiter=";"))


def test_the_revenue_file_is_what_danish_excel_saves(files: list[Path], truth: Truth) -> None:
    raw = files[3].read_bytes()
    assert b"\r\n" in raw
    assert "Omsætning".encode("cp1252") in raw
    rows = csv_rows(files[3])
    assert {len(row) for row in rows} == {5}
    assert rows[2] == ["Måned", "Navn", "Indtægtstype", "Beløb (kr.)", "Køb"]
    ends = next(number for number, row in enumerate(rows) if row[0] == "I alt")
    amounts = [float(row[3].replace(".", "").replace(",", ".")) for row in rows[3 : ends + 1]]
    assert sum(amounts[:-1]) == amounts[-1]
    senders = {ids_by_name(truth)[row[1]] for row in rows[3:ends]}
    assert amounts[-1] == truth["revenue"][truth["revenue"]["actor_id"].isin(senders)]["amount_dkk"].sum()
    assert len(amounts) - 1 == truth["revenue"]["actor_id"].isin(senders).sum()


def test_a_year_that_is_not_over_leaves_the_coming_months_empty(tmp_path: Path) -> None:
    files = write_sample(tmp_path, "2025-06")
    visits = [row for row in rows_of(files[1], "Besøgstal") if row[0] == "I alt"][-1]
    assert None not in visits[1:7]
    assert visits[7:13] == (None,) * 6
    nights = next(row for row in rows_of(files[2], "2025") if row[0] == "I alt")
    assert nights[8:14] == (None,) * 6
    assert nights[14] == sum(nights[2:8])


def test_the_command_writes_the_files_and_names_them_in_the_order_to_load(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "data.sample", str(tmp_path / "out"), "--until", "2021-03"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    paths = [Path(line) for line in done.stdout.splitlines()]
    assert [path.name.removesuffix(path.suffix) for path in paths] == [
        "havbrise_skabelon_2021-03",
        "havbrise_museernes_besoeg_2021-03",
        "havbrise_overnatninger_2021-03",
        "havbrise_omsaetning_2021-03",
    ]
    assert all(path.is_file() for path in paths)
