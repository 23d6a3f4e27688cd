"""How far the visits are from an even year: effective months, and months to move."""

import math
from collections.abc import Sequence

import numpy as np
from scipy import stats

from kpis.declare import kpi
from kpis.known import season_year
from kpis.result import Result, Undefined, Value

FARTHEST = 3.0


def evenness_of(months: Sequence[float]) -> float:
    """Entropy of the shares over its maximum, from 0 to 1; needs at least two months and a guest in one of them."""
    return float(stats.entropy(months)) / math.log(len(months))


@kpi(
    id="months_to_move",
    number=27,
    theme="season",
    name="Months each visit would have to move",
    unit="months",
    direction="lower",
    tier="headline",
    question="How far would each visit have to move for an even year?",
    reading="0 is an even year, 3 is all visits in one month. 1.5 means that an average visit would have to move a "
    "month and a half.",
    minimum_data="12 known months of one year",
    source="FLD29",
    cases=("season.base", "season.bimodal_unimodal_A", "season.bimodal_unimodal_B"),
)
def months_to_move(visits_by_month: Sequence[float | None]) -> Result:
    """The least average number of months that a visit must move, round the calendar, to make the year even.

    It is the circular transport distance between the monthly shares p and 1/12: Σ |D(j) - median D| with
    D(j) = Σ (p(i) - 1/12) for i up to j. Beside it stands the value divided by its maximum 3.
    It sees what the Gini does not: three months in a row and three months apart have the same Gini of 0.818, but need
    2.33 months and 1.00 month. The idea is published; this scaling is our own.
    """
    months = season_year(visits_by_month)
    if isinstance(months, Undefined):
        return months
    surplus = np.cumsum(np.divide(months, sum(months)) - 1 / len(months))
    distance = float(np.sum(np.abs(surplus - np.median(surplus))))
    return Value(distance, n=len(months), detail={"normalised": distance / FARTHEST})


@kpi(
    id="season_evenness",
    number=32,
    theme="season",
    name="Season spread (evenness)",
    unit="index",
    direction="higher",
    tier="headline",
    question="How many months really carry our year?",
    reading="1 is a perfectly even year. The effective months say the same in months: 8.2 means that the year is as "
    "spread as 8.2 equally large months.",
    minimum_data="12 known months of one year",
    source="RS28",
    cases=("season.base", "season.closed_winter"),
)
def season_evenness(visits_by_month: Sequence[float | None]) -> Result:
    """Entropy of the monthly shares over its maximum: H / ln 12 with H = -Σ p·ln p.

    Effective months are e^H, or 1 / Σ p² when large months shall weigh more (Simpson). The relative redundancy is
    1 - evenness.
    It is less sensitive than the Gini to the small months.
    """
    months = season_year(visits_by_month)
    if isinstance(months, Undefined):
        return months
    entropy = float(stats.entropy(months))
    evenness = evenness_of(months)
    shares = np.divide(months, sum(months))
    detail = {
        "entropy": entropy,
        "redundancy": 1 - evenness,
        "effective_months": math.exp(entropy),
        "effective_months_simpson": 1 / float(np.sum(shares**2)),
    }
    return Value(evenness, n=len(months), detail=detail)
