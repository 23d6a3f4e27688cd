"""Why a reader is not told the forecast of the own income of a place: what it shows would give one or two away."""

from access.reader import Reader
from answers.business import business
from answers.data import Data
from answers.disclosure import Actors, contributors_to
from answers.forecast_ground import Ground
from answers.places import Place
from answers.season import own_income
from kpis.disclosure import FEWEST_ACTORS, singles_out
from kpis.result import Undefined, Value


def hidden_income(data: Data, place: Place, ground: Ground, reader: Reader) -> Undefined | None:
    """Return why this reader is not told the months and what is forecast from them, None where they may be.

    Every month shown must be of nobody or of three and more, and so must what is left when the other sums told of its
    year are taken from it.
    """
    if reader.sees_business_figures or not ground.reporters:
        return None
    key = ("hidden from forecast", place.id)
    return data.remember(key, lambda: _hidden(data, place, ground, reader))


def _hidden(data: Data, place: Place, ground: Ground, reader: Reader) -> Undefined | None:
    income = own_income(data).reindex(index=list(ground.reporters), columns=list(ground.months))
    if len(income) < FEWEST_ACTORS:
        return Undefined("too_few_actors", {"minimum": FEWEST_ACTORS})
    if any(0 < len(contributors_to(income[month])) < FEWEST_ACTORS for month in income.columns):
        return Undefined("gives_away", {"minimum": FEWEST_ACTORS})
    for year in sorted({int(month[:4]) for month in ground.months}):
        of_year = income[[month for month in income.columns if month.startswith(str(year))]]
        actors = contributors_to(of_year.abs().sum(axis=1))
        if actors and (why := singles_out(actors, _told(data, place, year, reader))):
            return why
    return None


def _told(data: Data, place: Place, year: int, reader: Reader) -> list[Actors]:
    """The sets of actors whose own income of the year is told: on its own page, and beside that of later years."""
    told = list(business(data, place, year, reader).told)
    for later in range(year + 1, _last_year(data) + 1):
        page = business(data, place, later, reader)
        growth = page.answers["real_revenue_growth"]
        if isinstance(growth.result, Value) and (later == year + 1 or year in {one.year for one in page.income}):
            told.append(frozenset(growth.reporters))
    return told


def _last_year(data: Data) -> int:
    return int(data.frame("revenue")["period"].max()[:4])
