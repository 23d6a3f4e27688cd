"""Real files and hostile ones: every cell accounted for, every sum as known, one sentence where nothing can be read."""

import json
from pathlib import Path

import pandas as pd
import pytest

from answers.data import open_data
from answers.places import places
from pipelines.__main__ import main
from tests.conftest import SHARED
from tests.pipelines.commands import accounts_for_every_cell, said
from tests.server import ROOT
from warehouse.connect import open_store
from warehouse.facts import read_dataset
from warehouse.ledger import read_ledger
from warehouse.schema import datasets

MAPPINGS = ROOT / "data" / "mappings"


def malicious() -> list[str]:
    return sorted(path.name for path in (SHARED / "data" / "malicious").glob("*"))


@pytest.mark.parametrize("name", malicious())
def test_a_hostile_file_is_answered_in_one_sentence(
    shared: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(shared / "data" / "malicious" / name)
    code = main(["check", path, "--json", "--quiet"])
    assert code in (0, 1)
    printed = capsys.readouterr()
    assert printed.err == ""
    (file,) = json.loads(printed.out)["files"]
    reason = file.get("problem", {}).get("reason")
    if reason is None:
        assert accounts_for_every_cell(file)
        assert (code == 0) == bool(file["rows"])
    else:
        assert code == 1
        assert reason.endswith(".")
        assert "\n" not in reason
        assert not any(word in reason for word in ("Traceback", "Error", "Exception"))


REAL_FILES = {
    "tourism/it_dolomiti_comuni_monthly_2022.txt": ("dolomiti_nights.toml", "nights", {"2022": 3_386_905}),
    "tourism/it_dolomiti_comuni_monthly_2023.txt": ("dolomiti_nights.toml", "nights", {"2023": 3_872_056}),
    "museums/us_la_museum_visitors_monthly.csv": (
        "el_pueblo_visits.toml",
        "visits",
        {"2014": 642_727, "2019": 439_686},
    ),
    "derived/dk_overnatninger_maaneder_dansk.xlsx": ("dk_nights.toml", "nights", {"2018": 33_291_016}),
}


@pytest.mark.parametrize("name", REAL_FILES)
def test_a_real_file_with_its_mapping_adds_up(
    home: Path, shared: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    mapping, dataset, sums = REAL_FILES[name]
    (file,) = said(capsys, "load", str(shared / "data" / name), "--mapping", str(MAPPINGS / mapping))["files"]
    assert accounts_for_every_cell(file)
    by_year = file["by_year"][dataset]
    assert {year: by_year[year][dataset] for year in sums} == sums


def loaded_nights(home: Path) -> pd.DataFrame:
    store = open_store(home / "store")
    return read_dataset(store, datasets()["nights"], read_ledger(store))


@pytest.mark.parametrize(("year", "count", "cortina"), [("2022", 56, 911_543), ("2023", 57, 1_019_883)])
def test_the_dolomites_have_every_municipality(
    home: Path, shared: Path, year: str, count: int, cortina: int, capsys: pytest.CaptureFixture[str]
) -> None:
    path = shared / "data" / "tourism" / f"it_dolomiti_comuni_monthly_{year}.txt"
    said(capsys, "load", str(path), "--mapping", str(MAPPINGS / "dolomiti_nights.toml"))
    by_place = loaded_nights(home).groupby("area_code")["nights"].sum()
    assert len(by_place) == count
    assert by_place["25016"] == cortina
    names = {place.area: place.name for place in places(open_data(open_store())).values()}
    assert names["25016"] == "Cortina d'Ampezzo"


def test_the_last_months_of_denmark_are_missing_and_not_zero(
    home: Path, shared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = shared / "data" / "derived" / "dk_overnatninger_maaneder_dansk.xlsx"
    (file,) = said(capsys, "load", str(path), "--mapping", str(MAPPINGS / "dk_nights.toml"))["files"]
    assert [left["why"] for left in file["ignored"]].count("hidden_sheet") == 1
    denmark = loaded_nights(home).query("area_code == 'DK' and market == 'DK'").set_index("period")["nights"]
    assert denmark[denmark.index.str.startswith("2018")].sum() == 20_711_998
    assert set(denmark.index) == {f"2018-{m:02d}" for m in range(1, 13)} | {f"2019-{m:02d}" for m in range(1, 10)}
