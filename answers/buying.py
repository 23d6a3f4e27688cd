"""Whether guests buy: seats offered and sold, cancellations, enquiries and bookings."""

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from access.reader import Reader
from answers.answer import Answer, too_few_actors
from answers.compare import Coverage
from answers.data import Data
from answers.grains import months_in, one_grain
from answers.metrics import total_of
from answers.places import Place
from kpis.guests.offers import cancelled_share, conversion, offer_fill_rate
from kpis.ratios import number_or_none
from kpis.result import Result, Undefined
from warehouse.schema import datasets
from warehouse.totals import total_over

SEATS = ("offered", "sold", "cancelled", "enquiries", "bookings")


@dataclass(frozen=True)
class Buying:
    """What was bought in a year; `months` has the twelve months of all who offer, NaN where one has not told."""

    answer: Answer
    months: pd.DataFrame


def buying(data: Data, place: Place, year: int, reader: Reader) -> Buying:
    """Return what was bought of what a place offered in a year, as this reader may see it."""
    everything = data.remember("offers", lambda: _offers(data))
    here = everything[everything["actor_id"].isin(place.actors)]
    told = here[(here["year"] == year) & here["offered"].notna() & here["sold"].notna()]
    actors = sorted(told["actor_id"].unique())
    hidden = _hidden(actors, reader)
    answer = Answer(
        "offer_fill_rate",
        hidden or fill_of(told),
        str(year),
        Coverage(len(actors), len(place.actors), _months_told(told)) if actors else None,
        hidden or _a_year_earlier(here, told, year),
        reporters=tuple(actors),
    )
    return Buying(answer, _by_month(told, year, reader))


def _hidden(actors: Collection[str], reader: Reader) -> Undefined | None:
    return too_few_actors(len(actors)) if actors and not reader.sees_business_figures else None


def _offers(data: Data) -> pd.DataFrame:
    """Return every actor's seats by period and year, of one grain a year."""
    frame, dataset = data.frame("offers"), datasets()["offers"]
    sums = {name: total_over(frame, dataset, name, ["actor_id", "period"]) for name in SEATS}
    table = pd.DataFrame(sums, columns=list(SEATS), dtype=float)
    table.index = table.index.set_names(["actor_id", "period"]) if len(table) else _NOBODY
    return one_grain(table.reset_index(), ["actor_id"])


_NOBODY = pd.MultiIndex.from_arrays([[], []], names=["actor_id", "period"])


def fill_of(told: pd.DataFrame) -> Result:
    """Return the fill over rows that all tell seats offered and sold.

    Conversion is over the rows that tell both its parts; cancellations count only where every row tells them.
    """
    asked = told[told["enquiries"].notna() & told["bookings"].notna()]
    return offer_fill_rate(
        total_of(told["sold"]),
        total_of(told["offered"]),
        cancelled=total_of(told["cancelled"]) if told["cancelled"].notna().all() else None,
        enquiries=total_of(asked["enquiries"]),
        bookings=total_of(asked["bookings"]),
    )


def conversion_of(row: "pd.Series[float]") -> float | None:
    """Return bookings over enquiries of one row."""
    return number_or_none(conversion(_known(row["bookings"]), _known(row["enquiries"])))


def cancelled_of(row: "pd.Series[float]") -> float | None:
    """Return the share of one row's sold seats that were cancelled."""
    return number_or_none(cancelled_share(_known(row["cancelled"]), _known(row["sold"])))


def _known(value: float) -> float | None:
    return None if pd.isna(value) else float(value)


def _months_told(told: pd.DataFrame) -> int:
    """How many months each who offers has told, at the least."""
    months = told["period"].map(lambda period: len(months_in(period)))
    return int(months.groupby(told["actor_id"]).sum().min())


def _a_year_earlier(here: pd.DataFrame, told: pd.DataFrame, year: int) -> Result | None:
    """Return the fill of the same actors in the same parts of the year before, None where one of them is missing."""
    wanted = list(zip(told["actor_id"], told["period"].str[4:], strict=True))
    before = here[(here["year"] == year - 1) & here["offered"].notna() & here["sold"].notna()]
    before = before.set_index([before["actor_id"], before["period"].str[4:]])
    if not wanted or not set(wanted) <= set(before.index):
        return None
    return fill_of(before.loc[wanted])


def _by_month(told: pd.DataFrame, year: int, reader: Reader) -> pd.DataFrame:
    """Return the months of those who tell months; none at all where one month alone would tell of too few."""
    names = [f"{year}-{month:02d}" for month in range(1, 13)]
    monthly = told[told["period"].isin(names)]
    offering = monthly[monthly["offered"] > 0].groupby("period")["actor_id"].nunique()
    tells_of_few = not reader.sees_business_figures and any(too_few_actors(int(count)) for count in offering)
    if monthly.empty or tells_of_few:
        return pd.DataFrame(columns=list(SEATS), dtype=float)
    return monthly.groupby("period")[list(SEATS)].sum(min_count=monthly["actor_id"].nunique()).reindex(names)
