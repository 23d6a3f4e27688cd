"""Messy and hostile files: each ends as it must, accounted for or in one sentence, and none takes the house."""

import json
import subprocess
import sys
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from openpyxl.utils import range_boundaries

from pipelines.cells import SheetCells
from pipelines.finding_kinds import KINDS
from pipelines.grid import CellValue, ErrorCell
from pipelines.open_workbook import open_workbook
from tests.conftest import SHARED
from tests.server import ROOT

FOLDERS = ("messy", "malicious")
MOST_MEMORY_MB = 400
# Of the processor, not of the clock: the machine may be busy.
MOST_SECONDS = 5
LONGEST_SENTENCE = 200
NO_REFUSAL = {"read", "asks"}


@cache
def expected(folder: str) -> Mapping[str, Mapping[str, Any]]:
    files: Mapping[str, Mapping[str, Any]] = tomllib.loads(
        Path(__file__).with_name(f"{folder}_files.toml").read_text("utf-8")
    )["files"]
    return files


@cache
def told(folder: str) -> Mapping[str, Mapping[str, Any]]:
    return read_each(sorted((SHARED / "data" / folder).iterdir()))


def read_each(paths: Sequence[Path]) -> Mapping[str, Mapping[str, Any]]:
    """What came of each file, read in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.corpus.each_file", *map(str, paths)],
        cwd=ROOT, capture_output=True, text=True, check=True, timeout=240,
    )  # fmt: skip
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return {line["name"]: line for line in lines}


FILES = [(folder, name) for folder in FOLDERS for name in expected(folder)]


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_file_of_the_folder_is_expected(shared: Path, folder: str) -> None:
    assert {path.name for path in (shared / "data" / folder).iterdir()} == set(expected(folder))


@pytest.mark.parametrize(("folder", "name"), FILES)
def test_a_file_ends_as_it_must_and_every_cell_is_accounted_for(shared: Path, folder: str, name: str) -> None:
    wanted, came = expected(folder)[name], told(folder)[name]
    assert came["exit"] == 0
    assert (came["code"] or ("read" if came["rows"] else "asks")) == wanted["verdict"]
    cells = came["cells"]
    assert cells["accepted"] + cells["refused"] + cells["ignored"] == cells["non_empty"] == wanted.get("cells", 0)
    assert bool(came["questions"]) == (wanted["verdict"] == "asks")
    assert cells["refused"] == len(came["refused"])


@pytest.mark.parametrize(("folder", "name"), FILES)
def test_what_is_refused_is_said_in_one_sentence_with_its_cell(shared: Path, folder: str, name: str) -> None:
    wanted, came = expected(folder)[name], told(folder)[name]
    assert len(came["sentences"]) == (0 if wanted["verdict"] in NO_REFUSAL else 2)
    for sentence in came["sentences"]:
        assert 20 < len(sentence) <= LONGEST_SENTENCE
        assert sentence.endswith(".")
        assert ". " not in sentence
        assert "\n" not in sentence
        assert wanted.get("names", "") in sentence


@pytest.mark.parametrize(("folder", "name"), FILES)
def test_no_file_takes_much_of_the_machine(shared: Path, folder: str, name: str) -> None:
    came = told(folder)[name]
    assert came["peak"] < MOST_MEMORY_MB
    assert came["seconds"] < MOST_SECONDS


SEPARATORS = {
    "one line.csv": b";" * 30_000_000,
    "many lines.csv": (b";" * 999 + b"\n") * 30_000,
    "one cell a line.csv": (b";" * 999 + b"1\n") * 30_000,
    "line feeds.csv": b"\n" * 30_000_000,
    "pairs.csv": b"a;b\n" + b";\n" * 15_000_000,
}


def test_millions_of_separators_take_neither_memory_nor_time(tmp_path: Path) -> None:
    for name, content in SEPARATORS.items():
        (tmp_path / name).write_bytes(content)
    for name, came in read_each([tmp_path / name for name in SEPARATORS]).items():
        assert came["exit"] == 0, name
        assert came["code"] in {"too_long", "too_far", "no_cells"}, name
        assert came["peak"] < MOST_MEMORY_MB, name
        assert came["seconds"] < MOST_SECONDS, name


def area(cells: str) -> tuple[slice, slice]:
    left, top, right, bottom = (int(bound or 0) for bound in range_boundaries(cells))
    return slice(top - 1, bottom), slice(left - 1, right)


def as_told(value: CellValue) -> object:
    if isinstance(value, str | int | float) or value is None:
        return value
    return value.code if isinstance(value, ErrorCell) else str(value)


@pytest.mark.parametrize(
    "name", [name for name, wanted in expected("messy").items() if {"holds", "sums"} & set(wanted)]
)
def test_the_cells_hold_what_the_index_says(shared: Path, name: str) -> None:
    wanted = expected("messy")[name]
    sheets = {sheet.name: SheetCells(sheet) for sheet in open_workbook(shared / "data" / "messy" / name).sheets}
    for place, value in wanted.get("holds", {}).items():
        sheet, _, cell = place.rpartition("!")
        assert as_told(sheets[sheet].values[area(cell)].item()) == value, place
    for place, total in wanted.get("sums", {}).items():
        sheet, _, cells = place.rpartition("!")
        assert sheets[sheet].values[area(cells)].sum() == total, place


def test_every_verdict_is_a_sentence_we_have() -> None:
    verdicts = {wanted["verdict"] for folder in FOLDERS for wanted in expected(folder).values()}
    assert verdicts - NO_REFUSAL <= set(KINDS)
