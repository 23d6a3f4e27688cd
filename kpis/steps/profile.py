"""How far each of the ten steps has come, and whether what has started is documented."""

from collections.abc import Sequence
from dataclasses import dataclass

from kpis.declare import kpi
from kpis.result import Result, Undefined, Value

STEPS = tuple(range(1, 11))
MATURITY = ("not started", "idea", "plan", "in action", "evaluated")


@dataclass(frozen=True, slots=True)
class Step:
    """One step: how far people say it has come, and how many pieces of evidence are linked to it.

    Maturity runs from 0, not started, to 4, evaluated; None is not assessed.
    """

    number: int
    maturity: int | None = None
    evidence: int = 0

    def __post_init__(self) -> None:
        if self.number not in STEPS:
            raise ValueError(f"there is no step {self.number}")
        if self.maturity is not None and self.maturity not in range(len(MATURITY)):
            raise ValueError(f"a maturity is 0 to {len(MATURITY) - 1}, not {self.maturity}")


def assessed(steps: Sequence[Step]) -> dict[int, int]:
    """The maturity of each step that is assessed, by number; a step that comes twice raises ValueError."""
    numbers = [step.number for step in steps]
    if len(set(numbers)) < len(numbers):
        raise ValueError(f"a step comes twice: {sorted(numbers)}")
    by_number = sorted(steps, key=lambda step: step.number)
    return {step.number: step.maturity for step in by_number if step.maturity is not None}


def weakest(maturity: dict[int, int]) -> tuple[int, ...]:
    """The steps that have come least far; none where all are alike."""
    levels = set(maturity.values())
    return tuple(step for step, level in maturity.items() if level == min(levels)) if len(levels) > 1 else ()


def mean_maturity(steps: Sequence[Step]) -> float | None:
    """The mean over the assessed steps, for a check by hand. It is shown nowhere: the steps are a profile."""
    maturity = assessed(steps)
    return sum(maturity.values()) / len(maturity) if maturity else None


@kpi(
    id="ten_steps_status",
    number=92,
    theme="steps",
    name="Ten steps: maturity profile",
    unit="count",
    counted=("step begun", "steps begun"),
    direction="context",
    tier="headline",
    question="How far have we come with each of the ten steps?",
    reading="The number of steps that have started, if only as an idea. Read the profile: each step stands from 0, not "
    "started, to 4, evaluated. It is a list to plan by and not a score.",
    minimum_data="At least 1 assessed step",
    source="Benefit4Regions",
    cases=("steps.base",),
)
def ten_steps_status(steps: Sequence[Step]) -> Result:
    """Steps with a maturity above 0; the profile of all assessed steps stands beside it.

    People set the maturity: 0 not started, 1 idea, 2 plan, 3 in action, 4 evaluated. The steps that have come least far
    are named. A step without an assessment is not assessed, which is not 0, and a step that is marked as not relevant
    is left out.
    It is a judgement and no measurement. It is never averaged and never mixed with measured figures.
    """
    maturity = assessed(steps)
    if not maturity:
        return Undefined("no_step_assessed")
    detail = {
        "profile": {str(step): level for step, level in maturity.items()},
        "weakest": weakest(maturity),
        "not_assessed": tuple(sorted({step.number for step in steps} - set(maturity))),
    }
    return Value(sum(level > 0 for level in maturity.values()), n=len(maturity), detail=detail)


@kpi(
    id="evidence_share",
    number=94,
    theme="steps",
    name="Started steps without evidence",
    unit="count",
    counted=("step", "steps"),
    direction="lower",
    tier="core",
    question="Which steps do we say have started, without anything to show for it?",
    reading="The number of started steps without a link to a figure or a document. 0 means that all of them are "
    "documented.",
    minimum_data="At least 1 started step",
    source="Benefit4Regions, GSTC06 A3",
    cases=("steps.base",),
)
def evidence_share(steps: Sequence[Step]) -> Result:
    """Started steps without any evidence, counted; the share of started steps with evidence stands beside it.

    A step has started when its maturity is above 0. Evidence is a link to a measured figure or to a file.
    Where no step has started there is nothing to document yet, and so no figure. A link says that there is evidence,
    not how good it is.
    """
    maturity = assessed(steps)
    if not maturity:
        return Undefined("no_step_assessed")
    started = [step for step in steps if maturity.get(step.number, 0) > 0]
    if not started:
        return Undefined("no_step_started")
    bare = tuple(sorted(step.number for step in started if not step.evidence))
    detail = {"steps": bare, "documented_share": 1 - len(bare) / len(started)}
    return Value(len(bare), n=len(started), detail=detail)
