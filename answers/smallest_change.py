"""Which changes of a figure are too small to be called better or worse.

- What is written with decimals, or is an index, a score or a number of months: a change below one step of the last
  digit shown, because the rounding alone can make it look like one.
- An index whose scale is longer than 1, as the coefficient of variation and Theil's: a change below a hundredth of its
  scale, the step that it would have from 0 to 1 as the other indices of the season have it.
- Shares and growth: a change below one percentage point, the step in which shares are written.
- What is told in per cent of the year before: a change below 1 per cent. That limit is our own convention.
- What has an interval in both years: a change within the uncertainty of the difference, which for two samples is the
  root of their squared margins.
- Where March and April moved against each other, as Easter moves them: a change that is too small, or the other way,
  with the two months at their mean.
"""

from math import hypot
from typing import Literal

from answers.answer import Answer, number_of
from answers.wording import decimals_of
from kpis.declare import Unit
from kpis.result import Result, Value

TOLD_IN_ITS_UNIT: frozenset[Unit] = frozenset({"fraction", "percentage_points", "index", "score", "months", "days",
                                               "professions", "score_10", "score_5", "points",
                                               "elasticity"})  # fmt: skip
_OF_ITSELF = 0.01
_OF_SHARES: dict[Unit, float] = {"fraction": 0.01, "percentage_points": 1.0}
# 8.5 less 8.4 is 0.0999… in binary fractions.
_JUST_REACHED = 1 - 1e-9


Why = Literal["a trifle", "within the uncertainty", "March and April apart"]


def why_not_judged(before: Result | None, now: Answer) -> Why | None:
    """Return why the figure moved by too little to be judged; None where it moved enough or has no numbers."""
    earlier, later = number_of(before), now.number
    if earlier is None or later is None:
        return None
    unit, change = now.passport.unit, later - earlier
    if _is_trifle(unit, before, now.result):
        return "a trifle"
    if now.spring_as_one and before == now.previous and not _also_as_one(unit, change, *now.spring_as_one):
        return "March and April apart"
    return "within the uncertainty" if abs(change) < _uncertainty(before, now.result) else None


def _is_trifle(unit: Unit, before: Result | None, now: Result | None) -> bool:
    earlier, later = number_of(before) or 0.0, number_of(now) or 0.0
    return abs(later - earlier) < smallest_change(unit, earlier) * _scale(unit, now, before) * _JUST_REACHED


def _also_as_one(unit: Unit, change: float, before: Result, now: Result) -> bool:
    """True where the figure also moved that way, and by enough, with March and April at their mean."""
    as_one = (number_of(now) or 0.0) - (number_of(before) or 0.0)
    return as_one * change > 0 and not _is_trifle(unit, before, now)


def smallest_change(unit: Unit, before: float) -> float:
    """Return the smallest change that is judged, in the unit itself; a share is a fraction."""
    step = _OF_SHARES.get(unit, 10.0 ** -decimals_of(unit))
    return step if unit in TOLD_IN_ITS_UNIT else max(step, _OF_ITSELF * abs(before))


def _scale(unit: Unit, *results: Result | None) -> float:
    """How long the scale of an index is; 1 for what is not normalised by it, or is 0 both times."""
    for result in results if unit == "index" else ():
        normalised = result.detail.get("normalised") if isinstance(result, Value) else None
        if isinstance(result, Value) and isinstance(normalised, float) and normalised:
            return result.number / normalised
    return 1.0


def _uncertainty(*results: Result | None) -> float:
    """The margin of the difference, 0 where either has no interval."""
    ends = [result.interval for result in results if isinstance(result, Value) and result.interval]
    return hypot(*((high - low) / 2 for low, high in ends)) if len(ends) == len(results) else 0.0
