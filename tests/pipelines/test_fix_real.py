"""Real workbooks come back as they were: those in place byte for byte, the others value for value."""

import re
from pathlib import Path

import pytest

from locales import DANISH
from pipelines.child import read_file
from pipelines.fix import fixed_workbook
from pipelines.reading import Reading
from tests.pipelines.fixing import index_of, parts

# What is changed in a workbook that is changed in place; of the sheets only the tags of painted cells and which is
# shown first.
TOUCHED = re.compile(
    r"\[Content_Types\]\.xml|xl/workbook\.xml|xl/_rels/workbook\.xml\.rels|xl/styles\.xml|xl/comments.*"
    r"|xl/chartsheets/sheet\d*\.xml|xl/worksheets/(_rels/)?sheet\d*\.xml(\.rels)?|xl/drawings/vmlDrawing\d+\.vml",
    re.IGNORECASE,
)
CELLS = re.compile(rb"<(\w+:)?c\s[^>]*>")
VIEWS = re.compile(rb"\stabSelected=.[^\s>]*|<(?:\w+:)?legacyDrawing[^>]*>")


def accepted_figures(reading: Reading) -> dict[str, list[str]]:
    plain = {name: table.drop_columns(["sheet", "cell"]).to_pylist() for name, table in reading.facts.items()}
    return {name: sorted(map(repr, rows)) for name, rows in plain.items()}


def check_the_account(before: Reading, content: bytes, folder: Path) -> None:
    """The figures are the same again, and of the rest only the index sheet is new."""
    (folder / "igen.xlsx").write_bytes(content)
    after = read_file(folder / "igen.xlsx")
    cells = after.cells
    assert cells.accepted + cells.refused + cells.ignored == cells.non_empty
    assert accepted_figures(after) == accepted_figures(before)
    assert (cells.accepted, cells.refused) == (before.cells.accepted, before.cells.refused)
    listed = sum(cell.value is not None for row in index_of(content, DANISH).iter_rows() for cell in row)
    assert cells.ignored == before.cells.ignored + listed


@pytest.mark.parametrize(
    "name",
    [
        "messy/poi_simple-monthly-budget.xlsx",
        "messy/unpivotr_worked-examples.xlsx",
        "messy/poi_right-to-left.xlsx",
        "messy/readxl_embedded-chartsheet.xlsx",
        "messy/frictionless_merged-cells.xlsx",
        "danish/dk_statbank_ARE207.xlsx",
        "derived/synthetic_formler_uden_cache.xlsx",
    ],
)
def test_a_workbook_changed_in_place_keeps_every_other_byte(shared: Path, tmp_path: Path, name: str) -> None:
    path = shared / "data" / name
    reading = read_file(path)
    content = fixed_workbook(path, reading, DANISH)
    old, new = parts(path.read_bytes()), parts(content)
    for part, was in old.items():
        if not TOUCHED.fullmatch(part):
            assert new[part] == was, part
        elif "/sheet" in part and part.endswith(".xml"):
            untagged = [VIEWS.sub(b"", CELLS.sub(b"<c>", xml)) for xml in (was, new[part])]
            assert untagged[0] == untagged[1], part
    check_the_account(reading, content, tmp_path)


@pytest.mark.parametrize(
    "name",
    [
        "messy/readxl_deaths.xls",
        "messy/xlrd_ragged.xls",
        "messy/poi_SampleSS.ods",
        "messy/calamine_date.xlsb",
        "messy/php_premiere.win1252.csv",
        "danish/dk_vdk_kommune_destination_derived.csv",
    ],
)
def test_any_other_file_comes_back_with_the_same_figures(shared: Path, tmp_path: Path, name: str) -> None:
    path = shared / "data" / name
    reading = read_file(path)
    check_the_account(reading, fixed_workbook(path, reading, DANISH), tmp_path)
