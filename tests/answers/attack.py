"""Somebody who adds and subtracts everything that is told, to work out what is hidden: a linear programme.

What is unknown are the cells of a table; every published number is a sum of some of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from scipy.optimize import linprog

CLOSE = 0.1
_SLACK = 1e-6

Cell = tuple[str, str]
Sum = Mapping[Cell, float]
_Array = np.ndarray[Any, np.dtype[np.float64]]


@dataclass
class Attack:
    """What is told of a table: `truth` has its cells, and every sum added must be true of them."""

    truth: Mapping[Cell, float]
    _told: list[tuple[Sum, float]] = field(default_factory=list)

    def true_of(self, part: Sum) -> float:
        """Return what the sum is in truth."""
        return sum(weight * self.truth[cell] for cell, weight in part.items())

    def learn(self, part: Sum, total: float) -> None:
        """Add a published number. Raises AssertionError where it is not that sum of the cells."""
        assert np.isclose(self.true_of(part), total, atol=1e-6), "the published number is another sum"
        self._told.append((part, total))

    @property
    def knows(self) -> bool:
        """True where anything has been published."""
        return bool(self._told)

    def pinned(self, hidden: Iterable[Sum]) -> list[Sum]:
        """Return the hidden sums that are worked out to within a tenth; a true 0 has no tenth and is left out."""
        known = [self._row(told) for told, _ in self._told]
        sums = np.array(known).reshape(-1, len(self.truth))
        return [part for part in hidden if self.true_of(part) > 0 and self._is_pinned(part, sums)]

    def _row(self, part: Sum) -> _Array:
        return np.array([part.get(cell, 0.0) for cell in self.truth])

    def _is_pinned(self, part: Sum, sums: _Array) -> bool:
        value, goal = self.true_of(part), self._row(part)
        if self._end(goal, sums, 1) < (1 - CLOSE) * value - _SLACK:
            return False
        return self._end(goal, sums, -1) <= (1 + CLOSE) * value + _SLACK

    def _end(self, goal: _Array, sums: _Array, sign: int) -> float:
        """Return the least (1) or the most (-1) that the sum can be."""
        totals = [total for _, total in self._told]
        found = linprog(sign * goal, A_eq=sums, b_eq=totals, bounds=(0, None), method="highs")
        if found.status == _UNBOUNDED:
            return -sign * np.inf
        assert found.status == 0, found.message
        return float(sign * found.fun)


_UNBOUNDED = 3


def over(actors: Iterable[str], weights: Mapping[str, float]) -> Sum:
    """Return the sum of these actors' cells with these weights."""
    return {(actor, answer): weight for actor in actors for answer, weight in weights.items()}


def first_true(attack: Attack, candidates: Sequence[Sum], total: float) -> Sum:
    """Return the first of the sums that the published number is; whoever attacks reads in the notes which it is."""
    return next(part for part in candidates if np.isclose(attack.true_of(part), total, atol=1e-6))
