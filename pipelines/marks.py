"""What became of every filled cell of a sheet: accepted, refused one by one, or left out by range with why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from pipelines.cells import Mask, SheetCells
from pipelines.finding_kinds import IGNORED
from pipelines.findings import Finding
from pipelines.grid import Range, address
from pipelines.reading import CellCount

OPEN, ACCEPTED, REFUSED = range(3)
_LEFT_OUT_FROM = 10
_REASONS = tuple(IGNORED)


@dataclass(frozen=True)
class _Run:
    """A rectangle of cells under one mark."""

    top: int
    left: int
    bottom: int
    right: int

    def around(self, other: "_Run") -> "_Run":
        return _Run(
            min(self.top, other.top),
            min(self.left, other.left),
            max(self.bottom, other.bottom),
            max(self.right, other.right),
        )


class SheetMarks:
    """The marks of one sheet. Each filled cell is marked once; what is marked stays so."""

    def __init__(self, cells: SheetCells) -> None:
        self._cells = cells
        self._marks: npt.NDArray[np.uint8] = np.zeros(cells.kinds.shape, dtype=np.uint8)
        self._refused: dict[tuple[int, int], Finding] = {}

    @property
    def open(self) -> Mask:
        """True where a filled cell has no mark yet."""
        unmarked: Mask = self._cells.filled & (self._marks == OPEN)
        return unmarked

    @property
    def refusals(self) -> Mapping[tuple[int, int], Finding]:
        """The refused cells by row and column."""
        return self._refused

    def is_accepted(self, cell: tuple[int, int]) -> bool:
        """True where a stored fact rests on the cell."""
        return bool(self._marks[cell] == ACCEPTED)

    def accept(self, rows: npt.NDArray[np.int64], column: int) -> None:
        """Accept the cells of one column in those rows."""
        self._mark(rows, column, ACCEPTED)

    def leave_out(self, rows: npt.NDArray[np.int64], column: int, why: str) -> None:
        """Leave out the cells of one column in those rows."""
        self._mark(rows, column, _LEFT_OUT_FROM + _REASONS.index(why))

    def leave_out_area(self, rows: slice | npt.NDArray[np.int64], columns: slice, why: str) -> None:
        """Leave out every cell of an area that has no mark yet."""
        area = self._marks[rows, columns]
        area[(area == OPEN) & self._cells.filled[rows, columns]] = _LEFT_OUT_FROM + _REASONS.index(why)
        self._marks[rows, columns] = area

    def refuse(self, row: int, column: int, code: str, values: Mapping[str, str]) -> None:
        """Refuse one cell with its reason."""
        if self._cells.filled[row, column] and self._marks[row, column] == OPEN:
            self._marks[row, column] = REFUSED
            place = f"{self._cells.sheet.name}!{address(row, column)}"
            self._refused[row, column] = Finding(code, place, str(self._cells.values[row, column]), values)

    def _mark(self, rows: npt.NDArray[np.int64], column: int, mark: int) -> None:
        free = rows[self._cells.filled[rows, column] & (self._marks[rows, column] == OPEN)]
        self._marks[free, column] = mark

    def count(self) -> CellCount:
        """Return the account; every filled cell must have its mark by now."""
        filled = self._cells.filled
        marks = self._marks[filled]
        accepted, refused = int((marks == ACCEPTED).sum()), int((marks == REFUSED).sum())
        ignored = int((marks >= _LEFT_OUT_FROM).sum())
        count = CellCount(int(filled.sum()), accepted, refused, ignored)
        if count.non_empty != accepted + refused + ignored or refused != len(self._refused):
            raise AssertionError(f"cells without account on {self._cells.sheet.name}")
        return count

    def refused(self) -> list[Finding]:
        """Return the refused cells, row by row."""
        return [self._refused[cell] for cell in sorted(self._refused)]

    def left_out(self) -> list[Finding]:
        """Return the ranges left out, each holding no filled cell with another mark."""
        found = [
            (
                run.top,
                run.left,
                Finding(why, f"{self._cells.sheet.name}!{Range(run.top, run.left, run.bottom, run.right)}"),
            )
            for code, why in enumerate(_REASONS, start=_LEFT_OUT_FROM)
            if (self._marks == code).any()
            for run in self._rectangles(code)
        ]
        return [finding for *_, finding in sorted(found, key=lambda item: item[:2])]

    def _rectangles(self, code: int) -> Iterator[_Run]:
        """Give the rectangles of the cells with that mark; only the area they lie in is looked at."""
        everywhere = self._cells.filled & (self._marks == code)
        rows, columns = np.flatnonzero(everywhere.any(axis=1)), np.flatnonzero(everywhere.any(axis=0))
        if not len(rows):
            return
        top, left = int(rows[0]), int(columns[0])
        area = slice(top, int(rows[-1]) + 1), slice(left, int(columns[-1]) + 1)
        mask = everywhere[area]
        for run in _merged(mask, self._cells.filled[area] & ~mask):
            yield _Run(top + run.top, left + run.left, top + run.bottom, left + run.right)


def _merged(mask: Mask, blocked: Mask) -> list[_Run]:
    """Return the runs of marked cells, those that follow each other as one where nothing blocked lies between."""
    if not blocked.any():
        return [_Run(0, 0, mask.shape[0] - 1, mask.shape[1] - 1)]
    sums = np.zeros((mask.shape[0] + 1, mask.shape[1] + 1), dtype=np.int64)
    sums[1:, 1:] = blocked.cumsum(axis=0).cumsum(axis=1)
    merged: list[_Run] = []
    for run in _runs(mask, blocked):
        wider = merged[-1].around(run) if merged else run
        if merged and _is_free(sums, wider):
            merged[-1] = wider
        else:
            merged.append(run)
    return merged


def _is_free(sums: npt.NDArray[np.int64], run: _Run) -> bool:
    top, left, bottom, right = run.top, run.left, run.bottom + 1, run.right + 1
    return bool(sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left] == 0)


def _runs(mask: Mask, blocked: Mask) -> Iterator[_Run]:
    """Give the runs of marked cells along the rows, equal runs in neighbouring rows as one."""
    rows, columns = np.nonzero(mask)
    segments = blocked.cumsum(axis=1)[rows, columns]
    starts = np.concatenate(([True], (rows[1:] != rows[:-1]) | (segments[1:] != segments[:-1])))
    ends = np.concatenate((starts[1:], [True]))
    at, left, right = rows[starts], columns[starts], columns[ends]
    order = np.lexsort((at, right, left))
    at, left, right = at[order], left[order], right[order]
    breaks = np.concatenate(([True], (np.diff(at) != 1) | (np.diff(left) != 0) | (np.diff(right) != 0)))
    first = np.flatnonzero(breaks)
    last = np.concatenate((first[1:], [len(at)])) - 1
    found = zip(at[first].tolist(), left[first].tolist(), at[last].tolist(), right[last].tolist(), strict=True)
    for top, start, bottom, end in sorted(found):
        yield _Run(top, start, bottom, end)
