"""What guests have answered, survey by survey: one actor's answers of one year."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from answers.data import Data
from answers.grains import one_grain
from answers.places import Place
from kpis.guests.answers import ANSWERS_SHOWN
from warehouse.schema import ALL

_SURVEY = ["actor_id", "question", "item"]
_YES = frozenset({"ja", "yes", "1"})


@dataclass(frozen=True)
class Survey:
    """An actor's answers of a year: question and item -> answer -> how many; `invited` is None where nobody told."""

    actor: str
    year: int
    counts: Mapping[tuple[str, str], Mapping[str, int]]
    invited: int | None

    def scores(self, question: str, item: str = ALL) -> dict[int, int]:
        """Return how many gave each score; what is no whole number, such as "don't know", is no score."""
        told = self.counts.get((question, item), {})
        return {int(answer): count for answer, count in told.items() if answer.isdecimal()}

    def answered(self, question: str, item: str = ALL) -> int:
        """Return how many answered the question with a score."""
        return sum(self.scores(question, item).values())

    def yes_and_all(self, question: str) -> tuple[int, int]:
        """Return how many said yes, and how many answered."""
        told = self.counts.get((question, ALL), {})
        return sum(count for answer, count in told.items() if answer.casefold() in _YES), sum(told.values())

    def items(self, question: str) -> tuple[str, ...]:
        """Return what the question was asked about."""
        return tuple(sorted(item for asked, item in self.counts if asked == question))

    @property
    def responses(self) -> int:
        """How many answered the question that most have answered."""
        return max((sum(told.values()) for told in self.counts.values()), default=0)


def surveys_of(data: Data, place: Place, year: int) -> tuple[Survey, ...]:
    """Return the surveys of a place in a year, in the order of its actors."""
    told = data.remember("surveys", lambda: _surveys(data.frame("guest_response")))
    return tuple(told[actor, year] for actor in place.actors if (actor, year) in told)


def years_asked(data: Data, place: Place, until: int) -> tuple[int, ...]:
    """Return the years from the first survey of a place to that year, those without a survey among them."""
    told = data.remember("surveys", lambda: _surveys(data.frame("guest_response")))
    years = [year for actor, year in told if actor in place.actors and year <= until]
    return tuple(range(min(years), until + 1)) if years else ()


def large_enough(
    surveys: Sequence[Survey], question: str, minimum: int = ANSWERS_SHOWN, item: str = ALL
) -> tuple[Survey, ...]:
    """Return the surveys with enough answers to the question to be shown."""
    return tuple(survey for survey in surveys if survey.answered(question, item) >= minimum)


def _surveys(frame: pd.DataFrame) -> Mapping[tuple[str, int], Survey]:
    frame = frame[frame["count"].notna()]
    if frame.empty:
        return {}
    frame = one_grain(_of_everybody(frame), _SURVEY)
    found = {}
    for (actor, year), rows in frame.groupby(["actor_id", "year"], observed=True):
        counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        told = zip(rows["question"], rows["item"], rows["score"], rows["count"], strict=True)
        for question, item, answer, count in told:
            counts[question, item][answer] += int(count)
        found[str(actor), int(str(year))] = Survey(str(actor), int(str(year)), counts, _invited(rows))
    return found


def _of_everybody(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the answers of all types of guest where they are told as one, else those of each type."""
    of_all = frame["visitor_type"] == ALL
    told_as_one = of_all.groupby([frame[key] for key in (*_SURVEY, "period")], observed=True).transform("any")
    return frame[of_all | ~told_as_one]


def _invited(rows: pd.DataFrame) -> int | None:
    """Return the number invited in the year: it stands alike on every row of a period and is not added up there."""
    invited = rows.groupby("period")["invited"].max().dropna()
    return int(invited.sum()) if len(invited) else None
