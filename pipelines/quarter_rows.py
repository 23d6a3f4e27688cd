"""Quarters among months: a row of a quarter right below its three months is their sum."""

import numpy as np

from pipelines.cells import EMPTY, Mask, Rows, SheetCells, distinct
from pipelines.layout import KeyColumn, Layout
from pipelines.periods import PeriodPart, read_month

_MONTHS = 3


def sums_of_months(cells: SheetCells, rows: Rows, layout: Layout) -> Mask:
    """Return for each row whether it is a quarter whose three months stand in the rows right above it."""
    found = np.zeros(len(rows), dtype=bool)
    for key in layout.keys:
        if key.key.kind == "period" and not key.is_year:
            found |= _below_months(cells, rows, key)
    return found


def _below_months(cells: SheetCells, rows: Rows, key: KeyColumn) -> Mask:
    values, kinds = cells.column(rows, key.header.index)
    codes, said = distinct(values, np.where(cells.read[rows, key.header.index], kinds, EMPTY).astype(np.uint8))
    parts = [read_month(value) or PeriodPart() for value in said]
    quarters = [code for code, part in enumerate(parts) if part.quarter]
    found = np.zeros(len(rows), dtype=bool)
    for position in np.flatnonzero(np.isin(codes, quarters)).tolist():
        above = codes[max(0, position - _MONTHS) : position].tolist()
        quarter = parts[codes[position]]
        months = {parts[code].month for code in above if code >= 0 and quarter.covers(parts[code])}
        found[position] = len(months) == _MONTHS
    return found
