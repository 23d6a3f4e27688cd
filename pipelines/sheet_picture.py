"""A picture of a sheet for the preview: a part of its cells as texts, each with what it was read as."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Role = Literal["", "header", "key", "value", "refused", "question", "ignored"]


@dataclass(frozen=True)
class SheetPicture:
    """Some rows of a sheet: `rows` are their numbers from 1; `texts` and `roles` have a cell for each of the columns.

    `height` and `width` are those of the whole sheet. The rows are the first ones, those with refused cells, and the
    last ones.
    """

    name: str
    height: int
    width: int
    rows: Sequence[int]
    texts: Sequence[Sequence[str]]
    roles: Sequence[Sequence[Role]]
