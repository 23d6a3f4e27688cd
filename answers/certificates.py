"""Which businesses of a place hold a certificate in a year, and which of them have not been asked."""

import pandas as pd

from answers.data import Data
from answers.places import Place

NONE_HELD = frozenset({"ingen", "none", "nej", "no"})
VALID, EXPIRED, NONE, NOT_ASKED = "valid", "expired", "none", "not_asked"


def certificates(data: Data, place: Place, year: int) -> pd.DataFrame:
    """Return the actors of a place that are active in the year, with the state of their certificate at its end."""
    actors = data.frame("actors")
    gone = (actors["active_to"] < f"{year}-01-01") | (actors["active_from"] > f"{year}-12-31")
    here = actors[actors["actor_id"].isin(place.actors) & ~gone]
    held, ends = here["certification"], here["cert_valid_to"]
    state = pd.Series(VALID, index=here.index, dtype=object)
    state[ends.notna() & (ends < f"{year}-12-31")] = EXPIRED
    state[held.str.casefold().isin(NONE_HELD)] = NONE
    state[held.isna()] = NOT_ASKED
    return here.assign(state=state).reset_index(drop=True)
