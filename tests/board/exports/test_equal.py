"""Every number of a page, its PDF, slides, workbook and CSV, read back by a program, is the same."""

import re
from collections.abc import Sequence
from html import unescape
from types import NoneType

import pytest

from access.reader import LOCAL_ANALYST
from answers.data import Data
from board.composition import Composition
from board.content import Cell, Content, Table
from board.exports import FORMATS
from board.exports.figures import tables_of
from board.freeze import freeze
from board.page.html import page_html
from tests.board.conftest import MOMENT
from tests.board.contents import board_page
from tests.board.exports.read_back import (
    charts_of_slides,
    rows_of_csv,
    sheets_behind_charts,
    sheets_of,
    squeezed,
    tables_of_html,
    tables_of_pdf,
    tables_of_slides,
    text_of_pdf,
    texts_of_slides,
)

Numbers = dict[str, float | None]


@pytest.fixture(scope="module", params=["by hand", "frozen", "frozen in English"])
def page(request: pytest.FixtureRequest) -> Content:
    if request.param == "by hand":
        return board_page()
    data: Data = request.getfixturevalue("sample_data")
    composition: Composition = request.getfixturevalue("composition")
    language = "en" if request.param.endswith("English") else "da"
    return freeze(composition.model_copy(update={"language": language}), data, LOCAL_ANALYST, MOMENT)


@pytest.fixture(scope="module")
def files(page: Content) -> dict[str, bytes]:
    return {name: made(page) for name, made in FORMATS.items()}


def numbers_of(page: Content) -> Numbers:
    return {key: cell.number for key, cell in page.shown().items()}


def all_tables(page: Content) -> list[Table]:
    return [table for section in page.sections for table in tables_of(section) if table.rows]


