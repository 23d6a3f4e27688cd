"""The command line: what it prints, and how it ends."""

import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from pipelines.__main__ import main
from pipelines.load import preview, store_reading
from tests.pipelines.commands import accounts_for_every_cell, said
from tests.server import ROOT, environment
from tests.workbooks import filled_cells, rows_of, visits_by_month, workbook
from warehouse.connect import open_store
from warehouse.schema import datasets


@pytest.fixture
def book(home: Path) -> str:
    path = home / "besøg.xlsx"
    path.write_bytes(workbook(rows_of(visits_by_month())))
    return str(path)


def test_check_reports_one_object_a_file_and_touches_no_store(
    home: Path, book: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (file,) = said(capsys, "check", book)["files"]
    filled = filled_cells(rows_of(visits_by_month()))
    assert file["file"] == "besøg.xlsx"
    assert file["format"] == "xlsx"
    assert file["cells"] == {"non_empty": filled, "accepted": filled, "refused": 0, "ignored": 0}
    assert [table["dataset"] for table in file["tables"]] == ["destinations", "actors", "visits"]
    assert file["rows"] == {"destinations": 1, "actors": 1, "visits": 24}
    assert file["totals"]["visits"]["visits"] == sum(visits_by_month().values())
    assert set(file["by_year"]["visits"]) == {"2023", "2024"}
    assert (file["refused"], file["ignored"], file["questions"], file["warnings"]) == ([], [], [], [])
    assert not (home / "store").exists()


def test_check_knows_the_names_and_answers_of_the_store_as_load_does(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed, counted = home / "aktører.csv", home / "besøg.csv"
    listed.write_text("Aktør;Navn;Branche\nmv;Museum Vest;kultur\nmo;Museum Øst;kultur\n", "utf-8")
    counted.write_text("Aktør;Måned;Besøg\nMuseum Vest;2023-01;5\nMuseum Østt;2023-01;6\n", "utf-8")
    said(capsys, "load", str(listed))
    (checked,) = said(capsys, "check", str(counted), "--rows", str(home / "rows.csv"))["files"]
    rows: pd.DataFrame = pd.read_csv(home / "rows.csv")
    assert set(rows["actor_id"]) == {"mv"}
    (question,) = checked["questions"]
    assert "Museum Østt" in str(question)
    (loaded,) = said(capsys, "load", str(counted))["files"]
    for part in ("cells", "rows", "totals", "questions", "refused"):
        assert checked[part] == loaded[part]


def test_check_writes_the_accepted_facts_with_their_cells(
    home: Path, book: str, capsys: pytest.CaptureFixture[str]
) -> None:
    said(capsys, "check", book, "--rows", str(home / "rows.csv"))
    rows: pd.DataFrame = pd.read_csv(home / "rows.csv")
    visits = rows.loc[rows["dataset"] == "visits"].set_index("period")
    assert visits["number"].to_dict() == visits_by_month()
    assert (visits["sheet"]["2023-01"], visits["cell"]["2023-01"]) == ("Besøg", "C2")


@pytest.mark.parametrize(("language", "sentence"), [("da", "tom"), ("en", "empty")])
def test_a_file_without_use_ends_with_1_and_one_sentence(
    home: Path, capsys: pytest.CaptureFixture[str], language: str, sentence: str
) -> None:
    (home / "a.csv").write_bytes(b"")
    for command in ("check", "load"):
        assert main([command, str(home / "a.csv"), "--quiet", "--lang", language]) == 1
        printed = capsys.readouterr()
        assert printed.err == ""
        assert len(printed.out.splitlines()) == 1
        assert sentence in printed.out
    (file,) = said(capsys, "load", str(home / "a.csv"), code=1)["files"]
    assert (file["problem"]["code"], file["upload"]) == ("empty_file", None)


def test_one_good_file_of_two_is_enough_to_end_with_0(
    home: Path, book: str, capsys: pytest.CaptureFixture[str]
) -> None:
    files = said(capsys, "load", str(home / "gone.xlsx"), book)["files"]
    assert [file.get("problem", {}).get("code") for file in files] == ["not_found", None]
    assert [file["upload"] for file in files] == [None, 1]


def test_progress_goes_to_standard_error(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", book, "--json"]) == 0
    printed = capsys.readouterr()
    assert len(json.loads(printed.out)["files"]) == 1
    assert "opening" in printed.err
    assert "checking" in printed.err


@pytest.mark.parametrize(
    "call", [[], ["check"], ["load", "a.xlsx", "--lang", "fr"], ["undo", "one", "--by", "x"], ["undo", "1"]], ids=str
)
def test_a_wrong_call_ends_with_2(call: list[str], home: Path) -> None:
    command = [sys.executable, "-m", "pipelines", *call]
    done = subprocess.run(command, cwd=ROOT, env=environment(home / "store"), capture_output=True, text=True)
    assert done.returncode == 2
    assert "usage:" in done.stderr
    assert done.stdout == ""


def test_a_mapping_that_cannot_be_read_is_said_in_one_line(
    home: Path, book: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", book, "--mapping", str(home / "gone.toml"), "--quiet"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert len(printed.err.splitlines()) == 1
    assert "gone.toml" in printed.err


def test_undo_and_uploads_tell_the_same_story(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    said(capsys, "load", book, "--by", "Mette")
    assert main(["undo", "1", "--by", "Anna"]) == 0
    capsys.readouterr()
    (upload,) = said(capsys, "uploads")["uploads"]
    told = {name: upload[name] for name in ("upload", "file", "by", "new", "changed", "same", "undone_by")}
    assert told == {
        "upload": 1, "file": "besøg.xlsx", "by": "Mette", "new": 28, "changed": 0, "same": 0, "undone_by": "Anna",
    }  # fmt: skip
    for number in ("1", "2", "9"):
        assert main(["undo", number, "--by", "Anna", "--lang", "en"]) == 1
        assert capsys.readouterr().err == f"Upload {number} does not exist or is undone already.\n"


def test_fix_writes_the_workbook_and_reports_as_check_does(
    home: Path, book: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (checked,) = said(capsys, "check", book)["files"]
    (file,) = said(capsys, "fix", book, str(home / "ud.xlsx"))["files"]
    assert file.pop("fixed") == str(home / "ud.xlsx")
    assert {**file, "seconds": 0} == {**checked, "seconds": 0}
    assert openpyxl.load_workbook(home / "ud.xlsx").sheetnames[-1] == "Kulturpuls-oversigt"
    assert not (home / "store").exists()


def test_fix_never_writes_over_the_file_it_reads(home: Path, book: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = Path(book).read_bytes()
    assert main(["fix", book, str(home / "." / Path(book).name), "--quiet"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert Path(book).read_bytes() == before


def test_fix_gives_nothing_back_of_a_file_that_cannot_be_read(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "a.csv").write_bytes(b"")
    assert main(["fix", str(home / "a.csv"), str(home / "ud.xlsx"), "--quiet"]) == 1
    assert "tom" in capsys.readouterr().err
    assert not (home / "ud.xlsx").exists()


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_filled_template_is_read_without_a_refusal(
    home: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    path = home / "skabelon.xlsx"
    assert main(["template", "actors", "visits", str(path), "--lang", language]) == 0
    capsys.readouterr()
    made = openpyxl.load_workbook(path)
    assert made.sheetnames[:2] == [datasets()[name].name[language] for name in ("actors", "visits")]
    for dataset_id, rows in rows_of(visits_by_month()).items():
        dataset = datasets()[dataset_id]
        if dataset.name[language] in made.sheetnames:
            for row in rows:
                made[dataset.name[language]].append([row.get(column.id) for column in dataset.columns])
    made.save(path)
    (file,) = said(capsys, "load", str(path))["files"]
    assert (file["refused"], file["questions"]) == ([], [])
    assert accounts_for_every_cell(file)
    assert file["rows"] == {"actors": 1, "visits": 24}
    assert file["by_year"]["visits"]["2024"]["visits"] == sum(list(visits_by_month().values())[12:])


def test_a_template_of_what_is_no_dataset_is_a_wrong_call(home: Path) -> None:
    command = [sys.executable, "-m", "pipelines", "template", "weather", str(home / "out.xlsx")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert not (home / "out.xlsx").exists()


def answered(home: Path) -> Path:
    """A file with one open question, answered and loaded."""
    path = home / "tal.csv"
    path.write_text("Aktør;Måned;Besøg\nA;2023-01;1.234\n", "utf-8")
    store = open_store()
    (question,) = preview(store, path).reading.questions
    assert question.ask is not None
    confirmed = {question.ask: ","}
    store_reading(store, path, preview(store, path, confirmed=confirmed).reading, "Anna", confirmed)
    return path


def test_a_question_is_told_with_its_key_and_what_may_be_answered(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = answered(home)
    assert not said(capsys, "check", str(path))["files"][0]["questions"]
    assert main(["forget", "1", "--by", "Bo", "--quiet"]) == 0
    capsys.readouterr()
    (file,) = said(capsys, "check", str(path), code=1)["files"]
    (question,) = file["questions"]
    assert question["ask"]["kind"] == question["code"] == "decimal"
    assert question["options"] == [",", "."]
    assert "ask" not in file["refused"][0]


def test_what_was_answered_is_listed_and_forgotten_by_number_or_key(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = answered(home)
    (line,) = said(capsys, "answers")["answers"]
    assert (line["kind"], line["subject"], line["answer"], line["by"]) == ("decimal", "besoeg", ",", "Anna")
    assert not said(capsys, "load", str(path))["files"][0]["questions"]
    assert main(["forget", "999", "--by", "Bo", "--quiet"]) == 1
    assert main(["forget", line["key"], "--by", "Bo", "--quiet"]) == 0
    assert main(["answers", "--lang", "en"]) == 0
    assert "Nothing has been answered yet." in capsys.readouterr().out
    assert said(capsys, "load", str(path), code=1)["files"][0]["questions"]
