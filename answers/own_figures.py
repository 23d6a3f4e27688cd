"""The measured figures of one actor's own development, and what the houses in the middle of the others have."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from statistics import median

from access.reader import Reader
from answers.accounts import accounts_of
from answers.answer import Answer, number_of
from answers.business import business
from answers.data import Data
from answers.opening import hours_by_month
from answers.peers import FEWEST_PEERS
from answers.places import Place, actor_names
from kpis.business.income import revenue_per_visit
from kpis.business.opening_hours import visits_per_opening_hour

OWN = ("revenue_per_visit", "visits_per_opening_hour")


@dataclass(frozen=True)
class Middle:
    """The median of so many other houses, none of them named."""

    value: float
    of: int


@dataclass(frozen=True)
class OwnFigures:
    """The figures of step 5 of one actor, and the middle of the others by KPI, where three others or more have it."""

    answers: Mapping[str, Answer]
    middles: Mapping[str, Middle]


def own_figures(data: Data, actor: Place, year: int, reader: Reader) -> OwnFigures:
    """Return the figures of an actor beside the middle of the others, as this reader may see them.

    The middle of an odd number is the income of one of them, so it is told to readers of business figures alone.
    """
    answers = business(data, actor, year, reader).answers
    others = replace(
        actor, id=f"others than {actor.id}", actors=tuple(one for one in actor_names(data) if one not in actor.actors)
    )
    accounts = accounts_of(data, others, year)
    own, visits = accounts.own.to_dict(), accounts.visits.to_dict()
    hours = hours_by_month(data, list(others.actors), year).sum(axis=1).to_dict()
    known = {
        "revenue_per_visit": [number_of(revenue_per_visit(own[one], visits[one])) for one in own.keys() & visits.keys()]
        if reader.sees_business_figures
        else [],
        "visits_per_opening_hour": [
            number_of(visits_per_opening_hour(visits[one], hours[one])) for one in hours.keys() & visits.keys()
        ],
    }
    middles = {kpi: _middle(numbers) for kpi, numbers in known.items()}
    return OwnFigures(
        {kpi: answers[kpi] for kpi in OWN if kpi in answers},
        {kpi: middle for kpi, middle in middles.items() if middle is not None},
    )


def _middle(numbers: Iterable[float | None]) -> Middle | None:
    told = [number for number in numbers if number is not None]
    return Middle(median(told), len(told)) if len(told) >= FEWEST_PEERS else None
