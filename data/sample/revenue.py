"""The income and the costs of the invented actors, by month and stream, in DKK without VAT."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from data.sample.chance import wobble
from data.sample.levels import years_passed
from data.sample.region import Region, RevenuePattern, declared
from data.sample.visits import visits_in

SPREAD = 0.03
WITHOUT_VISITS = ("grant_public", "grant_private", "membership", "cost")


def revenue_rows(region: Region, months: list[pd.Period]) -> Iterator[dict[str, Any]]:
    """Yield each actor's income and costs; a stream earned by visits has its row, 0, in a closed month too."""
    economy = declared("economy")
    for pattern in region.revenue.values():
        for month in pattern.actor.active(months):
            key = {"actor_id": pattern.actor.id, "period": str(month)}
            prices = (1 + economy["price_growth"]) ** years_passed(region, month.year)
            visits = visits_in(region, region.visits[pattern.actor.id], month)
            shop = (1 + pattern.shop_yearly) ** years_passed(region, month.year)
            for row in _earned(economy["profile"][pattern.profile], pattern.actor.id, month, visits):
                amount = row["amount_dkk"] * prices * (shop if row["stream"] == "shop" else 1)
                yield {**key, **row, "amount_dkk": round(amount * 4) / 4}
            for stream, amount in _received(economy["received"], pattern, month).items():
                yield {**key, "stream": stream, "amount_dkk": round(amount * prices, -2)}


def _earned(profile: Mapping[str, Any], actor: str, month: pd.Period, visits: int) -> Iterator[dict[str, Any]]:
    for stream, per_visit in profile["per_visit"].items():
        row = {"stream": stream, "amount_dkk": visits * per_visit * wobble(actor, month, stream, spread=SPREAD)}
        if stream in profile["buyers"]:
            buyers = visits * profile["buyers"][stream] * wobble(actor, month, stream, "buyers", spread=SPREAD)
            row["transactions"] = round(buyers)
        yield row


def _received(
    received: Mapping[str, Mapping[str, float]], pattern: RevenuePattern, month: pd.Period
) -> dict[str, float]:
    amounts = {name: getattr(pattern, name) * received[name].get(str(month.month), 0) for name in WITHOUT_VISITS}
    return {name: amount for name, amount in amounts.items() if amount}
