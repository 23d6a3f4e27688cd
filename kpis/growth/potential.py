"""How much a place could grow: a profile of scores first, one number second."""

from collections.abc import Sequence
from dataclasses import dataclass

from kpis.composite import COVERAGE_NEEDED, composite_index, goalpost_score
from kpis.declare import kpi
from kpis.ratios import number_or_none
from kpis.result import Result


@dataclass(frozen=True, slots=True)
class Indicator:
    """One part of the index: its figure, and the floor and the target that the board has set for it."""

    id: str
    value: float | None
    floor: float | None
    target: float | None


@kpi(
    id="growth_potential_index",
    number=24,
    theme="growth",
    name="Growth potential profile / index",
    unit="score",
    direction="higher",
    tier="headline",
    question="How much could this place grow, all in all?",
    reading="0 means that every part stands at the floor that the board has set, 100 that every part has reached its "
    "target. Look at the parts first: the same number can hide very different places.",
    minimum_data="At least two thirds of the parts, with a floor and a target set by the board for each",
    source="COIN09, OECD09, REV42",
    cases=("composite.goalpost", "composite.below_threshold", "composite.leave_one_out"),
)
def growth_potential_index(indicators: Sequence[Indicator], *, coverage_needed: float = COVERAGE_NEEDED) -> Result:
    """The mean of the parts, each scored from 0 at its floor to 100 at its target; unknown parts are left out.

    The parts are the growth gap to the area, room outside the high season, effective markets, real growth of revenue
    per visit, conversion of enquiries and satisfaction. Below two thirds of the parts there is no number.
    We designed this index: no published definition for small places was found. So the geometric mean, the number
    without each part and the range over other weights stand beside it, and a rank is shown with its interval.
    """
    if len({indicator.id for indicator in indicators}) < len(indicators):
        raise ValueError("a part comes twice in the index")
    scores = {part.id: number_or_none(goalpost_score(part.value, part.floor, part.target)) for part in indicators}
    return composite_index(scores, coverage_needed=coverage_needed)
