"""What the invented actors sell together and alone: products, seats and events."""

import math
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pandas as pd

from data.sample.chance import wobble
from data.sample.months import complete_years
from data.sample.region import Region, declared
from data.sample.revenue import revenue_rows
from data.sample.visits import visits_in
from warehouse.schema import listed

SPREAD = 0.04

Rows = Iterator[dict[str, Any]]
Earned = Mapping[tuple[str, str, int], float]


def products_rows(region: Region, months: list[pd.Period]) -> Rows:
    """Yield each product's complete years since its first."""
    earned = _earned_by_stream(region, months)
    for product in declared("sales")["product"]:
        for year in complete_years(months):
            if year >= product["first_year"]:
                yield _product(product, year, earned)


def _earned_by_stream(region: Region, months: list[pd.Period]) -> Earned:
    sums: dict[tuple[str, str, int], float] = {}
    for row in revenue_rows(region, months):
        key = (row["actor_id"], row["stream"], int(row["period"][:4]))
        sums[key] = sums.get(key, 0.0) + row["amount_dkk"]
    return sums


def _product(product: dict[str, Any], year: int, earned: Earned) -> dict[str, Any]:
    live_from, tag = product.get("live_from"), product.get("tag")
    row = {
        "product_id": product["id"],
        "period": str(year),
        "name": product["name"],
        "actor_id": product["actor"],
        "partners": listed(product["partners"]) if "partners" in product else None,
        "status": product.get("status", "live"),
        "live_from": live_from and live_from.isoformat(),
        "mission_tag": tag,
        "tag_owner": "museumsleder" if tag else None,
        "tag_reason": product.get("reason"),
        "tagged_on": f"{year}-01-15" if tag else None,
        "identity_text": product.get("identity"),
    }
    if "revenue" in product:
        level = product["revenue"] * (1 + product["yearly"]) ** (year - product["first_year"])
        row["revenue_dkk"] = round(level * wobble(product["id"], year, spread=SPREAD), -2)
    if "stream" in product:
        row["revenue_dkk"] = round(earned[product["actor"], product["stream"], year] * product["part"], -2)
    return row


def offers_rows(region: Region, months: list[pd.Period]) -> Rows:
    """Yield the seats of those who sell tours, month by month; a month without tours has none on sale."""
    for offer in declared("sales")["offer"]:
        pattern = region.visits[offer["actor"]]
        for month in pattern.actor.active(months):
            sold = visits_in(region, pattern, month)
            asked = round(sold * offer["asked"] * wobble(offer["actor"], month, "asked", spread=SPREAD))
            yield {
                "actor_id": offer["actor"],
                "period": str(month),
                "product_id": "all",
                "offered": math.ceil(
                    sold / min(1.0, offer["fill"] * wobble(offer["actor"], month, "fill", spread=SPREAD))
                ),
                "sold": sold,
                "cancelled": round(sold * offer["cancelled"]),
                "enquiries": asked,
                "bookings": round(asked * 0.14),
            }


def events_rows(months: list[pd.Period]) -> Rows:
    """Yield every event held by the last of the months."""
    told = declared("sales")["event"]
    for month in months:
        for event in told["item"]:
            if event["month"] == month.month and month.year >= event.get("first_year", 0):
                attendance = event["attendance"] * wobble(event["id"], month.year, "attendance", spread=SPREAD)
                yield {
                    "event_id": f"{event['id']}-{month.year}",
                    "name": event["name"],
                    "actor_id": event["actor"],
                    "date": date(month.year, month.month, event["day"]).isoformat(),
                    "attendance": round(attendance),
                    "local_heritage": event["heritage"],
                    "rule_note": told["rule"],
                }
