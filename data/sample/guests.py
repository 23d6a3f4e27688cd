"""What the guests of the invented region answer, rate, complain of and spend, and who works for them."""

import math
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from data.sample.chance import divided, wobble
from data.sample.levels import years_passed
from data.sample.months import complete_years, year_of_months
from data.sample.region import Region, declared
from data.sample.visits import visits_in

SPREAD = 0.05
ONE_TO_TEN = range(1, 11)
NONE_TO_TEN = range(11)

Rows = Iterator[dict[str, Any]]


def guest_response_rows(months: list[pd.Period]) -> Rows:
    """Yield the answers of each survey, for every complete year since it was first made."""
    guests = declared("guests")
    for survey in guests["survey"]["actor"]:
        for year in _years_since(months, survey["first_year"]):
            passed = year - survey["first_year"]
            asked = {name: round(survey[name] * wobble(survey["id"], year, SPREAD, spread=SPREAD)) for name in _ASKED}
            shared = {
                "actor_id": survey["id"],
                "period": str(year),
                "visitor_type": "all",
                "invited": asked["invited"],
                "collection_method": guests["survey"]["method"],
            }
            for question, item, weights in _questions(guests, survey, passed):
                answered = asked["answered"] * (guests["importance"]["answered"] if item in _items(guests) else 1)
                for score, count in divided(round(answered), weights).items():
                    yield shared | {"question": question, "item": item, "score": score, "count": count}


_ASKED = ("answered", "invited")


def _items(guests: Mapping[str, Any]) -> Mapping[str, Any]:
    items: Mapping[str, Any] = guests["importance"]["item"]
    return items


def _questions(
    guests: Mapping[str, Any], survey: Mapping[str, Any], passed: int
) -> Iterator[tuple[str, str, dict[str, float]]]:
    """Yield each question with its item and how the answers divide."""
    drift = survey["yearly"] * passed
    yield "satisfaction_1_10", "all", _around(survey["satisfaction"] + drift, ONE_TO_TEN)
    yield "nps_0_10", "all", _around(survey["recommend"] + drift, NONE_TO_TEN)
    yield "repeat", "all", {"ja": survey["loyal"], "nej": 1 - survey["loyal"]}
    yield "audience", "alder", dict(zip(guests["survey"]["ages"], survey["ages"], strict=True))
    if survey["id"] in guests["importance"]["actors"]:
        for item, means in _items(guests).items():
            yield "importance_1_10", item, _around(means["importance"], ONE_TO_TEN)
            yield "performance_1_10", item, _around(means["performance"] + drift, ONE_TO_TEN)


def _around(mean: float, scores: range) -> dict[str, float]:
    """Return how answers that gather around a mean divide over the scores."""
    spread = declared("guests")["survey"]["satisfaction_spread"]
    return {str(score): math.exp(-(((score - mean) / spread) ** 2) / 2) for score in scores}


def _years_since(months: list[pd.Period], first_year: int) -> list[int]:
    return [year for year in complete_years(months) if year >= first_year]


def reviews_rows(months: list[pd.Period]) -> Rows:
    """Yield each complete year's ratings, on the scale of their platform."""
    for review in declared("guests")["review"]:
        for year in complete_years(months):
            yield {
                "actor_id": review["actor"],
                "platform": review["platform"],
                "period": str(year),
                "mean_rating": round(
                    min(review["scale"], review["rating"] * wobble(*review.values(), year, spread=0.01)), 1
                ),
                "reviews": round(review["reviews"] * wobble(review["actor"], year, "reviews", spread=SPREAD)),
                "scale_low": 1,
                "scale_high": review["scale"],
            }


def complaints_rows(months: list[pd.Period]) -> Rows:
    """Yield each complete year's complaints; where there is no channel, that is all that is known."""
    for told in declared("guests")["complaint"]:
        for year in complete_years(months):
            row = {"actor_id": told["actor"], "period": str(year), "has_channel": told["channel"]}
            if told["channel"]:
                row["complaints"] = round(told["yearly"] * wobble(told["actor"], year, "complaints", spread=SPREAD * 3))
            yield row


def travel_rows(region: Region, months: list[pd.Period]) -> Rows:
    """Yield how each complete year's guests came, where they were asked."""
    for told in declared("guests")["travel"]:
        for year in complete_years(months):
            shares = {mode: said["share"] for mode, said in told["mode"].items()}
            visits, answers = (
                divided(total, shares) for total in (_visits(region, told["place"], year), told["answers"])
            )
            for mode, said in told["mode"].items():
                yield {
                    "destination_id": told["place"],
                    "period": str(year),
                    "mode": mode,
                    "mode_visits": visits[mode],
                    "answers": answers[mode],
                    "round_trip_km": said["km"],
                    "kg_per_km": said.get("kg_per_km"),
                    "persons_per_vehicle": said["persons"],
                    "factor_source": told.get("source"),
                }


def spend_rows(region: Region, months: list[pd.Period]) -> Rows:
    """Yield what each complete year's guests spend outside the houses they visit, by type of guest."""
    prices = declared("economy")["price_growth"]
    for told in declared("guests")["spend"]:
        for year in complete_years(months):
            visits = divided(
                _visits(region, told["place"], year), {kind: said["share"] for kind, said in told["type"].items()}
            )
            for kind, said in told["type"].items():
                yield {
                    "destination_id": told["place"],
                    "period": str(year),
                    "visitor_type": kind,
                    "type_visits": visits[kind],
                    "spend_dkk": round(said["dkk"] * (1 + prices) ** years_passed(region, year)),
                    "additionality": said["additionality"],
                    "source": told["source"],
                    "source_date": told["source_date"].isoformat(),
                }


def staff_rows(months: list[pd.Period]) -> Rows:
    """Yield who works where in each complete year."""
    for actor, professions in declared("guests")["staff"].items():
        for year in complete_years(months):
            for profession, headcount in professions.items():
                yield {
                    "actor_id": actor,
                    "period": str(year),
                    "profession": profession,
                    "headcount": headcount,
                    "fte": round(headcount * 0.8, 1),
                }


def population_rows(region: Region, months: list[pd.Period]) -> Rows:
    """Yield the adults of the coast by age and the index of prices, for each complete year, as reference figures."""
    guests = declared("guests")
    groups = {name: part for name, part in guests["population"].items() if name != "total"}
    for year in complete_years(months):
        key = {"area_code": region.area_code, "period": str(year), "market": "all"}
        key["source_table"] = region.reference["source_table"]
        key["extracted_on"] = f"{year + 1}-02-10"
        for group, count in divided(guests["population"]["total"], groups).items():
            yield {**key, "indicator": f"population:{group}", "value": count}
        index = guests["prices"]["start"] * (1 + guests["prices"]["yearly"]) ** years_passed(region, year)
        yield {**key, "indicator": "consumer_prices", "value": round(index, 1)}


def _visits(region: Region, place: str, year: int) -> int:
    patterns = [pattern for pattern in region.visits.values() if pattern.actor.place.id == place]
    return sum(
        visits_in(region, pattern, month)
        for pattern in patterns
        for month in pattern.actor.active(year_of_months(year))
    )
