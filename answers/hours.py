"""What an opening hour gives, month by month, over the actors that tell their hours."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from answers.compare import NOTHING, Months
from answers.data import Data
from answers.disclosure import Actors, Disclosure, contributors_to
from answers.earnings import Figure
from answers.opening import hours_by_month, months_of
from answers.panel import panel_of
from answers.places import Place
from answers.season import own_income_by_month
from kpis.business.opening_hours import visits_per_opening_hour
from kpis.result import Value


@dataclass(frozen=True)
class Hours:
    """Visits and own income for each opening hour by month, None while closed; income is of `earning` actors.

    Income is NOTHING where it is not told or not known.
    """

    figure: Figure
    visits: Months = NOTHING
    income: Months = NOTHING
    earning: Actors = frozenset()
    income_of_year: float | None = None


def hours_of(data: Data, place: Place, year: int, disclosure: Disclosure) -> Hours:
    """Return what the opening hours of a place give in a year, as this reader may see it."""
    counts = _visits(data, place, year)
    hours = hours_by_month(data, list(counts.index), year)
    counts = counts.loc[hours.index]
    actors = frozenset(map(str, hours.index))
    if not actors:
        return Hours(Figure(visits_per_opening_hour(None, None)))
    figure = Figure(visits_per_opening_hour(_total(counts), _total(hours)), actors)
    income = own_income_by_month(data, list(hours.index), year).dropna()
    earning = frozenset(map(str, income.index))
    if not earning or disclosure.hidden(income.sum(axis=1)):
        return Hours(figure, _per_hour(counts, hours))
    theirs = hours.loc[income.index]
    of_year = visits_per_opening_hour(
        _total(counts.loc[income.index]), _total(theirs), revenue_dkk=max(_total(income), 0.0)
    )
    told = of_year.detail["revenue_per_hour"] if isinstance(of_year, Value) else None
    return Hours(
        figure,
        _per_hour(counts, hours),
        NOTHING if _gives_a_month_away(income, disclosure) else _per_hour(income, theirs),
        earning,
        float(told) if isinstance(told, float | int) else None,
    )


def _gives_a_month_away(income: pd.DataFrame, disclosure: Disclosure) -> bool:
    """True where a month is the income of one or two; leaving it out would not do, for the year gives it away."""
    return not disclosure.tells_all and any(len(contributors_to(income[month])) in (1, 2) for month in income.columns)


def _visits(data: Data, place: Place, year: int) -> pd.DataFrame:
    """The visits as actor × month, of the actors with all twelve months of them."""
    panel = panel_of(data, place)
    if panel.measure != "visits":
        return pd.DataFrame(columns=months_of(year), dtype=float)
    counted = panel.year(year)
    return pd.DataFrame(counted.counts, index=list(counted.reporters), columns=months_of(year)).dropna()


def _total(table: pd.DataFrame) -> float:
    return float(table.to_numpy(float).sum())


def _per_hour(amounts: pd.DataFrame, hours: pd.DataFrame) -> Months:
    sums, opened = amounts.sum(axis=0).to_numpy(float), hours.sum(axis=0).to_numpy(float)
    with np.errstate(divide="ignore", invalid="ignore"):
        return tuple(float(value) if hour else None for value, hour in zip(sums / opened, opened, strict=True))
