"""The parties of a row: where two of its keys name an actor each, the two are not the same."""

from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt

from pipelines.cells import Mask
from warehouse.schema import Column, Dataset

Positions = npt.NDArray[np.int64]


def parties_of(dataset: Dataset) -> tuple[Column, ...]:
    """Return the keys that name the parties of a row; none where there are not two."""
    actors = tuple(key for key in dataset.keys if key.kind == "actor")
    return actors if len(actors) > 1 else ()


def with_itself(dataset: Dataset, keys: Mapping[str, tuple[Sequence[str], Positions]], count: int) -> Mask:
    """Return which of `count` rows name one actor as two parties; a party not told is nobody.

    `keys` has for each key its texts, and by row a position among them (-1: none).
    """
    book: dict[str, int] = {}
    told = [_numbered(book, *keys[party.id]) for party in parties_of(dataset)]
    same = np.zeros(count, dtype=bool)
    for one, other in combinations(told, 2):
        same |= (one == other) & (one >= 0)
    return same


def _numbered(book: dict[str, int], texts: Sequence[str], positions: Positions) -> Positions:
    numbers = np.array([*(book.setdefault(text, len(book)) for text in texts), -1], dtype=np.int64)
    return numbers[positions]
