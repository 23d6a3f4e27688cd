"""The season as a model of several years: factors by month, and how regular the pattern is."""

from collections.abc import Sequence

import numpy as np
from statsmodels.tsa.seasonal import STL, seasonal_decompose

from kpis.declare import kpi
from kpis.known import MONTHS_OF_A_YEAR, known_series
from kpis.result import Result, Undefined, Value

TWO_YEARS = 24
THREE_YEARS = 36
STL_WINDOWS = {"seasonal": 11, "trend": 21, "low_pass": 13}
STL_INNER_ITERATIONS = 5
NOISE = 1e-18


@kpi(
    id="seasonal_factors",
    number=42,
    theme="season",
    name="Seasonal factors",
    unit="ratio",
    direction="context",
    tier="core",
    question="How large is each month compared with an average month?",
    reading="The factor of the largest month; each month has its own. 2 means twice an average month, 0.5 half of it.",
    minimum_data="24 months in a row, 36 or more recommended",
    source="PL35",
    cases=("season.factors",),
)
def seasonal_factors(visits: Sequence[float | None], *, first_month: int = 1) -> Result:
    """Factors by month with mean 1: visits over their 2×12 centred moving average, averaged by month.

    The series runs without gaps from the given month. With a month of 0, as in a closed winter, the multiplicative
    model does not hold and there is no figure.
    """
    series = known_series(visits, TWO_YEARS)
    if isinstance(series, Undefined):
        return series
    if min(series) == 0:
        return Undefined("zero_in_series")
    pattern = seasonal_decompose(series, model="multiplicative", period=MONTHS_OF_A_YEAR).seasonal
    factors = [float(factor) for factor in np.roll(pattern[:MONTHS_OF_A_YEAR], first_month - 1)]
    highest = max(factors)
    return Value(highest, n=len(series), detail={"factors": factors, "peak_month": factors.index(highest) + 1})


def _strength(part: np.ndarray, remainder: np.ndarray, level: float) -> float | None:
    """The share of the variance that the part explains, 0..1; None where nothing varies beyond rounding."""
    whole = float(np.var(part + remainder))
    if whole <= NOISE * level**2:
        return None
    return max(0.0, min(1.0, 1 - float(np.var(remainder)) / whole))


@kpi(
    id="stl_seasonal_strength",
    number=43,
    theme="season",
    name="Seasonal strength",
    unit="index",
    direction="context",
    tier="supporting",
    question="How regular is our season from year to year?",
    reading="Near 1 the same pattern returns every year; near 0 there is no pattern. It does not say how "
    "concentrated the season is.",
    minimum_data="36 months in a row; from 24 months it is marked as uncertain",
    source="TSF33",
    cases=("season.stl_strength",),
)
def stl_seasonal_strength(visits: Sequence[float | None]) -> Result:
    """Strength of the season in an STL decomposition: 1 - Var(R) / Var(S + R), kept within 0 and 1.

    STL with period 12, windows 11 (season), 21 (trend) and 13 (low pass), degree 1, not robust. Other windows give
    other figures. The strength of the trend is computed in the same way.
    Strength is regularity, not concentration: a short summer that returns exactly gives a value close to 1.
    """
    series = known_series(visits, TWO_YEARS)
    if isinstance(series, Undefined):
        return series
    fit = STL(np.asarray(series), period=MONTHS_OF_A_YEAR, **STL_WINDOWS).fit(inner_iter=STL_INNER_ITERATIONS)
    level = max(series)
    strength = _strength(fit.seasonal, fit.resid, level)
    if strength is None:
        return Undefined("no_variation")
    detail = {
        "trend_strength": _strength(fit.trend, fit.resid, level),
        "seasonal": [float(value) for value in fit.seasonal],
        "trend": [float(value) for value in fit.trend],
        "uncertain": len(series) < THREE_YEARS,
    }
    return Value(strength, n=len(series), detail=detail)
