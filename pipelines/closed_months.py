"""Cells that say "closed" where visits should stand: a fact about the opening of that month, and none about visits."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from pipelines.facts import Found
from pipelines.layout import Layout, ValueColumn
from pipelines.periods import read_period
from warehouse.schema import datasets

Integers = npt.NDArray[np.int64]
# A key of every row: its texts, and by row a position among them.
RowKey = tuple[Sequence[str], Integers]

_OPENING, _FLAG = "opening", "open_flag"


def says_when_open(layout: Layout, value: ValueColumn) -> bool:
    """True for figures whose "closed" is that of the whole place: all its visits, or its days and hours."""
    keys = {key.id for key in layout.dataset.keys}
    needed = {key.id for key in datasets()[_OPENING].keys}
    of_all = value.column.principal or layout.dataset.id == _OPENING
    return of_all and needed <= keys and not layout.questions


def closed_months(
    layout: Layout, sheet: str, value: ValueColumn, rows: Integers, keys: Mapping[str, RowKey], positions: Integers
) -> tuple[Integers, Found]:
    """Return which of the positions say that a place was closed a whole month, and that as facts."""
    opening = datasets()[_OPENING]
    whole = np.ones(len(positions), dtype=bool)
    for key in layout.dataset.keys:
        texts, codes = keys[key.id]
        fits = np.array(
            [_is_month(text) if key.kind == "period" else text == key.default for text in texts], dtype=bool
        )
        if key.kind == "period" or key.id not in {needed.id for needed in opening.keys}:
            whole &= fits[codes[positions]]
    kept = positions[whole]
    said = {key.id: (keys[key.id][0], keys[key.id][1][kept]) for key in opening.keys}
    numbers = np.zeros(len(kept))
    return kept, Found(opening, _FLAG, sheet, value.header.index, rows[kept], said, numbers)


def _is_month(text: str) -> bool:
    part = read_period(text)
    return part is not None and part.month is not None
