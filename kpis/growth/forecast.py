"""How good a forecast is, measured against simply repeating last year."""

from collections.abc import Sequence

import numpy as np

from kpis.declare import kpi
from kpis.known import MONTHS_OF_A_YEAR, known_series
from kpis.result import Result, Undefined, Value

TRAINING_MONTHS = 24
TEST_MONTHS = 6
# Until another process has computed the forecast.
BEING_COMPUTED = Undefined("being_computed")


def seasonal_naive(training: Sequence[float], horizon: int) -> list[float]:
    """The forecast that repeats the last 12 months; at least 12 months of training are needed."""
    return [training[-MONTHS_OF_A_YEAR + step % MONTHS_OF_A_YEAR] for step in range(horizon)]


def mean_absolute_error(actual: Sequence[float], forecast: Sequence[float]) -> float:
    """The mean size of the misses; both must have the same length."""
    return float(np.mean(np.abs(np.subtract(actual, forecast))))


@kpi(
    id="forecast_mase",
    number=22,
    theme="growth",
    name="Forecast skill (MASE)",
    unit="ratio",
    direction="lower",
    tier="core",
    question="Can we trust the forecast?",
    reading="Below 1 the forecast misses by less than repeating last year did in the past. Above 1 it is better to "
    "repeat last year.",
    minimum_data="24 months to learn from and 6 months to test on",
    source="HK34, TFC34",
    cases=("growth.mase", "growth.mase_undefined"),
)
def forecast_mase(
    training: Sequence[float | None], test: Sequence[float | None], forecast: Sequence[float | None]
) -> Result:
    """Mean absolute scaled error: the mean miss in the test months over the mean |y(t) - y(t-12)| in training.

    The skill beside it is 1 - (mean miss / mean miss of repeating last year) in the same test months.
    Repeating last year is the floor that every forecast must beat, and for yearly figures it is hard to beat.
    When each training month repeats the year before exactly, the denominator is 0 and there is no figure.
    """
    past = known_series(training, TRAINING_MONTHS)
    actual = known_series(test, TEST_MONTHS)
    expected = known_series(forecast, len(test))
    if isinstance(past, Undefined):
        return past
    if isinstance(actual, Undefined):
        return actual
    if isinstance(expected, Undefined):
        return expected
    scale = mean_absolute_error(past[MONTHS_OF_A_YEAR:], past[:-MONTHS_OF_A_YEAR])
    if scale == 0:
        return Undefined("denominator_zero")
    miss = mean_absolute_error(actual, expected)
    naive_miss = mean_absolute_error(actual, seasonal_naive(past, len(actual)))
    detail = {"denominator": scale, "skill": 1 - miss / naive_miss if naive_miss else None}
    return Value(miss / scale, n=len(actual), detail=detail)
