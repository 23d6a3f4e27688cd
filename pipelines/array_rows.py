"""The rows of a sheet that were read as one array, and need not become lists to be an array again."""

from collections.abc import Sequence
from typing import overload

import numpy as np
import numpy.typing as npt

from pipelines.grid import CellValue

Row = Sequence[CellValue]


class ArrayRows(Sequence[Row]):
    """Rows as lists to whoever asks for one; `cells` are all of them, and not to be changed."""

    def __init__(self, values: npt.NDArray[np.object_]) -> None:
        self.cells = values

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.cells)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        """Return one row, or the rows of a slice."""
        found: list[CellValue] | list[Row] = self.cells[at].tolist()
        return found
