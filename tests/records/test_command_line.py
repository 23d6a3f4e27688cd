"""The command line of the records: what the journal holds, its head, and whether it is as it was written."""

import json
from pathlib import Path

import pytest
from sqlalchemy import delete

from records import journal
from records.__main__ import main
from records.database import METADATA, writing
from records.journal import Act


@pytest.fixture(autouse=True)
def _records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KULTURPULS_RECORDS", str(tmp_path / "records"))
    for by, outcome in (("Anna", "done"), ("Bo", "refused"), ("Anna", "refused")):
        journal.write(Act("load", by, "analyst", "upload 1", outcome))  # type: ignore[arg-type]


def test_the_acts_are_listed_and_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["journal", "--by", "Anna", "--outcome", "refused", "--json"]) == 0
    (entry,) = json.loads(capsys.readouterr().out)["entries"]
    assert (entry["number"], entry["by"], entry["outcome"]) == (3, "Anna", "refused")
    assert main(["journal", "--act", "load"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3


def test_a_head_kept_elsewhere_finds_a_cut_tail(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["head"]) == 0
    kept = capsys.readouterr().out.strip()
    assert main(["verify", "--head", kept]) == 0
    assert capsys.readouterr().out == "3 linjer, alle som de blev skrevet.\n"
    table = METADATA.tables["journal"]
    with writing() as connection:
        connection.execute(delete(table).where(table.c.number > 2))
    assert main(["verify"]) == 0
    capsys.readouterr()
    assert main(["--lang", "en", "verify", "--head", kept]) == 1
    assert capsys.readouterr().out == "Line 3 is not as it was written.\n"


def test_a_head_that_is_none_is_a_wrong_call() -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["verify", "--head", "nonsense"])
    assert stopped.value.code == 2
