"""xls and ods workbooks: values by calamine, and what calamine loses by a scan of our own."""

import struct
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
import xlwt
from odf import table as odf_table
from odf import text as odf_text
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties

from pipelines.findings import FileRefusedError
from pipelines.grid import ErrorCell, Range, Sheet, UncachedFormula
from pipelines.ods_scan import MOST_BLANKS
from pipelines.open_workbook import open_workbook
from tests.pipelines.archives import make_ods

NUMBER = '<table:table-cell office:value-type="float" office:value="{0}"><text:p>{0}</text:p></table:table-cell>'


def ods_sheet(path: Path, rows: str) -> Sheet:
    (sheet,) = open_workbook(make_ods(path / "a.ods", f'<table:table table:name="Ark1">{rows}</table:table>')).sheets
    return sheet


def ods_refusal(path: Path, rows: str) -> FileRefusedError:
    with pytest.raises(FileRefusedError) as refused:
        ods_sheet(path, rows)
    return refused.value


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """An xls workbook with everything that calamine alone would lose."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Besøg")
    sheet.write(2, 1, "januar")
    sheet.write(2, 2, 7)
    sheet.write(2, 3, 7.5)
    sheet.write(3, 1, True)
    sheet.write(3, 2, date(2024, 1, 31), xlwt.easyxf(num_format_str="dd-mm-yyyy"))
    sheet.row(3).set_cell_error(3, 0x07)
    sheet.row(4).set_cell_error(1, 0x2A)
    sheet.write_merge(6, 7, 1, 2, "merged")
    sheet.row(4).hidden = True
    sheet.col(3).hidden = True
    kladde = book.add_sheet("Kladde")
    kladde.write(0, 0, 1)
    kladde.visibility = 1
    book.save(str(tmp_path / "old.xls"))
    return tmp_path / "old.xls"


def test_an_xls_keeps_addresses_values_errors_merges_and_hidden_parts(old: Path) -> None:
    workbook = open_workbook(old)
    besoeg, kladde = workbook.sheets
    assert workbook.format == "xls"
    assert besoeg.rows == [
        [None] * 4,
        [None] * 4,
        [None, "januar", 7, 7.5],
        [None, True, date(2024, 1, 31), ErrorCell("#DIV/0!")],
        [None, ErrorCell("#N/A"), None, None],
        [None] * 4,
        [None, "merged", None, None],
    ]
    assert [type(value) for value in besoeg.rows[2]] == [type(None), str, int, float]
    assert besoeg.merges == (Range(6, 1, 7, 2),)
    assert (set(besoeg.hidden_rows), set(besoeg.hidden_columns)) == ({4}, {3})
    assert (besoeg.hidden, kladde.hidden) == (False, True)


def test_an_xls_formula_in_error_is_an_error(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    book.add_sheet("Ark1").write(9, 8, xlwt.Formula("1/0"))
    book.save(str(tmp_path / "a.xls"))
    data = bytearray((tmp_path / "a.xls").read_bytes())
    result = data.index(struct.pack("<HH", 9, 8)) + 6
    data[result : result + 8] = b"\x02\0\x07\0\0\0\xff\xff"
    (tmp_path / "a.xls").write_bytes(data)
    assert open_workbook(tmp_path / "a.xls").sheets[0].rows[9][8] == ErrorCell("#DIV/0!")


@pytest.mark.parametrize("size", [2_000, 3_000])
def test_an_xls_cut_short_is_broken(old: Path, size: int) -> None:
    old.write_bytes(old.read_bytes()[:size])
    with pytest.raises(FileRefusedError) as refused:
        open_workbook(old)
    assert refused.value.finding.code == "broken"


def test_an_ods_keeps_addresses_values_and_merges(tmp_path: Path) -> None:
    sheet = ods_sheet(
        tmp_path,
        '<table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:visibility="collapse"/>'
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
        f"<table:table-row><table:table-cell/>{NUMBER.format(7)}{NUMBER.format(7.5)}</table:table-row>"
        '<table:table-row table:visibility="collapse"><table:table-cell office:value-type="string" '
        'table:number-columns-spanned="2" table:number-rows-spanned="1"><text:p>titel</text:p></table:table-cell>'
        '<table:covered-table-cell office:value-type="float" office:value="9"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>',
    )
    assert sheet.rows == [[None] * 3, [None] * 3, [None, 7, 7.5], ["titel", None, None]]
    assert sheet.merges == (Range(3, 0, 3, 1),)
    assert (set(sheet.hidden_rows), set(sheet.hidden_columns)) == ({3}, {2})


def test_an_ods_formula_in_error_is_an_error_not_zero(tmp_path: Path) -> None:
    error = (
        '<table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0">{0}</table:table-cell>'
    )
    note = "<office:annotation><text:p>seen</text:p></office:annotation>"
    cells = error.format(note + "<text:p>#DIV/0!</text:p>") + error.format("<text:p>0</text:p>")
    assert ods_sheet(tmp_path, f"<table:table-row>{cells}</table:table-row>").rows == [[ErrorCell("#DIV/0!"), 0]]


def test_an_ods_formula_never_calculated_is_told_from_one_with_no_text(tmp_path: Path) -> None:
    rows = (
        '<table:table-row><table:table-cell table:formula="of:=SUM([.B1])" table:number-columns-repeated="2"/>'
        '<table:table-cell table:formula="of:=&quot;&quot;"><text:p/></table:table-cell>'
        f"{NUMBER.format(1)}</table:table-row>"
    )
    never = UncachedFormula("=SUM([.B1])")
    assert ods_sheet(tmp_path, rows).rows == [[never, never, None, 1]]


def test_a_hidden_ods_sheet_made_by_a_library_is_hidden(tmp_path: Path) -> None:
    book = OpenDocumentSpreadsheet()
    style = Style(name="gone", family="table")
    style.addElement(TableProperties(display="false"))
    book.automaticstyles.addElement(style)
    for name, look in (("Data", None), ("Kladde", "gone")):
        sheet = odf_table.Table(name=name, **({"stylename": look} if look else {}))
        row = odf_table.TableRow()
        cell = odf_table.TableCell(valuetype="string")
        cell.addElement(odf_text.P(text="a"))
        row.addElement(cell)
        sheet.addElement(row)
        book.spreadsheet.addElement(sheet)
    book.save(str(tmp_path / "a.ods"))
    assert [(sheet.name, sheet.hidden) for sheet in open_workbook(tmp_path / "a.ods").sheets] == [
        ("Data", False),
        ("Kladde", True),
    ]


def _repeated(rows: int, columns: int) -> str:
    cell = f'<table:table-cell table:number-columns-repeated="{columns}" office:value-type="float" office:value="1"/>'
    return f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>'


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (lambda: _repeated(20_000, 1_000), "too_many_cells"),
        (lambda: _repeated(12_000, 1_000), "unsafe"),
        (lambda: _repeated(1_000_000, 1_000), "too_far"),
        (lambda: _repeated(999_999_999_999_999, 1), "too_far"),
        (lambda: _repeated(1, 16_385), "too_far"),
        (lambda: f'<text:s text:c="{MOST_BLANKS + 1}"/>', "unsafe"),
        (lambda: f'<text:s text:c="{MOST_BLANKS // 2}"/>' * 3, "unsafe"),
        (lambda: '<table:table-row table:number-rows-repeated="many"/>', "broken"),
        (lambda: "<table:table-row>", "broken"),
    ],
)
def test_an_ods_made_to_burst_its_reader_is_refused(tmp_path: Path, rows: Callable[[], str], code: str) -> None:
    assert ods_refusal(tmp_path, rows()).finding.code == code


def test_xlsx_and_ods_of_the_same_release_agree(shared: Path) -> None:
    folder = shared / "data" / "museums"
    xlsx, ods = (open_workbook(folder / f"dcms_api_2023_24.{kind}") for kind in ("xlsx", "ods"))
    assert [sheet.name for sheet in xlsx.sheets] == [sheet.name for sheet in ods.sheets]
    for one, other in zip(xlsx.sheets, ods.sheets, strict=True):
        assert (one.merges, one.hidden_rows, one.hidden_columns) == (
            other.merges,
            other.hidden_rows,
            other.hidden_columns,
        )
        assert len(one.rows) == len(other.rows)
        for row, same in zip(one.rows, other.rows, strict=True):
            for value, twin in zip(row, same, strict=True):
                # The ods keeps fewer decimals of three figures.
                assert value == twin or round(float(str(value))) == round(float(str(twin)))
