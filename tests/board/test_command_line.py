"""The command line: send, list, export and revoke, as in the app."""

from pathlib import Path

import pytest

from board import __main__ as command_line
from board import drawings
from board.links import open_link
from records import journal


def test_a_page_is_sent_listed_exported_and_revoked(
    sample_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KULTURPULS_STORE", str(sample_folder))
    monkeypatch.setenv("KULTURPULS_RECORDS", str(tmp_path / "records"))
    monkeypatch.setenv("KULTURPULS_URL", "https://tal.example.org/")
    monkeypatch.setattr(drawings, "can_draw", lambda: False)
    assert command_line.main(["send", "--place", "eks-klydoe", "--year", "2025", "--title", "Marts"]) == 0
    said = capsys.readouterr()
    address = said.out.splitlines()[-1]
    assert address.startswith("https://tal.example.org/b/")
    assert "apt-get install chromium" in said.err
    token = address.rpartition("/")[2]
    assert open_link(token) is not None
    assert command_line.main(["export", "1", str(tmp_path / "page.csv")]) == 0
    assert (tmp_path / "page.csv").stat().st_size > 1000
    assert command_line.main(["revoke", "1"]) == 0
    assert open_link(token) is None
    assert command_line.main(["list"]) == 0
    listed = capsys.readouterr().out
    assert "Marts" in listed
    assert token not in listed
    assert [entry.act for entry in journal.entries()] == ["revoke", "export", "link", "send"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["revoke", "7"], command_line.REFUSED),
        (["send", "--place", "nowhere", "--year", "2025"], command_line.REFUSED),
        (["send", "--title", "Marts"], command_line.WRONG_CALL),
        (["link", "1", "--days", "401"], command_line.REFUSED),
    ],
)
def test_what_cannot_be_done_is_told_by_the_exit_code(
    sample_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int
) -> None:
    monkeypatch.setenv("KULTURPULS_STORE", str(sample_folder))
    monkeypatch.setenv("KULTURPULS_RECORDS", str(tmp_path / "records"))
    assert command_line.main(arguments) == code
