"""The ties of a place that its network of a year does not count, so that what is told of them is not out of sight."""

from typing import Literal

import pandas as pd

from answers.data import Data
from answers.logged import is_later
from answers.network import ties_in
from answers.places import Place

State = Literal["later", "ended", "denied"]


def ties_beside(data: Data, place: Place, year: int) -> pd.DataFrame:
    """Return the rows about ties of the place's actors that do not count in a year, with the `state` that says why."""
    frame = data.frame("partnerships")
    frame = frame[frame["actor_a"].isin(place.actors) | frame["actor_b"].isin(place.actors)]
    counted = {(tie.pair, tie.kind) for tie in ties_in(data, year)}
    told = zip(frame["actor_a"], frame["actor_b"], frame["tie_type"], strict=True)
    beside = [(tuple(sorted((str(a), str(b)))), str(kind)) not in counted for a, b, kind in told]
    found = frame[pd.Series(beside, index=frame.index, dtype=bool)].reset_index(drop=True)
    states = [_state(start, end, year) for start, end in zip(found["start"], found["end"], strict=True)]
    return found.assign(state=pd.Series(states, dtype=object))


def _state(start: object, end: object, year: int) -> State:
    if is_later(start, year):
        return "later"
    return "ended" if isinstance(end, str) and end[:4] < str(year) else "denied"
