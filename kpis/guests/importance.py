"""What matters to the guests against how well it is done."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from kpis.declare import kpi
from kpis.guests.answers import ANSWERS_SHOWN, CERTAIN_ANSWERS
from kpis.known import known
from kpis.result import Result, Undefined, Value

ITEMS_FOR_A_MAP = 2


@dataclass(frozen=True, slots=True)
class Item:
    """One thing asked about: how important the guests say it is, how well they say it is done, and their number."""

    name: str
    importance: float | None
    performance: float | None
    answers: int | None


@dataclass(frozen=True, slots=True)
class Cuts:
    """Where the map is divided: from here on a thing is important, and from here on it is done well."""

    importance: float
    performance: float

    def quadrant(self, importance: float, performance: float) -> str:
        """The label code of a point; a point on a cut counts as above it."""
        if importance >= self.importance:
            return "keep" if performance >= self.performance else "improve"
        return "possible_overkill" if performance >= self.performance else "low_priority"


def mean_cuts(points: Sequence[tuple[float, float]]) -> Cuts:
    """The cuts at the means of importance and of performance."""
    return Cuts(fmean(importance for importance, _ in points), fmean(performance for _, performance in points))


@kpi(
    id="importance_performance",
    number=67,
    theme="guests",
    name="What matters against how we do",
    unit="count",
    counted=("thing to do better", "things to do better"),
    direction="context",
    tier="supporting",
    question="What matters most to the guests, and how well do we do it?",
    reading="The number of things that matter more than the average and are done less well than the average. These are "
    "where an effort is felt.",
    minimum_data="At least 2 things asked about, each with at least 10 answers",
    source="Martilla & James 1977, SLKS20",
    cases=("guest.gap",),
)
def importance_performance(items: Sequence[Item], *, cuts: Cuts | None = None) -> Result:
    """Things asked about, by stated importance and mean performance, divided at the means of both.

    Importance is what the guests say in the survey and not computed from their other answers. Things with fewer than 10
    answers are left out, and from the means too; between 10 and 29 they are uncertain. With few answers a thing moves
    easily from one quadrant to another. The means divide every list in two, so something is always below.
    """
    if not items:
        return Undefined("list_empty")
    points: dict[str, tuple[float, float]] = {}
    for item in items:
        importance = known(item.importance, Undefined("importance_missing", {"item": item.name}))
        performance = known(item.performance, Undefined("performance_missing", {"item": item.name}))
        if isinstance(importance, Undefined):
            return importance
        if isinstance(performance, Undefined):
            return performance
        if item.answers is None:
            return Undefined("answer_count_missing")
        if item.answers >= ANSWERS_SHOWN:
            points[item.name] = (importance, performance)
    if len(points) < ITEMS_FOR_A_MAP:
        return Undefined("too_few_items", {"known": len(points), "minimum": ITEMS_FOR_A_MAP})
    return _mapped([item for item in items if item.name in points], points, cuts or mean_cuts(list(points.values())))


def _mapped(items: Sequence[Item], points: dict[str, tuple[float, float]], cuts: Cuts) -> Value:
    placed = {
        item.name: {
            "importance": points[item.name][0],
            "performance": points[item.name][1],
            "quadrant": cuts.quadrant(*points[item.name]),
            "n": item.answers,
            "uncertain": (item.answers or 0) < CERTAIN_ANSWERS,
        }
        for item in items
    }
    to_improve = sum(point["quadrant"] == "improve" for point in placed.values())
    detail = {"items": placed, "importance_cut": cuts.importance, "performance_cut": cuts.performance}
    return Value(to_improve, n=len(placed), detail=detail)
