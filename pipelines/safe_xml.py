"""Reading the XML inside a workbook without letting it define anything: no document type, no entities, only UTF-8."""

import codecs
from collections.abc import Iterable, Iterator
from typing import IO
from xml.parsers import expat

from pipelines.findings import FileRefusedError

_CHUNK = 1 << 16
_OTHER_ENCODINGS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"<\0", b"\0<")
_UTF8 = {"utf-8", "utf8", "us-ascii", "ascii"}


def safe_parser() -> expat.XMLParserType:
    """Return an incremental parser that refuses a document type, an entity and any encoding but UTF-8.

    The refusal is a FileRefusedError `unsafe`: real workbooks have none of these, and readers differ in what they
    make of them.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.XmlDeclHandler = _check_declaration
    return parser


def chunks(stream: IO[bytes]) -> Iterator[bytes]:
    """Yield the stream piece by piece."""
    while chunk := stream.read(_CHUNK):
        yield chunk


def feed(parser: expat.XMLParserType, pieces: Iterable[bytes]) -> None:
    """Parse all pieces. Raises FileRefusedError `broken` where they are not XML, `unsafe` as `safe_parser` does."""
    try:
        for number, piece in enumerate(pieces):
            if number == 0:
                check_start(piece)
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except expat.ExpatError as fault:
        raise FileRefusedError("broken") from fault


def check_prolog(stream: IO[bytes]) -> None:
    """Parse as far as the first element, the only place where a document type can stand.

    Raises FileRefusedError `unsafe`. What is not XML at all is left for those who read the part to find.
    """
    parser = safe_parser()
    started: list[str] = []
    parser.StartElementHandler = lambda name, _attributes: started.append(name)
    try:
        for number, piece in enumerate(chunks(stream)):
            if number == 0:
                check_start(piece)
            parser.Parse(piece, False)
            if started:
                return
    except expat.ExpatError:
        return


def check_start(chunk: bytes) -> None:
    """Refuse text that begins as UTF-16 does. Raises FileRefusedError `unsafe`."""
    if chunk.startswith(_OTHER_ENCODINGS):
        raise FileRefusedError("unsafe")


def _refuse(*_declaration: object) -> None:
    raise FileRefusedError("unsafe")


def _check_declaration(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding is not None and encoding.lower() not in _UTF8:
        raise FileRefusedError("unsafe")
