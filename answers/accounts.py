"""What the actors of a place earned, were granted and spent in a year, actor by actor; only whole years count."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from answers.data import Data
from answers.metrics import visits_by_actor
from answers.monthly import counted_visits, is_month
from answers.places import Place
from answers.season import OWN_INCOME, own_income_by_month
from kpis.business.funding import GRANTS
from warehouse.schema import ALL, datasets
from warehouse.totals import total_over

COST = "cost"
LASTING = "operation"
MONTHS_OF_A_QUARTER, QUARTERS = 3, 4
# Kroner by which the streams of an actor may miss its own income before they are no split of it.
ROUNDING_DKK = 1.0

Actors = frozenset[str]


@dataclass(frozen=True)
class Accounts:
    """One year of accounts; every series and frame has the actors as its index, and only those who have reported.

    `own` is the own income, `streams` its split by those who give one, `grants` both kinds of those who give both,
    `projects` what of the grants is for a project and ends with it, of those who tell what their grants are for.
    """

    own: "pd.Series[float]"
    streams: pd.DataFrame
    transactions: pd.DataFrame
    grants: pd.DataFrame
    projects: pd.DataFrame
    costs: "pd.Series[float]"
    visits: "pd.Series[float]"
    paying_visits: "pd.Series[float]"

    def only(self, actors: Iterable[str]) -> "Accounts":
        """The same, of these actors alone."""
        kept = frozenset(actors)
        return Accounts(
            own=self.own[self.own.index.isin(kept)],
            streams=self.streams[self.streams.index.isin(kept)].dropna(axis=1, how="all"),
            transactions=self.transactions[self.transactions.index.isin(kept)].dropna(axis=1, how="all"),
            grants=self.grants[self.grants.index.isin(kept)],
            projects=self.projects[self.projects.index.isin(kept)],
            costs=self.costs[self.costs.index.isin(kept)],
            visits=self.visits[self.visits.index.isin(kept)],
            paying_visits=self.paying_visits[self.paying_visits.index.isin(kept)],
        )


def accounts_of(data: Data, place: Place, year: int) -> Accounts:
    """Return the accounts of the actors of a place in a year."""
    return data.remember(("accounts", place.id, year), lambda: _accounts(data, year).only(place.actors))


def _accounts(data: Data, year: int) -> Accounts:
    def build() -> Accounts:
        own = _own(data, year)
        amounts = _by_stream(_rows_of(data, year), year, "amount_dkk")
        return Accounts(
            own,
            _split(own, amounts),
            _purchases(data, year),
            amounts.reindex(columns=list(GRANTS)).dropna(),
            _projects(data, year),
            _costs(data, year),
            _visits(data, year),
            _yearly_visits(data, year, "paying_visits"),
        )

    return data.remember(("accounts", year), build)


def _own(data: Data, year: int) -> "pd.Series[float]":
    """The own income of the actors with twelve months of it, or with the year as one figure."""
    frame = data.frame("revenue")
    by_month = own_income_by_month(data, list(frame["actor_id"].unique()), year)
    months = by_month[by_month.notna().all(axis=1)].sum(axis=1)
    of_year = (frame["period"] == str(year)) & frame["stream"].isin(OWN_INCOME) & frame["amount_dkk"].notna()
    told = total_over(frame[of_year], datasets()["revenue"], "amount_dkk", ["actor_id"])
    return _first(months, told)


def _first(months: "pd.Series[float]", told: "pd.Series[float]") -> "pd.Series[float]":
    """Return the sums of months, and the year's own figure where there are none."""
    rest = told[~told.index.isin(months.index)]
    return pd.concat([part for part in (months, rest) if len(part)]).astype(float) if len(months) + len(rest) else rest


def _rows_of(data: Data, year: int) -> pd.DataFrame:
    frame = data.frame("revenue")
    return frame[frame["period"].str.startswith(str(year))]


def _by_stream(rows: pd.DataFrame, year: int, column: str) -> pd.DataFrame:
    """Return a column of a year's rows as actor × stream: the months added, else the year's own figure."""
    told = rows[rows[column].notna()]
    sums = [
        part.groupby(["actor_id", "stream"])[column].sum()
        for part in (told[is_month(told["period"])], told[told["period"] == str(year)])
    ]
    return _first(*sums).unstack("stream") if len(told) else pd.DataFrame(dtype=float)


