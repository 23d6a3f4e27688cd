"""The plan behind the steps: are the five questions answered, and are the actions on time?"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from kpis.declare import kpi
from kpis.result import Result, Undefined, Value

FIVE_W = ("who", "what", "why", "how", "when")


@kpi(
    id="five_w_completeness",
    number=93,
    theme="steps",
    name="Who, what, why, how, when filled",
    unit="fraction",
    direction="higher",
    tier="core",
    question="Is it written down who does what, why, how and when?",
    reading="The share of the five fields that are filled in. At 100 per cent every step says who, what, why, how and "
    "when.",
    minimum_data="At least 1 step or action",
    source="Benefit4Regions, VE",
    cases=("steps.base",),
)
def five_w_completeness(filled: Sequence[Collection[str]]) -> Result:
    """Filled fields over five for each step or action; given for each are the fields that are filled in.

    The fields are who, what, why, how and when. A step where nothing is written counts with five empty fields, and a
    step that is marked as not relevant is left out. The share of each field stands beside it.
    It sees whether something is written and not whether it is any good.
    """
    strange = {field for fields in filled for field in fields} - set(FIVE_W)
    if strange:
        raise ValueError(f"{sorted(strange)} are none of {', '.join(FIVE_W)}")
    if not filled:
        return Undefined("list_empty")
    counts = {field: sum(field in fields for fields in filled) for field in FIVE_W}
    n = len(FIVE_W) * len(filled)
    by_field = {field: count / len(filled) for field, count in counts.items()}
    return Value(sum(counts.values()) / n, n=n, detail={"by_field": by_field})


@dataclass(frozen=True, slots=True)
class Task:
    """One action on the list: when it is due and when it was done; None is no due date, or not done."""

    due: date | None = None
    done: date | None = None

    def overdue(self, on: date) -> bool:
        """Whether its date has passed without its being done by that day; what is due today is not late yet."""
        return self.due is not None and self.due < on and (self.done is None or self.done > on)


@kpi(
    id="action_overdue_share",
    number=95,
    theme="steps",
    name="Overdue actions",
    unit="fraction",
    direction="lower",
    tier="supporting",
    question="Do we do what we said, when we said?",
    reading="The share of the actions with a due date that are late today.",
    minimum_data="At least 1 action with a due date",
    source="VE",
    share_of="of all actions with a due date, those done included",
    cases=("steps.overdue",),
)
def action_overdue_share(actions: Sequence[Task], on: date) -> Result:
    """Actions past their due date and not done, over actions with a due date, on the given day.

    What was done late is done and not overdue; what is done only after the given day was open on that day. Actions
    without a due date are in neither of the two and are counted apart.
    """
    if not actions:
        return Undefined("no_actions")
    dated = [action for action in actions if action.due is not None]
    if not dated:
        return Undefined("no_due_date", {"actions": len(actions)})
    overdue = sum(action.overdue(on) for action in dated)
    detail = {"with_due": len(dated), "overdue": overdue, "no_due_date": len(actions) - len(dated)}
    return Value(overdue / len(dated), n=len(dated), detail=detail)
