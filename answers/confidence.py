"""How sure a figure is: a grade from A to D, with its reasons in words.

A figure starts at A, and the worst of seven grounds gives its grade; nothing is weighed against anything else.

- Coverage: B where somebody or some month is left out, C below 80 per cent of the reporters times the months, D below
  50 per cent.
- Answers: C where a survey has fewer than 30 answers; below 10 there is no figure.
- Age: B where the figure is from the year before the one asked for, C from up to three years before, D from earlier.
- Estimates: B where any of what it rests on is an estimate, C above 10 per cent of it, D above half; where it rests on
  two sheets, that of the sheet with the larger share.
- Method: C where the figure is itself an estimate that rests on assumptions.
- Origin: what is computed from other figures has the worst of their grades, for no estimate is surer than its parts.
- Breaks: B where the COVID years or a large event lie in its period, C where what is counted or how it is counted
  changes within it.

A figure that is undefined has no grade, for its reason says it all. Nor has what people have told of their own plan:
it is a judgement and no measurement.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

import pandas as pd

from answers.answer import Answer
from answers.compare import Coverage
from answers.data import Data
from answers.lineage.basis import Scope
from answers.lineage.declared import BASES
from answers.places import Place
from answers.quality import breaks_of
from kpis.quality import Break, break_flags
from kpis.result import Undefined, Value

Grade = Literal["A", "B", "C", "D"]
Kind = Literal["coverage", "answers", "age", "estimates", "method", "breaks"]
GRADES: tuple[Grade, ...] = ("A", "B", "C", "D")

UNCERTAIN_BELOW = 30
_MOSTLY, _HALF = 0.8, 0.5
_FEW_ESTIMATES, _MANY_ESTIMATES = 0.1, 0.5
_RECENT_YEARS = 3
_SURVEYS = frozenset({"residents", "guest_response", "travel"})
# Their number is one of things asked about, or of parts; how many answered stands with each of them.
_NOT_OF_ANSWERS = frozenset({"importance_performance", "growth_potential_index"})
# On what was found elsewhere, such as what a guest spends or what a kilometre emits, and taken to hold here too.
_ON_ASSUMPTIONS = frozenset({"local_economic_value", "spend_per_visitor", "co2_per_visit_transport"})
_SERIES = frozenset({"visits", "nights"})
_TELL_ESTIMATES = frozenset({"visits", "sustainability"})
_PASSING = frozenset({"covid", "event"})


class Ground(NamedTuple):
    """One ground of a grade: what it is about, how far down it takes the figure, and the number behind it.

    `amount` is a share (coverage, estimates), a count of answers, or of years; `breaks` are the kinds of break. Where
    the ground is that of another answer which this one rests on, `origin` is that answer.
    """

    kind: Kind
    grade: Grade
    amount: float = 0
    breaks: tuple[str, ...] = ()
    origin: Answer | None = None


@dataclass(frozen=True)
class Confidence:
    """The grade of a figure with every ground that takes it below A, the worst first."""

    grade: Grade
    grounds: tuple[Ground, ...] = ()


def confidence(data: Data, place: Place, year: int, answer: Answer) -> Confidence | None:
    """Return how sure an answer of a page about that year is, None where it has no value or is told, not measured."""
    if isinstance(answer.result, Undefined) or answer.passport.theme == "steps":
        return None
    key = ("confidence", place.id, year, answer.id, answer.period, answer.reporters, answer.coverage, answer.rests_on)
    return data.remember(
        key,
        lambda: graded(
            [*_grounds(Scope(data, place, answer), answer.result, year), *_inherited(data, place, year, answer)]
        ),
    )


def _inherited(data: Data, place: Place, year: int, answer: Answer) -> list[Ground]:
    """The worst ground of all answers that this one rests on; each of theirs stands with them."""
    known = [(one, confidence(data, place, year, one)) for one in answer.rests_on]
    worst = [
        ground if ground.origin else ground._replace(origin=one)
        for one, found in known
        if found
        for ground in found.grounds[:1]
    ]
    return [max(worst, key=lambda ground: ground.grade)] if worst else []


def graded(grounds: Iterable[Ground]) -> Confidence:
    """Return the confidence that these grounds give: that of the worst of them."""
    below = sorted((ground for ground in grounds if ground.grade != "A"), key=lambda ground: ground.grade, reverse=True)
    return Confidence(below[0].grade if below else "A", tuple(below))


def _grounds(scope: Scope, result: object, year: int) -> list[Ground]:
    datasets = {basis.dataset for basis in BASES[scope.answer.id]}
    grounds = [of_coverage(scope.answer.coverage), of_age(scope.answer.period, year), _estimates(scope)]
    if scope.answer.id in _ON_ASSUMPTIONS:
        grounds.append(Ground("method", "C"))
    if isinstance(result, Value) and rests_on_answers(scope.answer):
        grounds.append(of_answers(result.n))
    if datasets & _SERIES:
        grounds.append(of_breaks(breaks_of(scope.data, scope.place), _years(scope)))
    return grounds


def rests_on_answers(answer: Answer) -> bool:
    """True where the count behind a figure is of people who answered a survey: a sample."""
    return answer.id not in _NOT_OF_ANSWERS and any(basis.dataset in _SURVEYS for basis in BASES[answer.id])


def of_coverage(coverage: Coverage | None) -> Ground:
    """Grade what share of the reporters and months the figure rests on."""
    if coverage is None or coverage.is_whole or not coverage.of_reporters:
        return Ground("coverage", "A", 1)
    months = coverage.months / coverage.of_months if coverage.of_months else 1.0
    share = coverage.reporters / coverage.of_reporters * months
    return Ground("coverage", "B" if share >= _MOSTLY else "C" if share >= _HALF else "D", share)


def of_answers(n: int | None) -> Ground:
    """Grade how many have answered."""
    return Ground("answers", "C" if n is not None and n < UNCERTAIN_BELOW else "A", n or 0)


def of_age(period: str, year: int) -> Ground:
    """Grade how many years before the year asked for the figure's period ends."""
    last = _years_in(period)[-1:]
    behind = max(0, year - last[0]) if last else 0
    return Ground("age", "A" if not behind else "B" if behind == 1 else "C" if behind <= _RECENT_YEARS else "D", behind)


