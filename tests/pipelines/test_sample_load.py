"""The invented region goes through the same door as any workbook, and comes out as it was meant."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from data.sample import sample_truth, write_sample
from kpis.__main__ import main as kpis
from pipelines.__main__ import main
from tests.pipelines.commands import accounts_for_every_cell, said
from tests.sample import UNTIL, sample_store
from warehouse.connect import open_store
from warehouse.facts import read_dataset
from warehouse.ledger import read_ledger
from warehouse.schema import datasets


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of the sample's files, with the sample loaded into the store beside them."""
    folder = tmp_path_factory.mktemp("sample")
    write_sample(folder, UNTIL)
    sample_store(tmp_path_factory).rename(folder / "store")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KULTURPULS_STORE", str(folder / "store"))
        yield folder


@pytest.fixture
def files(sample: Path) -> list[str]:
    """The four workbooks in the order to load them."""
    names = [event.file_name for event in read_ledger(open_store(sample / "store")).loads[:4]]
    return [str(sample / name) for name in names]


def figures(capsys: pytest.CaptureFixture[str]) -> list[object]:
    """Every KPI of two places and two years, as `kpis show` prints them."""
    shown = []
    for place in ("eks-klydoe", "eks-revlinghede"):
        for year in ("2024", "2025"):
            assert kpis(["show", "--destination", place, "--year", year, "--json"]) == 0
            shown.append(json.loads(capsys.readouterr().out)["values"])
    return shown


def test_what_is_loaded_is_the_truth_that_was_written(sample: Path) -> None:
    store = open_store(sample / "store")
    shown = read_ledger(store)
    assert shown.shows_sample
    for name, truth in sample_truth(UNTIL).items():
        dataset = datasets()[name]
        keys = [key.id for key in dataset.keys]
        loaded = read_dataset(store, dataset, shown).set_index(keys).sort_index()
        expected = truth.set_index(keys).sort_index()
        assert list(loaded.index) == list(expected.index), name
        for column in dataset.measures:
            known = pd.to_numeric(expected[column.id]).astype(float) if column.is_number else expected[column.id]
            pd.testing.assert_series_equal(loaded[column.id], known, check_names=False)


def test_it_is_loaded_into_an_empty_store_only(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = read_ledger(open_store(sample / "store")).version
    assert main(["sample", "--until", UNTIL, "--quiet"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
    assert read_ledger(open_store(sample / "store")).version == before


def test_loading_it_again_finds_nothing_new(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    again = said(capsys, "load", *files)["files"]
    assert [(file["diff"]["new"], file["diff"]["changed"]) for file in again] == [(0, 0)] * 4
    assert all(accounts_for_every_cell(file) for file in again)
    assert [file["refused"] for file in again] == [[]] * 4


def test_three_corrected_cells_are_three_changes_and_undone_leave_no_trace(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = figures(capsys)
    made = openpyxl.load_workbook(files[0])
    actors, visits = made["Aktører"], made["Besøg"]
    here = {row[0] for row in actors.iter_rows(min_row=2, values_only=True) if row[2] == "eks-klydoe"}
    rows = [row for row in visits.iter_rows(min_row=2) if row[0].value in here and str(row[1].value) > "2025"]
    for row in rows[:3]:
        counted = row[[column.id for column in datasets()["visits"].columns].index("visits")]
        counted.value = int(str(counted.value)) + 1000
    made.save(tmp_path / "rettet.xlsx")
    (file,) = said(capsys, "load", str(tmp_path / "rettet.xlsx"))["files"]
    assert (file["diff"]["new"], file["diff"]["changed"]) == (0, 3)
    assert figures(capsys) != before
    assert main(["undo", str(file["upload"]), "--by", "Mette"]) == 0
    capsys.readouterr()
    assert figures(capsys) == before


def test_its_rows_shuffled_and_saved_as_ods_are_known_already(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, chance = tmp_path / "blandet.ods", random.Random(4)
    with pd.ExcelWriter(path, engine="odf") as writer:
        for name, sheet in pd.read_excel(files[0], sheet_name=None, dtype=object).items():
            shuffled = sheet.iloc[chance.sample(range(len(sheet)), len(sheet))]
            shuffled.to_excel(writer, sheet_name=name, index=False)
    (file,) = said(capsys, "load", str(path))["files"]
    assert (file["diff"]["new"], file["diff"]["changed"]) == (0, 0)
    assert file["diff"]["same"] == read_ledger(open_store()).loads[0].facts
    assert accounts_for_every_cell(file)
