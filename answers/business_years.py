"""Own income from year to year over the same actors, as it was and in fixed prices."""

from dataclasses import dataclass

from access.reader import Reader
from answers.accounts import accounts_of
from answers.data import Data
from answers.disclosure import Actors, Disclosure
from answers.earnings import Figure, earnings, of, shared, sum_over
from answers.opening import months_of
from answers.places import Place
from answers.season import own_income_by_month
from answers.yearly_reference import prices_of
from kpis.business.real_growth import real_revenue_growth

MOST_YEARS = 10


@dataclass(frozen=True)
class IncomeYear:
    """The own income of a year in kroner, and in the prices of the last of the years where both indexes are known."""

    year: int
    current_dkk: float
    fixed_dkk: float | None


def real_growth_figure(data: Data, place: Place, year: int, disclosure: Disclosure, reader: Reader) -> Figure:
    """Return the growth in own income over the actors with both years, as far as neither year gives one away."""
    now, before = accounts_of(data, place, year).own, accounts_of(data, place, year - 1).own
    actors = shared(now.index, before.index)
    hidden = disclosure.hidden(of(now, actors)) or _told(data, place, year - 1, reader).hidden(of(before, actors))
    earlier = sum_over(before, actors) if actors else (float(before.sum()) if len(before) else None)
    growth = real_revenue_growth(
        earlier,
        sum_over(now, actors),
        prices_previous=prices_of(data, place, year - 1),
        prices_current=prices_of(data, place, year),
    )
    return Figure(hidden or growth, actors)


def _told(data: Data, place: Place, year: int, reader: Reader) -> Disclosure:
    """What this reader is told of the accounts of another year."""
    disclosure = Disclosure(reader)
    earnings(accounts_of(data, place, year), disclosure)
    return disclosure


def income_by_year(data: Data, place: Place, year: int, actors: Actors, reader: Reader) -> tuple[IncomeYear, ...]:
    """Return the years back from this one in which every one of the actors has a whole year, oldest first."""
    last = prices_of(data, place, year)
    years: list[IncomeYear] = []
    for one in range(year, year - MOST_YEARS, -1):
        own = accounts_of(data, place, one).own
        income = sum_over(own, actors)
        if income is None or _told(data, place, one, reader).hidden(of(own, actors)):
            break
        prices = prices_of(data, place, one)
        years.append(IncomeYear(one, income, income * last / prices if last and prices else None))
    return tuple(reversed(years))


def months_of_income(data: Data, place: Place, year: int) -> int:
    """Return for how many months of the year anybody has reported own income."""
    return int(own_income_by_month(data, place.actors, year)[months_of(year)].notna().any(axis=0).sum())