def _estimates(scope: Scope) -> Ground:
    """Grade what share of the rows under the figure is estimated, in the dataset where it is the largest."""
    told: dict[str, list[pd.DataFrame]] = {}
    for basis in BASES[scope.answer.id]:
        if basis.dataset in _TELL_ESTIMATES:
            told.setdefault(basis.dataset, []).append(basis.rows(scope))
    found = [of_estimates(sum(map(_estimated, frames)), sum(map(len, frames))) for frames in told.values()]
    return max(found, key=lambda ground: ground.amount, default=Ground("estimates", "A"))


def _estimated(frame: pd.DataFrame) -> int:
    return int(((frame["method"] == "estimate") if "method" in frame else (frame["estimated"] == 1)).sum())


def of_estimates(estimated: int, rows: int) -> Ground:
    """Grade how many of the rows are estimates."""
    share = estimated / rows if rows else 0.0
    grade: Grade = "A" if not share else "B" if share <= _FEW_ESTIMATES else "C" if share <= _MANY_ESTIMATES else "D"
    return Ground("estimates", grade, share)


def of_breaks(notes: Sequence[Break], years: tuple[int, int]) -> Ground:
    """Grade the breaks that touch the years of a series."""
    touching = break_flags(notes, date(years[0], 1, 1), date(years[1], 12, 31))
    assert isinstance(touching, Value)
    flags = touching.detail["flags"]
    assert isinstance(flags, tuple)
    kinds = tuple(dict.fromkeys(str(flag["kind"]) for flag in flags))
    return Ground("breaks", "A" if not kinds else "B" if set(kinds) <= _PASSING else "C", len(flags), kinds)


def _years(scope: Scope) -> tuple[int, int]:
    found = _years_in(scope.answer.period)
    before = any(basis.span == "with_year_before" for basis in BASES[scope.answer.id])
    return found[0] - before, found[-1]


def _years_in(period: str) -> list[int]:
    return [int(part[:4]) for part in period.replace("–", "/").split("/") if part[:4].isdecimal()]
