"""Sixty hostile strings as every kind of name: shown literally in every export, and no formula in any."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from outloud import check
from pypdf import PdfReader

from answers.downloads import neutral
from board.exports import FORMATS
from board.exports.drawable import drawable
from locales import legible
from tests.board.exports.read_back import (
    charts_of_slides,
    notes_of_slides,
    rows_of_csv,
    sheets_behind_charts,
    sheets_of,
    squeezed,
    tables_of_pdf,
    tables_of_slides,
    texts_of_slides,
)
from tests.board.hostile import HOSTILE, hostile_page


@pytest.fixture(scope="module")
def files() -> Mapping[str, bytes]:
    page = hostile_page()
    return {name: made(page) for name, made in FORMATS.items()}


def safe(text: str) -> str:
    return legible(neutral(text))


def inked(text: str) -> str:
    """What of the text leaves ink."""
    return squeezed(re.sub("[\u200b-\u200d\ufe0f\ufeff]", "", text))


def test_there_are_sixty_of_them() -> None:
    assert len(set(HOSTILE)) == 60


@pytest.mark.parametrize(("name", "separator"), [("csv", ";"), ("csv_international", ",")])
def test_the_csv_shows_them_and_holds_no_formula(files: Mapping[str, bytes], name: str, separator: str) -> None:
    rows = rows_of_csv(files[name], separator)
    assert {safe(text) for text in HOSTILE} <= {row["Sted"] for row in rows}
    assert {safe(text) for text in HOSTILE} <= {row["Række"] for row in rows}
    assert [cell for row in rows for cell in row.values() if cell != safe(cell) and not cell.startswith("'")] == []


def test_the_workbook_shows_them_and_holds_no_formula(files: Mapping[str, bytes]) -> None:
    sheets = sheets_of(files["xlsx"])
    headers = {row[0] for row, *_ in sheets.values()}
    museums = {sheet[1][0] for sheet in sheets.values() if len(sheet) > 1}
    sources = {row[3] for row in sheets["Herkomst"]}
    comments = {row[2] for row in sheets["Tekster"]}
    for found in (headers, museums, sources, comments):
        assert {safe(text) for text in HOSTILE} <= found
    book = openpyxl.load_workbook(BytesIO(files["xlsx"]))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert [cell for cell in cells if cell.hyperlink] == []


def test_the_slides_show_them(files: Mapping[str, bytes]) -> None:
    texts, notes = "\n".join(texts_of_slides(files["pptx"])), "\n".join(notes_of_slides(files["pptx"]))
    museums = {table[1][0] for table in tables_of_slides(files["pptx"])}
    for text in map(legible, HOSTILE):
        assert text in texts
        assert text in notes
        assert text in museums


def test_the_charts_of_the_slides_show_them_and_no_formula_lies_behind(files: Mapping[str, bytes]) -> None:
    assert set(charts_of_slides(files["pptx"])[1]) == {legible(text) for text in HOSTILE}
    bars, lines = sheets_behind_charts(files["pptx"])
    assert [row[0] for row in bars[1:]] == [safe(text) for text in HOSTILE]
    assert list(lines[0][1:]) == [safe(text) for text in HOSTILE]


def test_the_report_shows_them_and_runs_nothing(files: Mapping[str, bytes]) -> None:
    cells = [inked(cell) for table in tables_of_pdf(files["pdf"]) for row in table for cell in row]
    cells += [cell[::-1] for cell in cells if cell in inked("אבג שלום")[::-1]]
    assert [text for text in HOSTILE if inked(drawable(text)) not in cells] == []
    reader = PdfReader(BytesIO(files["pdf"]))
    assert [page for page in reader.pages if "/Annots" in page] == []
    assert not {"/AA", "/OpenAction", "/AcroForm"} & set(reader.root_object)


def test_the_report_is_for_everybody_even_so(files: Mapping[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "hostile.pdf"
    path.write_bytes(files["pdf"])
    result = check(str(path))
    assert result.error is None
    assert result.errors == 0, result.sorted_findings()


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) is not installed")
def test_a_spreadsheet_program_finds_no_formula_in_them(files: Mapping[str, bytes], tmp_path: Path) -> None:
    (tmp_path / "page.xlsx").write_bytes(files["xlsx"])
    (tmp_path / "danish.csv").write_bytes(files["csv"])
    (tmp_path / "international.csv").write_bytes(files["csv_international"])
    reopened(tmp_path, "page.xlsx")
    reopened(tmp_path, "danish.csv", "--infilter=Text - txt - csv (StarCalc):59,34,76,1")
    reopened(tmp_path, "international.csv", "--infilter=Text - txt - csv (StarCalc):44,34,76,1")
    for name in ("page", "danish", "international"):
        book = openpyxl.load_workbook(tmp_path / "reopened" / f"{name}.xlsx")
        cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
        assert len(cells) > 1000
        assert [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
        assert {safe(text) for text in HOSTILE} <= {cell.value for cell in cells}


def reopened(folder: Path, name: str, *options: str) -> None:
    """Open the file in LibreOffice and save what it found there."""
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", *options]
    target = ["--convert-to", "xlsx", "--outdir", str(folder / "reopened"), str(folder / name)]
    subprocess.run([*command, *target], check=True, timeout=120, capture_output=True)
