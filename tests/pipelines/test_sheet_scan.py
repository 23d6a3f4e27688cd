"""What one pass over a sheet's XML sees."""

from io import BytesIO
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from pipelines import plain_cells
from pipelines.findings import FileRefusedError
from pipelines.grid import Range, address, letters_of
from pipelines.limits import LARGEST_RECTANGLE, MOST_COLUMNS
from pipelines.scan import SheetScan
from pipelines.sheet_scan import scan_sheet
from tests.pipelines.archives import sheet_xml


def scan(rows: str, before: str = "", after: str = "") -> SheetScan:
    return scan_sheet(BytesIO(sheet_xml(rows, before, after)), "Ark1")


def refusal(rows: str, after: str = "") -> FileRefusedError:
    with pytest.raises(FileRefusedError) as refused:
        scan(rows, after=after)
    return refused.value


def test_cells_with_a_value_a_formula_or_a_text_of_their_own_are_filled() -> None:
    seen = scan(
        '<row r="2"><c r="A2" s="1"/><c r="B2"><v>1</v></c><c r="C2"><f>B2</f><v>1</v></c>'
        '<c r="D2" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c><c r="E2" s="1"/></row>'
    )
    assert (seen.filled, seen.cells, seen.rows, seen.columns) == (3, 5, 2, 4)
    assert seen.in_order


def test_a_cell_without_a_reference_stands_right_of_the_one_before_it() -> None:
    seen = scan('<row><c t="e"><v>#N/A</v></c></row><row><c r="C2"/><c/><c t="e"><v>#REF!</v></c></row>')
    assert seen.errors == {(0, 0): "#N/A", (1, 4): "#REF!"}


def test_error_cells_are_kept_with_their_code() -> None:
    seen = scan(
        '<row r="1"><c r="A1" t="e"><v>#DIV/0!</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
        '<c r="C1" t="s"><v>0</v></c></row>'
    )
    assert seen.errors == {(0, 0): "#DIV/0!", (0, 1): "#DIV/0!"}
    assert seen.uncached == {}


@pytest.mark.parametrize("value", ["", "<v/>", "<v></v>", "<v>\n</v>"])
def test_a_formula_without_a_result_was_never_calculated(value: str) -> None:
    seen = scan(f'<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>SUM(A1,"&lt;")</f>{value}</c><c r="C1"/></row>')
    assert seen.uncached == {(0, 1): '=SUM(A1,"<")'}


@pytest.mark.parametrize("cell", ["<c r='A1'><f>1</f><v>1</v></c>", "<c r='A1' t='str'><f>\"\"</f><v></v></c>"])
def test_a_formula_with_a_result_even_an_empty_text_was_calculated(cell: str) -> None:
    assert scan(f'<row r="1">{cell}</row>').uncached == {}


def test_each_cell_of_a_shared_formula_has_its_own_text() -> None:
    seen = scan(
        '<row r="1"><c r="B1"><f t="shared" ref="B1:B2" si="0">A1*2</f></c></row>'
        '<row r="2"><c r="B2"><f t="shared" si="0"/></c></row>'
    )
    assert seen.uncached == {(0, 1): "=A1*2", (1, 1): "=A2*2"}


def test_formulas_outside_cells_are_none_of_ours() -> None:
    seen = scan('<row r="1"><c r="A1" s="1"/></row>', after="<extLst><x:f xmlns:x='x'>A1:A9</x:f></extLst>")
    assert (seen.filled, seen.uncached) == (0, {})


def test_merges_and_hidden_rows_and_columns_are_seen_as_far_as_the_cells_reach() -> None:
    seen = scan(
        '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="3" hidden="true"><c r="C3"><v>1</v></c></row>'
        '<row r="9" hidden="1"/>',
        before='<cols><col min="2" max="16384" hidden="1"/></cols>',
        after='<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C3"/></mergeCells>',
    )
    assert seen.merges == (Range(0, 0, 1, 1), Range(2, 2, 2, 2))
    assert seen.hidden_rows == {0, 2}
    assert seen.hidden_columns == {1, 2}


def test_a_prefix_before_the_names_changes_nothing() -> None:
    xml = (
        b'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1">'
        b'<x:c r="A1" t="e"><x:v>#N/A</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    )
    assert scan_sheet(BytesIO(xml), "Ark1").errors == {(0, 0): "#N/A"}


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        '<row r="1"><c r="XFE1"><v>1</v></c></row>',
        '<row r="1"><c r="A4294967295"><v>1</v></c></row>',
        '<row r="4294967295"/>',
        '<row r="1"><c r="ZZ1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>',
    ],
)
def test_a_filled_cell_too_far_out_is_refused_by_sheet_and_cell(rows: str) -> None:
    finding = refusal(rows).finding
    assert finding.code == "too_far"
    assert finding.values["sheet"] == "Ark1"
    assert finding.values["cell"]


