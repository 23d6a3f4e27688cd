"""The ten steps of a place as people tell them: how far each has come, who does what, and what is agreed.

What is told is shown as it is; figures measured elsewhere stand beside it (`answers.evidence`), never in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from answers.answer import Answer, Answers, by_id
from answers.data import Data
from answers.logged import is_later, rows_of
from answers.places import Place
from kpis.result import Result, Undefined
from kpis.steps.plan import FIVE_W, Task, action_overdue_share, five_w_completeness
from kpis.steps.profile import STEPS, Step, evidence_share, ten_steps_status

DROPPED = "dropped"
DECISION = "decision"


@dataclass(frozen=True)
class StepTold:
    """One step as people tell it: `fields` are the texts of its row, `position` where it comes with them.

    Maturity is None where nobody has assessed it.
    """

    number: int
    position: int
    maturity: int | None
    not_relevant: bool
    fields: Mapping[str, str]

    @property
    def step(self) -> Step:
        """The step as the KPIs take it."""
        return Step(self.number, self.maturity, evidence=int("evidence_link" in self.fields))


@dataclass(frozen=True)
class TenSteps:
    """Everything the page of the ten steps says of a place on a day.

    `steps` are all ten in the order of the place; `actions` its actions, overdue ones first, with whether they are;
    `log` all that has happened, `later` than the year or not, and `decisions` the reviews among it, newest first;
    `initiatives` its cards.
    """

    place: Place
    today: date
    answers: Answers
    steps: tuple[StepTold, ...]
    actions: pd.DataFrame
    log: pd.DataFrame
    initiatives: pd.DataFrame

    @property
    def decisions(self) -> pd.DataFrame:
        """What was decided in the reviews, newest first."""
        return self.log[self.log["kind"] == DECISION].reset_index(drop=True)

    @property
    def open_actions(self) -> pd.DataFrame:
        """The actions that are neither done nor dropped."""
        is_closed = self.actions["status"].isin(("done", DROPPED)) | self.actions["done"].notna()
        return self.actions[~is_closed].reset_index(drop=True)

    @property
    def relevant(self) -> tuple[StepTold, ...]:
        """The steps that the place has not left out."""
        return tuple(step for step in self.steps if not step.not_relevant)

    @property
    def brought_forward(self) -> tuple[tuple[StepTold, tuple[int, ...]], ...]:
        """The steps that the place takes before steps of a lower number, each with those numbers."""
        found = []
        for place, step in enumerate(self.relevant):
            overtaken = tuple(sorted(later.number for later in self.relevant[place:] if later.number < step.number))
            if overtaken:
                found.append((step, overtaken))
        return tuple(found)


def ten_steps(data: Data, place: Place, year: int, today: date) -> TenSteps:
    """Return the ten steps of a place as they are told now; `year` is the period of what is not dated."""
    return data.remember(("steps", place.id, year, today), lambda: _ten_steps(data, place, year, today))


def _ten_steps(data: Data, place: Place, year: int, today: date) -> TenSteps:
    told = rows_of(data, "steps", place).set_index("step")
    steps = tuple(sorted((_step(told, number) for number in STEPS), key=lambda step: (step.position, step.number)))
    actions = _actions(data, place, today)
    relevant = [step for step in steps if not step.not_relevant]
    judged = max(told["judged_on"].dropna(), default="")[:7] or str(year)
    filled: Result = Undefined("list_empty")
    if len(told):
        filled = five_w_completeness([[name for name in FIVE_W if name in step.fields] for step in relevant])
    answers = by_id(
        Answer("ten_steps_status", ten_steps_status([step.step for step in relevant]), judged),
        Answer("five_w_completeness", filled, judged),
        Answer("evidence_share", evidence_share([step.step for step in relevant]), judged),
        Answer("action_overdue_share", action_overdue_share(_tasks(actions), today), f"{today:%Y-%m}"),
    )
    log = rows_of(data, "log", place).sort_values("date", ascending=False).reset_index(drop=True)
    log = log.assign(later=[is_later(day, year) for day in log["date"]])
    return TenSteps(place, today, answers, steps, actions, log, rows_of(data, "initiatives", place))


def _step(told: pd.DataFrame, number: int) -> StepTold:
    row = told.loc[str(number)].dropna().to_dict() if str(number) in told.index else {}
    maturity = row.get("maturity")
    return StepTold(
        number,
        int(row.get("position", number)),
        None if maturity is None else int(maturity),
        row.get("not_relevant") == 1,
        {str(name): str(value) for name, value in row.items() if isinstance(value, str)},
    )


def _actions(data: Data, place: Place, today: date) -> pd.DataFrame:
    """Return the actions of the place with whether they are overdue, those first, then by due date."""
    frame = rows_of(data, "actions", place)
    overdue = [task.overdue(today) for task in map(_task, frame.to_dict("records"))]
    frame = frame.assign(
        overdue=[late and status != DROPPED for late, status in zip(overdue, frame["status"], strict=True)]
    )
    is_open = ~frame["status"].isin(("done", DROPPED)) & frame["done"].isna()
    order = frame.assign(closed=~is_open, late=~frame["overdue"])
    return frame.loc[order.sort_values(["late", "closed", "due", "action_id"]).index].reset_index(drop=True)


def _task(row: Mapping[object, object]) -> Task:
    due, done = (date.fromisoformat(str(row[name])) if row[name] else None for name in ("due", "done"))
    # What is said to be done without a day was done in time, as far as anybody knows.
    return Task(due, done or (due if row["status"] == "done" else None))


def _tasks(actions: pd.DataFrame) -> list[Task]:
    """Return the actions that are still meant to be done, or were."""
    return [_task(row) for row in actions.to_dict("records") if row["status"] != DROPPED]
