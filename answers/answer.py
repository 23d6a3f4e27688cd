"""One KPI answered for one place and period, with what it is compared with and how much it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass

from answers.compare import Coverage, Months
from kpis.catalogue import catalogue
from kpis.declare import Passport, Theme
from kpis.disclosure import FEWEST_ACTORS
from kpis.result import Result, Undefined, Value

Period = str


@dataclass(frozen=True)
class Answer:
    """A KPI's result; `previous` is the same KPI a year earlier, over the same reporters where they are compared.

    `reporters` and `months` (1 to 12) name those it is over, where it is over these alone; its lineage lists no others.
    `rests_on` are other answers that it, or a part of it, is computed from: it is never surer than they are.
    `spring_as_one` is the previous result and this one with March and April at their mean, where these two months moved
    against each other, as Easter moves them.
    """

    id: str
    result: Result
    period: Period
    coverage: Coverage | None = None
    previous: Result | None = None
    spark: Months = ()
    reporters: tuple[str, ...] = ()
    months: tuple[int, ...] = ()
    rests_on: tuple["Answer", ...] = ()
    spring_as_one: tuple[Result, Result] | None = None

    @property
    def passport(self) -> Passport:
        """The declaration of the KPI."""
        return catalogue()[self.id]

    @property
    def number(self) -> float | None:
        """The value as a number, None where it is undefined or a label."""
        return number_of(self.result)

    @property
    def change(self) -> float | None:
        """The value minus the previous one, None where either is missing."""
        before, now = number_of(self.previous), self.number
        return None if before is None or now is None else now - before


Answers = Mapping[str, Answer]


def number_of(result: Result | None) -> float | None:
    """Return the result as a number, None where it is undefined, a label or absent."""
    return result.number if isinstance(result, Value) and not isinstance(result.value, str) else None


def by_id(*answers: Answer) -> dict[str, Answer]:
    """Return the answers by the id of their KPI."""
    return {answer.id: answer for answer in answers}


def of_theme(answers: Answers, theme: Theme) -> Answers:
    """Return the answers whose KPI belongs to the theme."""
    return {kpi_id: answer for kpi_id, answer in answers.items() if answer.passport.theme == theme}


def too_few_actors(reporters: int) -> Undefined | None:
    """Return why a money or staff figure stays hidden, or None: of fewer than three actors each could be told apart."""
    return None if reporters >= FEWEST_ACTORS else Undefined("too_few_actors", {"minimum": FEWEST_ACTORS})
