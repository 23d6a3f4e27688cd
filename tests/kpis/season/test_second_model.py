"""A second implementation of the decompositions, in plain matrices, agrees with ours, which statsmodels computes."""

import numpy as np
import pytest

from kpis.season.model import STL_INNER_ITERATIONS, STL_WINDOWS, seasonal_factors, stl_seasonal_strength
from tests.kpis.season.second_stl import PERIOD, stl
from tests.kpis.tables import value


def _random_series(random: np.random.Generator) -> list[float]:
    """Two to six years, some ending in mid-year, with a pattern, a drift and noise of random size."""
    n = int(random.integers(24, 73))
    pattern = random.uniform(0.2, 3, PERIOD)[np.arange(n) % PERIOD]
    drift = 1 + random.uniform(-0.3, 0.5) * np.arange(n) / n
    noise = random.lognormal(0, random.uniform(0.01, 0.5), n)
    visits = np.round(random.integers(50, 5000) * pattern * drift * noise) + 1
    return [float(count) for count in visits]


def _explained(part: np.ndarray, rest: np.ndarray) -> float:
    return float(np.clip(1 - np.var(rest) / np.var(part + rest), 0, 1))


def _factors(series: list[float]) -> np.ndarray:
    around = np.array([0.5, *[1.0] * 11, 0.5]) / PERIOD
    level = np.convolve(series, around, mode="valid")
    months = np.arange(6, len(series) - 6) % PERIOD
    against = np.array(series[6:-6]) / level
    factors = np.array([against[months == month].mean() for month in range(PERIOD)])
    return np.asarray(factors / factors.mean())


def test_300_random_series_have_the_same_stl_and_the_same_strengths() -> None:
    random = np.random.default_rng(300)
    for _ in range(300):
        series = _random_series(random)
        season, trend = stl(np.array(series), **STL_WINDOWS, rounds=STL_INNER_ITERATIONS)
        rest = np.array(series) - season - trend
        ours = value(stl_seasonal_strength(series))
        assert ours.number == pytest.approx(_explained(season, rest), abs=1e-9)
        assert ours.detail["trend_strength"] == pytest.approx(_explained(trend, rest), abs=1e-9)
        assert ours.detail["seasonal"] == pytest.approx(season, rel=1e-9, abs=1e-6)
        assert ours.detail["trend"] == pytest.approx(trend, rel=1e-9, abs=1e-6)


def test_300_random_series_have_the_same_factors() -> None:
    random = np.random.default_rng(301)
    for _ in range(300):
        series = _random_series(random)
        assert value(seasonal_factors(series)).detail["factors"] == pytest.approx(_factors(series))
