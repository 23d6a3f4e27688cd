"""xlsx workbooks: the same sheets by openpyxl and by calamine, and the same as openpyxl gives in full."""

import warnings
from datetime import date, datetime, time, timedelta
from io import BytesIO
from math import isnan
from pathlib import Path
from tempfile import NamedTemporaryFile

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from pipelines import open_xlsx as reader
from pipelines.findings import FileRefusedError
from pipelines.grid import ErrorCell, Range, Sheet, UncachedFormula
from pipelines.open_xlsx import open_xlsx, scanned_sheets, with_calamine, with_openpyxl
from tests.pipelines.archives import XLSX_PARTS, make_xlsx, make_zip, sheet_xml
from tests.workbooks import is_filled

# Strict, and with escaped characters: what openpyxl does not read, or not rightly.
ONLY_CALAMINE = ("poi_sample.strict.xlsx", "readxl_new_line_errors.xlsx")


def only_sheet(path: Path) -> Sheet:
    (sheet,) = open_xlsx(path)
    return sheet


def by_both(path: Path) -> tuple[list[Sheet], list[Sheet]]:
    sheets = scanned_sheets(path)
    return with_openpyxl(path, sheets), with_calamine(path, sheets)


def seen(sheet: Sheet) -> tuple[object, ...]:
    """All of a sheet but its number formats; the type of each value counts, texts of blanks only do not."""
    rows = [[(type(value), value) if is_filled(value) else None for value in row] for row in sheet.rows]
    return sheet.name, sheet.hidden, rows, sheet.merges, sheet.hidden_rows, sheet.hidden_columns


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report as people make them, saved by a library that never calculates."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Besøg"
    sheet["B2"] = "Besøg 2024"
    sheet["C2"] = "hidden under the merge"
    sheet.merge_cells("B2:D2")
    sheet["B4"], sheet["C4"], sheet["D4"] = "januar", 7, 7.5
    sheet["B5"], sheet["C5"], sheet["D5"] = date(2024, 2, 1), datetime(2024, 2, 1, 10, 30), time(9, 15)
    sheet["B6"], sheet["C6"], sheet["D6"] = "=SUM(C4:D4)", True, 0.25
    sheet["D6"].number_format = "0.0 %"
    sheet["E7"] = "  Nærbø "
    sheet.row_dimensions[5].hidden = True
    sheet.column_dimensions["D"].hidden = True
    hidden = book.create_sheet("Kladde")
    hidden["A1"] = 1
    hidden.sheet_state = "veryHidden"
    book.create_sheet("Tom")
    book.save(tmp_path / "report.xlsx")
    return tmp_path / "report.xlsx"


def test_every_cell_stands_at_its_address_with_its_value(report: Path) -> None:
    besoeg, kladde, tom = open_xlsx(report)
    assert besoeg.rows == [
        [None] * 5,
        [None, "Besøg 2024", None, None, None],
        [None] * 5,
        [None, "januar", 7, 7.5, None],
        [None, date(2024, 2, 1), datetime(2024, 2, 1, 10, 30), time(9, 15), None],
        [None, UncachedFormula("=SUM(C4:D4)"), True, 0.25, None],
        [None, None, None, None, "  Nærbø "],
    ]
    assert besoeg.merges == (Range(1, 1, 1, 3),)
    assert (set(besoeg.hidden_rows), set(besoeg.hidden_columns)) == ({4}, {3})
    assert (besoeg.hidden, kladde.hidden, tom.hidden) == (False, True, False)
    assert (kladde.rows, tom.rows) == ([[1]], [])


def test_number_formats_are_kept_where_a_cell_has_one(report: Path) -> None:
    formats = open_xlsx(report)[0].formats
    assert formats[5, 3] == "0.0 %"
    assert (3, 2) not in formats


def test_both_readers_give_the_same_report(report: Path) -> None:
    ours, theirs = by_both(report)
    assert list(map(seen, ours)) == list(map(seen, theirs))


_VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**53), 2**53),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=12),
    st.datetimes(datetime(1900, 3, 1), datetime(2199, 1, 1)).map(lambda when: when.replace(microsecond=0)),
    st.dates(date(1900, 3, 1), date(2199, 1, 1)),
    st.times().map(lambda when: when.replace(microsecond=0)),
    st.timedeltas(timedelta(0), timedelta(days=90)).map(
        lambda length: timedelta(minutes=length // timedelta(minutes=1))
    ),
    st.sampled_from([ErrorCell(code) for code in ("#DIV/0!", "#N/A", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!")]),
)


@given(st.lists(st.lists(_VALUES, max_size=6), max_size=8), st.integers(0, 5), st.integers(0, 5))
def test_both_readers_give_the_same_sheet(rows: list[list[object]], down: int, right: int) -> None:
    data = BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True})
    sheet = book.add_worksheet("Ark1")
    formats = {
        datetime: book.add_format({"num_format": "dd-mm-yyyy hh:mm"}),
        date: book.add_format({"num_format": "d. mmmm yyyy"}),
        time: book.add_format({"num_format": "hh:mm:ss"}),
        timedelta: book.add_format({"num_format": "[h]:mm"}),
    }
    for row, values in enumerate(rows, down):
        for column, value in enumerate(values, right):
            if isinstance(value, ErrorCell):
                sheet.write_formula(row, column, "=1/0", None, value.code)
            elif isinstance(value, str):
                sheet.write_string(row, column, value)
            elif type(value) in formats:
                sheet.write_datetime(row, column, value, formats[type(value)])
            elif value is not None:
                sheet.write(row, column, value)
    book.close()
    with NamedTemporaryFile(suffix=".xlsx") as file:
        file.write(data.getvalue())
        file.flush()
        ours, theirs = by_both(Path(file.name))
    assert list(map(seen, ours)) == list(map(seen, theirs))


def _workbooks(shared: Path) -> list[Path]:
    folders = ("messy", "danish", "museums", "tourism", "sustainability", "derived")
    return [path for folder in folders for path in sorted((shared / "data" / folder).glob("*.xlsx"))]


def test_both_readers_give_the_same_of_every_real_workbook(shared: Path) -> None:
    for path in _workbooks(shared):
        if path.name in ONLY_CALAMINE:
            continue
        ours, theirs = by_both(path)
        assert list(map(seen, ours)) == list(map(seen, theirs)), path.name


def test_merges_and_hidden_parts_are_those_openpyxl_finds_in_full(shared: Path) -> None:
    for path in _workbooks(shared):
        # openpyxl takes long in full for the few large ones.
        if path.name in ONLY_CALAMINE or path.stat().st_size > 100_000:
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(path)
        for sheet in open_xlsx(path):
            full = book[sheet.name]
            merges = {
                Range(m.min_row - 1, m.min_col - 1, m.max_row - 1, m.max_col - 1) for m in full.merged_cells.ranges
            }
            assert set(sheet.merges) == merges, path.name
            hidden_rows = {number - 1 for number, row in full.row_dimensions.items() if row.hidden}
            assert sheet.hidden_rows == {row for row in hidden_rows if row < len(sheet.rows)}, path.name
            hidden_columns = {
                number - 1
                for column in full.column_dimensions.values()
                if column.hidden
                for number in range(column.min or 0, (column.max or 0) + 1)
            }
            width = len(sheet.rows[0]) if sheet.rows else 0
            assert sheet.hidden_columns == {column for column in hidden_columns if column < width}, path.name


def test_formulas_are_those_openpyxl_finds_in_full(shared: Path) -> None:
    path = shared / "data" / "derived" / "synthetic_formler_uden_cache.xlsx"
    full = openpyxl.load_workbook(path)
    for sheet in open_xlsx(path):
        formulas = {
            (row, column): cell.value
            for row, cells in enumerate(full[sheet.name].iter_rows())
            for column, cell in enumerate(cells)
            if cell.data_type == "f"
        }
        found = {
            (row, column): value.formula
            for row, values in enumerate(sheet.rows)
            for column, value in enumerate(values)
            if isinstance(value, UncachedFormula)
        }
        assert found == formulas
        assert found


def test_a_strict_workbook_is_read_by_the_reader_that_can(shared: Path) -> None:
    sheets = open_xlsx(shared / "data" / "messy" / "poi_sample.strict.xlsx")
    assert [(sheet.name, len(sheet.rows)) for sheet in sheets] == [("Sheet1", 10), ("rich test", 6), ("Sheet3", 0)]


def test_numbers_that_are_none_pass_for_others_to_refuse(tmp_path: Path) -> None:
    sheet = only_sheet(
        make_xlsx(tmp_path / "a.xlsx", sheet_xml('<row r="1"><c r="A1"><v>NaN</v></c><c r="B1"><v>1e999</v></c></row>'))
    )
    nan, infinite = sheet.rows[0]
    assert isinstance(nan, float)
    assert isnan(nan)
    assert infinite == float("inf")


def test_a_date_no_calendar_has_stays_a_number(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    book.add_worksheet().write_number(0, 0, 3_000_000, book.add_format({"num_format": "dd-mm-yyyy"}))
    book.close()
    assert only_sheet(path).rows == [[3_000_000]]


def test_rows_out_of_order_are_not_lost(tmp_path: Path) -> None:
    rows = '<row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>3</v></c></row>'
    assert only_sheet(make_xlsx(tmp_path / "a.xlsx", sheet_xml(rows))).rows == [[3, 1], [2, None]]


def test_a_wrong_dimension_hides_nothing(tmp_path: Path) -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="C1"><v>3</v></c></row><row r="5"><c r="B5"><v>5</v></c></row>'
    path = make_xlsx(tmp_path / "a.xlsx", sheet_xml(rows, before='<dimension ref="A1"/>'))
    assert only_sheet(path).rows == [[1, None, 3], *[[None] * 3] * 3, [None, 5, None]]


def test_many_cells_are_left_to_calamine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: Path) -> None:
    monkeypatch.setattr(reader, "MOST_CELLS_FOR_OPENPYXL", 5)
    assert open_xlsx(report)[0].formats == {}


def test_a_merge_of_the_whole_grid_costs_nothing(tmp_path: Path) -> None:
    after = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
    assert only_sheet(make_xlsx(tmp_path / "a.xlsx", sheet_xml(rows, after=after))).rows == [[1]]


def test_merges_laid_over_each_other_are_broken(tmp_path: Path) -> None:
    after = "<mergeCells>" + '<mergeCell ref="A1:B2"/>' * 9 + "</mergeCells>"
    rows = '<row r="2"><c r="B2"><v>2</v></c></row>'
    with pytest.raises(FileRefusedError) as refused:
        open_xlsx(make_xlsx(tmp_path / "a.xlsx", sheet_xml(rows, after=after)))
    assert refused.value.finding.code == "broken"


def test_characters_xml_cannot_hold_are_read_back(tmp_path: Path) -> None:
    text = "a_x000A_b _x005F_x000D_"
    rows = f'<row r="1"><c r="A1" t="inlineStr"><is><t>{text}</t></is></c></row>'
    assert only_sheet(make_xlsx(tmp_path / "a.xlsx", sheet_xml(rows))).rows == [["a\nb _x000D_"]]


@pytest.mark.parametrize("missing", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"])
def test_a_workbook_without_one_of_its_parts_is_broken(tmp_path: Path, missing: str) -> None:
    parts = {**XLSX_PARTS, "xl/worksheets/sheet1.xml": sheet_xml("")}
    del parts[missing]
    with pytest.raises(FileRefusedError) as refused:
        open_xlsx(make_zip(tmp_path / "a.xlsx", parts))
    assert refused.value.finding.code == "broken"
