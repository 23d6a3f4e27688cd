"""The tags in the rows of a sheet's XML as arrays: where each cell and its value stand, many thousands at once."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

Bytes = npt.NDArray[np.uint8]
Places = npt.NDArray[np.int64]

Eights = npt.NDArray[np.uint64]

# Nothing is looked at further than this from where a tag begins.
_BEYOND = 32
_LONGEST_NUMBER = 7
_MOST_LETTERS = 3
_OTHER, _ROW, _ROW_EMPTY, _ROW_END, _CELL, _CELL_EMPTY, _CELL_END, _VALUE, _VALUE_END = range(9)
_FOLLOWS = {
    _ROW: (_CELL, _CELL_EMPTY, _ROW_END),
    _ROW_EMPTY: (_ROW, _ROW_EMPTY),
    _ROW_END: (_ROW, _ROW_EMPTY),
    _CELL: (_VALUE,),
    _CELL_EMPTY: (_CELL, _CELL_EMPTY, _ROW_END),
    _CELL_END: (_CELL, _CELL_EMPTY, _ROW_END),
    _VALUE: (_VALUE_END,),
    _VALUE_END: (_CELL_END,),
}
_MAY_FOLLOW = np.array([[after in _FOLLOWS.get(kind, ()) for after in range(9)] for kind in range(9)])
_MAY_BE_EMPTY = np.array([kind in (_ROW, _CELL) for kind in range(9)])
# How long the tags are that are always the same; 0 for the others.
_LENGTHS = np.array([{_ROW_END: 6, _CELL_END: 4, _VALUE: 0, _VALUE_END: 4}.get(kind, 0) for kind in range(9)])
_KIND_BY_LETTERS = np.full((256, 256), _OTHER, dtype=np.uint8)
for _letters, _kind in (
    (b"ro", _ROW), (b"/r", _ROW_END), (b"c ", _CELL), (b"/c", _CELL_END), (b"v>", _VALUE), (b"/v", _VALUE_END),
):  # fmt: skip
    _KIND_BY_LETTERS[_letters[0], _letters[1]] = _kind
_MASKS = np.array([(1 << 8 * count) - 1 for count in range(9)], dtype=np.uint64)


class NotPlainError(Exception):
    """Something else than plain rows of plain cells stands in the XML."""


@dataclass(frozen=True)
class Rows:
    """The rows in a piece of XML: the number of each, from 0, and how its other attributes are written."""

    numbers: Places
    written: pa.DictionaryArray


@dataclass(frozen=True)
class Cells:
    """The cells in a piece of XML, in their order.

    By cell: which of the rows it is in, its column, how its other attributes are written, and whether it has a value;
    `values` are the texts of those that have.
    """

    rows: Places
    columns: Places
    written: pa.DictionaryArray
    have_value: npt.NDArray[np.bool_]
    values: pa.StringArray


def rows_and_cells(xml: bytes) -> tuple[Rows, Cells]:
    """Return the rows and cells of XML that holds nothing but whole rows, written as spreadsheet programs write them.

    Raises NotPlainError where anything else stands in it.
    """
    tags = _Tags(xml)
    rows, lengths = tags.rows()
    return rows, tags.cells(lengths)


class _Tags:
    """The tags of a piece of XML: `starts` are their places, `kinds` what they are, `ends` where the next begins."""

    def __init__(self, xml: bytes) -> None:
        self._xml = pa.py_buffer(xml)
        padded = xml + bytes(_BEYOND)
        self._bytes: Bytes = np.frombuffer(padded, np.uint8)
        # Eight bytes from each place on, as one number: comparing these is the fastest way to compare text.
        self._eights: Eights = np.ndarray((len(xml) + 1,), "<u8", padded, strides=(1,))
        self._starts: Places = np.flatnonzero(self._bytes == ord("<"))
        self._ends: Places = np.append(self._starts[1:], len(xml))
        if not len(self._starts) or self._starts[0] != 0:
            raise NotPlainError
        self._kinds = self._kinds_of_tags()
        self._check_order()
        self._is_row = (self._kinds == _ROW) | (self._kinds == _ROW_EMPTY)

    def _kinds_of_tags(self) -> Bytes:
        first, second = self._bytes[self._starts + 1], self._bytes[self._starts + 2]
        kinds: Bytes = _KIND_BY_LETTERS[first, second]
        kinds += (self._bytes[self._ends - 2] == ord("/")) & _MAY_BE_EMPTY[kinds]
        length = _LENGTHS[kinds]
        _require((length == 0) | (self._ends - self._starts == length))
        _require((kinds == _VALUE) | (self._bytes[self._ends - 1] == ord(">")))
        return kinds

    def _check_order(self) -> None:
        in_order = _MAY_FOLLOW[self._kinds[:-1], self._kinds[1:]].all()
        if not in_order or self._kinds[0] not in (_ROW, _ROW_EMPTY) or self._kinds[-1] not in (_ROW_END, _ROW_EMPTY):
            raise NotPlainError
        _require(self._eights[self._starts[self._kinds == _ROW_END]] & _eight(b"\xff" * 6) == _eight(b"</row>"))

    def rows(self) -> tuple[Rows, Places]:
        """Return the rows, and how many digits the number of each has."""
        which = np.flatnonzero(self._is_row)
        starts = self._starts[which] + len('<row r="')
        _require(self._eights[self._starts[which]] == _eight(b'<row r="'))
        digits = self._bytes[starts[:, None] + np.arange(_LONGEST_NUMBER + 1)]
        lengths: Places = ((digits >= ord("0")) & (digits <= ord("9"))).argmin(axis=1)
        _require((lengths > 0) & (digits[:, 0] != ord("0")) & (self._bytes[starts + lengths] == ord('"')))
        numbers: Places = np.zeros(len(which), dtype=np.int64)
        for at in range(_LONGEST_NUMBER):
            numbers = np.where(at < lengths, numbers * 10 + digits[:, at] - ord("0"), numbers)
        written = self._texts(starts + lengths + 1, self._ends[which] - 1)
        return Rows(numbers - 1, written.dictionary_encode()), lengths

    def cells(self, lengths: Places) -> Cells:
        """Return the cells; each must have the number of its row, of so many digits, in its reference."""
        which = np.flatnonzero((self._kinds == _CELL) | (self._kinds == _CELL_EMPTY))
        columns, starts = self._columns(self._starts[which])
        in_row = np.cumsum(self._is_row)[which] - 1
        mask = _MASKS[lengths + 1]
        number = self._eights[self._starts[self._is_row] + len('<row r="')] & mask
        _require(self._eights[starts] & mask[in_row] == number[in_row])
        written = self._texts(starts + lengths[in_row] + 1, self._ends[which] - 1).dictionary_encode()
        value = np.flatnonzero(self._kinds == _VALUE)
        values = self._texts(self._starts[value] + len("<v>"), self._starts[value + 1])
        return Cells(in_row, columns, written, self._kinds[which] == _CELL, values)

    def _columns(self, starts: Places) -> tuple[Places, Places]:
        """Return the columns of the cells that begin at the places, and where the numbers of their rows begin."""
        _require(self._eights[starts] & _eight(b"\xff" * 6) == _eight(b'<c r="'))
        ends = starts + len('<c r="')
        columns: Places = np.zeros(len(starts), dtype=np.int64)
        among = np.arange(len(starts))
        for _ in range(_MOST_LETTERS):
            letter = self._bytes[ends[among]]
            there = (letter >= ord("A")) & (letter <= ord("Z"))
            among, letter = among[there], letter[there]
            columns[among] = columns[among] * 26 + letter - (ord("A") - 1)
            ends[among] += 1
        _require(columns > 0)
        return columns - 1, ends

    def _texts(self, starts: Places, ends: Places) -> pa.StringArray:
        """Return the texts between the places: every other one of those that all the places part."""
        _require(ends >= starts)
        edges = np.empty(2 * len(starts), dtype=np.int32)
        edges[0::2], edges[1::2] = starts, ends
        parted = pa.StringArray.from_buffers(max(len(edges) - 1, 0), pa.py_buffer(edges), self._xml)
        return parted.take(pa.array(np.arange(0, len(edges), 2)))


def _require(holds: npt.NDArray[np.bool_]) -> None:
    if not holds.all():
        raise NotPlainError


def _eight(text: bytes) -> np.uint64:
    """Return the number that the text is as the first of eight bytes."""
    return np.uint64(int.from_bytes(text, "little"))
