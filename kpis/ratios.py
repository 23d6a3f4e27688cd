"""One figure over another: ratios, shares and the interval of a share. An undefined part makes the whole undefined."""

from scipy import stats

from kpis.result import Result, Undefined, Value

CONFIDENCE = 0.95


def percent(fraction: float) -> float:
    """A fraction in per cent, a difference of fractions in percentage points."""
    return 100 * fraction


def ratio(top: float | Undefined, bottom: float | Undefined, *, per: float = 1) -> Result:
    """`per` times top over bottom; bottom must not be 0, which `known.positive` sees to."""
    if isinstance(top, Undefined):
        return top
    if isinstance(bottom, Undefined):
        return bottom
    return Value(per * top / bottom)


def share(part: float | Undefined, whole: float | Undefined) -> Result:
    """Part over whole as a fraction; a part larger than its whole is undefined, because one of the two is wrong."""
    if isinstance(part, float) and isinstance(whole, float) and part > whole:
        return Undefined("part_exceeds_whole", {"part": part, "whole": whole})
    return ratio(part, whole)


def number_or_none(result: Result) -> float | None:
    """The number of a companion figure, None where it is undefined."""
    return result.number if isinstance(result, Value) else None


def wilson_interval(part: int, whole: int) -> tuple[float, float]:
    """The 95 % Wilson interval of a share counted in answers."""
    interval = stats.binomtest(part, whole).proportion_ci(CONFIDENCE, method="wilson")
    return float(interval.low), float(interval.high)
