"""What people have told of a place: its rows of a dataset, and of the log those of one kind.

What they write is shown whatever the year that is looked at; what counts for a year is `within` it.
"""

import pandas as pd

from answers.data import Data
from answers.places import Place


def logged(data: Data, place: Place, kind: str, year: int) -> pd.DataFrame:
    """Return the entries of that kind of the place or one of its actors, newest first; `later` than the year or not."""
    log = data.frame("log")
    here = log["actor_id"].isin(place.actors)
    if place.kind == "destination":
        here |= log["destination_id"] == place.code
    found = log[here & (log["kind"] == kind)].sort_values("date", ascending=False, ignore_index=True)
    return found.assign(later=[is_later(day, year) for day in found["date"]])


def within(found: pd.DataFrame) -> pd.DataFrame:
    """Return those of the entries that are not later than the year; one without a day is not."""
    return found[~found["later"].astype(bool)]


def is_later(day: object, year: int) -> bool:
    """True where a day, month or year, as it is stored, lies after the end of a year."""
    return isinstance(day, str) and day[:4] > str(year)


def rows_of(data: Data, dataset: str, place: Place) -> pd.DataFrame:
    """Return the rows that concern the place itself, or one of its actors where they name no place."""
    frame = data.frame(dataset)
    here = frame["destination_id"] == place.code
    if "actor_id" in frame:
        here |= frame["destination_id"].isna() & frame["actor_id"].isin(place.actors)
        here |= (place.kind == "actor") & (frame["actor_id"] == place.code)
    return frame[here].reset_index(drop=True)
