"""Growth over several years: rolling totals, the average rate and the trend with its uncertainty."""

import math
from collections.abc import Mapping, Sequence

from scipy import stats

from kpis.declare import kpi
from kpis.growth.visits import growth_rate
from kpis.known import MONTHS_OF_A_YEAR, finite, known_series, positive
from kpis.ratios import CONFIDENCE, number_or_none
from kpis.result import Result, Undefined, Value

FLAGGED_YEARS = (2020, 2021)
YEARS_FOR_A_RATE = 3
YEARS_FOR_AN_INTERVAL = 4


def rolling_totals(visits: Sequence[float | None]) -> tuple[float | None, ...]:
    """The total of every window of 12 consecutive months, the first window first; None where a month is missing."""
    windows = (visits[start : start + MONTHS_OF_A_YEAR] for start in range(len(visits) - MONTHS_OF_A_YEAR + 1))
    totals = (known_series(window, MONTHS_OF_A_YEAR) for window in windows)
    return tuple(None if isinstance(total, Undefined) else sum(total) for total in totals)


@kpi(
    id="visits_rolling12",
    number=4,
    theme="growth",
    name="Rolling 12-month total",
    unit="visits",
    direction="higher",
    tier="core",
    question="How many visits did we have in the last 12 months?",
    reading="A whole year that moves along month by month, so that the season does not disturb. A rising line is "
    "growth.",
    minimum_data="12 consecutive months for the level, 24 for the growth",
    source="TUR19",
    cases=("growth.rolling12",),
)
def visits_rolling12(visits: Sequence[float | None]) -> Result:
    """The sum of the last 12 months; its growth is set against the 12 months before them.

    R(t) = V(t) + V(t-1) + ... + V(t-11), and growth = R(t) / R(t-12) - 1. Months run from the oldest to the newest.
    One missing month in the window makes the total undefined.
    The stable part of the season and most of Easter disappear, but the figure reacts late, and a break in the
    series stays in it for 12 months.
    """
    last_year = known_series(visits[-MONTHS_OF_A_YEAR:], MONTHS_OF_A_YEAR)
    if isinstance(last_year, Undefined):
        return last_year
    totals = rolling_totals(visits)
    before = totals[-MONTHS_OF_A_YEAR - 1] if len(totals) > MONTHS_OF_A_YEAR else None
    growth = number_or_none(growth_rate(before, totals[-1]))
    return Value(sum(last_year), n=MONTHS_OF_A_YEAR, detail={"totals": totals, "growth": growth})


@kpi(
    id="visits_cagr",
    number=5,
    theme="growth",
    name="Compound annual growth",
    unit="fraction",
    direction="higher",
    tier="core",
    question="How much did we grow per year on average?",
    reading="The steady yearly growth that leads from the first year to the last. Only the two end years count, so "
    "look at the trend as well.",
    minimum_data="Two complete years at least 2 years apart, both above 0",
    source="Braga08",
    cases=("growth.cagr", "real.dk_museum_visits", "real.dk_german_nights"),
)
def visits_cagr(first: float | None, last: float | None, years: int) -> Result:
    """The constant yearly growth between two complete years: (V(last) / V(first))^(1 / years) - 1.

    It depends on the two end years alone and says nothing about the years between them. Never start it in 2020 or 2021.
    Show it together with the trend line. Undefined when an end year is incomplete or 0.
    """
    missing, zero = Undefined("end_year_missing"), Undefined("end_year_zero")
    begin, end = positive(first, missing, zero), positive(last, missing, zero)
    if years < 2:
        return Undefined("years_too_close", {"years": years})
    if isinstance(begin, Undefined):
        return begin.of("previous")
    if isinstance(end, Undefined):
        return end.of("current")
    return Value((end / begin) ** (1 / years) - 1, detail={"years": years})


@kpi(
    id="visits_trend_growth",
    number=6,
    theme="growth",
    name="Trend growth with uncertainty",
    unit="fraction",
    direction="higher",
    tier="headline",
    question="Are we growing over the years, and how sure is that?",
    reading="The yearly growth of the line through all years. The interval is the message: if it contains 0, the years "
    "do not show whether we grow.",
    minimum_data="3 complete years for a rate, 4 for its interval",
    source="TFC34",
    cases=("growth.trend",),
)
def visits_trend_growth(visits_by_year: Mapping[int, float | None]) -> Result:
    """Yearly growth of the trend: the slope b of ln V = a + b·year (least squares), as e^b - 1, with its interval.

    The interval (95 per cent) uses Student's t with n - 2 degrees of freedom: only 2 with 4 years, so it is wide.
    The Theil-Sen slope beside it is robust against one odd year. With 3 years there is a rate without an interval.
    Incomplete years are left out and listed; 2020 and 2021 are marked, not smoothed. A year of 0 has no logarithm.
    """
    points = {year: finite(visits) for year, visits in sorted(visits_by_year.items()) if visits is not None}
    without_visits = tuple(year for year, total in points.items() if total <= 0)
    if without_visits:
        return Undefined("zero_year", {"years": without_visits})
    if len(points) < YEARS_FOR_A_RATE:
        return Undefined("too_few_years", {"known": len(points), "minimum": YEARS_FOR_A_RATE})
    years, logs = list(points), [math.log(total) for total in points.values()]
    fit = stats.linregress(years, logs)
    interval = None
    if len(points) >= YEARS_FOR_AN_INTERVAL:
        # scipy has no standard error for years that are all alike, which the line meets exactly
        error = float(fit.stderr) if len(set(logs)) > 1 else 0.0
        reach = float(stats.t.ppf((1 + CONFIDENCE) / 2, len(points) - 2)) * error
        interval = (math.expm1(fit.slope - reach), math.expm1(fit.slope + reach))
    detail = {
        "theil_sen": math.expm1(stats.theilslopes(logs, years).slope),
        "uncertain": interval is None,
        "left_out": tuple(sorted(set(visits_by_year) - set(points))),
        "flagged_years": tuple(year for year in years if year in FLAGGED_YEARS),
    }
    return Value(math.expm1(fit.slope), n=len(points), interval=interval, detail=detail)
