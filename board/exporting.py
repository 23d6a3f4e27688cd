"""A sent page as a file, with its line in the journal."""

from access.acts import act_of, require
from access.reader import Reader
from board.exports import FORMATS, file_name
from board.pages_sent import page_in_scope
from records.journal import write


def export(page: int, kind: str, reader: Reader) -> bytes:
    """Return the page as it was sent, in one of `FORMATS`; raises NotAllowedError, NoSuchPageError."""
    require(reader, "send", "export", f"page {page}")
    made = FORMATS[kind](page_in_scope(page, reader).content)
    write(act_of(reader, "export", f"page {page}", kind))
    return made


def export_name(page: int, kind: str, reader: Reader) -> str:
    """Return the name of that file; raises NoSuchPageError."""
    return file_name(page_in_scope(page, reader).content, kind)
