"""Header rows as columns of parts: merged headers reach over all they cover, and a year said once over its months."""

from collections.abc import Sequence

from pipelines.cells import SheetCells
from pipelines.grid import CellValue
from pipelines.headers import Headers, Meaning
from pipelines.layout import Cell, HeaderColumn, HeaderPart
from pipelines.periods import PeriodPart

MOST_HEADER_ROWS = 4
_MOST_FOREIGN = 0.25
_MONTH_NUMBERS = frozenset(range(1, 13))


def read_header(cells: SheetCells, headers: Headers, rows: range, columns: range) -> list[HeaderColumn] | None:
    """Return what stands over each column in those header rows, or None where a row holds figures, not headers."""
    levels: list[dict[int, tuple[Cell, Meaning]]] = []
    for row in rows:
        read = _read_row(cells, headers, row, columns)
        if read is None:
            return None
        _reach_over_merges(cells, read, headers, row, rows, columns)
        levels.append(read)
    for level, read in enumerate(levels[:-1]):
        _reach_right(cells, rows[level], read, levels[level + 1 :], columns)
    return [_column(index, levels) for index in columns]


def _read_row(cells: SheetCells, headers: Headers, row: int, columns: range) -> dict[int, tuple[Cell, Meaning]] | None:
    there = [(column, cells.value(row, column)) for column in columns if cells.read[row, column]]
    months = {value for _, value in there if isinstance(value, int)} >= _MONTH_NUMBERS
    read: dict[int, tuple[Cell, Meaning]] = {}
    foreign = 0
    for column, value in there:
        meaning = headers.meaning(value)
        if meaning and meaning.period and not isinstance(value, str) and cells.shows_only_year(row, column):
            meaning = Meaning(str(meaning.period.year), period=PeriodPart(meaning.period.year))
        if months and isinstance(value, int) and value in _MONTH_NUMBERS:
            meaning = Meaning(str(value), period=PeriodPart(month=value))
        foreign += meaning is None
        read[column] = ((row, column), meaning or Meaning(_as_text(value)))
    return read if foreign <= _MOST_FOREIGN * len(there) else None


def _as_text(value: CellValue) -> str:
    return str(value)[:60]


def _reach_over_merges(
    cells: SheetCells,
    read: dict[int, tuple[Cell, Meaning]],
    headers: Headers,
    row: int,
    rows: range,
    columns: range,
) -> None:
    for column in columns:
        merge = None if column in read else cells.merge_at(row, column)
        if merge and merge.top in rows:
            value = cells.value(merge.top, merge.left)
            meaning = headers.meaning(value) if value is not None else None
            if meaning:
                read[column] = ((merge.top, merge.left), meaning)


def _reach_right(
    cells: SheetCells,
    row: int,
    read: dict[int, tuple[Cell, Meaning]],
    below: Sequence[dict[int, tuple[Cell, Meaning]]],
    columns: range,
) -> None:
    """Let a label that is not merged reach over the blank cells to its right, as far as there are headers below."""
    if len({cell for cell, _ in read.values()}) < 2 and not any(meaning.period for _, meaning in read.values()):
        return
    label: tuple[Cell, Meaning] | None = None
    parted = False
    for column in columns:
        under = [level[column][1] for level in below if column in level]
        if column in read:
            cell, meaning = read[column]
            label = None if _heads_one_column(meaning) or cells.merge_at(*cell) else (cell, meaning)
            parted = False
        elif cells.filled[row, column]:
            # A hidden label is not read, but what it stands over is not under the label before it.
            label = None
        elif label and under:
            if not parted or any(_completes_year(meaning) for meaning in under):
                read[column] = label
        elif label and label[1].period:
            # A blank column between the months of one year.
            parted = True
        else:
            label = None


def _completes_year(meaning: Meaning) -> bool:
    """True for a month or quarter without its year, and for the total of one."""
    return meaning.total or (meaning.period is not None and meaning.period.year is None)


def _heads_one_column(meaning: Meaning) -> bool:
    """True for a header such as "Aktør", that says all of its own column and nothing of the next."""
    return not meaning.period and meaning.is_key_header


def _column(index: int, levels: Sequence[dict[int, tuple[Cell, Meaning]]]) -> HeaderColumn:
    parts: dict[Cell, HeaderPart] = {}
    for level, read in enumerate(levels):
        if index in read:
            cell, meaning = read[index]
            parts.setdefault(cell, HeaderPart(meaning, cell, level))
    return HeaderColumn(index, tuple(parts.values()))
