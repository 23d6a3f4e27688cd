"""What was granted for development, marketing and operation, by public and private funders."""

from dataclasses import dataclass

import pandas as pd

from access.reader import Reader
from answers.compare import Coverage
from answers.data import Data
from answers.disclosure import Disclosure, contributors_to
from answers.places import Place
from kpis.disclosure import singles_out
from kpis.result import Undefined

PURPOSES = ("development", "marketing", "operation")
SOURCES = ("public", "private")


@dataclass(frozen=True)
class Funding:
    """The kroner granted in a year as purpose × source, or why they are not told; both None where none are known."""

    amounts: pd.DataFrame | None
    hidden: Undefined | None
    coverage: Coverage

    @property
    def total(self) -> float:
        """All kroner that are told."""
        return float(self.amounts.to_numpy(float).sum()) if self.amounts is not None else 0.0

    def share_for(self, purpose: str) -> float | None:
        """Return the part of the money that is for a purpose, None where there is none to divide."""
        if self.amounts is None or not self.total:
            return None
        return float(self.amounts.loc[[purpose]].to_numpy(float).sum()) / self.total


def funding_of(data: Data, place: Place, year: int, disclosure: Disclosure) -> Funding:
    """Return what the actors of a place were granted in a year, as this reader may see it."""
    frame = data.frame("funding")
    here = frame["actor_id"].isin(place.actors) & frame["period"].str.startswith(str(year))
    rows = frame[here & frame["amount_dkk"].notna()]
    actors = frozenset(map(str, rows["actor_id"]))
    coverage = Coverage(len(actors), len(place.actors))
    if not actors:
        return Funding(None, None, coverage)
    if hidden := _hidden(rows, disclosure):
        return Funding(None, hidden, coverage)
    amounts = rows.groupby(["purpose", "source"])["amount_dkk"].sum().unstack("source")
    return Funding(amounts.reindex(index=list(PURPOSES), columns=list(SOURCES)).fillna(0.0), None, coverage)


def grants(data: Data, place: Place, reader: Reader) -> pd.DataFrame:
    """Return the grants of a place one by one, the newest first; none to who may not see their amounts."""
    frame = data.frame("funding")
    here = frame["actor_id"].isin(place.actors) & frame["amount_dkk"].notna() & reader.sees_business_figures
    return frame[here].sort_values(["period", "actor_id", "funder"], ascending=[False, True, True], ignore_index=True)


def _hidden(rows: pd.DataFrame, disclosure: Disclosure) -> Undefined | None:
    """Why the grants are not told: each kind of them must be of three actors or of none."""
    if disclosure.tells_all:
        return None
    kinds = rows.groupby(["actor_id", "purpose", "source"])["amount_dkk"].sum().unstack(["purpose", "source"])
    giving = (contributors_to(kinds[kind]) for kind in kinds.columns)
    return next((why for actors in giving if actors and (why := singles_out(actors, []))), None)
