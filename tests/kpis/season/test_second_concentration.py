"""PySAL's `inequality` is a second implementation of Gini and Theil; ours agrees with it."""

import math

import numpy as np
import pytest
from inequality.gini import Gini  # type: ignore[import-untyped]
from inequality.theil import Theil  # type: ignore[import-untyped]

from kpis.season.concentration import gini_season_norm, theil_season
from tests.kpis.tables import value

MONTHS = 12


def _random_years() -> list[np.ndarray]:
    """300 years from even to steep, two thirds of them with closed months."""
    random = np.random.default_rng(300)
    years = []
    for year in range(300):
        visits = np.round(random.lognormal(6, random.uniform(0.05, 2), MONTHS)) + 1
        closed = random.choice(MONTHS, size=(year % 3) * int(random.integers(0, 6)), replace=False)
        visits[closed] = 0
        years.append(visits)
    return years


def test_300_random_years_have_the_gini_of_pysal() -> None:
    for year in _random_years():
        ours = value(gini_season_norm(year.tolist()))
        assert ours.detail["gini"] == pytest.approx(Gini(year).g)
        assert ours.number == pytest.approx(Gini(year).g * MONTHS / (MONTHS - 1))


def test_300_random_years_have_the_theil_of_pysal() -> None:
    for year in _random_years():
        ours = value(theil_season(year.tolist()))
        assert ours.number == pytest.approx(Theil(year).T)
        assert ours.detail["normalised"] == pytest.approx(Theil(year).T / math.log(MONTHS))
