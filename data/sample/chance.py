"""Chance that never changes: each figure draws from its own name, so adding months leaves the earlier ones alone."""

import math
from collections.abc import Mapping
from random import Random


def wobble(*names: object, spread: float) -> float:
    """Return a factor near 1 that depends on the names alone; `spread` is its standard deviation as a fraction."""
    drawn = Random("|".join(map(str, names))).gauss(0, spread)
    return math.exp(max(-2.5 * spread, min(2.5 * spread, drawn)))


def divided(total: int, weights: Mapping[str, float]) -> dict[str, int]:
    """Return the total divided in whole numbers by the weights, adding up to it exactly (largest remainder)."""
    whole = sum(weights.values())
    exact = {name: total * weight / whole for name, weight in weights.items()}
    parts = {name: math.floor(value) for name, value in exact.items()}
    by_remainder = sorted(exact, key=lambda name: parts[name] - exact[name])
    for name in by_remainder[: total - sum(parts.values())]:
        parts[name] += 1
    return parts
