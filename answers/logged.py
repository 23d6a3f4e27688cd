"""What the log of a place holds of one kind: support, incentives, early tests."""

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
