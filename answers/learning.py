"""How many of the visits are learning, and how many are young: parts counted beside the total, never added to it."""

import pandas as pd

from answers.accounts import accounts_of
from answers.data import Data
from answers.earnings import Figure, shared, sum_over
from answers.monthly import is_month
from answers.places import Place
from kpis.business.audience import education_share
from warehouse.schema import datasets
from warehouse.totals import total_over

ONLINE = "online"


def education_figure(data: Data, place: Place, year: int) -> Figure:
    """Return the share of visits in teaching, of the actors that count them in every month of a whole year."""
    visits = data.remember(("visits in months", place.id), lambda: _visits_in_months(data, place))
    rows = visits[visits["period"].str.startswith(str(year))]
    if rows.empty:
        return Figure(education_share(None, None))
    everyone = total_over(rows, datasets()["visits"], "visits", ["actor_id", "period"]).unstack("period")
    everyone = everyone[everyone.index.isin(accounts_of(data, place, year).visits.index)]
    taught = _whole(rows, everyone, "visit_type", "education")
    young = _whole(rows, everyone, "age_group", "under_18")
    actors = shared(taught.index, everyone.index) or shared(young.index, everyone.index)
    return Figure(
        education_share(
            sum_over(taught, actors),
            sum_over(everyone.sum(axis=1), actors),
            under_18_visits=sum_over(young, actors),
        ),
        actors,
    )


def _visits_in_months(data: Data, place: Place) -> pd.DataFrame:
    """The monthly visits of a place to the house itself, of all years: few rows of the many there are of all places."""
    visits = data.frame("visits")
    rows = visits[visits["actor_id"].isin(place.actors)]
    return rows[is_month(rows["period"]) & (rows["visit_type"] != ONLINE) & rows["visits"].notna()]


def _whole(rows: pd.DataFrame, everyone: pd.DataFrame, dimension: str, part: str) -> "pd.Series[float]":
    """The year's sum of a part, of the actors that tell it in every month in which they had visits."""
    of_part = rows[rows[dimension] == part]
    if of_part.empty:
        return pd.Series(dtype=float)
    sums = total_over(of_part, datasets()["visits"], "visits", ["actor_id", "period"]).unstack("period")
    sums = sums.reindex(columns=everyone.columns)
    sums = sums[sums.index.isin(everyone.index)]
    had = everyone.reindex(index=sums.index).fillna(0) > 0
    return sums[(sums.notna() | ~had).all(axis=1)].sum(axis=1)
