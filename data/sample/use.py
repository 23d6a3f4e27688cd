"""What the invented actors use, buy and employ, year by year."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from data.sample.chance import wobble
from data.sample.levels import years_passed
from data.sample.months import complete_years, year_of_months
from data.sample.region import Region, UsePattern, declared
from data.sample.visits import visits_in

SPREAD = 0.02
ONE_DECIMAL = frozenset({"jobs", "seasonal_jobs"})


def sustainability_rows(region: Region, months: list[pd.Period]) -> Iterator[dict[str, Any]]:
    """Yield each complete year's metrics of the actors that report them, with those that are estimates marked."""
    care = declared("care")
    for pattern in region.sustainability.values():
        for year in complete_years(months):
            for metric, value in _metrics(region, pattern, year, care["metrics"]).items():
                yield {
                    "actor_id": pattern.actor.id,
                    "period": str(year),
                    "metric": metric,
                    "value": round(value, 1 if metric in ONE_DECIMAL else 0),
                    "unit": care["units"][metric],
                    "estimated": int(metric in pattern.estimates),
                }


def _metrics(region: Region, pattern: UsePattern, year: int, declared_metrics: Mapping[str, Any]) -> dict[str, float]:
    visits = _visits_in_year(region, pattern.actor.id, year)
    values: dict[str, float] = {}
    for profile in pattern.profiles:
        for metric, rule in declared_metrics[profile].items():
            level = (
                values[rule["share_of"]] * rule["share"]
                if "share_of" in rule
                else rule["base"] * pattern.scale + rule.get("per_visit", 0) * visits
            )
            trend = (1 + rule["yearly"]) ** years_passed(region, year)
            values[metric] = level * trend * wobble(pattern.actor.id, year, metric, spread=SPREAD)
    return values


def _visits_in_year(region: Region, actor: str, year: int) -> int:
    if actor not in region.visits:
        return 0
    return sum(visits_in(region, region.visits[actor], month) for month in year_of_months(year))
