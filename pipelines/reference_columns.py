"""The columns of a table of figures by what they are for: the area, the periods, what is counted, and the figures."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from pipelines.areas import level_of
from pipelines.cell_fits import is_figure
from pipelines.draft import Peek
from pipelines.evidence import Evidence
from pipelines.grid import CellValue
from pipelines.layout import HeaderColumn
from pipelines.names import AREA
from pipelines.period_columns import read_periods, says_months, says_years
from pipelines.periods import PeriodPart
from pipelines.words import is_computed, is_total
from warehouse.schema import Column, datasets

ACTOR = "actor"
_MOSTLY = 0.8
_HALF = 0.5
_LONGEST_CATEGORY = 90
_FEWEST_NUMBERED = 3
# The header of a Eurostat bulk file: several keys in one cell, the area last, and the years beside.
_PACKED = re.compile(r"(?:[^\\]*,)?geo\s*\\\s*time(?:_period)?", re.IGNORECASE)


@dataclass
class Columns:
    """The columns of one table by what they are for; `over` is the whole period over a column of figures."""

    area: HeaderColumn | None = None
    periods: list[HeaderColumn] = field(default_factory=list)
    categories: list[HeaderColumn] = field(default_factory=list)
    figures: list[HeaderColumn] = field(default_factory=list)
    over: dict[int, PeriodPart] = field(default_factory=dict)
    left_out: dict[int, str] = field(default_factory=dict)


class ColumnSorter:
    """Sorts the columns of a table by their headers and by what stands below."""

    def __init__(self, peek: Peek, evidence: Evidence) -> None:
        self._peek = peek
        self._names = evidence.names
        self._is_of_actors = evidence.is_qualified

    def sort(self, columns: Sequence[HeaderColumn]) -> Columns:
        """Return the columns by what they are for."""
        found = Columns()
        found.over = self._periods_over(columns)
        found.area = self._area(columns, found)
        found.periods = self._parts_of_years(columns, found) if found.over else self._periods(columns, found.area)
        rest = [column for column in columns if column is not found.area and column not in found.periods]
        if found.over:
            self._sort_beside_periods(rest, found)
        else:
            self._sort_long(rest, found)
        return found

    def _periods_over(self, columns: Sequence[HeaderColumn]) -> dict[int, PeriodPart]:
        """Return the columns of figures that stand under a whole period; flags beside them under the same are none."""
        said = {column.index: part for column in columns if (part := _period_of(column))}
        return {
            index: part for index, part in said.items() if self._holds_figures(index) or self._is_alone(index, said)
        }

    def _is_alone(self, index: int, said: dict[int, PeriodPart]) -> bool:
        """True for a column without anything below it, and without another under the same period."""
        same = sum(part == said[index] for part in said.values())
        return not self._peek(index) and same == 1

    def _area(self, columns: Sequence[HeaderColumn], found: Columns) -> HeaderColumn | None:
        open_columns = [column for column in columns if column.index not in found.over]
        named = [column for column in open_columns if is_packed(column) or is_named(column, AREA)]
        if not named and self._is_of_actors:
            named = [column for column in open_columns if is_named(column, ACTOR)]
        if named:
            return next((column for column in named if self._peek(column.index)), None)
        first = min(found.over, default=None)
        before = [column for column in open_columns if first is not None and column.index < first]
        return next((column for column in before if self._holds_areas(column.index)), None)

    def _parts_of_years(self, columns: Sequence[HeaderColumn], found: Columns) -> list[HeaderColumn]:
        """Return the column before years in the headers that says the months of them, or "Hele året", if any."""
        years = all(part.is_year for part in found.over.values())
        before = [column for column in columns if column is not found.area and column.index < min(found.over)]
        return [column for column in before if years and says_months(self._peek(column.index))][-1:]

    def _periods(self, columns: Sequence[HeaderColumn], area: HeaderColumn | None) -> list[HeaderColumn]:
        """Return the column that says the period, or that of the year and that of the month, or of the month alone."""
        named = [column for column in columns if column is not area and is_named(column, "period")]
        whole = [column for column in named if self._holds_periods(column.index)][:1]
        months = [column for column in named if column not in whole and says_months(self._peek(column.index))][:1]
        return [*whole, *months] if not whole or says_years(self._peek(whole[0].index)) else whole

    def _sort_beside_periods(self, rest: Sequence[HeaderColumn], found: Columns) -> None:
        first = min(found.over)
        for column in rest:
            if column.index in found.over:
                found.figures.append(column)
            elif column.index < first and self._holds_categories(column.index):
                found.categories.append(column)
            else:
                found.left_out[column.index] = _why_left_out(column)

    def _sort_long(self, rest: Sequence[HeaderColumn], found: Columns) -> None:
        """Sort a table with a row for each figure: where a header says which column holds them, numbers are codes."""
        named = [column for column in rest if heads_content(column) and self._holds_figures(column.index)]
        for column in rest:
            if column in named or (not named and self._is_measure(column)):
                found.figures.append(column)
            elif self._is_category(column, coded=bool(named)):
                found.categories.append(column)
            else:
                found.left_out[column.index] = _why_left_out(column)

    def _is_measure(self, column: HeaderColumn) -> bool:
        aside = not column.parts or _is_aside(column) or self._is_numbering(column)
        return not aside and self._holds_figures(column.index)

    def _is_category(self, column: HeaderColumn, *, coded: bool) -> bool:
        if self._is_numbering(column) or not column.parts:
            return False
        return self._holds_categories(column.index) or (coded and bool(self._peek(column.index)))

    def _is_numbering(self, column: HeaderColumn) -> bool:
        """True for a column of row numbers: 1, 2, 3 and so on without a header of ours."""
        values = [_as_number(value) for value in self._peek(column.index)]
        known = any(part.meaning.is_known for part in column.parts)
        return (
            not known
            and len(values) >= _FEWEST_NUMBERED
            and values in ([*range(1, len(values) + 1)], [*range(len(values))])
        )

    def _holds_periods(self, index: int) -> bool:
        parts = read_periods(self._peek(index))
        whole = [part for part in parts if part and part.period]
        return bool(parts) and len(whole) >= _MOSTLY * len(parts)

    def _holds_figures(self, index: int) -> bool:
        return self._holds(index, is_figure, _HALF)

    def _holds_categories(self, index: int) -> bool:
        return self._holds(index, lambda value: isinstance(value, str) and len(value) <= _LONGEST_CATEGORY, 1.0)

    def _holds_areas(self, index: int) -> bool:
        def is_area(value: CellValue) -> bool:
            return isinstance(value, str) and bool(level_of(value) or self._names.find(AREA, value))

        return self._holds(index, is_area, _HALF)

    def _holds(self, index: int, fits: Callable[[CellValue], object], share: float = _MOSTLY) -> bool:
        values = self._peek(index)
        return bool(values) and sum(bool(fits(value)) for value in values) >= share * len(values)


def _period_of(column: HeaderColumn) -> PeriodPart | None:
    """Return the whole period a header says, if nothing else in it says what the column is."""
    part: PeriodPart | None = PeriodPart()
    for said in column.parts:
        if said.meaning.period is None or part is None:
            return None
        part = said.meaning.period.joined(part)
    return part if part and part.period else None


def is_packed(column: HeaderColumn) -> bool:
    """True for the header of a Eurostat bulk file, which packs several keys into one cell."""
    return any(_PACKED.fullmatch(part.meaning.text) for part in column.parts)


def is_named(column: HeaderColumn, kind: str) -> bool:
    """True where the lowest header names a key of that kind in any dataset."""
    if not column.parts:
        return False
    named = column.parts[-1].meaning.columns.items()
    return any(
        _column(dataset, name).kind == kind and _column(dataset, name).role == "key" for dataset, (name, _) in named
    )


def heads_content(column: HeaderColumn) -> bool:
    """True for a header that says figures stand below, and not of what: "Indhold", "Værdi"."""
    named = [part.meaning.columns.get("reference") for part in column.parts]
    return any(name and name[0] == "value" for name in named)


def _column(dataset: str, name: str) -> Column:
    return datasets()[dataset].column(name)


def _is_aside(column: HeaderColumn) -> bool:
    """True for a header that says a total or something computed."""
    return is_total(column.text) or is_computed(column.text)


def _why_left_out(column: HeaderColumn) -> str:
    if not column.parts:
        return "note"
    return "computed" if _is_aside(column) else "unknown_column"


def _as_number(value: CellValue) -> CellValue:
    return int(value) if isinstance(value, str) and value.isdecimal() else value