def _purchases(data: Data, year: int) -> pd.DataFrame:
    """The purchases as actor × stream, by month of those who count them in every month in which the stream earns."""
    rows = _rows_of(data, year)
    monthly, earns = is_month(rows["period"]), rows["amount_dkk"].notna() & (rows["amount_dkk"] != 0)
    streams = pd.MultiIndex.from_frame(rows[["actor_id", "stream"]])
    in_part = streams.isin(streams[monthly & earns & rows["transactions"].isna()])
    return _by_stream(rows[~(monthly & in_part)], year, "transactions")


def _split(own: "pd.Series[float]", amounts: pd.DataFrame) -> pd.DataFrame:
    """The streams of own income, of the actors whose streams add up to it."""
    parts = [stream for stream in OWN_INCOME if stream != ALL and stream in amounts.columns]
    split = amounts.loc[amounts.index.isin(own.index), parts].dropna(how="all")
    return split[(split.sum(axis=1) - own.reindex(split.index)).abs() <= ROUNDING_DKK]


def _projects(data: Data, year: int) -> pd.DataFrame:
    """What was granted for development or marketing, by the stream of the accounts it must be part of."""
    granted = data.frame("funding")
    granted = granted[granted["period"].str.startswith(str(year)) & granted["amount_dkk"].notna()]
    amounts = granted["amount_dkk"].where(granted["purpose"] != LASTING, 0.0)
    streams = ("grant_" + granted["source"]).rename("stream")
    by_stream = amounts.groupby([granted["actor_id"], streams]).sum().unstack("stream")
    return by_stream.reindex(columns=list(GRANTS)).fillna(0.0)


def _costs(data: Data, year: int) -> "pd.Series[float]":
    """What is given as costs, else what is booked under the stream of costs."""
    rows = _rows_of(data, year)
    parts = ((rows, "cost_dkk"), (rows[rows["stream"] == COST], "amount_dkk"))
    return _first(*(_all_year(part, year, column) for part, column in parts))


def _all_year(rows: pd.DataFrame, year: int, column: str) -> "pd.Series[float]":
    """The sum of a column by actor, by month of those without a quarter of the year that has none: bills come late."""
    told = rows[rows[column].notna()]
    monthly = is_month(told["period"])
    quarter = (told.loc[monthly, "period"].str[5:].astype(int) - 1) // MONTHS_OF_A_QUARTER
    quarters = quarter.groupby(told["actor_id"]).nunique()
    whole = told["actor_id"].isin(quarters.index[quarters == QUARTERS])
    return _by_stream(told[whole | ~monthly], year, column).sum(axis=1, min_count=1).dropna()


def _visits(data: Data, year: int) -> "pd.Series[float]":
    months = pd.Series(dict(visits_by_actor(data, year)), dtype=float)
    return _first(months, _of_the_year(data, year, "visits"))


def _yearly_visits(data: Data, year: int, column: str) -> "pd.Series[float]":
    """A column of the visits that count, of the actors who give it in every month that has visits, or for the year."""
    counted = counted_visits(data)
    rows = counted[counted["period"].str.startswith(str(year)) & counted["visits"].notna()]
    if rows.empty:
        return _of_the_year(data, year, column)
    known, wanted = (
        total_over(rows[rows[one].notna()], datasets()["visits"], one, ["actor_id", "period"]).unstack("period")
        for one in (column, "visits")
    )
    known = known.reindex(index=wanted.index, columns=wanted.columns)
    whole = (known.notna() | wanted.isna() | (wanted == 0)).all(axis=1) & known.notna().any(axis=1)
    return _first(known[whole].sum(axis=1), _of_the_year(data, year, column))


def _of_the_year(data: Data, year: int, column: str) -> "pd.Series[float]":
    frame = data.frame("visits")
    rows = frame[(frame["period"] == str(year)) & frame["visit_type"].isin([ALL, "exhibition"]) & frame[column].notna()]
    apart = rows.loc[rows["visit_type"] == "exhibition", "actor_id"]
    rows = rows[(rows["visit_type"] == "exhibition") | ~rows["actor_id"].isin(apart)]
    return total_over(rows, datasets()["visits"], column, ["actor_id"])


def sums_of(rows: pd.DataFrame) -> Mapping[str, float]:
    """Return the sum of each column that has a figure."""
    return {str(name): float(total) for name, total in rows.sum(axis=0, min_count=1).dropna().items()}
