"""The events of a place in a year, and how many of them grow out of it."""

import pandas as pd

from answers.answer import Answer
from answers.data import Data
from answers.places import Place
from kpis.regenerative.standards import heritage_event_share
from kpis.result import Result, Undefined


def heritage_events(data: Data, place: Place, year: int) -> Answer:
    """Return the share of the year's events that build on local heritage; one without a tag is not shown to."""
    now, before = (_share(events_in(data, place, one)) for one in (year, year - 1))
    return Answer("heritage_event_share", now, str(year), previous=before)


def events_in(data: Data, place: Place, year: int) -> pd.DataFrame:
    """Return the events that the actors of a place held in a year, by date."""
    frame = data.frame("events")
    here = frame["actor_id"].isin(place.actors) & (frame["date"].str[:4] == str(year))
    return frame[here].sort_values(["date", "event_id"], ignore_index=True)


def events_from(data: Data, place: Place, year: int) -> pd.DataFrame:
    """Return the events of a place in a year and after it, those of the year first."""
    frame = data.frame("events")
    here = frame["actor_id"].isin(place.actors) & (frame["date"].str[:4] >= str(year))
    return frame[here].sort_values(["date", "event_id"], ignore_index=True)


def _share(events: pd.DataFrame) -> Result:
    if not events["local_heritage"].notna().any():
        return Undefined("list_missing")
    return heritage_event_share(int((events["local_heritage"] == 1).sum()), len(events))
