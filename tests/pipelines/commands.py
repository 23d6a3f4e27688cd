"""Commands run in our own process, and what they print."""

import json
from typing import Any

import pytest

from pipelines.__main__ import main


def said(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> Any:
    """What a command prints with --json: one object and nothing else."""
    assert main([*arguments, "--json", "--quiet"]) == code
    printed = capsys.readouterr()
    assert printed.err == ""
    assert printed.out.count("\n") == 1
    return json.loads(printed.out)


def accounts_for_every_cell(file: dict[str, Any]) -> bool:
    cells = file["cells"]
    return bool(cells["accepted"] + cells["refused"] + cells["ignored"] == cells["non_empty"] > 0)
