"""What has changed since a moment: each figure of a place as it was known then and as it is known now.

Both are computed as figures are computed today, over the same year; so what differs is what was loaded since.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from access.reader import Reader
from answers.answer import Answer
from answers.data import open_data
from answers.days import danish_day
from answers.lineage.basis import Scope
from answers.lineage.cells import wanted_rows
from answers.lineage.hiding import hidden, is_of_answers
from answers.moved import At, Cause, Facts, causes_of, moved_under
from answers.places import all_places
from answers.quality import quality
from answers.regenerative import FEWEST_ANSWERS
from answers.scope import data_for
from answers.show import all_answers
from answers.themes import Asked
from answers.wording import Judgement
from answers.written import difference, judgement_between, written
from kpis.declare import Tier
from kpis.disclosure import FEWEST_ACTORS
from kpis.growth.forecast import BEING_COMPUTED
from kpis.result import Result, Value
from locales import DANISH

QUALITY = ("data_completeness", "freshness")
_TIERS: tuple[Tier, ...] = ("headline", "core", "supporting")

# Whether the change is for the better as the KPI's passport has it; figures over other months or reporters than then
# are not compared.
Verdict = Literal["better", "worse", "neither", "not_comparable"]
_VERDICTS: Mapping[Judgement, Verdict] = {"good": "better", "bad": "worse", "neutral": "neither"}
# What people tell of their own plan is of no period.
_TOLD = frozenset({"steps"})


@dataclass(frozen=True)
class Change:
    """A figure that is another one now. `before` is None where it is hidden: the difference would tell too much.

    `difference` is that of the figures as they are written, with its decimals; None where either has no number.
    """

    before: Answer | None
    now: Answer
    difference: tuple[float, int] | None
    verdict: Verdict
    causes: tuple[Cause, ...]


@dataclass(frozen=True)
class Since:
    """What has changed of a place since a day; where nothing was known of it then, `known` is False.

    `changes` has the most important figures first; `unchanged` counts those that have a value and are as they were.
    `quality` has completeness and freshness, each then and now.
    """

    day: date
    known: bool
    changes: tuple[Change, ...] = ()
    unchanged: int = 0
    quality: tuple[tuple[Answer, Answer], ...] = ()


def since(asked: Asked, moment: datetime) -> Since:
    """Return what has changed since a moment (as the store keeps time) in the figures asked for."""
    key = ("since", asked.place.id, asked.year, moment, asked.day, asked.reader.sees_business_figures)
    return asked.data.remember(key, lambda: _since(asked, moment))


def _since(asked: Asked, moment: datetime) -> Since:
    data, place, year, reader, today = asked
    day = danish_day(moment)
    then = data_for(open_data(data.store, moment), reader)
    place_then = all_places(then).get(place.id)
    if then.is_empty or place_then is None:
        return Since(day, known=False)
    before, after = all_answers(then, place_then, year, reader), all_answers(data, place, year, reader)
    pairs = [(At(then, place_then, before[kpi]), At(data, place, after[kpi])) for kpi in after if kpi in before]
    pairs = [pair for pair in pairs if pair[1].answer.id not in QUALITY]
    other = [_differ(*pair) for pair in pairs]
    changes = [_change(*pair, reader) for pair, is_other in zip(pairs, other, strict=True) if is_other]
    same = [now for (_, now), is_other in zip(pairs, other, strict=True) if not is_other]
    was, is_now = quality(then, place_then, year, day).answers, quality(data, place, year, today).answers
    return Since(
        day,
        known=True,
        changes=tuple(sorted(changes, key=lambda change: _TIERS.index(change.now.passport.tier))),
        unchanged=sum(isinstance(at.answer.result, Value) for at in same),
        quality=tuple((was[kpi], is_now[kpi]) for kpi in QUALITY),
    )


def _differ(before: At, now: At) -> bool:
    """True where a value is written as another one, appeared or went; what is still being computed does neither."""
    results = (before.answer.result, now.answer.result)
    if BEING_COMPUTED in results or not any(isinstance(result, Value) for result in results):
        return False
    return written(before.answer, DANISH) != written(now.answer, DANISH)


def _change(before: At, now: At, reader: Reader) -> Change:
    moved = moved_under(before.data, now.data, (before, now))
    apart = difference(before.answer, now.answer)
    verdict = _verdict(before.answer, now.answer)
    causes = causes_of(moved, before.data, now.data)
    if _gives_away(moved, before, now, reader):
        return Change(None, now.answer, None, "not_comparable", causes)
    return Change(before.answer, now.answer, apart, verdict, causes)


def _verdict(before: Answer, now: Answer) -> Verdict:
    measured = now.passport.theme not in _TOLD
    if measured and _basis(before) != _basis(now):
        return "not_comparable"
    return _VERDICTS[judgement_between(before, now)]


def _basis(answer: Answer) -> tuple[object, ...]:
    return answer.period, answer.coverage, answer.reporters, answer.months


def _gives_away(moved: Facts, before: At, now: At, reader: Reader) -> bool:
    """True where the two figures together would tell what few people answered, or what fewer than three earn."""
    if any(is_of_answers(dataset) for dataset in moved) and _by_few_answers(before.answer.result, now.answer.result):
        return True
    if reader.sees_business_figures:
        return False
    others = _earning(before, reader) ^ _earning(now, reader) | _actors_hidden_in(moved, reader)
    return 0 < len(others) < FEWEST_ACTORS


def _by_few_answers(before: Result, now: Result) -> bool:
    if not isinstance(before, Value) or not isinstance(now, Value):
        return False
    return abs((before.n or 0) - (now.n or 0)) < FEWEST_ANSWERS


def _earning(at: At, reader: Reader) -> frozenset[str]:
    return _actors_hidden_in(wanted_rows(Scope(at.data, at.place, at.answer)), reader)


def _actors_hidden_in(facts: Facts, reader: Reader) -> frozenset[str]:
    """The actors whose own figures among these the reader may not see."""
    own = [
        frame.loc[hidden(dataset, frame, reader), "actor_id"]
        for dataset, frame in facts.items()
        if "actor_id" in frame and not is_of_answers(dataset)
    ]
    return frozenset(str(actor) for actors in own for actor in actors)
