"""What goes between us and the process that reads a file: a job one way, a reading the other, and never pickle.

The reading process has parsed a stranger's bytes, so what it sends back is data of a known shape and nothing else.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa

from pipelines.asking import Ask, Confirmed
from pipelines.findings import Finding
from pipelines.reading import CellCount, KnownNames, Reading, TableFound
from pipelines.sheet_picture import SheetPicture

# The exit code of a reading process that ran out of memory and could still say so.
OUT_OF_MEMORY = 70

# The file in which a workbook given back lies.
FIXED = "fixed.xlsx"

_JOB = "job.json"
_ACCOUNT = "account.json"
_FACT_TYPES = (pa.string(), pa.float64())


@dataclass(frozen=True)
class Job:
    """One file to read; `interpreter` is the module whose `interpret` makes sense of the workbook."""

    path: str
    name: str
    memory: int
    seconds: int
    mapping: str | None = None
    known: KnownNames = field(default_factory=dict)
    confirmed: Confirmed = field(default_factory=dict)
    interpreter: str = "pipelines.interpret"


def write_job(job: Job, folder: Path) -> None:
    """Leave the job in the folder."""
    said = {**vars(job), "confirmed": [[*ask, answer] for ask, answer in job.confirmed.items()]}
    (folder / _JOB).write_text(json.dumps(said), encoding="utf-8")


def read_job(folder: Path) -> Job:
    """Return the job that was left in the folder."""
    said = json.loads((folder / _JOB).read_text(encoding="utf-8"))
    confirmed = {Ask(kind, layout, subject): answer for kind, layout, subject, answer in said.pop("confirmed")}
    return Job(**said, confirmed=confirmed)


def write_reading(reading: Reading, folder: Path) -> None:
    """Leave the reading in the folder: one file for the account, one Arrow file a dataset, of facts and of blanks."""
    account = {
        "format": reading.format,
        "cells": asdict(reading.cells),
        "tables": [asdict(table) for table in reading.tables],
        "waiting": [asdict(table) for table in reading.waiting],
        "refused": [_finding_out(finding) for finding in reading.refused],
        "ignored": [_finding_out(finding) for finding in reading.ignored],
        "questions": [_finding_out(finding) for finding in reading.questions],
        "warnings": [_finding_out(finding) for finding in reading.warnings],
        "rows": dict(reading.rows),
        "facts": list(reading.facts),
        "blanks": list(reading.blanks),
        "pictures": [asdict(picture) for picture in reading.pictures],
        "problem": _finding_out(reading.problem) if reading.problem else None,
    }
    for number, table in enumerate([*reading.facts.values(), *reading.blanks.values()]):
        with pa.OSFile(str(folder / f"{number}.arrow"), "wb") as file, pa.ipc.new_file(file, table.schema) as writer:
            writer.write_table(table)
    (folder / _ACCOUNT).write_text(json.dumps(account), encoding="utf-8")


def read_reading(folder: Path) -> Reading:
    """Return the reading that was left in the folder, its file and sha256 still empty.

    Raises ValueError, KeyError, TypeError or OSError where it is not whole.
    """
    account = json.loads((folder / _ACCOUNT).read_text(encoding="utf-8"))
    read, blank = account["facts"], account["blanks"]
    tables = [_facts(folder / f"{number}.arrow") for number in range(len(read) + len(blank))]
    return Reading(
        file="",
        sha256="",
        format=account["format"],
        cells=CellCount(**account["cells"]),
        tables=[_table_in(table) for table in account["tables"]],
        waiting=[_table_in(table) for table in account["waiting"]],
        refused=[_finding_in(finding) for finding in account["refused"]],
        ignored=[_finding_in(finding) for finding in account["ignored"]],
        questions=[_finding_in(finding) for finding in account["questions"]],
        warnings=[_finding_in(finding) for finding in account["warnings"]],
        rows=account["rows"],
        facts=dict(zip(read, tables, strict=False)),
        blanks=dict(zip(blank, tables[len(read) :], strict=True)),
        pictures=[SheetPicture(**picture) for picture in account["pictures"]],
        problem=_finding_in(account["problem"]) if account["problem"] else None,
    )


def _table_in(table: Mapping[str, Any]) -> TableFound:
    return TableFound(**{**table, "unread": tuple(table["unread"])})


def _finding_out(finding: Finding) -> Mapping[str, Any]:
    return {**vars(finding), "values": dict(finding.values)}


def _finding_in(finding: Mapping[str, Any]) -> Finding:
    ask = Ask(*finding["ask"]) if finding["ask"] else None
    return Finding(**{**finding, "ask": ask, "options": tuple(finding["options"])})


def _facts(path: Path) -> pa.Table:
    with pa.OSFile(str(path), "rb") as file, pa.ipc.open_file(file) as reader:
        table = reader.read_all()
    table.validate(full=True)
    if any(column not in _FACT_TYPES for column in table.schema.types):
        raise ValueError("a table of facts holds only texts and numbers")
    return table