def texts(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    return [[cell.text for cell in row] for row in rows]


def said_of_tiles(page: Content) -> list[str]:
    tiles = [tile for section in page.sections for tile in section.tiles]
    return [cell.text for tile in tiles for cell in (tile.value, *tile.compared)]


def test_the_page_has_numbers_to_compare(page: Content) -> None:
    assert len(numbers_of(page)) > 50
    assert said_of_tiles(page)


def test_the_page_itself_has_every_table_cell_by_cell(page: Content) -> None:
    found = tables_of_html(page_html(page))
    assert [table.title for table in all_tables(page) if [list(table.headers), *texts(table.rows)] not in found] == []


def test_the_page_itself_says_every_number_of_the_tiles(page: Content) -> None:
    html = unescape(page_html(page))
    assert [said for said in said_of_tiles(page) if said not in html] == []


def test_the_csv_of_the_pages_language_has_every_number(page: Content, files: dict[str, bytes]) -> None:
    separator = ";" if page.language == "da" else ","
    assert read_csv(files["csv"], separator, page) == numbers_of(page)


def test_the_international_csv_has_every_number(page: Content, files: dict[str, bytes]) -> None:
    assert read_csv(files["csv_international"], ",", page) == numbers_of(page)


def read_csv(text: bytes, separator: str, page: Content) -> Numbers:
    """The numbers by their keys; a figure that stands there twice has the same number both times."""
    value, key = ("Værdi", "Nøgle") if page.language == "da" else ("Value", "Key")
    found: Numbers = {}
    for row in rows_of_csv(text, separator):
        written = row[value].replace(",", ".")
        number = float(written) if written else None
        assert found.setdefault(row[key], number) == number
    found.pop("", None)
    return found


def test_the_workbook_has_every_number_as_a_number(page: Content, files: dict[str, bytes]) -> None:
    header, *rows = sheets_of(files["xlsx"])["Tal" if page.language == "da" else "Figures"]
    value, key = (header.index(name) for name in (("Værdi", "Nøgle") if page.language == "da" else ("Value", "Key")))
    found = {str(row[key]): as_kept(row[value]) for row in rows if row[key]}
    assert found == {name: as_kept(number) for name, number in numbers_of(page).items()}
    assert {type(row[value]) for row in rows} <= {int, float, NoneType}


def test_the_sheets_of_the_workbook_have_the_tables(page: Content, files: dict[str, bytes]) -> None:
    sheets = list(sheets_of(files["xlsx"]).values())[2:]
    for table, (header, *rows) in zip(all_tables(page), sheets, strict=False):
        assert tuple(header) == table.headers
        found = [[as_kept(value) for value in row] for row in rows]
        assert found == [[_value(cell) for cell in row] for row in table.rows]


def _value(cell: Cell) -> object:
    is_number = cell.number is not None and re.fullmatch(r"[+−]?[\d.,]+(\s?%)?", cell.text)
    return as_kept(cell.number) if is_number else cell.text


def as_kept(value: object) -> object:
    """A number with the sixteen digits that the writer of workbooks keeps; an empty text is an empty cell."""
    return float(f"{value:.16g}") if isinstance(value, int | float) else value or ""


def test_the_report_has_every_table_cell_by_cell(page: Content, files: dict[str, bytes]) -> None:
    found = [[[squeezed(text) for text in row] for row in table] for table in tables_of_pdf(files["pdf"])]
    for table in all_tables(page):
        wanted = [[squeezed(text) for text in row] for row in (table.headers, *texts(table.rows))]
        assert without_hyphens(wanted) in [without_hyphens(rows) for rows in found], table.title


def without_hyphens(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The rows without the hyphens that setting a line may add; a minus is another sign and stays."""
    return [[text.replace("-", "").replace("\u00ad", "") for text in row] for row in rows]


def test_the_report_says_every_number_of_the_tiles(page: Content, files: dict[str, bytes]) -> None:
    text = without_hyphens([[text_of_pdf(files["pdf"])]])[0][0]
    assert [said for said in said_of_tiles(page) if squeezed(said).replace("-", "") not in text] == []


def test_the_slides_have_every_table_cell_by_cell(page: Content, files: dict[str, bytes]) -> None:
    found = [tuple(row) for table in tables_of_slides(files["pptx"]) for row in table]
    for table in all_tables(page):
        assert tuple(table.headers) in found
        assert [row for row in map(tuple, texts(table.rows)) if row not in found] == []


def test_the_slides_say_every_number_of_the_tiles(page: Content, files: dict[str, bytes]) -> None:
    text = "\n".join(texts_of_slides(files["pptx"]))
    assert [said for said in said_of_tiles(page) if said not in text] == []


def test_the_charts_of_the_slides_have_the_numbers_of_the_figures(page: Content, files: dict[str, bytes]) -> None:
    charts = [figure.chart for section in page.sections for figure in section.figures if figure.chart]
    drawn = [chart for chart in charts if chart.kind != "grid"]
    wanted = [{series.name: tuple(series.values) for series in chart.series} for chart in drawn]
    assert charts_of_slides(files["pptx"]) == wanted
    sheets = sheets_behind_charts(files["pptx"])
    assert [_series_of(sheet) for sheet in sheets] == wanted
    assert [[row[0] for row in sheet[1:]] for sheet in sheets] == [list(chart.categories) for chart in drawn]


def _series_of(sheet: Sequence[Sequence[object]]) -> dict[object, tuple[object, ...]]:
    """The columns below their headers, without that of the names."""
    header, *rows = sheet
    return {name: tuple(row[at] for row in rows) for at, name in enumerate(header) if at}


def test_a_changed_number_is_found() -> None:
    page = board_page()
    key, told = "destination:eks-aadalen|2025|season_gini", page.as_json()
    assert page.shown()[key].number == 0.4213
    changed = Content.model_validate_json(told.replace('"number":0.4213', '"number":0.4214'))
    for name in ("csv", "csv_international"):
        separator = "," if "international" in name else ";"
        found = read_csv(FORMATS[name](changed), separator, page)
        assert {one for one, number in found.items() if number != numbers_of(page)[one]} == {key}


def test_what_is_written_is_the_number(page: Content) -> None:
    told = {key: cell for key, cell in page.shown().items() if cell.number is not None and _written(cell, page)}
    assert len(told) > 50
    assert {key: cell for key, cell in told.items() if not _says(cell, page)} == {}


def _written(cell: Cell, page: Content) -> re.Match[str] | None:
    """The number at the beginning of the text, with its per cent sign."""
    mark = "," if page.language == "da" else r"\."
    return re.match(rf"([+−]?)([\d.,]*\d)(?<!{mark})(\s?%)?", cell.text)


def _says(cell: Cell, page: Content) -> bool:
    found = _written(cell, page)
    assert found is not None
    assert cell.number is not None
    decimal, thousands = (",", ".") if page.language == "da" else (".", ",")
    digits = found[2].replace(thousands, "").replace(decimal, ".")
    written = float(digits) * (-1 if found[1] == "−" else 1) / (100 if found[3] else 1)
    places = len(digits.partition(".")[2]) + (2 if found[3] else 0)
    return abs(written - cell.number) <= 0.5000001 * 10.0**-places
