"""Whether guests like it and whether they buy: what they answer, rate and complain of, and what is sold.

A survey with too few answers is hidden, and stays out of every sum with others: the difference would tell it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from access.reader import Reader
from answers.answer import Answer, Answers, by_id
from answers.buying import Buying, buying
from answers.compare import Coverage
from answers.data import Data
from answers.early_tests import EarlyTests, early_tests
from answers.importance import Thing, hidden_items, importance_answer, things_of
from answers.panel import panel_of
from answers.places import Place
from answers.reviewed import Rating, complaints_answer, rating_answer, ratings
from answers.surveys import Survey, large_enough, surveys_of, years_asked
from answers.whole_year import whole_year
from kpis.guests.answers import CERTAIN_ANSWERS, Counts, together
from kpis.guests.loyalty import repeat_visitor_share
from kpis.guests.recommendation import nps
from kpis.guests.response import response_rate
from kpis.guests.satisfaction import satisfaction_mean, satisfied_share
from kpis.result import Result, Undefined

SATISFACTION, RECOMMENDATION, REPEAT = "satisfaction_1_10", "nps_0_10", "repeat"
_SCORED: tuple[tuple[str, str, Callable[[Counts], Result]], ...] = (
    ("satisfaction_mean", SATISFACTION, satisfaction_mean),
    ("satisfied_share", SATISFACTION, satisfied_share),
    ("nps", RECOMMENDATION, nps),
)


@dataclass(frozen=True)
class Wave:
    """What the guests of one year answered, over so many surveys."""

    year: int
    surveys: int
    satisfaction: Result
    nps: Result


@dataclass(frozen=True)
class SurveyRow:
    """One actor's survey of the year as it may be shown."""

    actor: str
    responses: int
    invited: int | None
    satisfaction: Result
    nps: Result


@dataclass(frozen=True)
class Guests:
    """Everything the page about guests says about a place in a year, as one reader may see it."""

    place: Place
    year: int
    answers: Answers
    waves: tuple[Wave, ...]
    surveys: tuple[SurveyRow, ...]
    things: tuple[Thing, ...]
    hidden: tuple[str, ...]
    buying: Buying
    ratings: tuple[Rating, ...]
    tests: EarlyTests


def guests(data: Data, place: Place, year: int, reader: Reader) -> Guests:
    """Return what guests answer and buy at a place in a year, as this reader may see it."""
    key = ("guests", place.id, year, reader.sees_business_figures)
    return data.remember(key, lambda: _guests(data, place, year, reader))


def _guests(data: Data, place: Place, year: int, reader: Reader) -> Guests:
    asked, before = surveys_of(data, place, year), surveys_of(data, place, year - 1)
    bought, rated = buying(data, place, year, reader), ratings(data, place, year)
    answers = by_id(
        *(_scored(kpi_id, question, kpi, asked, before, place, year) for kpi_id, question, kpi in _SCORED),
        _repeat(asked, before, place, year),
        _basis(data, place, asked, year),
        bought.answer,
        rating_answer(rated, place, year),
        importance_answer(asked, place, year),
        complaints_answer(data, place, year),
    )
    return Guests(
        place,
        year,
        answers,
        waves=tuple(_wave(data, place, one) for one in years_asked(data, place, year)),
        surveys=tuple(map(_row, asked)),
        things=things_of(answers["importance_performance"]),
        hidden=hidden_items(asked),
        buying=bought,
        ratings=rated,
        tests=early_tests(data, place, year),
    )


def over(surveys: Sequence[Survey], question: str, kpi: Callable[[Counts], Result]) -> Result:
    """Return the KPI over all surveys that asked the question."""
    counts = together([scores for survey in surveys if (scores := survey.scores(question))])
    return counts if isinstance(counts, Undefined) else kpi(counts)


def _scored(
    kpi_id: str,
    question: str,
    kpi: Callable[[Counts], Result],
    asked: Sequence[Survey],
    before: Sequence[Survey],
    place: Place,
    year: int,
) -> Answer:
    used = large_enough(asked, question)
    earlier = _same(used, large_enough(before, question))
    previous = over(earlier, question, kpi) if earlier else None
    return Answer(
        kpi_id, over(asked, question, kpi), str(year), _coverage(used, place), previous, reporters=_names(used)
    )


def _names(surveys: Sequence[Survey]) -> tuple[str, ...]:
    return tuple(survey.actor for survey in surveys)


def _coverage(used: Sequence[Survey], place: Place) -> Coverage | None:
    return Coverage(len(used), len(place.actors), 0, 0) if used else None


def _same(used: Sequence[Survey], before: Sequence[Survey]) -> list[Survey]:
    """Return the earlier surveys of the very same actors, none unless each of them asked then too."""
    actors = {survey.actor for survey in used}
    earlier = [survey for survey in before if survey.actor in actors]
    return earlier if len(earlier) == len(actors) else []


def _repeat(asked: Sequence[Survey], before: Sequence[Survey], place: Place, year: int) -> Answer:
    used = [survey for survey in asked if survey.yes_and_all(REPEAT)[1] >= CERTAIN_ANSWERS]
    told = [survey for survey in before if survey.yes_and_all(REPEAT)[1] >= CERTAIN_ANSWERS]
    earlier = _same(used, told)
    previous = _share_of(earlier) if earlier else None
    coverage = _coverage(used, place)
    return Answer("repeat_visitor_share", _share_of(asked), str(year), coverage, previous, reporters=_names(used))


def _share_of(surveys: Sequence[Survey]) -> Result:
    told = [survey.yes_and_all(REPEAT) for survey in surveys]
    counts = together([{1: yes, 0: all_of - yes} for yes, all_of in told if all_of], CERTAIN_ANSWERS)
    if isinstance(counts, Undefined):
        return counts
    return repeat_visitor_share(counts.get(1, 0), sum(count or 0 for count in counts.values()))


def _basis(data: Data, place: Place, asked: Sequence[Survey], year: int) -> Answer:
    """Return how many answered of those invited; where that is not known everywhere, of those who told."""
    told = [survey for survey in asked if survey.invited is not None] or list(asked)
    everybody = [survey.invited for survey in told if survey.invited is not None]
    panel = panel_of(data, place)
    used = panel.of(survey.actor for survey in told)
    visits = whole_year(used, year) if panel.measure == "visits" and len(used.reporters) == len(told) else None
    responses = sum(survey.responses for survey in told) if told else None
    result = response_rate(responses, sum(everybody) if everybody else None, visits=visits)
    return Answer("response_rate", result, str(year), _coverage(told, place), reporters=_names(told))


def _wave(data: Data, place: Place, year: int) -> Wave:
    asked = surveys_of(data, place, year)
    satisfaction = over(asked, SATISFACTION, satisfaction_mean)
    return Wave(year, len(large_enough(asked, SATISFACTION)), satisfaction, over(asked, RECOMMENDATION, nps))


def _row(survey: Survey) -> SurveyRow:
    return SurveyRow(
        survey.actor,
        survey.responses,
        survey.invited,
        over([survey], SATISFACTION, satisfaction_mean),
        over([survey], RECOMMENDATION, nps),
    )
