"""Totals against their parts: total rows and total columns of a table; a difference is a warning with its cell."""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from locales import plain_name
from pipelines.cells import Mask, Rows, combined, distinct
from pipelines.findings import Finding
from pipelines.grid import CellValue, address
from pipelines.layout import TotalColumn, ValueColumn
from pipelines.periods import PeriodPart, read_period
from pipelines.read_cells import Writing, read_numbers
from pipelines.read_table import TableRead, ValueRead
from pipelines.statuses import is_refused
from pipelines.table_rows import DATA, TOTAL
from pipelines.words import is_plain_total, is_total
from warehouse.schema import ALL, Column

Numbers = npt.NDArray[np.float64]
_ROUNDING = 0.01


def check_totals(read: TableRead) -> list[Finding]:
    """Return a warning for each total row's figure, and each total column's, that its parts do not add up to.

    A total may be that of all rows or of those since the total before it, so it is right where one of these sums is.
    Where a part was refused nothing is said.
    """
    if read.table.layout.questions:
        return []
    return [*_check_rows(read), *_check_columns(read)]


def _check_rows(read: TableRead) -> Iterator[Finding]:
    """Check total rows by the keys they name: "I alt" of a month sums that month, a bare "I alt" all or those above."""
    data, totals = np.flatnonzero(read.rows.are(DATA)), np.flatnonzero(read.rows.are(TOTAL))
    named, of_named = _named_keys(read, totals)
    plain = totals[~of_named[totals]]
    for pattern in sorted({tuple(row) for row in named[plain].tolist()}):
        of_pattern = plain[(named[plain] == pattern).all(axis=1)]
        group = _groups(read, pattern)
        for value in read.values:
            if value.cells.numbers is not None and value.column.column.additive:
                sums = [_sums_by_group(value, part, group, of_pattern) for part in _with_and_without_all(read, data)]
                sums.append(_sums_since(value, data, totals, of_pattern))
                yield from _differing(read, value, of_pattern, sums)


def _named_keys(read: TableRead, totals: Rows) -> tuple[Mask, Mask]:
    """Return which keys each row of totals names beside its "I alt", and which rows are of something named.

    What "Museums of Liverpool, total" sums is not known, so such rows cannot be checked.
    """
    named = np.zeros((len(read.rows.rows), len(read.keys)), dtype=bool)
    of_named = np.zeros(len(read.rows.rows), dtype=bool)
    for at, key in enumerate(read.keys):
        for position in totals.tolist():
            said = read.cells.value(int(read.rows.rows[position]), key.column.header.index)
            is_label = isinstance(said, str) and is_total(said) and not key.column.key.choices
            is_quarter = key.column.key.kind == "period" and _is_quarter(said)
            named[position, at] = said is not None and not (is_label or is_quarter)
            plain = is_plain_total(str(said)) or _names_section(read, position, str(said))
            of_named[position] |= is_label and not plain
    return named, of_named


def _names_section(read: TableRead, position: int, label: str) -> bool:
    """True for a total that names the section it ends: "Museum Vest i alt" below the months of Museum Vest."""
    for key in read.keys:
        if key.column.sections and key.origins[position] >= 0:
            section = read.cells.value(int(read.rows.rows[key.origins[position]]), key.column.header.index)
            if plain_name(str(section)) in plain_name(label):
                return True
    return False


def _is_quarter(said: CellValue) -> bool:
    part = read_period(said)
    return part is not None and part.quarter is not None


def _groups(read: TableRead, pattern: Sequence[bool]) -> Rows:
    """Return one number for each row, equal where the cells of the keys in the pattern are."""
    group: Rows = np.zeros(len(read.rows.rows), dtype=np.int64)
    for key, is_named in zip(read.keys, pattern, strict=True):
        if is_named:
            codes = distinct(*read.cells.column(read.rows.rows, key.column.header.index))[0]
            said = np.where(key.origins >= 0, codes[np.maximum(key.origins, 0)], codes)
            group = combined(group, said)
    return group


def _with_and_without_all(read: TableRead, data: Rows) -> list[Rows]:
    """Return the rows a total may sum: all, or only those with, or without, a value that is itself a sum."""
    sums = np.zeros(len(read.rows.rows), dtype=bool)
    for key in read.keys:
        if key.column.key.default and ALL in key.said:
            sums |= key.codes == list(key.said).index(ALL)
    return [data, data[sums[data]], data[~sums[data]]] if sums[data].any() else [data]


