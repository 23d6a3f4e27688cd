"""Which market makes the season steeper, and which makes it flatter."""

from collections.abc import Mapping, Sequence

import numpy as np
from scipy import stats

from kpis.declare import kpi
from kpis.known import season_year
from kpis.result import Result, Undefined, Value
from kpis.season.concentration import gini

MARKETS_NEEDED = 2


def _gini_covariance(values: np.ndarray, order: np.ndarray) -> float:
    """2·cov(values, ranks of order) / n: with its own order a series gives its Gini times its mean."""
    return float(2 * np.cov(values, stats.rankdata(order), ddof=0)[0, 1] / len(values))


@kpi(
    id="season_market_rme",
    number=44,
    theme="season",
    name="Which market flattens the season",
    unit="elasticity",
    direction="context",
    tier="headline",
    question="Which market should grow if the season is to be flatter?",
    reading="The effect of the market that flattens most. Minus 0.15 means: 1 per cent more visits from it lowers the "
    "concentration by 0.15 per cent. A market above 0 makes the season steeper when it grows.",
    minimum_data="12 known months for at least 2 markets",
    source="FM30, LY30",
    cases=("season.rme",),
)
def season_market_rme(visits_by_market: Mapping[str, Sequence[float | None]]) -> Result:
    """Relative marginal effect of each market on the Gini of the year: S·G·R / G(total) - S; they add up to 0.

    S is the share of the market, G its own Gini and R = cov(x, F(total)) / cov(x, F(x)) its Gini correlation with the
    total, F being ranks with ties at their mean. The products S·G·R add up to the Gini of the year.
    It holds for small changes (1 per cent) only. A market without visits is left out and listed. A blank month in any
    market makes the figure undefined, and so does a perfectly even year.
    """
    markets: dict[str, np.ndarray] = {}
    without_visits = []
    for market, visits in visits_by_market.items():
        months = season_year(visits)
        if isinstance(months, list):
            markets[market] = np.asarray(months)
        elif months.reason == "total_zero":
            without_visits.append(market)
        else:
            return Undefined(months.reason, {**months.detail, "market": market})
    if len(markets) < MARKETS_NEEDED:
        return Undefined("too_few_markets", {"known": len(markets), "minimum": MARKETS_NEEDED})
    total = np.sum(list(markets.values()), axis=0)
    concentration = gini(total)
    if concentration <= np.finfo(float).eps:
        return Undefined("even_year")
    effects = {market: _effect(months, total, concentration) for market, months in markets.items()}
    flattest = min(effects, key=lambda market: float(effects[market]["rme"] or 0))
    detail = {"gini": concentration, "markets": effects, "market": flattest, "left_out": without_visits}
    return Value(float(effects[flattest]["rme"] or 0), n=len(effects), detail=detail)


def _effect(months: np.ndarray, total: np.ndarray, concentration: float) -> dict[str, float | None]:
    """One market's share, Gini, Gini correlation, contribution and relative marginal effect."""
    share = float(np.sum(months) / np.sum(total))
    contribution = _gini_covariance(months, total) / float(np.mean(total))
    own = _gini_covariance(months, months)
    return {
        "share": share,
        "gini": gini(months.tolist()),
        "correlation": _gini_covariance(months, total) / own if own else None,
        "contribution": contribution,
        "relative_contribution": contribution / concentration,
        "rme": contribution / concentration - share,
    }
