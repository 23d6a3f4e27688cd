"""What is no xlsx comes back as one, with all its values; what does not come back is said."""

import math
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter
import xlwt
from hypothesis import given
from hypothesis import strategies as st

from locales import DANISH, ENGLISH
from pipelines.child import read_file
from pipelines.fix import fixed_workbook
from pipelines.grid import CellValue, ErrorCell, Range, Sheet, UncachedFormula, Workbook
from pipelines.open_workbook import open_workbook
from pipelines.own_sheets import own_sheet
from pipelines.paint_styles import COLOURS
from pipelines.plain_xlsx import plain_xlsx
from tests.pipelines.archives import make_ods, make_zip
from tests.pipelines.fixing import fixed, listed, opened, parts, rich_workbook, texts_of_index
from tests.workbooks import is_filled


def filled(sheet: Sheet) -> dict[tuple[int, int], CellValue]:
    """Every filled cell of a sheet; a formula that only its own program understands is the text it is."""
    return {
        (row, column): str(value) if isinstance(value, UncachedFormula) else value
        for row, values in enumerate(sheet.rows)
        for column, value in enumerate(values)
        if is_filled(value)
    }


def sheets_of(content: bytes, folder: Path) -> list[Sheet]:
    (folder / "igen.xlsx").write_bytes(content)
    return [sheet for sheet in open_workbook(folder / "igen.xlsx").sheets if not own_sheet(sheet)]


