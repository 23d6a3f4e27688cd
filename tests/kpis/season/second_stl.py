"""A second STL of monthly series, after Cleveland et al. (1990): loess as matrices, nothing from statsmodels.

Without robustness weights every smoother is linear, so each is one matrix that depends on the length alone.
"""

from functools import cache

import numpy as np

PERIOD = 12


def _loess_row(position: int, n: int, window: int, left: int, right: int) -> np.ndarray:
    """The weights of a straight line fitted around `position` over the points left to right, counted from 1."""
    points = np.arange(1, n + 1)
    reach = max(position - left, right - position) + (max(0, window - n) // 2)
    apart = np.abs(points - position)
    weights = np.where(apart <= 0.999 * reach, (1 - (apart / reach) ** 3) ** 3, 0.0)
    weights[apart <= 0.001 * reach] = 1.0
    weights[(points < left) | (points > right)] = 0.0
    weights /= weights.sum()
    centre = weights @ points
    spread = weights @ (points - centre) ** 2
    if np.sqrt(spread) > 0.001 * (n - 1):
        weights *= 1 + (position - centre) * (points - centre) / spread
    return weights


def _neighbours(position: int, n: int, window: int) -> tuple[int, int]:
    left = min(max(1, position - (window - 1) // 2), max(1, n - window + 1))
    return left, min(n, left + window - 1)


@cache
def _loess(n: int, window: int) -> np.ndarray:
    """Smooth n points, each by its `window` nearest ones."""
    return np.array([_loess_row(at, n, window, *_neighbours(at, n, window)) for at in range(1, n + 1)])


@cache
def _season_smoother(n: int, window: int) -> np.ndarray:
    """Smooth the values of one month over the years, and carry them on by one year at either end."""
    before = _loess_row(0, n, window, 1, min(window, n))
    after = _loess_row(n + 1, n, window, max(1, n - window + 1), n)
    return np.vstack([before, _loess(n, window), after])


def _mean_of(values: np.ndarray, length: int) -> np.ndarray:
    return np.convolve(values, np.ones(length) / length, mode="valid")


def stl(series: np.ndarray, *, seasonal: int, trend: int, low_pass: int, rounds: int) -> tuple[np.ndarray, np.ndarray]:
    """The seasonal part and the trend of a monthly series of at least two years."""
    n = len(series)
    season, level = np.zeros(n), np.zeros(n)
    for _ in range(rounds):
        detrended = series - level
        cycle = np.empty(n + 2 * PERIOD)
        for month in range(PERIOD):
            years = detrended[month::PERIOD]
            cycle[month::PERIOD] = _season_smoother(len(years), seasonal) @ years
        low = _loess(n, low_pass) @ _mean_of(_mean_of(_mean_of(cycle, PERIOD), PERIOD), 3)
        season = cycle[PERIOD:-PERIOD] - low
        level = _loess(n, trend) @ (series - season)
    return season, level
