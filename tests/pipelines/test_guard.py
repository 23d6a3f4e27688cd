"""What a file is by its bytes, and which archives no reader may see."""

import struct
import zlib
from pathlib import Path
from zipfile import ZipFile

import pytest
import xlwt

from pipelines import guard
from pipelines.findings import FileRefusedError
from pipelines.guard import Content, recognise
from tests.pipelines.archives import XLSX_PARTS, make_ods, make_xlsx, make_zip, sheet_xml

SHEET = sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>')


def refusal(path: Path) -> str:
    with pytest.raises(FileRefusedError) as refused:
        recognise(path)
    return refused.value.finding.code


def test_a_workbook_is_recognised_by_its_bytes_whatever_its_name(tmp_path: Path) -> None:
    assert recognise(make_xlsx(tmp_path / "figures.csv", SHEET)) is Content.XLSX
    assert recognise(make_ods(tmp_path / "figures.xlsx", "")) is Content.ODS
    assert recognise(make_zip(tmp_path / "b.xls", {"xl/workbook.bin": b""})) is Content.XLSB


def test_an_old_workbook_is_recognised(tmp_path: Path) -> None:
    assert recognise(_old_workbook(tmp_path)) is Content.XLS


def test_another_document_in_the_old_container_is_no_workbook(tmp_path: Path) -> None:
    path = _old_workbook(tmp_path)
    path.write_bytes(path.read_bytes().replace("Workbook".encode("utf-16-le"), "WordDocu".encode("utf-16-le")))
    assert refusal(path) == "not_a_workbook"


def test_an_old_container_cut_short_is_broken(tmp_path: Path) -> None:
    path = _old_workbook(tmp_path)
    path.write_bytes(path.read_bytes()[:600])
    assert refusal(path) == "broken"


def test_anything_else_may_be_text(tmp_path: Path) -> None:
    path = tmp_path / "figures.xlsx"
    path.write_text("a;b\n")
    assert recognise(path) is Content.CSV


def test_a_file_without_a_byte_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "empty.xlsx"
    path.touch()
    assert refusal(path) == "empty_file"


def test_a_file_over_the_limit_is_too_big(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "LARGEST_FILE_MB", 0)
    assert refusal(make_xlsx(tmp_path / "a.xlsx", SHEET)) == "too_big"


def test_an_archive_of_something_else_is_no_workbook(tmp_path: Path) -> None:
    assert refusal(make_zip(tmp_path / "a.xlsx", {"word/document.xml": "<a/>"})) == "not_a_workbook"


def test_an_archive_cut_short_is_broken(tmp_path: Path) -> None:
    path = make_xlsx(tmp_path / "a.xlsx", SHEET)
    path.write_bytes(path.read_bytes()[:-40])
    assert refusal(path) == "broken"


def test_two_parts_of_one_name_are_unsafe(tmp_path: Path) -> None:
    parts = {**XLSX_PARTS, "xl/worksheets/sheet1.xml": SHEET, "xl/worksheets/Sheet1.xml": SHEET}
    assert refusal(make_zip(tmp_path / "a.xlsx", parts)) == "unsafe"


def test_thousands_of_parts_are_unsafe(tmp_path: Path) -> None:
    parts = {f"xl/{number}.bin": b"" for number in range(guard.MOST_ENTRIES + 1)}
    assert refusal(make_zip(tmp_path / "a.xlsx", parts)) == "unsafe"


def test_a_part_that_swells_a_thousandfold_is_unsafe(tmp_path: Path) -> None:
    bomb = b" " * (guard.RATIO_COUNTS_FROM + 1)
    assert refusal(make_xlsx(tmp_path / "a.xlsx", bomb)) == "unsafe"


def test_a_small_part_that_shrinks_well_is_safe(tmp_path: Path) -> None:
    assert recognise(make_xlsx(tmp_path / "a.xlsx", SHEET + b" " * 1_000_000)) is Content.XLSX


def test_parts_that_share_their_bytes_are_unsafe(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "a.xlsx", {"xl/a.xml": SHEET, "xl/b.xml": SHEET})
    with ZipFile(path) as archive:
        second = archive.getinfo("xl/b.xml").header_offset
    data = path.read_bytes()
    listing = data.rindex(b"PK\x01\x02")
    assert data[listing + 42 : listing + 46] == struct.pack("<I", second)
    path.write_bytes(data[: listing + 42] + struct.pack("<I", 0) + data[listing + 46 :])
    assert refusal(path) == "unsafe"


@pytest.mark.parametrize("said", [8, len(SHEET) - 10])
def test_a_part_larger_than_the_listing_says_is_unsafe(tmp_path: Path, said: int) -> None:
    path = make_xlsx(tmp_path / "a.xlsx", SHEET)
    with ZipFile(path) as archive:
        part = archive.getinfo("xl/worksheets/sheet1.xml")
    true = struct.pack("<III", part.CRC, part.compress_size, part.file_size)
    false = struct.pack("<III", zlib.crc32(SHEET[:said]), part.compress_size, said)
    path.write_bytes(path.read_bytes().replace(true, false))
    with ZipFile(path) as archive:
        assert archive.read("xl/worksheets/sheet1.xml") == SHEET[:said], "the archive alone does not give it away"
    assert refusal(path) == "unsafe"


def test_an_archive_with_a_password_is_encrypted(tmp_path: Path) -> None:
    path = make_zip(tmp_path / "a.xlsx", {"xl/workbook.xml": "<a/>"})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    assert refusal(path) == "encrypted"


@pytest.mark.parametrize(
    "part",
    [
        b'<!DOCTYPE sst [<!ENTITY a "b">]><sst>&a;</sst>',
        b'<?xml version="1.0"?><!-- a note --><!DOCTYPE sst SYSTEM "http://localhost/a.dtd"><sst/>',
        b'<?xml version="1.0" encoding="UTF-7"?><sst/>',
        '<?xml version="1.0" encoding="UTF-16"?><sst/>'.encode("utf-16"),
        "<sst/>".encode("utf-16-be"),
    ],
    ids=["entity", "external", "utf-7", "utf-16", "utf-16 unmarked"],
)
def test_xml_that_defines_something_or_hides_in_an_encoding_is_unsafe(tmp_path: Path, part: bytes) -> None:
    assert refusal(make_xlsx(tmp_path / "a.xlsx", SHEET, **{"xl/sharedStrings.xml": part})) == "unsafe"


def test_a_drawing_that_is_no_xml_does_no_harm(tmp_path: Path) -> None:
    path = make_xlsx(tmp_path / "a.xlsx", SHEET, **{"xl/drawings/drawing1.xml": "<br> no xml"})
    assert recognise(path) is Content.XLSX


def _old_workbook(folder: Path) -> Path:
    book = xlwt.Workbook()
    book.add_sheet("Ark1").write(0, 0, 1)
    book.save(str(folder / "old.xls"))
    return folder / "old.xls"