def test_a_styled_blank_may_lie_anywhere() -> None:
    assert scan('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>').rows == 1


def test_a_full_length_sheet_of_eight_columns_fits() -> None:
    assert scan('<row r="1048576"><c r="H1048576"><v>1</v></c></row>').rows * 8 < LARGEST_RECTANGLE


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="0"/>',
        '<row r="x"/>',
        '<row r="1"><c r="A0"><v>1</v></c></row>',
        "<row",
        '<row r="1"><c r="1A"><v/></c></row>',
    ],
)
def test_rows_and_cells_that_are_none_are_broken(rows: str) -> None:
    assert refusal(rows).finding.code == "broken"


def test_a_merge_of_nothing_is_broken() -> None:
    assert refusal("", after='<mergeCells><mergeCell ref="?"/></mergeCells>').finding.code == "broken"


def test_rows_out_of_order_and_cells_in_another_row_are_told() -> None:
    assert not scan('<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>').in_order
    moved = scan('<row r="1"><c r="B7"><v>1</v></c></row>')
    assert (moved.in_order, moved.rows, moved.columns) == (False, 7, 2)


_CONTENTS = [
    "<c r='{0}'/>",
    '<c r="{0}" s="3"/>',
    '<c r="{0}"><v>12.5</v></c>',
    '<c r="{0}" s="1" t="s"><v>0</v></c>',
    '<c r="{0}" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>',
    '<c r="{0}" t="inlineStr"><is><r><t>a</t></r></is></c>',
    '<c r="{0}" t="e"><v>#N/A</v></c>',
    '<c r="{0}"><f>A1</f><v>2</v></c>',
    '<c r="{0}"><f>A1</f></c>',
    '<c r="{0}" t="str"><v>a &amp; b</v></c>',
    '<c r="{0}"><v>1</v></c> ',
]


@given(
    st.lists(st.lists(st.sampled_from([None, *_CONTENTS]), max_size=8), max_size=8),
    st.sampled_from([' hidden="1"', ' hidden="false" ht="12"', ' spans="1:8"']),
    st.integers(60, 3000),
)
def test_counting_plain_cells_unparsed_sees_the_same(rows: list[list[str | None]], attribute: str, piece: int) -> None:
    xml = sheet_xml(
        "".join(
            f'<row r="{row + 1}"{attribute}>'
            + "".join(cell.format(address(row, column)) for column, cell in enumerate(cells) if cell)
            + "</row>"
            for row, cells in enumerate(rows)
        )
    )
    parsed = scan_sheet(BytesIO(xml), "Ark1")
    with patch.object(plain_cells, "_CHUNK", piece):
        counted = scan_sheet(BytesIO(xml), "Ark1", large=True)
    for name in ("filled", "cells", "rows", "columns", "errors", "uncached", "merges", "hidden_rows", "hidden_columns"):
        assert getattr(counted, name) == getattr(parsed, name), name


def test_columns_have_the_letters_that_openpyxl_gives_them() -> None:
    assert [letters_of(n) for n in range(MOST_COLUMNS)] == [get_column_letter(n + 1) for n in range(MOST_COLUMNS)]


@pytest.mark.parametrize("last", [0, 11, 25, 26, 27, 51, 52, 77, 78, 700, 701])
def test_only_rows_that_reach_no_further_are_taken_out_whole(last: int) -> None:
    def taken(column: int) -> bool:
        row = f'<row r="7"><c r="{address(6, column)}"><v>1</v></c></row><row r="8">'
        return plain_cells._rows_up_to(last).match(row.encode()) is not None

    assert [column for column in range(720) if taken(column)] == list(range(last + 1))


def test_a_row_without_a_number_follows_the_row_before_it() -> None:
    plain = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, 9))
    with patch.object(plain_cells, "_CHUNK", 80):
        seen = scan_sheet(BytesIO(sheet_xml(plain + '<row><c t="e"><v>#N/A</v></c></row>')), "Ark1", large=True)
    assert seen.errors == {(8, 0): "#N/A"}


def test_a_large_sheet_is_cut_at_rows_into_many_pieces() -> None:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="B{n}" t="s"><v>2</v></c><c r="C{n}"><v>3</v></c></row>'
        for n in range(1, 60_001)
    )
    last = '<row r="60001"><c r="A60001"><v>1</v></c><c r="D60001" t="e"><v>#N/A</v></c></row>'
    seen = scan_sheet(BytesIO(sheet_xml(rows + last)), "Ark1", large=True)
    assert (seen.filled, seen.rows, seen.columns) == (180_002, 60_001, 4)
    assert seen.errors == {(60_000, 3): "#N/A"}
