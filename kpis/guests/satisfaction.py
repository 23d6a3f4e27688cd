"""How satisfied the guests are."""

import math

from scipy import stats

from kpis.declare import kpi
from kpis.guests.answers import Counts, counted, shown
from kpis.ratios import CONFIDENCE, wilson_interval
from kpis.result import Result, Undefined, Value

LOWEST, HIGHEST = 1, 10
SATISFIED_FROM = 8


def mean_interval(mean: float, spread: float, n: int) -> tuple[float, float] | None:
    """The 95 % t-interval of a mean on the scale; none where the answers do not differ, for then nothing is known."""
    if n == 1 or spread == 0:
        return None
    low, high = stats.t.interval(CONFIDENCE, n - 1, loc=mean, scale=spread / math.sqrt(n))
    return max(LOWEST, float(low)), min(HIGHEST, float(high))


def mean_score(answers_by_score: Counts) -> Result:
    """The mean of scores from 1 to 10 with its interval, whatever the number of answers."""
    counts = counted(answers_by_score, LOWEST, HIGHEST)
    if isinstance(counts, Undefined):
        return counts
    n = sum(counts.values())
    mean = sum(score * count for score, count in counts.items()) / n
    squares = sum(count * (score - mean) ** 2 for score, count in counts.items())
    spread = math.sqrt(squares / (n - 1)) if n > 1 else 0.0
    return Value(mean, n=n, interval=mean_interval(mean, spread, n), detail={"sd": spread})


@kpi(
    id="satisfaction_mean",
    number=60,
    theme="guests",
    name="Satisfaction",
    unit="score_10",
    direction="higher",
    tier="headline",
    question="How satisfied are our guests?",
    reading="The mean of the answers from 1 to 10. The interval says how sure it is. Danish national museum surveys "
    "gave 8.6 in 2018 and 2019.",
    minimum_data="At least 10 answers from 1 to 10; below 30 the figure is uncertain",
    source="SLKS20",
    cases=("guest.satisfaction",),
)
def satisfaction_mean(answers_by_score: Counts) -> Result:
    """The mean score from 1 to 10 with a 95 per cent t-interval that stays on the scale.

    Below 10 answers there is no figure. When all answers are alike, no interval can be computed. Answers on another
    scale are not turned into this one. The national survey asks in seven whole weeks over high and low season: do the
    same, or you measure July.
    """
    return shown(mean_score(answers_by_score))


@kpi(
    id="satisfied_share",
    number=61,
    theme="guests",
    name="Satisfied guests",
    unit="fraction",
    direction="higher",
    tier="core",
    question="How many of our guests are satisfied?",
    reading="The share of the answers at 8, 9 or 10. The interval says how sure it is.",
    minimum_data="At least 10 answers from 1 to 10; below 30 the figure is uncertain",
    source="ETIS01 A.2.1, MONI47",
    cases=("guest.satisfaction",),
)
def satisfied_share(answers_by_score: Counts, *, satisfied_from: int = SATISFIED_FROM) -> Result:
    """Answers at 8 or higher over all answers, with Wilson's 95 per cent interval.

    The cut at 8 is ours and is printed with the figure; no norm fixes one. Below 10 answers there is no figure.
    """
    counts = counted(answers_by_score, LOWEST, HIGHEST)
    if isinstance(counts, Undefined):
        return counts
    n = sum(counts.values())
    satisfied = sum(count for score, count in counts.items() if score >= satisfied_from)
    detail = {"satisfied": satisfied, "satisfied_from": satisfied_from}
    return shown(Value(satisfied / n, n=n, interval=wilson_interval(satisfied, n), detail=detail))
