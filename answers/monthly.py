"""One measure by reporter and month: monthly figures only, of one definition, totals before parts."""

import re

import pandas as pd

from answers.data import Data
from warehouse.schema import ALL, datasets
from warehouse.totals import total_over

MONTH = r"\d{4}-\d{2}"


def monthly(data: Data, dataset_id: str, column: str) -> pd.DataFrame:
    """Return one measure as reporter × month, a given total before a sum of parts; longer periods are left out."""

    def build() -> pd.DataFrame:
        dataset = datasets()[dataset_id]
        reporter = dataset.keys[0].id
        frame = data.frame(dataset_id)
        frame = counted_visits(data) if dataset_id == "visits" else frame[is_month(frame["period"])]
        frame = frame[frame[column].notna()]
        if frame.empty:
            return pd.DataFrame()
        totals: pd.Series[float] = (
            total_over(frame, dataset, column, [reporter, "period"])
            if dataset.column(column).additive
            else frame.set_index([reporter, "period"])[column]
        )
        return totals.unstack("period").sort_index(axis=1)

    return data.remember(("monthly", dataset_id, column), build)


def is_month(periods: "pd.Series[str]") -> "pd.Series[bool]":
    """Return where a period is a single month, and no quarter or year."""
    return periods.isin([period for period in periods.unique() if re.fullmatch(MONTH, period)])


def counted_visits(data: Data) -> pd.DataFrame:
    """Return the monthly rows of visits that count, of one definition of visit for each actor.

    These are the exhibition visits of those who count them apart, and all visits of the others: kinds are never added.
    """
    return data.remember("counted visits", lambda: _one_definition(data.frame("visits")))


def _one_definition(visits: pd.DataFrame) -> pd.DataFrame:
    visits = visits[is_month(visits["period"])]
    of_exhibition = visits["visit_type"] == "exhibition"
    apart = visits["actor_id"].isin(visits.loc[of_exhibition & visits["visits"].notna(), "actor_id"])
    return visits[(apart & of_exhibition) | (~apart & (visits["visit_type"] == ALL))]
