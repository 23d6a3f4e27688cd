"""How strongly the year is concentrated: Gini, variation and Theil over the twelve months."""

import math
from collections.abc import Sequence

import numpy as np
from scipy import stats

from kpis.declare import kpi
from kpis.known import season_year
from kpis.result import Result, Undefined, Value


def gini(values: Sequence[float]) -> float:
    """Raw Gini of values that are not negative and not all 0; its largest value is (n - 1) / n."""
    n = len(values)
    ranks = np.arange(1, n + 1)
    return max(0.0, float(2 * np.sum(ranks * np.sort(values)) / (n * np.sum(values)) - (n + 1) / n))


def normalised_gini(values: Sequence[float]) -> float:
    """Gini stretched to 0..1, so that everything in one place gives 1; needs at least two values."""
    return gini(values) * len(values) / (len(values) - 1)


@kpi(
    id="gini_season_norm",
    number=25,
    theme="season",
    name="Seasonal concentration (Gini, normalised)",
    unit="index",
    direction="lower",
    tier="headline",
    question="How strongly are our visits gathered in a few months?",
    reading="0 is the same number of visits in every month, 1 is all visits in one month. Read it together with "
    "whether the season became flatter by gain or by loss.",
    minimum_data="12 known months of one year",
    source="LUN27, FM30, RICO31, DT32, TMIS44",
    cases=(
        "season.base",
        "season.closed_winter",
        "season.flat",
        "season.single_month",
        "season.missing_month",
        "season.all_zero",
        "season.wrong_zero_fill",
        "season.per_day",
    ),
)
def gini_season_norm(visits_by_month: Sequence[float | None]) -> Result:
    """Normalised Gini of the twelve months of one year: 0 is flat, 1 is everything in one month.

    G = 2·Σ i·x(i) / (n·Σ x) - (n + 1) / n with the months sorted from low to high, and G* = G·n / (n - 1) with n = 12.
    A closed month is a true zero and stays in. A blank month makes the figure undefined: reading a blank November as 0
    moves the worked example from 0.519 to 0.556.
    Without the normalisation the highest possible value is 0.917. The figure does not see the order of the months, and
    it also falls when the summer collapses. No common threshold exists.
    """
    months = season_year(visits_by_month)
    if isinstance(months, Undefined):
        return months
    return Value(normalised_gini(months), n=len(months), detail={"gini": gini(months)})


@kpi(
    id="cv_season",
    number=30,
    theme="season",
    name="Coefficient of seasonal variation",
    unit="index",
    direction="lower",
    tier="supporting",
    question="How much do the months vary around their average?",
    reading="0 means that all months are alike, 3.32 that everything happens in one month.",
    minimum_data="12 known months of one year",
    source="RICO31",
    cases=("season.base",),
)
def cv_season(visits_by_month: Sequence[float | None]) -> Result:
    """Standard deviation of the twelve months over their mean, from 0 to √11; beside it divided by √11.

    The standard deviation is that of the population (divided by n): the twelve months are the whole year and not a
    sample. Dividing by n - 1 would give 4.4 per cent more.
    """
    months = season_year(visits_by_month)
    if isinstance(months, Undefined):
        return months
    variation = float(stats.variation(months))
    return Value(variation, n=len(months), detail={"normalised": variation / math.sqrt(len(months) - 1)})


@kpi(
    id="theil_season",
    number=31,
    theme="season",
    name="Theil index",
    unit="index",
    direction="lower",
    tier="supporting",
    question="How far is the year from an even spread?",
    reading="0 is an even year, 2.48 is everything in one month. It weighs the large months more than the Gini does.",
    minimum_data="12 known months of one year",
    source="FM30",
    cases=("season.base",),
)
def theil_season(visits_by_month: Sequence[float | None]) -> Result:
    """Theil's T of the twelve months: the mean of (x/μ)·ln(x/μ) with 0·ln 0 = 0, from 0 to ln 12.

    Beside it stands the value divided by ln 12, from 0 to 1. The logarithm is natural. The index can be split by
    group without a remainder.
    """
    months = season_year(visits_by_month)
    if isinstance(months, Undefined):
        return months
    highest = math.log(len(months))
    theil = max(0.0, highest - float(stats.entropy(months)))
    return Value(theil, n=len(months), detail={"normalised": theil / highest})
