"""A workbook given back, corrected or saved by another program, and uploaded again: only what changed is applied."""

import shutil
import subprocess
from pathlib import Path

import pytest

from locales import DANISH
from pipelines.child import read_file
from pipelines.fix import fixed_workbook
from pipelines.load import Loaded, load
from tests.pipelines.fixing import fixed, opened, parts, rich_workbook
from tests.workbooks import rows_of, visits_by_month, workbook
from warehouse.connect import Store, open_store

MAPPINGS = Path(__file__).resolve().parents[2] / "data" / "mappings"


@pytest.fixture
def embedded(home: Path) -> Store:
    return open_store(home / "store")


def what_it_does(done: Loaded) -> tuple[int, int]:
    return done.difference.new, done.difference.changed


def is_accounted(done: Loaded) -> bool:
    cells = done.reading.cells
    return cells.accepted + cells.refused + cells.ignored == cells.non_empty


def loaded(store: Store, path: Path) -> Loaded:
    done = load(store, path, "Mette")
    assert done.upload is not None
    assert is_accounted(done)
    return done


def test_uploaded_again_as_it_was_given_back_nothing_is_new(embedded: Store, home: Path) -> None:
    path = rich_workbook(home / "tal.xlsx")
    first = loaded(embedded, path)
    (home / "rettes.xlsx").write_bytes(fixed(path))
    again = loaded(embedded, home / "rettes.xlsx")
    assert what_it_does(again) == (0, 0)
    assert [finding.place for finding in again.reading.refused] == [finding.place for finding in first.reading.refused]
    assert [one.place.partition("!")[0] for one in again.reading.ignored if one.code == "index_sheet"] == [
        "Kulturpuls index"
    ]


def test_one_corrected_cell_is_the_one_figure_that_is_new(embedded: Store, home: Path) -> None:
    path = rich_workbook(home / "tal.xlsx")
    loaded(embedded, path)
    book = opened(fixed(path))
    book["Besøg"]["C4"] = 103
    book.save(home / "rettet.xlsx")
    again = loaded(embedded, home / "rettet.xlsx")
    assert what_it_does(again) == (1, 0)
    assert again.difference.same > 0


def test_a_whole_workbook_without_faults_is_known_already(embedded: Store, home: Path) -> None:
    (home / "tal.xlsx").write_bytes(workbook(rows_of(visits_by_month())))
    loaded(embedded, home / "tal.xlsx")
    (home / "igen.xlsx").write_bytes(fixed(home / "tal.xlsx"))
    assert what_it_does(loaded(embedded, home / "igen.xlsx")) == (0, 0)


@pytest.mark.parametrize(
    ("name", "mapping"),
    [
        ("tourism/it_dolomiti_comuni_monthly_2022.txt", "dolomiti_nights.toml"),
        ("museums/us_la_museum_visitors_monthly.csv", "el_pueblo_visits.toml"),
        ("derived/dk_overnatninger_maaneder_dansk.xlsx", "dk_nights.toml"),
    ],
)
def test_a_real_file_comes_back_with_the_same_figures(shared: Path, tmp_path: Path, name: str, mapping: str) -> None:
    said = (MAPPINGS / mapping).read_text("utf-8")
    path = shared / "data" / name
    before = read_file(path, said)
    (tmp_path / "igen.xlsx").write_bytes(fixed_workbook(path, before, DANISH, said))
    after = read_file(tmp_path / "igen.xlsx", said)
    assert before.facts
    for dataset, facts in before.facts.items():
        wanted = facts.drop_columns(["sheet", "cell"]).to_pylist()
        there = after.facts[dataset].drop_columns(["sheet", "cell"]).to_pylist()
        assert sorted(map(repr, there)) == sorted(map(repr, wanted))


@pytest.mark.skipif(
    not shutil.which("soffice"), reason="LibreOffice is not installed: apt-get install libreoffice-calc"
)
def test_saved_by_libreoffice_nothing_is_new_and_the_formulas_and_the_chart_are_there(
    embedded: Store, home: Path
) -> None:
    path = rich_workbook(home / "tal.xlsx")
    loaded(embedded, path)
    (home / "rettes.xlsx").write_bytes(fixed(path))
    profile = f"-env:UserInstallation=file://{home / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(home / "gemt"), "rettes.xlsx"]
    subprocess.run(command, cwd=home, check=True, capture_output=True, timeout=240)
    saved = home / "gemt" / "rettes.xlsx"
    assert opened(saved.read_bytes())["Besøg"]["C12"].value == "=SUM(C2:C10)"
    assert opened(saved.read_bytes())["Besøg"]["C8"].comment.text.startswith("Kulturpuls: Refused: ")
    assert any(name.startswith("xl/charts/chart") for name in parts(saved.read_bytes()))
    again = loaded(embedded, saved)
    assert what_it_does(again) == (0, 0)
    assert [one.code for one in again.reading.ignored].count("index_sheet") == 1
    (comment,) = {cell.comment.text for cell in opened(fixed(saved))["Besøg"]["C"] if cell.row == 8 and cell.comment}
    assert comment.count("Kulturpuls") == 1
