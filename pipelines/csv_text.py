"""From the bytes of a text file to its text, and to the sign that separates its columns."""

import codecs
import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from pipelines.findings import FileRefusedError
from pipelines.limits import MOST_COLUMNS, grouped

# In this order where the evidence is equal; the comma last, for it is also a decimal sign.
DELIMITERS = ("\t", ";", "|", ",")
_SAMPLE = 500
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_ENCODINGS = ("utf-8", "cp1252")
_BYTE_ORDERS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Bytes that no text has; the last one left out here is how old programs end a file.
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a"))
_MARKUP = ("<!doctype", "<html", "<head", "<table", "<?xml", "<!--", "<svg")


def decoded(data: bytes, encoding: str | None = None) -> str:
    """Return the text of the bytes: by its byte order mark, as that encoding, as UTF-8 or as Windows-1252, strictly.

    Raises FileRefusedError: `not_a_workbook` for bytes that are no text, `web_page` for HTML or other markup,
    `unreadable_text` where no encoding fits.
    """
    text = _decoded(data, encoding)
    if "\0" in text:
        raise FileRefusedError("not_a_workbook")
    start = text[:1000].lstrip().casefold()
    if start.startswith(_MARKUP):
        raise FileRefusedError("web_page")
    if start.startswith(("%pdf-", "{\\rtf")) or _is_json(text):
        raise FileRefusedError("not_a_workbook")
    return text


def _decoded(data: bytes, encoding: str | None) -> str:
    for mark, marked in _BYTE_ORDERS:
        if data.startswith(mark):
            return _strictly(data, (marked,))
    if data.translate(None, _CONTROLS) != data:
        raise FileRefusedError("not_a_workbook")
    return _strictly(data, (encoding,) if encoding else _ENCODINGS)


def _strictly(data: bytes, encodings: tuple[str, ...]) -> str:
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise FileRefusedError("unreadable_text")


def _is_json(text: str) -> bool:
    if not text.lstrip().startswith(("{", "[")):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def delimiter_of(text: str) -> str:
    """Return the sign that separates the columns: the one by which most rows have equally many, at least two."""
    return max(DELIMITERS, key=lambda sign: (_agreement(text, sign), -DELIMITERS.index(sign)))


def records(text: str, delimiter: str, first_line: int = 1) -> Iterator[list[str]]:
    """Yield the text's records, strictly read.

    Raises FileRefusedError `quotation` or `too_long` with the line, counted from first_line, where the faulty record
    begins; or `too_wide` with the line that has more separators than a sheet has columns.
    """
    reader = csv.reader(_lines(text, delimiter, first_line), delimiter=delimiter, strict=True)
    line = first_line
    try:
        for record in reader:
            yield record
            line = first_line + reader.line_num
    except csv.Error as fault:
        if "field limit" in str(fault):
            raise FileRefusedError("too_long", line=str(line), limit=grouped(csv.field_size_limit())) from fault
        raise FileRefusedError("quotation", line=str(line)) from fault


def _lines(text: str, delimiter: str, first_line: int) -> Iterator[str]:
    """Yield the text line by line: a buffer for the csv module would hold all of it once more, four bytes a sign."""
    for number, match in enumerate(_LINE.finditer(text), start=first_line):
        line = match[0]
        if len(line) > MOST_COLUMNS and line.count(delimiter) > MOST_COLUMNS:
            raise FileRefusedError("too_wide", line=str(number), limit=grouped(MOST_COLUMNS))
        yield line


def _agreement(text: str, delimiter: str) -> float:
    """Return the share of the first rows that have the most common width; rows that cannot be read agree with none."""
    widths: Counter[int] = Counter()
    try:
        for record in islice(records(text, delimiter), _SAMPLE):
            widths[len(record)] += bool(record)
    except FileRefusedError:
        widths[0] += 1
    rows, width = max(((rows, width) for width, rows in widths.items() if width > 1), default=(0, 0))
    return rows / widths.total() if width else 0.0
