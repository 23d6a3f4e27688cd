"""Sheets of plain cells, read in one pass: the same as calamine and the parser give, and nothing else than plain."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines import open_xlsx as reader
from pipelines import plain_sheet
from pipelines.findings import FileRefusedError
from pipelines.grid import Sheet, address
from pipelines.open_xlsx import open_xlsx, scanned_sheets
from pipelines.scan import SheetScan
from pipelines.shared_texts import SharedTexts
from pipelines.sheet_scan import scan_plain_sheet, scan_sheet
from tests.pipelines.archives import MAIN, make_xlsx, sheet_xml

TEXTS = ("besøg", "", "a &amp; b", " to ord ", "&lt;3")
STRINGS = f'<sst xmlns="{MAIN}">' + "".join(
    f'<si><t xml:space="preserve">{text}</t></si>' if text.startswith(" ") else f"<si><t>{text}</t></si>"
    for text in TEXTS
)
STRINGS += "</sst>"
# Style 0 is a number's, style 1 a date's, style 2 a number's with thousands and a unit of its own.
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts count="1">'
    '<numFmt numFmtId="170" formatCode="#,##0.0 &quot;kr.&quot;"/></numFmts>'
    '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>'
)
PLAIN = [
    '<c r="{0}"><v>1</v></c>',
    '<c r="{0}" s="2"><v>-12.5</v></c>',
    '<c r="{0}" t="n"><v>1E-7</v></c>',
    '<c r="{0}"><v>9007199254740993</v></c>',
    '<c r="{0}"><v>0.1</v></c>',
    '<c r="{0}"><v>-0</v></c>',
    '<c r="{0}" s="1"/>',
    *(f'<c r="{{0}}" s="1" t="s"><v>{at}</v></c>' for at in range(len(TEXTS))),
    '<c r="{0}" t="b"><v>1</v></c>',
    '<c r="{0}" t="b"><v>0</v></c>',
]
NOT_PLAIN = [
    '<c r="{0}" s="1"><v>45000</v></c>',
    '<c r="{0}" s="9"><v>1</v></c>',
    '<c r="{0}"><f>1+1</f><v>2</v></c>',
    '<c r="{0}"><f>1+1</f></c>',
    '<c r="{0}" t="e"><v>#N/A</v></c>',
    '<c r="{0}" t="str"><v>a</v></c>',
    '<c r="{0}" t="inlineStr"><is><t>a</t></is></c>',
    '<c r="{0}" t="s"><v>99</v></c>',
    '<c r="{0}" t="s"><v>x</v></c>',
    '<c r="{0}"><v>x</v></c>',
    '<c r="{0}"><v></v></c>',
    '<c r="{0}"><v/></c>',
    '<c r="{0}"></c>',
    '<c r="{0}"><v>1</v></c> ',
    '<c r="{0}"><v>1</v><v>2</v></c>',
    '<c><v>1</v></c>',
    '<c s="0" r="{0}"><v>1</v></c>',
    '<c r="{0}1"><v>1</v></c>',
    '<c r="A1"><v>1</v></c><c r="A1"><v>1</v></c>',
    '<c r="AAAA1"><v>1</v></c>',
    "<!-- {0} -->",
]  # fmt: skip
Grid = Sequence[Sequence[str | None]]


def rows_xml(rows: Grid, attribute: str = "") -> str:
    return "".join(
        f'<row r="{row + 1}"{attribute}>'
        + "".join(cell.format(address(row, column)) for column, cell in enumerate(cells) if cell)
        + "</row>"
        for row, cells in enumerate(rows)
    )


def workbook(folder: Path, xml: bytes, strings: str = STRINGS) -> Path:
    return make_xlsx(folder / "a.xlsx", xml, **{"xl/sharedStrings.xml": strings, "xl/styles.xml": STYLES})


def plain_scan(path: Path) -> SheetScan | None:
    with ZipFile(path) as archive, archive.open("xl/worksheets/sheet1.xml") as part:
        return scan_plain_sheet(part, "Ark1", SharedTexts(archive))


def seen(sheet: Sheet) -> tuple[object, ...]:
    rows = [[(type(value), value) for value in row] for row in sheet.rows]
    return sheet.name, rows, sheet.merges, sheet.hidden_rows, sheet.hidden_columns


@given(
    st.lists(st.lists(st.sampled_from([None, *PLAIN]), max_size=8), min_size=1, max_size=8),
    st.sampled_from(["", ' hidden="1"', ' hidden="0" ht="12"', ' spans="1:8"']),
    st.sampled_from(["", '<mergeCells><mergeCell ref="B2:D3"/></mergeCells>']),
    st.integers(200, 3000),
)
def test_plain_cells_are_read_as_by_calamine_and_the_parser(rows: Grid, attribute: str, after: str, piece: int) -> None:
    xml = sheet_xml(rows_xml(rows, attribute), '<cols><col min="2" max="3" hidden="1"/></cols>', after)
    with TemporaryDirectory() as temporary:
        path = workbook(Path(temporary), xml)
        with patch.object(plain_sheet, "_CHUNK", piece):
            scan = plain_scan(path)
            with patch.object(reader, "LARGE_PART", 0), patch.object(reader, "MOST_CELLS_FOR_OPENPYXL", -1):
                by_us = open_xlsx(path)
        with patch.object(reader, "MOST_CELLS_FOR_OPENPYXL", -1):
            by_calamine = open_xlsx(path)
    assert scan is not None
    parsed = scan_sheet(BytesIO(xml), "Ark1")
    for name in ("filled", "cells", "rows", "columns", "errors", "uncached", "merges", "hidden_rows", "hidden_columns"):
        assert getattr(scan, name) == getattr(parsed, name), name
    assert list(map(seen, by_us)) == list(map(seen, by_calamine))


@pytest.mark.parametrize("cell", NOT_PLAIN)
@pytest.mark.parametrize("rows", [[[], ["{}"]], [[PLAIN[0], "{}", PLAIN[0]]]])
def test_a_sheet_with_anything_else_is_left_to_the_others(tmp_path: Path, cell: str, rows: Grid) -> None:
    xml = rows_xml([[cell if one == "{}" else one for one in row] for row in rows])
    assert plain_scan(workbook(tmp_path, sheet_xml(xml))) is None


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A2"><v>1</v></c></row>',
        '<row><c r="A1"><v>1</v></c></row>',
        '<row r="01"><c r="A01"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></row>\n',
        '<row r="1" a=">"><c r="A1"><v>1</v></c></row>',
        '<rox r="1"><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c></rox>',
        '<row r="1"><c r="A1"><v>1</v></c>',
        '<row r="1"><v>1</v></row>',
    ],
)
def test_rows_written_otherwise_are_left_to_the_others(tmp_path: Path, rows: str) -> None:
    assert plain_scan(workbook(tmp_path, sheet_xml(rows))) is None


@pytest.mark.parametrize(
    "item", ["<si><t>a</si>", "<si><t>_x000D_</t></si>", "<si><t>&#65;</t></si>", "<si><t>a\r\nb</t></si>"]
)
def test_shared_texts_that_are_more_than_plain_text_are_left_to_the_others(tmp_path: Path, item: str) -> None:
    xml = sheet_xml(rows_xml([[PLAIN[7]]]))
    assert plain_scan(workbook(tmp_path, xml, STRINGS.replace("<si>", f"{item}<si>", 1))) is None


def test_a_text_formatted_in_parts_is_one_text(tmp_path: Path) -> None:
    parts = '<si><r><rPr><b/></rPr><t>Bes</t></r><r><t xml:space="preserve">øg </t></r><rPh><t>x</t></rPh></si>'
    path = workbook(tmp_path, sheet_xml(rows_xml([PLAIN[7:9]])), STRINGS.replace("<si>", f"{parts}<si>", 1))
    scan = plain_scan(path)
    with patch.object(reader, "MOST_CELLS_FOR_OPENPYXL", -1):
        (sheet,) = open_xlsx(path)
    assert scan is not None
    assert scan.values is not None
    assert scan.values.tolist() == [["Besøg ", "besøg"]] == list(sheet.rows)


def test_a_row_whose_attributes_are_not_xml_is_a_broken_file(tmp_path: Path) -> None:
    path = workbook(tmp_path, sheet_xml('<row r="1" spans=1:2><c r="A1"><v>1</v></c></row>'))
    with pytest.raises(FileRefusedError) as refused:
        plain_scan(path)
    assert refused.value.finding.code == "broken"


@pytest.mark.parametrize("row", ['<row r="1048577"></row>', '<row r="1048576"><c r="ZZ1048576"><v>1</v></c></row>'])
def test_a_cell_too_far_out_is_told_before_the_rectangle_is_made(tmp_path: Path, row: str) -> None:
    with pytest.raises(FileRefusedError) as refused:
        plain_scan(workbook(tmp_path, sheet_xml(row)))
    assert refused.value.finding.code == "too_far"


def test_every_plain_sheet_of_a_workbook_is_read_the_same_whatever_reads_it(tmp_path: Path) -> None:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c><c r="C{n}"><v>{n}.5</v></c></row>' for n in range(1, 9000)
    )
    path = workbook(tmp_path, sheet_xml(rows))
    with patch.object(reader, "LARGE_PART", 0):
        ((_, scan),) = scanned_sheets(path)
        (sheet,) = open_xlsx(path)
    assert scan.values is not None
    assert (len(sheet.rows), sheet.rows[8998], sheet.rows[1:2]) == (
        8999,
        ["besøg", None, 8999.5],
        [["besøg", None, 2.5]],
    )
