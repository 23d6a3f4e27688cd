import json
from datetime import datetime
from pathlib import Path

import pytest

from kpis.__main__ import main
from kpis.catalogue import catalogue
from tests.answers.tables import TableData, Tables, in_place, months


def _write(path: Path, *cases: tuple[str, str, dict[str, object], dict[str, object]]) -> str:
    fields = ("id", "kpi", "inputs", "expected")
    content = [dict(zip(fields, case, strict=True)) | {"tolerance": 1e-9} for case in cases]
    path.write_text(json.dumps({"cases": content}), encoding="utf-8")
    return str(path)


@pytest.fixture
def oracles(tmp_path: Path) -> str:
    return _write(
        tmp_path / "oracles.json",
        ("regen.right", "reuse_share", {"reused_kg": 1, "total_kg": 2}, {"share": 0.5}),
        ("regen.wrong", "reuse_share", {"reused_kg": 1, "total_kg": 2}, {"share": 0.6}),
        ("later.case", "not_built", {}, {}),
    )


def test_check_prints_what_does_not_pass_and_counts(oracles: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", oracles]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "regen.wrong (reuse_share) failed: share: expected 0.6, got 0.5",
        "later.case (not_built) not covered",
        "1 passed, 2 failed",
    ]


def test_check_only_the_cases_asked_for(oracles: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", oracles, "--only", "regen.right"]) == 0
    assert capsys.readouterr().out == "1 passed, 0 failed\n"
    assert main(["check", oracles, "--only", "regen.right,later."]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "1 passed, 1 failed"


def test_check_without_a_readable_file_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(tmp_path / "absent.json")]) == 2
    printed = capsys.readouterr()
    assert "absent.json" in printed.err
    assert printed.out == ""


def test_check_passes_on_the_shared_cases(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(shared / "kpi" / "oracles.json")
    assert main(["check", path, "--only", "growth.,season.,real.,business.,guest.,regen.,quality."]) == 0
    assert capsys.readouterr().out == "77 passed, 0 failed\n"


def test_list_prints_a_line_for_each_kpi(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(catalogue())
    assert lines[0].split()[:2] == ["1", "visits_total"]


def test_list_prints_the_passports_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--json"]) == 0
    passports = json.loads(capsys.readouterr().out)
    assert [passport["id"] for passport in passports] == list(catalogue())
    assert "compute" not in passports[0]
    assert passports[0]["method"].startswith("The sum of the known months")


COUNTING: Tables = {
    "destinations": [{"destination_id": "p", "name": "Vig"}],
    "actors": in_place("a", "silent"),
    "visits": months("a", 2024, [10] * 12),
}


@pytest.mark.parametrize(
    ("tables", "call", "said"),
    [
        ({}, ["--actor", "a"], "nothing to show: the store holds no figures yet"),
        (COUNTING, ["--actor", "nobody"], "nothing to show: the store knows no place actor:nobody"),
        (COUNTING, ["--actor", "silent", "--year", "1999"], "(actor:silent) has nothing for 1999, only for 2024"),
        (COUNTING, ["--destination", "p", "--year", "2031"], "has nothing for 2031, only for 2024"),
    ],
)
def test_show_says_what_is_missing_where_there_is_nothing_to_show(
    tables: Tables, call: list[str], said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def known(_store: object, _as_of: datetime | None) -> TableData:
        return TableData(tables)

    monkeypatch.setattr("kpis.__main__.open_store", lambda: None)
    monkeypatch.setattr("kpis.__main__.open_data", known)
    assert main(["show", *call]) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("call", [[], ["nothing"], ["check"]])
def test_a_wrong_call_ends_with_two(call: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(call)
    assert ended.value.code == 2
