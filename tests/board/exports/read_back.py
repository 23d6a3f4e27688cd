"""What a program finds in an export: its tables, charts and texts."""

import csv
from html.parser import HTMLParser
from io import BytesIO, StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
from outloud.model import Document, StructElem
from pptx import Presentation
from pptx.shapes.autoshape import Shape
from pptx.shapes.graphfrm import GraphicFrame
from pypdf import PdfReader

Rows = list[list[str]]
MAY_BREAK = "\u200b"


def tables_of_pdf(pdf: bytes) -> list[Rows]:
    """The tables as a screen reader finds them, in the order of the report."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "page.pdf"
        path.write_bytes(pdf)
        document = Document(str(path))
        try:
            return [_rows_of(document, table) for table in document.elements_of("Table")]
        finally:
            document.close()


def _rows_of(document: Document, table: StructElem) -> Rows:
    rows = [element for element in table.descendants() if element.type == "TR"]
    return [[_text_of(document, cell) for cell in row.logical_children] for row in rows]


def _text_of(document: Document, cell: StructElem) -> str:
    parts = [
        document.content(mark.page).mcid_text.get((mark.stream, mark.mcid), "")
        for element in (cell, *cell.descendants())
        for mark in element.mcrefs
    ]
    return "".join(parts).replace(MAY_BREAK, "").strip()


def text_of_pdf(pdf: bytes) -> str:
    """All text of the report without white space."""
    return squeezed("".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages))


def squeezed(text: str) -> str:
    """The text without white space and places to break, which the setting of a page moves."""
    return "".join(text.replace(MAY_BREAK, "").split())


def _frames(slides: bytes) -> list[GraphicFrame]:
    """What holds a table or a chart, slide by slide."""
    shapes = (shape for slide in Presentation(BytesIO(slides)).slides for shape in slide.shapes)
    return [shape for shape in shapes if isinstance(shape, GraphicFrame)]


def tables_of_slides(slides: bytes) -> list[Rows]:
    tables = [frame.table for frame in _frames(slides) if frame.has_table]
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in tables]


def charts_of_slides(slides: bytes) -> list[dict[str, tuple[float | None, ...]]]:
    """The series of each chart, by their names."""
    charts = [frame.chart for frame in _frames(slides) if frame.has_chart]
    return [{series.name: tuple(series.values) for plot in chart.plots for series in plot.series} for chart in charts]


def sheets_behind_charts(slides: bytes) -> list[list[tuple[object, ...]]]:
    """The cells that open when somebody edits a chart; a formula would be a text that begins with an equals sign."""
    parts: list[Any] = [frame.chart.part for frame in _frames(slides) if frame.has_chart]
    blobs = [part.chart_workbook.xlsx_part.blob for part in parts]
    return [list(openpyxl.load_workbook(BytesIO(blob)).worksheets[0].values) for blob in blobs]


def texts_of_slides(slides: bytes) -> list[str]:
    shapes = (shape for slide in Presentation(BytesIO(slides)).slides for shape in slide.shapes)
    return [shape.text_frame.text for shape in shapes if isinstance(shape, Shape)]


def notes_of_slides(slides: bytes) -> list[str]:
    frames = [slide.notes_slide.notes_text_frame for slide in Presentation(BytesIO(slides)).slides]
    return [frame.text for frame in frames if frame]


def sheets_of(workbook: bytes) -> dict[str, list[list[object]]]:
    """The sheets with their cells, by their names."""
    book = openpyxl.load_workbook(BytesIO(workbook))
    return {sheet.title: [list(row) for row in sheet.values] for sheet in book.worksheets}


class _Page(HTMLParser):
    """Gathers the tables of a page, and the text of each cell."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[Rows] = []
        self._is_in_cell = False

    def handle_starttag(self, tag: str, _attributes: object) -> None:
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("th", "td"):
            self.tables[-1][-1].append("")
        self._is_in_cell = tag in ("th", "td")

    def handle_endtag(self, _tag: str) -> None:
        self._is_in_cell = False

    def handle_data(self, data: str) -> None:
        if self._is_in_cell:
            self.tables[-1][-1][-1] += data


def tables_of_html(html: str) -> list[Rows]:
    page = _Page()
    page.feed(html)
    return page.tables


def rows_of_csv(text: bytes, separator: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text.decode("utf-8-sig"), newline=""), delimiter=separator))
