"""The values of a large sheet whose cells are all plain: numbers, truth values and shared texts, read in one pass.

That is how programs write what they export. The rows never reach the parser, which is given all that stands around
them; the other readers take over at the first thing that is not plain.
"""

import re
from collections.abc import Iterator
from typing import IO

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from pipelines.limits import MOST_COLUMNS, check_extent, check_filled
from pipelines.plain_tags import Cells, NotPlainError, Places, Rows, rows_and_cells
from pipelines.scan import EXACT
from pipelines.shared_texts import SharedTexts

Objects = npt.NDArray[np.object_]

_CHUNK = 1 << 18
_LONGEST_ROW = 16 << 20
_DATA, _DATA_END, _ROW_END = b"<sheetData>", b"</sheetData>", b"</row>"
_WRITTEN = re.compile(r'(?: s="([0-9]{1,5})")?(?: t="(n|s|b)")?/?')
_ATTRIBUTES = re.compile(r"[^<>]*")
_SHOWN = re.compile(r'hidden="(?:0|false)"')
_EMPTY, _NUMBER, _TEXT, _FLAG = range(4)
_KINDS = {None: _NUMBER, "n": _NUMBER, "s": _TEXT, "b": _FLAG}


class PlainSheet:
    """Yields the XML around the rows, and keeps what stands in them; counts as `SheetScan` does.

    Iterating raises NotPlainError, and FileRefusedError as `scan_sheet` does.
    """

    def __init__(self, part: IO[bytes], sheet: str, shared: SharedTexts) -> None:
        self.filled = self.cells = 0
        self.last_row = self.last_column = -1
        self._part = part
        self._sheet = sheet
        self._shared = shared
        self._last_number = -1
        self._blocks: list[tuple[Places, Objects]] = []

    def __iter__(self) -> Iterator[bytes]:
        """Yield the XML before the rows, a few rows without cells, and the XML after the rows."""
        rest = self._part.read(_CHUNK)
        start = rest.find(_DATA) + len(_DATA)
        if start < len(_DATA):
            raise NotPlainError
        yield rest[:start]
        rest = rest[start:]
        while (end := rest.find(_DATA_END)) < 0:
            cut = rest.rfind(_ROW_END) + len(_ROW_END)
            if cut >= len(_ROW_END):
                yield self._taken(rest[:cut])
                rest = rest[cut:]
            more = self._part.read(_CHUNK)
            if not more or len(rest) > _LONGEST_ROW:
                raise NotPlainError
            rest += more
        if end:
            yield self._taken(rest[:end])
        yield rest[end:]
        while more := self._part.read(_CHUNK):
            yield more

    def values(self) -> Objects:
        """Return the values from A1, None where empty, once all was yielded."""
        values = np.full((self.last_row + 1, self.last_column + 1), None, dtype=object)
        for rows, block in self._blocks:
            there = rows <= self.last_row
            values[rows[there], : block.shape[1]] = block[there]
        return values

    def _taken(self, xml: bytes) -> bytes:
        rows, cells = rows_and_cells(xml)
        self._check_order(rows, cells)
        self._last_number = int(rows.numbers[-1])
        self.cells += len(cells.columns)
        if cells.have_value.any():
            self._keep(rows, cells)
        return _without_cells(rows)

    def _check_order(self, rows: Rows, cells: Cells) -> None:
        numbers = np.concatenate(([self._last_number], rows.numbers))
        places = cells.rows * MOST_COLUMNS + cells.columns
        if (np.diff(numbers) <= 0).any() or (np.diff(places) <= 0).any():
            raise NotPlainError

    def _keep(self, rows: Rows, cells: Cells) -> None:
        at, columns = cells.rows[cells.have_value], cells.columns[cells.have_value]
        self.filled += len(at)
        check_filled(self._sheet, self.filled)
        self.last_row = int(rows.numbers[at[-1]])
        self.last_column = max(self.last_column, int(columns.max()))
        check_extent(self._sheet, self.last_row, self.last_column)
        block = np.full((len(rows.numbers), int(columns.max()) + 1), None, dtype=object)
        kinds = self._kinds(cells)
        for kind, read in ((_NUMBER, _numbers), (_TEXT, self._texts), (_FLAG, _flags)):
            there = np.flatnonzero(kinds == kind)
            if len(there):
                block[at[there], columns[there]] = read(cells.values.take(pa.array(there)))
        self._blocks.append((rows.numbers, block))

    def _kinds(self, cells: Cells) -> npt.NDArray[np.uint8]:
        """Return the kind of each cell that has a value."""
        by_writing = np.array([self._kind(one) for one in cells.written.dictionary.to_pylist()], dtype=np.uint8)
        kinds: npt.NDArray[np.uint8] = by_writing[cells.written.indices.to_numpy()][cells.have_value]
        if (kinds == _EMPTY).any():
            raise NotPlainError
        return kinds

    def _kind(self, written: str) -> int:
        match = _WRITTEN.fullmatch(written)
        if not match:
            raise NotPlainError
        kind = _KINDS[match[2]]
        may_be_date = kind == _NUMBER and match[1] and int(match[1]) not in self._shared.plain_styles
        return _EMPTY if may_be_date else kind

    def _texts(self, positions: pa.StringArray) -> Objects:
        try:
            at = pc.cast(positions, pa.uint32()).to_numpy()
        except pa.ArrowInvalid as fault:
            raise NotPlainError from fault
        texts = self._shared.texts
        if at.max() >= len(texts):
            raise NotPlainError
        found: Objects = texts[at]
        return found


def _numbers(texts: pa.StringArray) -> Objects:
    """Return whole numbers as int, others as float."""
    try:
        numbers = pc.cast(texts, pa.float64()).to_numpy()
    except pa.ArrowInvalid as fault:
        raise NotPlainError from fault
    whole = (np.abs(numbers) <= EXACT) & (numbers == np.floor(numbers))
    found: Objects = numbers.astype(object)
    found[whole] = numbers[whole].astype(np.int64).astype(object)
    return found


def _flags(texts: pa.StringArray) -> Objects:
    if set(pc.unique(texts).to_pylist()) - {"0", "1"}:
        raise NotPlainError
    found: Objects = pc.equal(texts, "1").to_numpy(zero_copy_only=False).astype(object)
    return found


def _without_cells(rows: Rows) -> bytes:
    """Return the rows that the parser must see: the last, the first of each way of writing one, and all hidden ones."""
    codes = rows.written.indices.to_numpy()
    wanted = {len(codes) - 1, *np.unique(codes, return_index=True)[1].tolist()}
    for code, written in enumerate(rows.written.dictionary.to_pylist()):
        if not _ATTRIBUTES.fullmatch(written):
            raise NotPlainError
        if "hidden" in _SHOWN.sub("", written):
            wanted.update(np.flatnonzero(codes == code).tolist())
    said = rows.written.dictionary.to_pylist()
    return b"".join(
        f'<row r="{rows.numbers[at] + 1}"{said[codes[at]].rstrip("/")}></row>'.encode() for at in sorted(wanted)
    )
