"""Reads files in this process: what is in them is our own, and a process for each of hundreds takes its time."""

import hashlib
from pathlib import Path

from pipelines.asking import Confirmed
from pipelines.interpret import interpret
from pipelines.open_workbook import open_workbook
from pipelines.reading import KnownNames, Reading


def read_here(
    path: Path,
    mapping: str | None = None,
    known: KnownNames | None = None,
    *,
    confirmed: Confirmed | None = None,
    name: str | None = None,
    progress: object = None,
) -> Reading:
    """Stand in for pipelines.child.read_file."""
    assert mapping is None and progress is None
    workbook = open_workbook(path, name)
    found = interpret(workbook, None, known, confirmed)
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    return Reading(file=path.name, sha256=sha256, format=workbook.format, **vars(found))
