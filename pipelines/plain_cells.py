"""Takes the plain cells out of a large sheet's XML, so that the parser meets only those that need a look.

A plain cell holds a number, text, truth value or nothing; it stands in a row of its own number, no further right than
column ZZ, and a filled cell follows it, so the last filled cell of every row still tells how far out the row reaches.
"""

import re
from collections.abc import Iterator
from typing import IO

_CHUNK = 1 << 20
_START = rb'<c r="[A-Z]{1,2}\2"(?: s="[0-9]+")?(?: t="(?:n|s|b|str|inlineStr)")?'
_CELL = rb"(?:" + _START + rb"(?:/>|>(?:<v>[^<&]*</v>|<is><t[^<>]*>[^<]*</t></is>)</c>))"
_NEXT = rb"(?=" + _START + rb"><[vif])"
_ROW = re.compile(rb'(<row r="([0-9]{1,7})"[^<>]*>)(' + _CELL + rb"+)" + _NEXT)


class PlainCells:
    """Yields the XML without its plain cells; `cells` and `filled` count those taken out so far."""

    def __init__(self, part: IO[bytes]) -> None:
        self.cells = self.filled = 0
        self._part = part

    def __iter__(self) -> Iterator[bytes]:
        """Yield the chunks; rows are cut out whole, and what cannot be cut at a row passes as it is."""
        rest = b""
        while chunk := self._part.read(_CHUNK):
            rest += chunk
            cut = rest.rfind(b"<row ")
            if cut > 0:
                yield _ROW.sub(self._take, rest[:cut])
                rest = rest[cut:]
            elif len(rest) > _CHUNK:
                yield rest
                rest = b""
        yield rest

    def _take(self, row: re.Match[bytes]) -> bytes:
        cells = row[3]
        self.cells += cells.count(b"<c ")
        self.filled += cells.count(b"<v>") + cells.count(b"<is>")
        return row[1]
