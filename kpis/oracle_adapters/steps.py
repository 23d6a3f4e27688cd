"""Worked cases about the ten steps and the actions."""

from collections.abc import Mapping
from datetime import date

from kpis.oracle_adapters.naming import mapping_of, named, value_of
from kpis.oracles import Adapter, Inputs, Outputs
from kpis.steps.plan import FIVE_W, Task, action_overdue_share, five_w_completeness
from kpis.steps.profile import Step, evidence_share, mean_maturity, ten_steps_status


def _steps(inputs: Inputs) -> Outputs:
    evidence = inputs["evidence_links"]
    steps = [Step(int(number), level, evidence[number]) for number, level in inputs["maturity_0_4"].items()]
    marks = inputs["five_w_filled"].values()
    filled = [{field for field, given in zip(FIVE_W, row, strict=True) if given} for row in marks]
    status = ten_steps_status(steps)
    return {
        **named(status, "steps_started", weakest_steps="weakest"),
        "maturity_profile": list(mapping_of(status, "profile").values()),
        "maturity_mean": mean_maturity(steps),
        "five_w_completeness": value_of(five_w_completeness(filled)),
        "steps_started_without_evidence": value_of(evidence_share(steps)),
    }


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)


def _overdue(inputs: Inputs) -> Outputs:
    actions = [Task(_day(action["due"]), _day(action["done"])) for action in inputs["actions"]]
    result = action_overdue_share(actions, date.fromisoformat(inputs["as_of"]))
    names = {"with_due": "with_due", "overdue": "overdue", "no_due_date": "no_due_date"}
    return named(result, "overdue_share_of_with_due", **names)


ADAPTERS: Mapping[str, Adapter] = {"ten_steps_status": _steps, "action_overdue_share": _overdue}
