"""The rows of a table by what they are: data, totals, computed rows, rows without figures; and where it ends."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from locales import plain_name
from pipelines.cells import EMPTY, TEXT, Mask, Rows, SheetCells, distinct
from pipelines.find_tables import TableArea
from pipelines.layout import KeyColumn, Layout
from pipelines.names import Names
from pipelines.periods import read_period
from pipelines.quarter_rows import sums_of_months
from pipelines.section_rows import repeats_header
from pipelines.table_end import find_end
from pipelines.words import is_computed, is_total
from warehouse.schema import ENTITY_KINDS, Column

DATA, TOTAL, COMPUTED, WITHOUT_FIGURES, HEADER_AGAIN = range(5)
_LABEL, _IS_TOTAL, _IS_COMPUTED = range(3)


@dataclass
class TableRows:
    """The rows of a table below its header that hold anything: their row numbers, and what each is."""

    rows: Rows
    what: npt.NDArray[np.uint8]

    def are(self, *wanted: int) -> Mask:
        """True for the rows of those kinds."""
        return np.isin(self.what, wanted)

    @property
    def last(self) -> int | None:
        """The last row of the table, None where there is none."""
        return int(self.rows[-1]) if len(self.rows) else None


def classify_rows(cells: SheetCells, table: TableArea, names: Names) -> TableRows:
    """Return the rows of a table and what each is; notes below it, and tables we do not know, are not among them."""
    layout, area = table.layout, table.area
    below = slice(table.header.stop, area.bottom + 1)
    filled = cells.read[below, :][:, layout.indexes].any(axis=1)
    rows = table.header.stop + np.flatnonzero(filled)
    headers = rows[repeats_header(cells, rows, table.header, area)]
    kept = np.setdiff1d(rows, headers)
    kept = kept[: find_end(cells, layout, kept)]
    rows = rows[np.isin(rows, kept) | (np.isin(rows, headers) & (rows < kept.max(initial=-1)))]
    figures = cells.read[rows, :][:, [value.header.index for value in layout.values]].any(axis=1)
    labels = _labels(cells, rows, layout, names)
    what = np.where(figures, DATA, WITHOUT_FIGURES).astype(np.uint8)
    what[figures & (labels == _IS_TOTAL)] = TOTAL
    what[figures & (labels == _IS_COMPUTED)] = COMPUTED
    what[figures & sums_of_months(cells, rows, layout)] = TOTAL
    what[np.isin(rows, headers)] = HEADER_AGAIN
    return TableRows(rows, what)


def _labels(cells: SheetCells, rows: Rows, layout: Layout, names: Names) -> npt.NDArray[np.uint8]:
    """Return for each row whether a cell of its keys, or of a text column left out before the figures, is a total's."""
    found = np.zeros(len(rows), dtype=np.uint8)
    years = any(value.period and value.period.is_year for value in layout.values)
    years |= any(key.is_year for key in layout.keys)
    for key in (key for key in layout.keys if not (key.is_part or key.sections)):
        found = np.maximum(found, _label_column(cells, rows, key.header.index, key, names, years_above=years))
    first_value = min(value.header.index for value in layout.values)
    for index in layout.left_out:
        if index < first_value:
            found = np.maximum(found, _label_column(cells, rows, index, None, names))
    return found


def _label_column(
    cells: SheetCells, rows: Rows, index: int, key: KeyColumn | None, names: Names, *, years_above: bool = False
) -> npt.NDArray[np.uint8]:
    """Return what the labels of a column say of its rows; "Hele året" in every row below years is no total."""
    values, kinds = cells.column(rows, index)
    kinds = np.where((kinds == TEXT) & cells.read[rows, index], kinds, EMPTY).astype(np.uint8)
    codes, texts = distinct(values, kinds)
    told = [_label(str(text), key.key if key else None, names) for text in texts]
    if key is not None and key.key.kind == "period" and years_above and set(told) == {_IS_TOTAL}:
        told = [_LABEL for _ in told]
    return np.array([*told, _LABEL], dtype=np.uint8)[codes]


def _label(text: str, key: Column | None, names: Names) -> int:
    total, computed = is_total(text), is_computed(text)
    if not (total or computed) or (key is not None and _is_value(text, key, names)):
        return _LABEL
    return _IS_TOTAL if total else _IS_COMPUTED


def _is_value(text: str, key: Column, names: Names) -> bool:
    """True where the text is a value of the key after all: the choice "all", a known name, a period."""
    if key.kind in ENTITY_KINDS:
        return names.find(key.kind, text) is not None
    return plain_name(text) in key.choice_codes or (key.kind == "period" and read_period(text) is not None)
