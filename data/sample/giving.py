"""What the invented places give back: regenerative actions, and what residents say of tourism."""

from collections.abc import Iterator
from typing import Any

import pandas as pd

from data.sample.chance import divided, wobble
from data.sample.months import complete_years
from data.sample.region import declared

SPREAD = 0.06
MEASURES = ("hours", "ha", "dkk")
DESCRIBED = ("activity", "status", "horizon_years")


def regenerative_rows(months: list[pd.Period]) -> Iterator[dict[str, Any]]:
    """Yield the actions begun by the last of the months, the planned ones, and repeated work for each complete year."""
    care = declared("care")
    for action in care["yearly_action"]:
        for year in complete_years(months):
            hours = round(action["hours"] * wobble(action["id"], year, "hours", spread=SPREAD))
            yield {**_action(action, year), "action_id": f"{action['id']}-{year}", "hours": hours}
    for action in care["action"]:
        if action["status"] == "planned" or months[0].year <= action["year"] <= months[-1].year:
            yield _action(action, action["year"])


def residents_rows(months: list[pd.Period]) -> Iterator[dict[str, Any]]:
    """Yield the answers of each place's wave of residents, asked once a year."""
    survey = declared("care")["survey"]
    waves = [month for month in months if month.month == survey["month"] and month.year >= survey["first_year"]]
    for place in survey["place"]:
        for wave in waves:
            year = wave.year - survey["first_year"]
            more_positive = place["shares"]["more_positive"] + place["positive_yearly"] * year
            answered = round(place["answered"] * wobble(place["id"], wave.year, "answered", spread=SPREAD))
            for answer, count in divided(answered, place["shares"] | {"more_positive": more_positive}).items():
                yield {"destination_id": place["id"], "period": str(wave.year), "answer": answer, "count": count}


def _action(action: dict[str, Any], year: int) -> dict[str, Any]:
    told = {name: action[name] for name in (*DESCRIBED, *MEASURES) if name in action}
    return {
        **told,
        "action_id": action["id"],
        "actor_id": action["actor"],
        "period": str(year),
        "evidence_link": action.get("evidence"),
    }
