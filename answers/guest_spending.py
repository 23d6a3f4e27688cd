"""What the guests of a place leave in the area around the houses they visit, by type of guest."""

from dataclasses import dataclass

import pandas as pd

from answers.data import Data
from answers.places import Place
from kpis.business.local_value import VisitorType, local_economic_value
from kpis.result import Result


@dataclass(frozen=True)
class GuestSpending:
    """The estimate of a year and the rows it is built on: visits, spend, additionality, source and its date by type."""

    result: Result
    rows: pd.DataFrame


def guest_spending(data: Data, place: Place, year: int) -> GuestSpending:
    """Return what the guests of a destination leave in the area in a year because of it."""
    frame = data.frame("spend")
    here = (frame["destination_id"] == place.code) & (place.kind == "destination")
    rows = frame[here & (frame["period"] == str(year))]
    types = [
        VisitorType(str(kind), *(None if pd.isna(told) else float(told) for told in amounts))
        for kind, *amounts in rows[["visitor_type", "type_visits", "spend_dkk", "additionality"]].itertuples(
            index=False
        )
    ]
    return GuestSpending(local_economic_value(types), rows)
