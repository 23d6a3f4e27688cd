"""What people have told of a place: its rows of a dataset, and of the log those of one kind."""

import pandas as pd

from answers.data import Data
from answers.places import Place


def logged(data: Data, place: Place, kind: str, year: int) -> pd.DataFrame:
    """Return the entries of that kind until the end of a year, of the place or one of its actors, newest first."""
    log = data.frame("log")
    here = log["actor_id"].isin(place.actors)
    if place.kind == "destination":
        here |= log["destination_id"] == place.code
    until = log["date"].isna() | (log["date"].str[:4] <= str(year))
    return log[here & until & (log["kind"] == kind)].sort_values("date", ascending=False, ignore_index=True)


def rows_of(data: Data, dataset: str, place: Place) -> pd.DataFrame:
    """Return the rows that concern the place itself, or one of its actors where they name no place."""
    frame = data.frame(dataset)
    here = frame["destination_id"] == place.code
    if "actor_id" in frame:
        here |= frame["destination_id"].isna() & frame["actor_id"].isin(place.actors)
        here |= (place.kind == "actor") & (frame["actor_id"] == place.code)
    return frame[here].reset_index(drop=True)
