"""The phase of development, as people see it."""

from kpis.declare import kpi
from kpis.result import Result, Undefined, Value

STAGES = ("exploration", "involvement", "development", "consolidation", "stagnation", "decline", "rejuvenation")


@kpi(
    id="lifecycle_note",
    number=23,
    theme="growth",
    name="Development phase (narrative)",
    unit="label",
    direction="context",
    tier="supporting",
    question="Which phase of its development is the place in?",
    reading="The phase that people have chosen, from exploration to decline or rejuvenation. Hold it up against the "
    "trend, the markets and the beds.",
    minimum_data="A choice made by people, with a reason",
    source="BUT10",
    cases=(),
)
def lifecycle_note(stage: str | None) -> Result:
    """The stage of Butler's life cycle that people have chosen; nothing is computed.

    The stages are exploration, involvement, development, consolidation, stagnation, decline and rejuvenation. The
    choice carries an owner, a date and a reason.
    The life cycle describes and does not predict: no place has to go through the stages in turn.
    """
    if stage is None:
        return Undefined("stage_not_chosen")
    if stage not in STAGES:
        raise ValueError(f"{stage!r} is none of {', '.join(STAGES)}")
    return Value(stage)
