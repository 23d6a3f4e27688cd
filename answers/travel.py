"""How the guests came, and what it cost the climate; no emission factor counts without its source."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from answers.answer import Answer
from answers.data import Data
from answers.growth import visits_behind
from answers.places import Place
from kpis.regenerative.travel import (
    UNKNOWN,
    Travel,
    co2_per_visit_transport,
    soft_mobility_share,
)
from kpis.result import Result, Undefined, Value

MEASURES = ("mode_visits", "round_trip_km", "kg_per_km", "persons_per_vehicle")


def travel(data: Data, place: Place, year: int) -> tuple[Answer, Answer]:
    """Return the emission of a visit's way here and the share that came without a car, each beside the year before."""
    now, before = (travel_rows(data, place, one) for one in (year, year - 1))
    visits = visits_behind(data, place, year)
    return (
        Answer("co2_per_visit_transport", _emission(now), str(year), previous=_emission(before), rests_on=visits),
        Answer("soft_mobility_share", _without_car(now), str(year), previous=_without_car(before)),
    )


def travel_rows(data: Data, place: Place, year: int) -> pd.DataFrame:
    """Return what is told of the year by mode: the rows of the whole year, those of its months where there are none."""
    frame = data.frame("travel")
    here = frame[(frame["destination_id"] == place.code) & (frame["period"].str[:4] == str(year))]
    whole = here[here["period"] == str(year)]
    return (whole if len(whole) else here).reset_index(drop=True)


def _emission(rows: pd.DataFrame) -> Result:
    known, unknown = rows[rows["mode"] != UNKNOWN], rows[rows["mode"] == UNKNOWN]
    modes = [_mode({str(name): value for name, value in row.items()}) for row in known.to_dict("records")]
    return co2_per_visit_transport(modes, unknown_mode_visits=float(unknown["mode_visits"].fillna(0).sum()))


def _mode(row: Mapping[str, Any]) -> Travel:
    visits, kilometres, factor, persons = (_number(row[name]) for name in MEASURES)
    return Travel(
        str(row["mode"]), visits, kilometres, factor, persons, is_sourced=bool(pd.notna(row["factor_source"]))
    )


def _without_car(rows: pd.DataFrame) -> Result:
    """The share over the visits, which rests on so many answers where it is told how many were asked."""
    share = soft_mobility_share(_by_mode(rows))
    asked = rows.loc[rows["mode"] != UNKNOWN, "answers"]
    if isinstance(share, Undefined) or not asked.notna().all():
        return share
    enough = soft_mobility_share({"asked": float(asked.sum())})
    return enough if isinstance(enough, Undefined) else Value(share.value, n=enough.n)


def _by_mode(rows: pd.DataFrame) -> Mapping[str, float | None]:
    sums = rows.groupby("mode")["mode_visits"].agg(lambda visits: visits.sum(skipna=False))
    return {str(mode): _number(visits) for mode, visits in sums.items()}


def _number(value: float) -> float | None:
    return None if pd.isna(value) else float(value)
