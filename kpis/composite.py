"""Composite indices: scores between goalposts, one number from several, and how far it hangs on how it is made."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

import numpy as np
from scipy import stats

from kpis.known import known
from kpis.result import Result, Undefined, Value

Scores: TypeAlias = Mapping[str, float | None]
Weights: TypeAlias = Mapping[str, float]
Mean: TypeAlias = Callable[[Sequence[float], Sequence[float]], float]

FULL_SCORE = 100.0
LOWEST_SCORE = 1.0
COVERAGE_NEEDED = 2 / 3
DECIMALS_THAT_COUNT = 9


def goalpost_score(value: float | None, floor: float | None, target: float | None) -> Result:
    """0 at the floor and 100 at the target, kept within the two; where less is better the floor is the higher one."""
    number = known(value, Undefined("value_missing"))
    if isinstance(number, Undefined):
        return number
    if floor is None or target is None:
        return Undefined("goalpost_missing")
    if floor == target:
        return Undefined("goalposts_equal", {"goalpost": floor})
    return Value(min(FULL_SCORE, max(0.0, FULL_SCORE * (number - floor) / (target - floor))))


def arithmetic(scores: Sequence[float], weights: Sequence[float]) -> float:
    """The weighted mean: a strong part makes up for a weak one."""
    return float(np.average(scores, weights=weights))


def geometric(scores: Sequence[float], weights: Sequence[float]) -> float:
    """The weighted geometric mean of scores from 1 to 100: a weak part pulls the whole down."""
    return float(stats.gmean(np.maximum(scores, LOWEST_SCORE), weights=weights))


def combine(scores: Scores, weights: Weights, mean: Mean) -> float | None:
    """The mean of the parts that are known; None where none of them has a weight."""
    parts = {part: score for part, score in scores.items() if score is not None and weights[part] > 0}
    return mean(list(parts.values()), [weights[part] for part in parts]) if parts else None


def equal_weights(scores: Scores) -> dict[str, float]:
    """The same weight for every part."""
    return dict.fromkeys(scores, 1.0)


def without_each(scores: Scores) -> dict[str, dict[str, float]]:
    """For each part the weights that leave it out."""
    return {part: {**equal_weights(scores), part: 0.0} for part in scores}


def recipes(scores: Scores) -> list[tuple[Weights, Mean]]:
    """Every way of making the index that could be defended as well as ours.

    Equal weights, each part left out and each part doubled, with the arithmetic and with the geometric mean.
    """
    doubled = [{**equal_weights(scores), part: 2.0} for part in scores]
    weightings = [equal_weights(scores), *without_each(scores).values(), *doubled]
    return [(weights, mean) for weights in weightings for mean in (arithmetic, geometric)]


def known_scores(scores: Scores, coverage_needed: float = COVERAGE_NEEDED) -> dict[str, float] | Undefined:
    """The parts that are known; too few of them are undefined, with the scores there are still in the detail."""
    parts = {part: score for part, score in scores.items() if score is not None}
    coverage = len(parts) / len(scores) if scores else 0.0
    if parts and coverage >= coverage_needed:
        return parts
    detail = {"known": len(parts), "parts": len(scores), "coverage": coverage, "scores": dict(scores)}
    return Undefined("coverage_below_threshold", detail)


def composite_index(scores: Scores, *, coverage_needed: float = COVERAGE_NEEDED) -> Result:
    """The arithmetic mean of the known scores, 0 to 100, with what it would be if it were made in another way."""
    parts = known_scores(scores, coverage_needed)
    if isinstance(parts, Undefined):
        return parts
    even = list(equal_weights(parts).values())
    made = [combine(parts, weights, mean) for weights, mean in recipes(parts)]
    values = [value for value in made if value is not None]
    detail = {
        "scores": dict(scores),
        "coverage": len(parts) / len(scores),
        "geometric": geometric(list(parts.values()), even),
        "without": {part: combine(parts, weights, arithmetic) for part, weights in without_each(parts).items()},
        "range": (min(values), max(values)),
    }
    return Value(arithmetic(list(parts.values()), even), n=len(parts), detail=detail)


def ranks(values: Sequence[float]) -> list[int]:
    """The place of each value from 1, the highest; of equal values the first one given comes first."""
    return [int(rank) for rank in stats.rankdata(np.negative(values), method="ordinal")]


def rank_intervals(
    places: Mapping[str, Scores], *, coverage_needed: float = COVERAGE_NEEDED
) -> dict[str, tuple[int, int]]:
    """The best and the worst rank of each place over all recipes; places with too few known parts are not ranked.

    Equal places share all the ranks they take up together. Places with different parts raise ValueError.
    """
    if len({frozenset(scores) for scores in places.values()}) > 1:
        raise ValueError("places can only be ranked by the same parts")
    known_places = {place: known_scores(scores, coverage_needed) for place, scores in places.items()}
    ranked = {place: scores for place, scores in known_places.items() if not isinstance(scores, Undefined)}
    spans: dict[str, list[int]] = {place: [] for place in ranked}
    for weights, mean in recipes(next(iter(places.values()), {})):
        made = [combine(scores, weights, mean) for scores in ranked.values()]
        values = [value for value in made if value is not None]
        if len(values) == len(ranked):
            for span, first, last in zip(spans.values(), *_tied_ranks(values), strict=True):
                span += [first, last]
    return {place: (min(span), max(span)) for place, span in spans.items()}


def _tied_ranks(values: Sequence[float]) -> tuple[list[int], list[int]]:
    """The first and the last rank that each value can have where equal ones change places."""
    falling = -np.round(values, DECIMALS_THAT_COUNT)
    first, last = (stats.rankdata(falling, method=method) for method in ("min", "max"))
    return [int(rank) for rank in first], [int(rank) for rank in last]
