"""Whether the guests would recommend the place."""

import math
from typing import NamedTuple

from scipy import stats

from kpis.declare import kpi
from kpis.guests.answers import Counts, counted, shown
from kpis.known import not_negative
from kpis.ratios import CONFIDENCE
from kpis.result import Result, Undefined, Value

LOWEST, HIGHEST = 0, 10
PROMOTER_FROM, PASSIVE_FROM = 9, 7
POINTS = 100
PRIOR_AT_EACH_END, PRIOR_ANSWERS = 0.75, 3  # Rocks 2016


class Spread(NamedTuple):
    """Promoters less detractors as a fraction, and the variance of one answer counted as 1, 0 or -1."""

    net: float
    variance: float

    def interval(self, n: float) -> tuple[float, float]:
        """The 95 % Wald interval in points for n answers; it may leave the scale."""
        reach = float(stats.norm.ppf((1 + CONFIDENCE) / 2)) * math.sqrt(self.variance / n)
        return POINTS * (self.net - reach), POINTS * (self.net + reach)


def _spread(promoters: float, detractors: float, n: float) -> Spread:
    net = (promoters - detractors) / n
    return Spread(net, (promoters + detractors) / n - net**2)


def adjusted_wald_interval(promoters: int, detractors: int, n: int) -> tuple[float, float]:
    """The adjusted Wald interval in points: three answers are added, a quarter at each end, and it stays on the scale.

    Some tens of answers are enough for it, where the plain Wald interval claims too much.
    """
    adjusted_n = n + PRIOR_ANSWERS
    adjusted = _spread(promoters + PRIOR_AT_EACH_END, detractors + PRIOR_AT_EACH_END, adjusted_n)
    low, high = adjusted.interval(adjusted_n)
    return max(-POINTS, low), min(POINTS, high)


def net_promoters(promoters: int | None, passives: int | None, detractors: int | None) -> Result:
    """Promoters less detractors per 100 answers with the interval, whatever the number of answers."""
    counts: list[int] = []
    for given in (promoters, passives, detractors):
        number = not_negative(given, Undefined("answer_count_missing"))
        if isinstance(number, Undefined):
            return number
        counts.append(int(number))
    for_us, _, against = counts
    n = sum(counts)
    if n == 0:
        return Undefined("no_responses")
    spread = _spread(for_us, against, n)
    detail = {
        "promoter_share": for_us / n,
        "detractor_share": against / n,
        "variance": spread.variance,
        "standard_error": POINTS * math.sqrt(spread.variance / n),
        "wald_interval": spread.interval(n),
    }
    return Value(POINTS * spread.net, n=n, interval=adjusted_wald_interval(for_us, against, n), detail=detail)


@kpi(
    id="nps",
    number=62,
    theme="guests",
    name="Net Promoter Score",
    unit="points",
    direction="higher",
    tier="core",
    question="Would our guests recommend us?",
    reading="From -100 to 100: those who answer 9 or 10 less those who answer 0 to 6, for every 100 answers. With 170 "
    "answers it is sure to about 11 points, with 30 to about 26.",
    minimum_data="At least 10 answers from 0 to 10; below 30 the figure is uncertain",
    source="NPS38",
    cases=("guest.nps", "guest.small_n", "guest.empty"),
)
def nps(answers_by_score: Counts) -> Result:
    """100·(promoters - detractors) / n on a scale from 0 to 10, with the adjusted Wald interval at 95 per cent.

    Promoters answer 9 or 10, detractors 0 to 6. The variance of an answer is p + d - (p - d)², and the adjustment adds
    three answers: 0.75, 1.5 and 0.75.
    Never compute it from a scale from 1 to 10 or from five stars. Below 10 answers there is no figure.
    """
    counts = counted(answers_by_score, LOWEST, HIGHEST)
    if isinstance(counts, Undefined):
        return counts
    promoters = sum(count for score, count in counts.items() if score >= PROMOTER_FROM)
    detractors = sum(count for score, count in counts.items() if score < PASSIVE_FROM)
    return shown(net_promoters(promoters, sum(counts.values()) - promoters - detractors, detractors))
