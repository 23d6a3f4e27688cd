"""Growth and what residents say of it, place by place: two axes, and never one number of both."""

from dataclasses import dataclass

from answers.answer import number_of
from answers.data import Data
from answers.overview import overview
from answers.regenerative import support_of
from kpis.result import Value

UNCERTAIN_BELOW = 30


@dataclass(frozen=True)
class OnTwoAxes:
    """A place whose growth and residents' support are both known; `period` is when the residents were asked."""

    name: str
    growth: float
    support: float
    interval: tuple[float, float]
    period: str
    answers: int

    @property
    def is_uncertain(self) -> bool:
        """True where few residents have answered."""
        return self.answers < UNCERTAIN_BELOW


def growth_and_support(data: Data, year: int) -> tuple[OnTwoAxes, ...]:
    """Return the places where both are known in a year, in the order of the alphabet."""
    return data.remember(("two axes", year), lambda: _growth_and_support(data, year))


def _growth_and_support(data: Data, year: int) -> tuple[OnTwoAxes, ...]:
    asked = set(data.frame("residents")["destination_id"])
    found = []
    for row in overview(data, year).rows:
        growth = number_of(row.growth)
        if row.place.code not in asked or growth is None:
            continue
        answer = support_of(data, row.place, year)
        told = answer.result
        if isinstance(told, Value) and told.interval and told.n:
            found.append(OnTwoAxes(row.place.name, growth, told.number, told.interval, answer.period, told.n))
    return tuple(found)
