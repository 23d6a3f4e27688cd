"""Official files read rightly: every figure of the index beside them, nothing stored of those that cannot be read."""

import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from pipelines.account import totals
from pipelines.asking import Ask
from pipelines.grid import Workbook, address
from pipelines.interpret import interpret
from pipelines.mapping import parse_mapping
from pipelines.mapping_parts import Mapping as LayoutMapping
from pipelines.open_workbook import open_workbook
from pipelines.reading import Interpretation, Reading
from tests.server import ROOT

_EXPECTED = Path(__file__).with_name("official_files.toml")
_MAPPINGS = ROOT / "data" / "mappings"
_MOST_LINES = 20
_MOST_ANSWERS = 4
_TABULAR = {".csv", ".tsv", ".txt", ".xls", ".xlsx", ".ods"}
_ROUNDING = 0.05


@cache
def expected() -> Mapping[str, Mapping[str, Any]]:
    files = tomllib.loads(_EXPECTED.read_text("utf-8"))["file"]
    return {" ".join((file["name"], file.get("mapping", ""), *file.get("answers", ()))).strip(): file for file in files}


def read(path: Path, file: Mapping[str, Any]) -> Interpretation:
    """Interpret a file; cells to clear hold an e-mail address, and nothing is stored before they are gone."""
    named, cleared = file.get("mapping"), file.get("clears", ())
    mapping = parse_mapping((_MAPPINGS / named).read_text("utf-8")) if named else None
    workbook = open_workbook(path, encoding=mapping.encoding if mapping else None)
    if cleared:
        refused = interpret(workbook, mapping).refused
        assert Reading(file=path.name, sha256="", refused=refused).blocked
    return answered(without(workbook, cleared), mapping, file.get("answers", {}))


def answered(workbook: Workbook, mapping: LayoutMapping | None, answers: Mapping[str, str]) -> Interpretation:
    """Interpret a workbook and answer its questions as they come up; every answer must have been asked for."""
    confirmed: dict[Ask, str] = {}
    while True:
        found = interpret(workbook, mapping, confirmed=confirmed)
        asks = {question.ask for question in found.questions if question.ask and question.ask.kind in answers}
        if asks <= set(confirmed):
            break
        confirmed |= {ask: answers[ask.kind] for ask in asks}
    assert {ask.kind for ask in confirmed} == set(answers)
    assert len(confirmed) <= _MOST_ANSWERS
    return found


def without(workbook: Workbook, cells: Sequence[str]) -> Workbook:
    sheets = [
        replace(
            sheet,
            rows=[
                [
                    None if f"{sheet.name}!{address(row, column)}" in cells else value
                    for column, value in enumerate(values)
                ]
                for row, values in enumerate(sheet.rows)
            ],
        )
        for sheet in workbook.sheets
    ]
    return replace(workbook, sheets=sheets) if cells else workbook


def where(facts: pa.Table, keys: Mapping[str, str]) -> pa.Table:
    for key, text in keys.items():
        begins = pc.starts_with(facts[key], text.removesuffix("*"))
        facts = facts.filter(begins if text.endswith("*") else pc.equal(facts[key], text))
    return facts


@pytest.mark.parametrize("name", expected())
def test_an_official_file_gives_the_figures_of_its_index(shared: Path, name: str) -> None:
    file = expected()[name]
    found = read(shared / "data" / file["name"], file)
    cells = found.cells
    assert cells.accepted + cells.refused + cells.ignored == cells.non_empty
    assert sorted({question.code for question in found.questions}) == file.get("asks", [])
    assert Counter(finding.code for finding in found.refused) == Counter(file.get("refuses", {}))
    if "fails" in file:
        assert not found.facts
    if "tables" in file:
        assert len(found.tables) == file["tables"]
    if "reads" in file:
        assert dict(found.rows) == file["reads"]
    for dataset, measure, keys, total, *within in file.get("sums", []):
        facts = where(found.facts[dataset].filter(pc.equal(found.facts[dataset]["measure"], measure)), keys)
        said = pc.sum(facts["number"], min_count=0).as_py()
        assert said == pytest.approx(total, abs=within[0] if within else _ROUNDING), (measure, keys)
    overall, _ = totals(Reading(file=file["name"], sha256="", facts=found.facts))
    for dataset, sums in file.get("reports", {}).items():
        assert overall[dataset] == pytest.approx(sums, abs=_ROUNDING)


@pytest.mark.parametrize("path", sorted(_MAPPINGS.glob("*.toml")), ids=lambda path: path.stem)
def test_a_mapping_is_at_most_twenty_lines(path: Path) -> None:
    lines = [line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    assert len(lines) <= _MOST_LINES


@pytest.mark.parametrize("folder", ["danish", "derived", "museums", "sustainability", "tourism"])
def test_every_tabular_file_is_spoken_of(shared: Path, folder: str) -> None:
    names = {file["name"] for file in expected().values()}
    there = {f"{folder}/{path.name}" for path in (shared / "data" / folder).iterdir() if path.suffix in _TABULAR}
    assert there <= names
