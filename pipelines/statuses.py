"""What became of a cell, as one small number for arrays: empty, read, a mark for a figure, or refused with its code."""

import numpy as np
import numpy.typing as npt

from pipelines.finding_kinds import REFUSED

Statuses = npt.NDArray[np.uint8]

EMPTY, READ, MISSING, WITHHELD, CLOSED = range(5)
_REFUSED_FROM = 10
_CODES = tuple(REFUSED)


def refused(code: str) -> int:
    """Return the status of a cell refused with that code."""
    return _REFUSED_FROM + _CODES.index(code)


def code_of(status: int) -> str:
    """Return the code a refused cell was refused with."""
    return _CODES[status - _REFUSED_FROM]


def is_refused(statuses: Statuses) -> npt.NDArray[np.bool_]:
    """True where a cell was refused."""
    return statuses >= _REFUSED_FROM
