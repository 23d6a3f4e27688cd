"""The look at a file's bytes before any reader may see it: what it is, and whether its zip listing is honest."""

import struct
import zlib
from enum import Enum
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from olefile import OleFileIO

from pipelines.findings import FileRefusedError
from pipelines.limits import LARGEST_FILE_MB
from pipelines.safe_xml import check_prolog

MOST_ENTRIES = 5_000
LARGEST_INFLATED = 1 << 30
# Real sheets shrink 5 to 50 times; a part that is both large and shrinks far more was made to burst.
LARGEST_RATIO = 200
RATIO_COUNTS_FROM = 16 << 20

_CHUNK = 1 << 18
_LOCAL_HEADER = 30
_ENCRYPTED_FLAG = 1
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODS_MIMETYPES = (
    b"application/vnd.oasis.opendocument.spreadsheet",
    b"application/vnd.oasis.opendocument.spreadsheet-template",
)


class Content(Enum):
    """What a file is by its bytes, whatever its name says; anything that may be text counts as csv."""

    XLSX = "xlsx"
    XLSB = "xlsb"
    ODS = "ods"
    XLS = "xls"
    CSV = "csv"


def recognise(path: Path) -> Content:
    """Return what the file is, once it is safe to hand to that format's reader.

    Raises FileRefusedError: `empty_file`, `too_big`, `encrypted`, `broken`, `unsafe` or `not_a_workbook`.
    """
    size = path.stat().st_size
    if size == 0:
        raise FileRefusedError("empty_file")
    if size > LARGEST_FILE_MB << 20:
        raise FileRefusedError("too_big", limit=str(LARGEST_FILE_MB))
    with path.open("rb") as file:
        start = file.read(len(_OLE))
    if start.startswith((_ZIP, _EMPTY_ZIP)):
        return _recognise_zip(path)
    return _recognise_ole(path) if start == _OLE else Content.CSV


def _recognise_zip(path: Path) -> Content:
    try:
        with ZipFile(path) as archive, path.open("rb") as raw:
            _check_listing(archive.infolist(), archive.start_dir)
            for entry in archive.infolist():
                _check_inflation(raw, entry)
                if entry.filename.endswith((".xml", ".rels")):
                    with archive.open(entry) as part:
                        check_prolog(part)
            return _kind_of_archive(archive)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as fault:
        raise FileRefusedError("broken") from fault


def _check_listing(entries: list[ZipInfo], listing_start: int) -> None:
    if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
        raise FileRefusedError("encrypted")
    names = {entry.filename.casefold() for entry in entries}
    too_much = sum(entry.file_size for entry in entries) > LARGEST_INFLATED or any(map(_bursts, entries))
    if len(entries) > MOST_ENTRIES or len(names) < len(entries) or too_much or _overlap(entries, listing_start):
        raise FileRefusedError("unsafe")


def _bursts(entry: ZipInfo) -> bool:
    return entry.file_size > RATIO_COUNTS_FROM and entry.file_size > LARGEST_RATIO * max(entry.compress_size, 1)


def _overlap(entries: list[ZipInfo], listing_start: int) -> bool:
    """True where two entries share bytes, which lets a small file hold many copies of one bomb."""
    ordered = sorted(entries, key=lambda entry: entry.header_offset)
    ends = [e.header_offset + _LOCAL_HEADER + len(e.orig_filename.encode()) + e.compress_size for e in ordered]
    starts = [entry.header_offset for entry in ordered[1:]]
    return any(end > start for end, start in zip(ends, [*starts, listing_start], strict=True))


def _check_inflation(raw: IO[bytes], entry: ZipInfo) -> None:
    """Refuse an entry whose bytes are not exactly what the listing says: readers stop at different places in it."""
    raw.seek(entry.header_offset)
    header = raw.read(_LOCAL_HEADER)
    raw.seek(int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little"), 1)
    if entry.compress_type == ZIP_STORED:
        honest = entry.file_size == entry.compress_size
    elif entry.compress_type == ZIP_DEFLATED:
        honest = _inflated_size(raw, entry.compress_size, entry.file_size) == entry.file_size
    else:
        raise FileRefusedError("broken")
    if not honest:
        raise FileRefusedError("unsafe")


def _inflated_size(raw: IO[bytes], compressed: int, declared: int) -> int:
    """Return how many bytes the next `compressed` bytes hold; stops soon after `declared` is passed."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    size = 0
    while compressed > 0 and not inflater.eof:
        chunk = raw.read(min(_CHUNK, compressed))
        if not chunk:
            raise EOFError
        compressed -= len(chunk)
        while chunk and size <= declared:
            size += len(inflater.decompress(chunk, _CHUNK))
            chunk = inflater.unconsumed_tail
        if size > declared:
            break
    return size


def _kind_of_archive(archive: ZipFile) -> Content:
    names = set(archive.namelist())
    if "mimetype" in names and archive.read("mimetype").strip() in _ODS_MIMETYPES:
        return Content.ODS
    if "xl/workbook.bin" in names:
        return Content.XLSB
    if "[Content_Types].xml" in names and any(name.startswith("xl/") for name in names):
        return Content.XLSX
    raise FileRefusedError("not_a_workbook")


def _recognise_ole(path: Path) -> Content:
    """Tell an old workbook from an encrypted new one and from the other documents that share their container."""
    try:
        with OleFileIO(path) as container:
            if container.exists("EncryptedPackage"):
                raise FileRefusedError("encrypted")
            if not (container.exists("Workbook") or container.exists("Book")):
                raise FileRefusedError("not_a_workbook")
    except (OSError, ValueError, IndexError, struct.error) as fault:
        raise FileRefusedError("broken") from fault
    return Content.XLS
