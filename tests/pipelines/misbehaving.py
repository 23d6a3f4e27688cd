"""Stands in for the interpreter in the tests of the reading process: does what the file's first cell says."""

import ctypes
import os
import resource
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pyarrow as pa

from pipelines.findings import Finding
from pipelines.grid import Workbook
from pipelines.reading import CellCount, KnownNames, TableFound
from pipelines.sheet_picture import SheetPicture


@dataclass(frozen=True)
class Account:
    """The fields of a reading that an interpretation has."""

    cells: CellCount = field(default_factory=lambda: CellCount(9, 4, 3, 2))
    tables: Sequence[TableFound] = (TableFound("Ark1", "A1:B9", "visits", {"Besøg": "visits"}),)
    refused: Sequence[Finding] = (Finding("not_a_number", "Ark1!B2", "x", {"column": "visits"}),)
    ignored: Sequence[Finding] = (Finding("title", "Ark1!A1"),)
    questions: Sequence[Finding] = (Finding("dash", "Ark1!B3", "-"),)
    warnings: Sequence[Finding] = (Finding("tenfold", "Ark1!B4", "1000"),)
    rows: Mapping[str, int] = field(default_factory=lambda: {"visits": 1})
    facts: Mapping[str, pa.Table] = field(default_factory=dict)
    pictures: Sequence[SheetPicture] = (SheetPicture("Ark1", 1, 2, [1], [["Besøg", ""]], [["header", ""]]),)


def interpret(workbook: Workbook, _mapping: object, known: KnownNames, _confirmed: object) -> Account:
    """Do what cell A1 says."""
    word = str(workbook.sheets[0].rows[0][0])
    if word == "report":
        return _report(workbook, known)
    return _MISDEEDS[word]()


def _report(workbook: Workbook, known: KnownNames) -> Account:
    facts = pa.table({"period": ["2025-07"], "number": [7.0], "text": pa.array([None], pa.string())})
    names = {sheet.name: len(sheet.rows) for sheet in workbook.sheets}
    return Account(facts={"visits": facts}, rows={**names, **{f"known {kind}": len(of) for kind, of in known.items()}})


def _abort() -> Account:
    os.abort()


def _crash() -> Account:
    ctypes.string_at(0)
    return Account()


def _spin() -> Account:
    while True:
        pass


def _sleep() -> Account:
    time.sleep(600)
    return Account()


def _eat() -> Account:
    eaten = []
    while True:
        eaten.append(bytes(50_000_000))


def _swell() -> Account:
    sys.stderr.write("memory allocation of 8589934592 bytes failed\n")
    os.abort()


def _raise() -> Account:
    raise RuntimeError("in /secret/place.py")


def _vanish() -> Account:
    os._exit(0)


def _shout() -> Account:
    sys.stdout.write("nonsense\n0.7 \xff\n9.9 late\n" + "x" * 10_000 + "\n0.5 shouting\n")
    return Account()


def _lie() -> Account:
    return Account(facts={"visits": pa.table({"number": [1]})})


def _tell() -> Account:
    cores, _ = resource.getrlimit(resource.RLIMIT_CORE)
    return Account(rows={"secrets": sum("SECRET" in name for name in os.environ), "cores": cores})


_MISDEEDS = {
    "abort": _abort,
    "crash": _crash,
    "spin": _spin,
    "sleep": _sleep,
    "eat": _eat,
    "swell": _swell,
    "raise": _raise,
    "vanish": _vanish,
    "shout": _shout,
    "lie": _lie,
    "tell": _tell,
}
