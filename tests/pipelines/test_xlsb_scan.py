"""Cells in error of an xlsb: calamine gives nothing for them, so they are found in the records themselves."""

import struct
from pathlib import Path
from zipfile import ZipFile

import pytest

from pipelines.findings import FileRefusedError
from pipelines.grid import ErrorCell
from pipelines.open_workbook import open_workbook

_SHEET = "xl/worksheets/sheet1.bin"
_ERROR, _ERROR_OF_FORMULA, _END_OF_ROWS = 3, 11, 146


def cell_in_error(number: int, column: int, code: int, formula: bytes = b"") -> bytes:
    body = struct.pack("<II", column, 0) + bytes([code]) + formula
    return bytes([number, len(body)]) + body


def with_errors(shared: Path, path: Path, cells: bytes) -> Path:
    """Write a copy of a real workbook with more cells at the end of its third and last row."""
    with ZipFile(shared / "data" / "messy" / "calamine_date.xlsb") as real, ZipFile(path, "w") as made:
        for name in real.namelist():
            content = real.read(name)
            if name == _SHEET:
                end = content.index(bytes([_END_OF_ROWS | 0x80, _END_OF_ROWS >> 7, 0]))
                content = content[:end] + cells + content[end:]
            made.writestr(name, content)
    return path


def test_cells_in_error_stand_where_they_are(shared: Path, tmp_path: Path) -> None:
    cells = cell_in_error(_ERROR, 2, 0x07) + cell_in_error(_ERROR_OF_FORMULA, 4, 0x2A, bytes(12))
    (sheet,) = open_workbook(with_errors(shared, tmp_path / "a.xlsb", cells)).sheets
    assert list(sheet.rows[2][1:]) == [17, ErrorCell("#DIV/0!"), None, ErrorCell("#N/A")]
    assert sheet.rows[0][1] == 15


def test_a_cell_in_error_too_far_out_is_refused(shared: Path, tmp_path: Path) -> None:
    path = with_errors(shared, tmp_path / "a.xlsb", cell_in_error(_ERROR, 1 << 20, 0x07))
    with pytest.raises(FileRefusedError) as refused:
        open_workbook(path)
    assert refused.value.finding.code == "too_far"


def test_records_cut_short_are_broken(shared: Path, tmp_path: Path) -> None:
    path = with_errors(shared, tmp_path / "a.xlsb", bytes([_ERROR, 4]) + bytes(4))
    with pytest.raises(FileRefusedError) as refused:
        open_workbook(path)
    assert refused.value.finding.code == "broken"
