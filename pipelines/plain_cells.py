"""Takes the plain cells out of a large sheet's XML, so that the parser meets only those that need a look.

A plain cell holds a number, text, truth value or nothing, and stands in a row of its own number. Rows of plain cells
only go as a whole where they reach no further right than what was seen before; of other rows only the cells go that a
filled one follows, so the last filled cell still tells how far out the row reaches.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import IO

_CHUNK = 1 << 20
_LAST_OF_TWO_LETTERS = 26 * 27 - 1
_START = rb'<c r="%b\%b"(?: s="[0-9]+")?(?: t="(?:n|s|b|str|inlineStr)")?'
_REST = rb"(?:/>|>(?:<v>[^<&]*</v>|<is><t[^<>]*>[^<]*</t></is>)</c>)"
_ANYWHERE = _START % (b"[A-Z]{1,2}", b"2")
_ROW = re.compile(rb'(<row r="([0-9]{1,7})"[^<>]*>)((?:' + _ANYWHERE + _REST + rb")+)(?=" + _ANYWHERE + rb"><[vif])")
_SHOWN = rb'(?:[^<>h]|h(?!idden)|hidden="(?:0|false)")*+'


class PlainCells:
    """Yields the XML without its plain cells; `cells` and `filled` count those taken out so far.

    `last_column` tells how far right, from 0, the cells reach that were parsed so far.
    """

    def __init__(self, part: IO[bytes], last_column: Callable[[], int]) -> None:
        self.cells = self.filled = 0
        self._part = part
        self._last_column = last_column

    def __iter__(self) -> Iterator[bytes]:
        """Yield the chunks; they are cut at rows, and what cannot be cut at a row passes as it is."""
        rest = b""
        while chunk := self._part.read(_CHUNK):
            rest += chunk
            cut = rest.rfind(b"<row ")
            if cut > 0:
                yield _ROW.sub(self._take_cells, self._without_rows(rest[:cut]))
                rest = rest[cut:]
            elif len(rest) > _CHUNK:
                yield rest
                rest = b""
        yield rest

    def _without_rows(self, xml: bytes) -> bytes:
        last = self._last_column()
        return _rows_up_to(min(last, _LAST_OF_TWO_LETTERS)).sub(self._take_rows, xml) if last >= 0 else xml

    def _take_rows(self, rows: re.Match[bytes]) -> bytes:
        self._count(rows[0])
        return b""

    def _take_cells(self, row: re.Match[bytes]) -> bytes:
        self._count(row[3])
        return row[1]

    def _count(self, cells: bytes) -> None:
        self.cells += cells.count(b"<c ")
        self.filled += cells.count(b"<v>") + cells.count(b"<is>")


@lru_cache(maxsize=100)
def _rows_up_to(last: int) -> re.Pattern[bytes]:
    """Return what matches rows of plain cells up to that column, shown, and each before a row that says its number."""
    cell = _START % (_columns_up_to(last), b"1") + _REST
    return re.compile(rb'(?:<row r="([0-9]{1,7})"' + _SHOWN + rb">(?:" + cell + rb')++</row>(?=<row r="[0-9]))++')


def _columns_up_to(last: int) -> bytes:
    first, second = divmod(last, 26)
    if not first:
        return f"[A-{chr(65 + second)}]".encode()
    tens, most = chr(64 + first), chr(65 + second)
    before = f"|[A-{chr(63 + first)}][A-Z]" if first > 1 else ""
    return f"(?:[A-Z]{before}|{tens}[A-{most}])".encode()
