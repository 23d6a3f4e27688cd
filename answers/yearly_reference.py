"""Official figures of a year for the area a place lies in: prices, population groups."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from answers.data import Data
from answers.monthly import is_month
from answers.panel import MONTHS_OF_A_YEAR
from answers.places import Place, places
from warehouse.schema import ALL

PRICES = "consumer_prices"


@dataclass(frozen=True)
class Official:
    """One official figure and the table it was taken from."""

    value: float
    source: str | None


def yearly_reference(data: Data, place: Place, year: int) -> Mapping[str, Official]:
    """Return every official figure of the year by its measure: of the place's own area, else its province.

    Where neither has any, those of the only area there is. A year given as twelve months is their mean.
    """
    return data.remember(("yearly reference", place.id, year), lambda: _yearly_reference(data, place, year))


def prices_of(data: Data, place: Place, year: int) -> float | None:
    """Return the consumer price index of a year, None where it is not known."""
    told = yearly_reference(data, place, year).get(PRICES)
    return told.value if told else None


def _yearly_reference(data: Data, place: Place, year: int) -> dict[str, Official]:
    frame = data.frame("reference")
    of_year = frame["period"].str.startswith(str(year)) & (frame["market"] == ALL) & frame["value"].notna()
    frame = frame[of_year & ~frame["indicator"].isin(["visits", "nights"])]
    found: dict[str, Official] = {}
    for area in _areas(data, place, frame):
        for indicator, rows in frame[frame["area_code"] == area].groupby("indicator"):
            if str(indicator) not in found and (told := _of_year(rows, year)):
                found[str(indicator)] = told
    return found


def _areas(data: Data, place: Place, frame: pd.DataFrame) -> list[str]:
    """The areas to look in, nearest first; an actor lies where its destination does."""
    home = place
    if place.kind == "actor":
        home = next((one for one in places(data).values() if place.code in one.actors), place)
    there = list(frame["area_code"].unique())
    near = [area for area in (home.area, home.province) if area in there]
    return [str(area) for area in near or (there if len(there) == 1 else [])]


def _of_year(rows: pd.DataFrame, year: int) -> Official | None:
    sources = [source for source in rows["source_table"] if source]
    source = str(sources[0]) if sources else None
    whole = rows[rows["period"] == str(year)]
    if len(whole):
        return Official(float(whole["value"].iloc[0]), source)
    months = rows[is_month(rows["period"])]
    return Official(float(months["value"].mean()), source) if len(months) == MONTHS_OF_A_YEAR else None
