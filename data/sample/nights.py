"""The nights spent in the invented places, and the figures of the whole coast to compare with."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from data.sample.chance import divided, wobble
from data.sample.levels import covid_factor, expected, market_weights
from data.sample.months import is_high
from data.sample.region import Growth, NightsPattern, Region

SPREAD = 0.025
STAY_SPREAD = 0.02
EASTER = 0.02
# Below this many nights in a month the official figures name no markets, only the total.
MARKETS_SHOWN_FROM = 250


def nights_rows(region: Region, months: list[pd.Period]) -> Iterator[dict[str, Any]]:
    """Yield nights and arrivals by area and month, in all and for Danes and foreigners where there are enough."""
    for place in region.places:
        for month in months:
            nights = _nights(region, place.area_code, place.nights, place.growth, month)
            arrivals = _arrivals(place.area_code, place.nights, month, nights)
            hidden = 0 < nights["all"] < MARKETS_SHOWN_FROM
            for market in ["all"] if hidden else nights:
                key = {"area_code": place.area_code, "period": str(month), "market": market, "accommodation": "all"}
                yield {**key, "nights": nights[market], "arrivals": arrivals[market]}


def reference_rows(region: Region, months: list[pd.Period]) -> Iterator[dict[str, Any]]:
    """Yield the nights and museum visits of the whole coast by month and market."""
    for month in months:
        key = {
            "area_code": region.area_code,
            "period": str(month),
            "source_table": region.reference["source_table"],
            "extracted_on": (month + 1).start_time.date().isoformat(),
        }
        for indicator, figures in (("nights", _coast_nights(region, month)), ("visits", _coast_visits(region, month))):
            for market, value in figures.items():
                yield {**key, "indicator": indicator, "market": market, "value": value}


def _nights(region: Region, area: str, pattern: NightsPattern, growth: Growth, month: pd.Period) -> dict[str, int]:
    level = expected(region, pattern.yearly, pattern.season, growth, month, EASTER) * covid_factor(region, month)
    total = round(level * wobble(area, month, "nights", spread=SPREAD))
    danish = pattern.danish_summer if is_high(month) else pattern.danish
    danish = min(0.98, danish * wobble(area, month, "danish", spread=STAY_SPREAD))
    return {"all": total, **divided(total, {"DK": danish, "foreign": 1 - danish})}


def _arrivals(area: str, pattern: NightsPattern, month: pd.Period, nights: dict[str, int]) -> dict[str, int]:
    stay = pattern.stay * wobble(area, month, "stay", spread=STAY_SPREAD)
    parts = {"DK": round(nights["DK"] / (stay * 0.9)), "foreign": round(nights["foreign"] / (stay * 1.15))}
    return {"all": sum(parts.values()), **parts}


def _coast_nights(region: Region, month: pd.Period) -> dict[str, int]:
    rest = NightsPattern(**region.reference["rest_nights"])
    found = [_nights(region, region.area_code, rest, Growth(**region.reference["growth"]), month)]
    found += [_nights(region, place.area_code, place.nights, place.growth, month) for place in region.places]
    return {market: sum(nights[market] for nights in found) for market in found[0]}


def _coast_visits(region: Region, month: pd.Period) -> dict[str, int]:
    pattern = region.reference["visits"]
    growth = Growth(**region.reference["growth"])
    level = expected(region, pattern["yearly"], pattern["season"], growth, month, EASTER)
    total = round(level * covid_factor(region, month) * wobble(region.area_code, month, "visits", spread=SPREAD))
    return {"all": total, **divided(total, market_weights(region, pattern["markets"], month, region.area_code))}
