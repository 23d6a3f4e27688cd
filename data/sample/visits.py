"""The visits of the invented actors, month by month."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from data.sample.chance import divided, wobble
from data.sample.levels import covid_factor, expected, market_weights
from data.sample.months import is_high
from data.sample.opening import open_days
from data.sample.region import EVERY_PLACE, Actor, Region, VisitPattern

SPREAD = 0.035
PAYING_SPREAD = 0.02


def visits_rows(region: Region, months: list[pd.Period]) -> Iterator[dict[str, Any]]:
    """Yield the visits reported by the end of the months: each total and, where guests are asked, parts by market."""
    for pattern in region.visits.values():
        reported = months[: max(0, len(months) - pattern.months_late)]
        for month in pattern.actor.active(reported):
            yield from _month_rows(region, pattern, month)


def whole_counts(visits: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of all visits of an actor in a month, without those of a part of them."""
    return visits[(visits[["visit_type", "market", "channel", "age_group"]] == "all").all(axis=1)]


def visits_in(region: Region, pattern: VisitPattern, month: pd.Period) -> int:
    """Return the visits of one actor in one month, 0 while closed; the same whatever other months are written."""
    if not open_days(region, pattern, month):
        return 0
    actor = pattern.actor
    level = expected(region, pattern.yearly, pattern.season, actor.place.growth, month, pattern.easter)
    level *= covid_factor(region, month) * _events_factor(region, actor, month)
    return round(level * wobble(actor.id, month, "visits", spread=SPREAD))


def _month_rows(region: Region, pattern: VisitPattern, month: pd.Period) -> Iterator[dict[str, Any]]:
    actor = pattern.actor.id
    key = {"actor_id": actor, "period": str(month), "visit_type": "all", "channel": "all", "age_group": "all"}
    visits = visits_in(region, pattern, month)
    yield {**key, "market": "all", "visits": visits, **_how_counted(pattern, month, visits)}
    if pattern.markets:
        parts = divided(visits, market_weights(region, pattern.markets, month, actor))
        yield from ({**key, "market": market, "visits": part} for market, part in parts.items())
        yield from ({**key, "market": "all", **part} for part in _parts(region, pattern, month, visits))


def _parts(region: Region, pattern: VisitPattern, month: pd.Period, visits: int) -> Iterator[dict[str, Any]]:
    """Yield the pupils, the ages and who sent the guests; each beside the total, none of them added to it."""
    asked = region.guests[str(pattern.markets)]
    taught = 0.0 if is_high(month) else asked.education * wobble(pattern.actor.id, month, "education", spread=SPREAD)
    yield {"visit_type": "education", "visits": round(visits * taught)}
    young = asked.under_18 * wobble(pattern.actor.id, month, "under_18", spread=SPREAD)
    for group, part in divided(visits, {"under_18": young, "adult": 1 - young}).items():
        yield {"age_group": group, "visits": part}
    yield from ({"channel": sender, "visits": round(visits * sent)} for sender, sent in asked.channels.items())


def _how_counted(pattern: VisitPattern, month: pd.Period, visits: int) -> dict[str, Any]:
    if pattern.workbook != "template":
        return {}
    if pattern.paying is None:
        return {"method": pattern.method}
    wobbling = wobble(pattern.actor.id, month, "paying", spread=PAYING_SPREAD) if pattern.paying < 1 else 1.0
    return {"method": pattern.method, "paying_visits": round(visits * min(1.0, pattern.paying * wobbling))}


def _events_factor(region: Region, actor: Actor, month: pd.Period) -> float:
    factor = 1.0
    for note in region.notes:
        if note.entity in (actor.id, actor.place.id, EVERY_PLACE) and note.covers(month):
            factor *= note.visits_factor
    return factor