def test_an_xls_comes_back_with_values_dates_merges_and_hidden_parts(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Besøg")
    for row, line in enumerate(
        [("museum", "måned", "besøg"), ("museet", "2025-01", 7), ("museet", "2025-02", "=mange")]
    ):
        for column, value in enumerate(line):
            sheet.write(row, column, value)
    sheet.write(4, 0, date(2024, 1, 31), xlwt.easyxf(num_format_str="dd-mm-yyyy"))
    sheet.write(4, 1, 0.1 + 0.2)
    sheet.write(4, 2, True)
    sheet.row(5).set_cell_error(0, 0x07)
    sheet.write_merge(6, 7, 1, 2, "sammen")
    sheet.row(4).hidden = True
    sheet.col(3).hidden = True
    book.add_sheet("Kladde").visibility = 1
    book.get_sheet(1).write(0, 0, 1)
    book.save(str(tmp_path / "gammel.xls"))
    content = fixed(tmp_path / "gammel.xls")
    old, new = open_workbook(tmp_path / "gammel.xls").sheets, sheets_of(content, tmp_path)
    assert [(sheet.name, sheet.hidden) for sheet in new] == [("Besøg", False), ("Kladde", True)]
    assert [filled(sheet) for sheet in new] == [filled(sheet) for sheet in old]
    assert filled(new[0])[4, 0] == date(2024, 1, 31)
    assert filled(new[0])[5, 0] == ErrorCell("#DIV/0!")
    assert (new[0].merges, new[0].hidden_rows) == (old[0].merges, old[0].hidden_rows)
    assert new[0].merges == (Range(6, 1, 7, 2),)
    assert listed(content)["Besøg!C3"] == "Refused"
    assert opened(content)["Besøg"]["C3"].fill.fgColor.rgb in COLOURS.values()
    assert any(text.startswith("The file came as xls") for text in texts_of_index(content))


def test_an_ods_says_what_it_lost(tmp_path: Path) -> None:
    cells = (
        '<table:table-cell office:value-type="string"><text:p>besøg</text:p></table:table-cell>'
        '<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"/>'
    )
    name = "Et meget langt navn på et ark: 2024/25"
    table = f'<table:table table:name="{name}"><table:table-row>{cells}</table:table-row></table:table>'
    path = make_ods(tmp_path / "tal.ods", table)
    with ZipFile(path, "a", ZIP_DEFLATED) as archive:
        archive.writestr("Pictures/hus.png", b"x")
        archive.writestr("Object 1/content.xml", "<a/>")
    content = fixed(path)
    (sheet,) = sheets_of(content, tmp_path)
    assert sheet.name == "Et meget langt navn på et ark"
    assert filled(sheet) == {(0, 0): "besøg", (0, 1): 2}
    said = texts_of_index(content)
    assert "Formulas were replaced by their results." in said
    assert "Pictures are left out." in said
    assert "Charts are left out." in said


def test_a_csv_comes_back_as_the_texts_it_held(tmp_path: Path) -> None:
    path = tmp_path / "besøg 2025.csv"
    path.write_text('museum;måned;besøg\nmuseet;2025-01;1.234\nmuseet;2025-02;"=HYPERLINK(""x"")"\n;;  0017\n', "utf-8")
    content = fixed(path)
    (sheet,) = sheets_of(content, tmp_path)
    (old,) = open_workbook(path).sheets
    assert sheet.name == "Sheet1"
    assert filled(sheet) == filled(old)
    assert b"<f>" not in b"".join(parts(content).values())
    assert "Sheet1!C3" in listed(content)


def test_what_no_cell_can_hold_is_cut_and_said(tmp_path: Path) -> None:
    path = tmp_path / "lang.csv"
    path.write_text(f"a;b\nc;{'x' * 40_000}\n")
    content = fixed(path)
    (sheet,) = sheets_of(content, tmp_path)
    assert len(str(sheet.rows[1][1])) == 32_767
    assert "Texts longer than a cell can hold were cut: lang!B2." in texts_of_index(content)


def test_the_same_old_file_gives_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("museum;måned;besøg\nmuseet;2025-01;12\n", "utf-8")
    assert fixed(path) == fixed(path)


def with_macros(path: Path) -> Path:
    """Write the rich workbook as one with macros."""
    (path.parent / "vba.bin").write_bytes(b"\xd0\xcf\x11\xe0 macros")
    rich_workbook(path)
    book: Any = xlsxwriter.Workbook(path)
    book.add_worksheet("Besøg").write_row(0, 0, ["museum", "måned", "besøg"])
    book.add_vba_project(str(path.parent / "vba.bin"))
    book.close()
    return path


def test_macros_are_taken_out_and_said(tmp_path: Path) -> None:
    path = with_macros(tmp_path / "makro.xlsm")
    before, content = parts(path.read_bytes()), fixed(path)
    assert "xl/vbaProject.bin" in before
    after = parts(content)
    assert not any("vba" in name for name in after)
    assert b"macroEnabled" in before["[Content_Types].xml"]
    assert b"macroEnabled" not in after["[Content_Types].xml"]
    assert b"vbaProject" not in after["xl/_rels/workbook.xml.rels"]
    assert any(text.startswith("The macros were taken out") for text in texts_of_index(content))


def test_a_workbook_we_cannot_paint_is_written_anew_and_says_what_it_lost(tmp_path: Path) -> None:
    path = rich_workbook(tmp_path / "tal.xlsx")
    odd = dict(parts(path.read_bytes()))
    odd["xl/styles.xml"] = odd["xl/styles.xml"].replace(b"cellXfs", b"cellFormats")
    content = fixed(make_zip(tmp_path / "sær.xlsx", odd))
    assert opened(content)["Besøg"]["C8"].fill.fgColor.rgb in COLOURS.values()
    said = texts_of_index(content)
    assert any(text.startswith("This workbook is built in a way we could not paint") for text in said)
    for lost in ("Charts", "Comments", "Sparklines", "Conditional formats", "Rules for what cells may hold"):
        assert any(text.startswith(f"{lost} ") and text.endswith("left out.") for text in said), lost


TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
VALUES = (
    TEXTS
    | st.sampled_from(["=1+1", "+1", "@a", "#N/A", "_x0041_", "_x005F_", "1.234", "0017", "a\rb\nc", "\x01", " a "])
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.booleans()
    | st.dates(date(1900, 3, 1), date(9999, 12, 31))
    | st.datetimes(datetime(1901, 1, 1), datetime(2200, 1, 1)).map(lambda moment: moment.replace(microsecond=0))
    | st.sampled_from([ErrorCell("#REF!"), ErrorCell("#N/A"), None])
)


def meant(value: CellValue) -> CellValue:
    """What a spreadsheet makes of a value: it knows no blank text, no -0, no midnight, and whole numbers are whole."""
    if isinstance(value, datetime) and (value.hour, value.minute, value.second) == (0, 0, 0):
        return value.date()
    if isinstance(value, float) and value.is_integer() and abs(value) <= 2**53:
        return int(value)
    return value if is_filled(value) else None


@given(rows=st.lists(st.lists(VALUES, min_size=3, max_size=3), min_size=1, max_size=5))
def test_every_value_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[CellValue]]
) -> None:
    path = tmp_path_factory.mktemp("plain") / "a.xlsx"
    grid = Workbook("ods", [Sheet("Ark", [["et", "to", "tre"], *rows])])
    path.write_bytes(plain_xlsx(grid, "Ark1").content)
    (sheet,) = open_workbook(path).sheets
    there = {place: meant(value) for place, value in filled(sheet).items()}
    wanted = {place: meant(value) for place, value in filled(grid.sheets[0]).items()}
    assert there == wanted
    assert {place: type(value) for place, value in there.items()} == {place: type(v) for place, v in wanted.items()}


def test_what_is_no_finite_number_is_an_error_and_never_text() -> None:
    content = plain_xlsx(Workbook("xls", [Sheet("A", [[math.nan, math.inf]])]), "Ark1").content
    assert [cell.value for cell in opened(content)["A"][1]] == ["#NUM!", "#NUM!"]
    with ZipFile(BytesIO(content)) as archive:
        assert b"nan" not in archive.read("xl/worksheets/sheet1.xml").lower()


@given(names=st.lists(TEXTS, min_size=1, max_size=6, unique_by=lambda name: name))
def test_sheets_get_names_that_spreadsheets_take(names: list[str]) -> None:
    plain = plain_xlsx(Workbook("ods", [Sheet(name, [["a"]]) for name in names]), "Ark1")
    made = [plain.names[name] for name in names]
    assert opened(plain.content).sheetnames == made
    assert len({name.casefold() for name in made}) == len(made)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in made)
    kept = [name for name in names if name.isalnum() and [n.casefold() for n in names].count(name.casefold()) == 1]
    assert all(plain.names[name] == name for name in kept)


def test_english_and_danish_name_the_table_of_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a;b\n1;2\n")
    names = [opened(fixed_workbook(path, read_file(path), one)).sheetnames[0] for one in (ENGLISH, DANISH)]
    assert names == ["Sheet1", "Ark1"]
