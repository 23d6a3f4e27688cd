"""High season, shoulder and low season: which months count as which."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Buckets:
    """The twelve months in three groups, by month number; anything but each month once raises ValueError."""

    high: tuple[int, ...]
    shoulder: tuple[int, ...]
    low: tuple[int, ...]

    def __post_init__(self) -> None:
        if sorted((*self.high, *self.shoulder, *self.low)) != list(range(1, 13)):
            raise ValueError("every month belongs to exactly one of high, shoulder and low season")

    @property
    def off_peak(self) -> tuple[int, ...]:
        """The months outside high season."""
        return (*self.shoulder, *self.low)


DEFAULT_BUCKETS = Buckets(high=(6, 7, 8), shoulder=(4, 5, 9, 10), low=(11, 12, 1, 2, 3))


def sum_of(months: Sequence[float], numbers: Iterable[int]) -> float:
    """The sum over the named months of a year that starts in January."""
    return sum(months[number - 1] for number in numbers)
