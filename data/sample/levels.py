"""The level of an invented month before chance and events: season, Easter, growth and where guests come from."""

from collections.abc import Mapping

import pandas as pd

from data.sample.chance import wobble
from data.sample.months import easter_part, is_high, month_of
from data.sample.region import Growth, MarketShare, Region

MARKET_SPREAD = 0.035


def years_passed(region: Region, year: int) -> int:
    """Return the years since the first year of the region's figures."""
    return year - month_of(region.first_month).year


def expected(region: Region, yearly: float, season: str, growth: Growth, month: pd.Period, easter: float) -> float:
    """Return the level of a month of which a first year holds `yearly`, `easter` of it around Easter Sunday."""
    weights = region.season[season]
    share = weights[month.month - 1] / sum(weights) * (1 - easter) + easter * easter_part(month)
    a_year = growth.peak if is_high(month) else growth.offpeak
    return float(yearly * share * (1 + a_year) ** years_passed(region, month.year))


def market_weights(region: Region, markets: str, month: pd.Period, name: str) -> dict[str, float]:
    """Return how the markets divide the month of whoever is named, as weights."""
    years = years_passed(region, month.year)
    return {
        market: _weight(share, month, years) * wobble(name, month, market, spread=MARKET_SPREAD)
        for market, share in region.markets[markets].items()
    }


def covid_factor(region: Region, month: pd.Period) -> float:
    """Return what covid left of the month's guests, 1 after 2021."""
    factors: Mapping[str, float] = region.covid["factor"]
    return factors.get(str(month), 1.0)


def _weight(share: MarketShare, month: pd.Period, years: int) -> float:
    return float(share.share * (share.summer if is_high(month) else 1.0) * (1 + share.yearly) ** years)
