"""Search for the header of a table: which rows could be one, and which span of one to four rows says most."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import pairwise

import numpy as np

from pipelines.cell_fits import is_figure
from pipelines.cells import NUMBER, TEXT, Mask, Rows, SheetCells
from pipelines.draft import Peek
from pipelines.evidence import Evidence
from pipelines.grid import CellValue, Range
from pipelines.header_rows import MOST_HEADER_ROWS, read_header
from pipelines.headers import Headers
from pipelines.layout import HeaderColumn, HeaderPart, Layout
from pipelines.more_datasets import with_further_datasets
from pipelines.period_columns import goes_on_below
from pipelines.periods import FIRST_YEAR, LAST_YEAR, read_period
from pipelines.recognise import recognise
from pipelines.section_keys import with_sections
from pipelines.words import is_total

_FIRST_ROWS = 60
_MOST_CANDIDATES = 400
_PEEK_ROWS = 2000
_PEEK_VALUES = 200
_FEWEST_COLUMNS = 2
_KNOWN_SHARE = 0.5
_MOST_FIGURES = 0.25
_MOST_CELLS = 1000
# How many header columns are tried in vain before the search of a sheet is given up.
_MOST_EFFORT = 60_000
_MONTHS, _YEARS = range(1, 13), range(FIRST_YEAR, LAST_YEAR + 1)

# From the headers of columns, the texts around and what stands below to the understanding of a table, or None.
Understand = Callable[[Sequence[HeaderColumn], Evidence, Peek], Layout | None]


class HeaderSearch:
    """Searches one sheet for headers that `understand` takes for one; remembers what it has peeked at."""

    def __init__(self, cells: SheetCells, headers: Headers, understand: Understand = recognise) -> None:
        self._understand = understand
        self._cells = cells
        self._headers = headers
        self._effort = _MOST_EFFORT
        self._telling: dict[tuple[int, int, int], bool] = {}
        self._peeked: dict[tuple[int, ...], Sequence[CellValue]] = {}

    def candidates(self, area: Range, start: int, *, first: bool) -> Iterator[int]:
        """Give the rows from `start` where a header could begin.

        At first that is any of the first rows or a row after a blank one; below a table a row after a blank one, or
        one that holds no number where most rows do.
        """
        filled = self._cells.read[start : area.bottom + 1, area.left : area.right + 1]
        counts = filled.sum(axis=1)
        rows = np.flatnonzero((counts >= _FEWEST_COLUMNS) | self._heads_one(filled, counts))
        after_blank = np.concatenate(([True], counts[:-1] < _FEWEST_COLUMNS))
        if first:
            chosen = np.union1d(rows[:_FIRST_ROWS], rows[after_blank[rows]])
        else:
            kinds = self._cells.kinds[start : area.bottom + 1, area.left : area.right + 1]
            wordy = ((kinds == TEXT) & filled).sum(axis=1) == counts
            chosen = rows[(after_blank | (wordy & self._mostly_figures(kinds)))[rows]]
        for row in chosen[:_MOST_CANDIDATES]:
            if self._effort > 0:
                yield start + int(row)

    @staticmethod
    def _heads_one(filled: Mask, counts: Rows) -> Mask:
        """True for rows of one cell that is not in the first column, over a fuller row: "2023" over its figures."""
        below = np.append(counts[1:], 0)
        found: Mask = (counts == 1) & ~filled[:, 0] & (below >= _FEWEST_COLUMNS)
        return found

    @staticmethod
    def _mostly_figures(kinds: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> bool:
        return bool((kinds == NUMBER).any(axis=1).mean() > _KNOWN_SHARE) if len(kinds) else False

    def best(
        self, area: Range, row: int, evidence: Callable[[int], Evidence], *, first: bool
    ) -> tuple[list[Layout], range] | None:
        """Return the best understanding with a header that begins in that row or one of the three below it.

        Where its columns hold further datasets, these come after it. Below another table, a header must name two
        columns, or three of them spread over the columns.
        """
        if not self._known(area, row):
            return None
        options = []
        for top in self._tops(area, row):
            for bottom in range(top, min(top + MOST_HEADER_ROWS, area.bottom)):
                option = self._option(area, range(top, bottom + 1), evidence)
                if option and (first or _stands_alone(option)):
                    # A label merged over columns gives each of them a meaning, so what stands below comes first.
                    fits = self._fits(area, bottom, option)
                    used = len({cell for column in option.columns for cell in column.header.cells})
                    named = sum(_is_named(option, column.header) for column in option.columns)
                    sure, understood, *rest = option.rank
                    rank = (fits, sure, understood, named, *rest, used, top - bottom)
                    options.append((rank, option, range(top, bottom + 1)))
        if not options:
            return None
        _, layout, rows = max(options, key=lambda option: option[0])
        self._effort = _MOST_EFFORT
        columns = read_header(self._cells, self._headers, rows, range(area.left, area.right + 1)) or []
        return with_further_datasets(layout, columns, partial(self._option_of, area, rows, evidence(rows[0]))), rows

    def _tops(self, area: Range, row: int) -> Iterator[int]:
        """Give the row and those below it until a blank one: above the header may stand a line of several cells."""
        for top in range(row, min(row + MOST_HEADER_ROWS, area.bottom)):
            if not self._values(area, top):
                return
            yield top

    def _known(self, area: Range, row: int) -> bool:
        """True where the row could be a header, and it or one of the three below holds a word we know."""
        if not self._could_head(area, row):
            return False
        return any(
            self._names_anything(area, below)
            for below in range(row, min(row + MOST_HEADER_ROWS, area.bottom + 1))
            if self._could_head(area, below)
        )

    def _could_head(self, area: Range, row: int) -> bool:
        """True where most cells are no figures; a year is none, nor is the number of a month."""
        columns = slice(area.left, area.right + 1)
        filled = int(self._cells.read[row, columns].sum())
        numbers = self._cells.values[row, columns][
            (self._cells.kinds[row, columns] == NUMBER) & self._cells.read[row, columns]
        ]
        figures = sum(1 for number in numbers if not (number in _MONTHS or number in _YEARS))
        return figures <= filled * _MOST_FIGURES

    def _names_anything(self, area: Range, row: int) -> bool:
        key = (area.left, area.right, row)
        if key not in self._telling:
            values = self._values(area, row)[:_MOST_CELLS]
            self._telling[key] = any((meaning := self._headers.meaning(one)) and meaning.is_known for one in values)
        return self._telling[key]

    def _values(self, area: Range, row: int) -> list[CellValue]:
        columns = area.left + np.flatnonzero(self._cells.read[row, area.left : area.right + 1])
        return [self._cells.value(row, int(column)) for column in columns]

    def _option(self, area: Range, rows: range, evidence: Callable[[int], Evidence]) -> Layout | None:
        if not self._can_begin(area, rows) or not all(self._is_header_like(area, row) for row in rows[1:]):
            return None
        self._effort -= area.right - area.left + 1
        columns = read_header(self._cells, self._headers, rows, range(area.left, area.right + 1))
        if columns is None or _swallows_a_row(columns):
            return None
        if any(goes_on_below(column, self._peek(area, rows[-1], column.index)) for column in columns):
            return None
        return self._option_of(area, rows, evidence(rows[0]), columns)

    def _option_of(
        self, area: Range, rows: range, evidence: Evidence, columns: Sequence[HeaderColumn]
    ) -> Layout | None:
        layout = self._understand(columns, evidence, partial(self._peek, area, rows[-1]))
        return layout and with_sections(layout, self._cells, rows, area, evidence.names)

    def _can_begin(self, area: Range, rows: range) -> bool:
        """True for a row of several cells, or of one merged over columns that are not the first: else it is a title.

        A period alone over the second column or a later one is a header too, where none stands below it; so is the name
        of a column of figures beside a first column of periods that nothing heads.
        """
        row = rows[0]
        columns = area.left + np.flatnonzero(self._cells.read[row, area.left : area.right + 1])
        if len(columns) != 1:
            return len(columns) > 1
        if len(rows) == 1 and columns[0] > area.left and read_period(self._cells.value(row, int(columns[0]))):
            return True
        if columns[0] > area.left and self._heads_figures_of_periods(area, row, int(columns[0])):
            return True
        merge = self._cells.merge_at(row, int(columns[0]))
        return merge is not None and area.left < merge.left < merge.right

    def _heads_figures_of_periods(self, area: Range, row: int, column: int) -> bool:
        meaning = self._headers.meaning(self._cells.value(row, column))
        said = [value for value in self._peek(area, row, area.left) if not (isinstance(value, str) and is_total(value))]
        return bool(meaning and meaning.columns and said) and all(
            isinstance(one, str) and read_period(one) for one in said
        )

    def _is_header_like(self, area: Range, row: int) -> bool:
        meanings = [self._headers.meaning(value) for value in self._values(area, row)]
        known = [meaning for meaning in meanings if meaning and (meaning.is_known or meaning.unit or meaning.scale)]
        return bool(meanings) and len(known) >= _KNOWN_SHARE * len(meanings)

    def _peek(self, area: Range, header_bottom: int, column: int) -> Sequence[CellValue]:
        key = (area.bottom, header_bottom, area.left, area.right, column)
        if key not in self._peeked:
            rows = self._first_block(area, header_bottom + 1)
            there = self._cells.read[rows, column]
            # What stands alone in its row is a label over other rows, where the column holds anything else.
            beside = there & (self._cells.read[rows, area.left : area.right + 1].sum(axis=1) > 1)
            told = self._cells.values[rows, column][beside if beside.any() else there]
            self._peeked[key] = list(dict.fromkeys(told))[:_PEEK_VALUES]
        return self._peeked[key]

    def _first_block(self, area: Range, start: int) -> slice:
        """Return the rows from the first filled one below a header to the next blank one: what surely is its table."""
        rows = slice(start, min(area.bottom, start + _PEEK_ROWS) + 1)
        filled = np.any(self._cells.read[rows, area.left : area.right + 1], axis=1)
        first = int(np.argmax(filled)) if filled.any() else 0
        blank = np.flatnonzero(~filled[first:])
        return slice(start + first, start + first + (int(blank[0]) if len(blank) else len(filled) - first))

    def _fits(self, area: Range, bottom: int, layout: Layout) -> bool:
        """True where the row under the header holds figures, or nothing, in most columns of figures."""
        figures = [value.header.index for value in layout.values if value.column.is_number]
        for row in range(bottom + 1, min(bottom + MOST_HEADER_ROWS, area.bottom) + 1):
            values = [value for column in figures if (value := self._cells.value(row, column)) is not None]
            if values:
                return sum(map(is_figure, values)) >= _KNOWN_SHARE * len(values)
        return True


def _swallows_a_row(columns: Sequence[HeaderColumn]) -> bool:
    """True where under the header of one column stands what is no header of it: a name, or another declared column.

    So is what stands alone under the header of the first column: the label of a section.
    """
    over = Counter(cell for column in columns for cell in column.cells)
    in_row = Counter(row for row, _ in over)
    first = columns[0].parts
    if len(first) > 1 and in_row[first[-1].cell[0]] == 1:
        return True
    return any(
        over[upper.cell] == 1 and (_heads_name(upper, lower) or _are_listed(upper, lower))
        for column in columns
        for upper, lower in pairwise(column.parts)
    )


def _heads_name(upper: HeaderPart, lower: HeaderPart) -> bool:
    return upper.meaning.is_key_header and bool(lower.meaning.entities) and not lower.meaning.columns


def _are_listed(upper: HeaderPart, lower: HeaderPart) -> bool:
    """True where the two name different columns of one dataset, as a list of columns does."""
    above, below = upper.meaning.columns, lower.meaning.columns
    return any(above[dataset][0] != below[dataset][0] for dataset in above.keys() & below.keys())


def _stands_alone(layout: Layout) -> bool:
    named = [column for column in layout.columns if _is_named(layout, column.header)]
    spread = [value for value in layout.values if value.is_wide]
    return not layout.questions and (len(named) >= _FEWEST_COLUMNS or len(named) + len(spread) > _FEWEST_COLUMNS)


def _is_named(layout: Layout, header: HeaderColumn) -> bool:
    return any(layout.dataset.id in part.meaning.columns for part in header.parts)