def _sums_by_group(value: ValueRead, rows: Rows, group: Rows, totals: Rows) -> Numbers:
    """Return for each total the sum of the rows of its group; NaN where nothing is known or a part was refused."""
    size = int(group.max(initial=0)) + 1
    numbers = value.cells.numbers[rows] if value.cells.numbers is not None else np.zeros(0)
    known = ~np.isnan(numbers)
    summed: Numbers = np.bincount(group[rows][known], numbers[known], size).astype(np.float64)
    summed[np.bincount(group[rows][known], minlength=size) == 0] = np.nan
    summed[group[rows][is_refused(value.cells.status[rows])]] = np.nan
    found: Numbers = summed[group[totals]]
    return found


def _sums_since(value: ValueRead, data: Rows, totals: Rows, wanted: Rows) -> Numbers:
    """Return for each total the sum of the rows since the total before it."""
    section = np.searchsorted(totals, np.arange(len(value.cells.status)))
    return _sums_by_group(value, data, section.astype(np.int64), wanted)


def _differing(read: TableRead, value: ValueRead, totals: Rows, sums: Sequence[Numbers]) -> Iterator[Finding]:
    if value.cells.numbers is None:
        return
    said = value.cells.numbers[totals]
    right = np.isnan(said) | np.isnan(sums).all(axis=0)
    for one in sums:
        right |= np.abs(said - one) <= _tolerance(value.column.column)
    for at in np.flatnonzero(~right).tolist():
        parts = min((float(one[at]) for one in sums if not np.isnan(one[at])), key=lambda one: abs(one - said[at]))
        yield _differs(read, int(totals[at]), value.column.header.index, float(said[at]), parts)


def _tolerance(column: Column) -> float:
    return 0 if column.kind == "integer" else _ROUNDING


def _check_columns(read: TableRead) -> Iterator[Finding]:
    by_index = {value.column.header.index: value for value in read.values}
    data = np.flatnonzero(read.rows.are(DATA))
    before = -1
    for total in read.table.layout.totals:
        parts = [by_index[column.header.index] for column in _summed(read, total) if column.header.index in by_index]
        if len(parts) > 1 and parts[0].cells.numbers is not None:
            yield from _check_column(read, total, parts, before, data)
        before = total.header.index


def _summed(read: TableRead, total: TotalColumn) -> list[ValueColumn]:
    """Return the columns of figures a total column may sum."""
    found = [
        value
        for value in read.table.layout.values
        if value.is_wide
        and value.column.additive
        and (total.column is None or value.column is total.column)
        and all(value.fixed.get(key) == said for key, said in total.fixed.items())
        and (total.period is None or (value.period is not None and _is_within(value.period, total.period)))
    ]
    return found if len({value.column.id for value in found}) == 1 else []


def _is_within(part: PeriodPart, total: PeriodPart) -> bool:
    return total.covers(part) or part.joined(total) is not None


def _check_column(
    read: TableRead, total: TotalColumn, parts: Sequence[ValueRead], before: int, data: npt.NDArray[np.int64]
) -> Iterator[Finding]:
    index, column = total.header.index, parts[0].column.column
    mark = read.decimals.get(parts[0].column.header.index)
    if mark is None:
        return
    values, kinds = read.cells.column(read.rows.rows[data], index)
    said = read_numbers(values, kinds, column, Writing(mark, parts[0].column.factor)).numbers
    near = [part for part in parts if before < part.column.header.index < index]
    sums = [_sum_across(some, data) for some in (parts, near) if some]
    if said is None:
        return
    wrong = ~np.isnan(said)
    for one in sums:
        wrong &= np.isnan(one) | (np.abs(said - one) > _tolerance(column))
    wrong &= ~np.isnan(sums[0])
    for position in np.flatnonzero(wrong).tolist():
        yield _differs(read, int(data[position]), index, float(said[position]), float(sums[0][position]))


def _sum_across(parts: Sequence[ValueRead], rows: npt.NDArray[np.int64]) -> Numbers:
    """Return the sum of the columns by row, NaN where nothing is known or a part was refused."""
    numbers = np.array([part.cells.numbers[rows] for part in parts if part.cells.numbers is not None])
    refused = np.array([is_refused(part.cells.status[rows]) for part in parts])
    summed: Numbers = np.nansum(numbers, axis=0)
    summed[np.isnan(numbers).all(axis=0) | refused.any(axis=0)] = np.nan
    return summed


def _differs(read: TableRead, position: int, column: int, total: float, parts: float) -> Finding:
    place = f"{read.cells.sheet.name}!{address(int(read.rows.rows[position]), column)}"
    return Finding("total_differs", place, f"{total:.15g}", {"other_value": f"{parts:.15g}"})
