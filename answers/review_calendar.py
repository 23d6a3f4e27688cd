"""The calendar of reviews: when each step, and the figures that belong to it, was looked at last, and is next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import pandas as pd

from answers.evidence import MEASURED
from answers.steps import StepTold, TenSteps

# A review of the tenth step, measuring and evaluating, or of none in particular, is one of the whole plan.
_WHOLE_PLAN = frozenset({"10", ""})


@dataclass(frozen=True)
class Due:
    """One step in the calendar: its figures, when it was looked at last and is next, who does it, whether it is late.

    `next_on` is None where no day is set, or the step has been looked at since.
    """

    step: int
    kpis: tuple[str, ...]
    seen_on: date | None
    next_on: date | None
    owner: str
    overdue: bool


def calendar(steps: TenSteps) -> tuple[Due, ...]:
    """Return the steps that the place has not left out by the next day, late ones first; of a day in its own order."""
    found = [_due(steps, step) for step in steps.relevant]
    return tuple(sorted(found, key=lambda due: due.next_on or date.max))


def last_review(steps: TenSteps) -> date | None:
    """Return the day of the newest review that has been held, None where there is none."""
    return next(iter(review_days(steps)), None)


def review_days(steps: TenSteps) -> tuple[date, ...]:
    """Return the days on which reviews have been held, the newest first."""
    days = _days(steps.decisions["date"])
    return tuple(sorted({day for day in days if day <= steps.today}, reverse=True))


def _due(steps: TenSteps, step: StepTold) -> Due:
    told = steps.decisions["step"].fillna("")
    own, whole = (steps.decisions[told.isin(names)] for names in ({str(step.number)}, _WHOLE_PLAN))
    held = pd.concat([own, whole])
    judged = step.fields.get("judged_on", "")
    seen = max([*_days(held["date"]), *_days([judged])], default=None)
    planned = max(_days(own["next_on"]), default=None) or max(_days(whole["next_on"]), default=None)
    following = planned if planned and not (seen and seen >= planned) else None
    owner = step.fields.get("owner", "")
    return Due(
        step.number, MEASURED[step.number], seen, following, owner, following is not None and following < steps.today
    )


def _days(texts: Iterable[object]) -> list[date]:
    return [date.fromisoformat(text[:10]) for text in texts if isinstance(text, str) and text]
