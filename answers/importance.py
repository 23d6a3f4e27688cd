"""What matters to the guests against how well it is done, thing by thing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from answers.answer import Answer
from answers.compare import Coverage
from answers.places import Place
from answers.surveys import Survey
from kpis.guests.answers import ANSWERS_SHOWN
from kpis.guests.importance import Item, importance_performance
from kpis.result import Undefined

IMPORTANCE, PERFORMANCE = "importance_1_10", "performance_1_10"


@dataclass(frozen=True)
class Thing:
    """One thing asked about as it may be shown; `quadrant` is a label code."""

    name: str
    importance: float
    performance: float
    answers: int
    uncertain: bool
    quadrant: str


def importance_answer(asked: Sequence[Survey], place: Place, year: int) -> Answer:
    """Return the map of what was asked about; importance is as stated, and small surveys stay out of each thing."""
    told = [survey for survey in asked if survey.items(IMPORTANCE)]
    coverage = Coverage(len(told), len(place.actors), 0, 0) if told else None
    reporters = tuple(survey.actor for survey in told)
    result = importance_performance(_items(told))
    return Answer("importance_performance", result, str(year), coverage, reporters=reporters)


def things_of(answer: Answer) -> tuple[Thing, ...]:
    """Return the things on the map, what matters most first."""
    if isinstance(answer.result, Undefined):
        return ()
    placed = answer.result.detail["items"]
    assert isinstance(placed, Mapping)
    things = [
        Thing(name, said["importance"], said["performance"], said["n"], said["uncertain"], said["quadrant"])
        for name, said in placed.items()
    ]
    return tuple(sorted(things, key=lambda thing: -thing.importance))


def hidden_items(asked: Sequence[Survey]) -> tuple[str, ...]:
    """Return what was asked about but has too few answers to be shown."""
    return tuple(item.name for item in _items(asked) if (item.answers or 0) < ANSWERS_SHOWN)


def _items(asked: Sequence[Survey]) -> list[Item]:
    names = sorted({item for survey in asked for item in (*survey.items(IMPORTANCE), *survey.items(PERFORMANCE))})
    return [_item(name, asked) for name in names]


def _item(name: str, asked: Sequence[Survey]) -> Item:
    """Return one thing over the surveys with enough answers to both questions; without one, over what there is."""
    large = [survey for survey in asked if _answers(survey, name) >= ANSWERS_SHOWN]
    used = large or sorted(asked, key=lambda survey: _answers(survey, name))[-1:]
    return Item(name, _mean(used, IMPORTANCE, name), _mean(used, PERFORMANCE, name), _answered(used, name))


def _answers(survey: Survey, item: str) -> int:
    return min(survey.answered(IMPORTANCE, item), survey.answered(PERFORMANCE, item))


def _answered(surveys: Sequence[Survey], item: str) -> int:
    return sum(_answers(survey, item) for survey in surveys)


def _mean(surveys: Sequence[Survey], question: str, item: str) -> float | None:
    counts = [pair for survey in surveys for pair in survey.scores(question, item).items()]
    if not sum(count for _, count in counts):
        return None
    return fmean([score for score, _ in counts], weights=[count for _, count in counts])
