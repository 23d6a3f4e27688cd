"""The fitted line of yearly growth and how far it may be off, from the trend KPI itself."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from kpis.result import Result, Undefined


@dataclass(frozen=True)
class TrendLine:
    """The line through the yearly totals; low and high span what the interval of its slope allows."""

    fitted: Mapping[int, float]
    low: Mapping[int, float]
    high: Mapping[int, float]


def trend_line(totals: Mapping[int, float], trend: Result) -> TrendLine:
    """Return the line of the trend KPI over the years it rests on; empty where the KPI is undefined.

    A least-squares line through ln V passes through the mean year and the mean of the logarithms, so the rate gives it.
    """
    if isinstance(trend, Undefined) or not totals:
        return TrendLine({}, {}, {})
    middle = sum(totals) / len(totals)
    level = sum(math.log(total) for total in totals.values()) / len(totals)

    def line(rate: float) -> dict[int, float]:
        return {year: math.exp(level + (year - middle) * math.log1p(rate)) for year in totals}

    if trend.interval is None:
        return TrendLine(line(trend.number), {}, {})
    ends = [line(rate) for rate in trend.interval]
    return TrendLine(
        line(trend.number),
        {year: min(end[year] for end in ends) for year in totals},
        {year: max(end[year] for end in ends) for year in totals},
    )
