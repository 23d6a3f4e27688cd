"""A sent page to take away: the same numbers and words as PDF, slides, workbook and CSV, made from what was frozen."""

from collections.abc import Callable, Mapping

from board.content import Content
from board.exports.figures import as_figures_csv, as_international_csv
from board.exports.pdf import as_pdf
from board.exports.slides import as_slides
from board.exports.workbook import as_figures_workbook
from locales.plain import plain_name

FORMATS: Mapping[str, Callable[[Content], bytes]] = {
    "pdf": as_pdf,
    "pptx": as_slides,
    "xlsx": as_figures_workbook,
    "csv": as_figures_csv,
    "csv_international": as_international_csv,
}
MEDIA_TYPES: Mapping[str, str] = {
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "csv_international": "text/csv; charset=utf-8",
}


def file_name(content: Content, name: str) -> str:
    """Return the name of the file in that format: letters, digits and hyphens only, so that any header can carry it."""
    words = "".join(sign for sign in plain_name(content.title) if sign.isascii() and sign.isalnum())[:40]
    ending = "csv" if name.startswith("csv") else name
    return "-".join(filter(None, ("kulturpuls", words, content.frozen_at.date().isoformat()))) + f".{ending}"
