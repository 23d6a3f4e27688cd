"""The top of the year against the rest of it."""

from collections.abc import Sequence

from kpis.declare import kpi
from kpis.known import season_year
from kpis.result import Result, Undefined, Value


@kpi(
    id="seasonality_ratio",
    number=28,
    theme="season",
    name="Seasonality ratio",
    unit="ratio",
    direction="lower",
    tier="core",
    question="How much larger is the top month than an average month?",
    reading="1 is an even year, 12 is everything in one month.",
    minimum_data="12 known months of one year",
    source="RICO31, LUN27",
    cases=("season.base",),
)
def seasonality_ratio(visits_by_month: Sequence[float | None]) -> Result:
    """The largest month over the mean month, from 1 to 12.

    It uses one month only, so a single large event moves it.
    """
    months = season_year(visits_by_month)
    if isinstance(months, Undefined):
        return months
    return Value(max(months) * len(months) / sum(months), n=len(months))


@kpi(
    id="seasonality_indicator",
    number=29,
    theme="season",
    name="Seasonality indicator",
    unit="index",
    direction="higher",
    tier="supporting",
    question="How much of the room for the top month is used over the year?",
    reading="1 is an even year, 0.08 is everything in one month. It also says how much of a house built for the top "
    "month is in use on average.",
    minimum_data="12 known months of one year",
    source="LUN27",
    cases=("season.base",),
)
def seasonality_indicator(visits_by_month: Sequence[float | None]) -> Result:
    """The mean month over the largest month, from 1/12 to 1: the seasonality ratio turned over.

    Like the ratio it hangs on one month only.
    """
    months = season_year(visits_by_month)
    if isinstance(months, Undefined):
        return months
    return Value(sum(months) / (len(months) * max(months)), n=len(months))


@kpi(
    id="peak_month_share",
    number=33,
    theme="season",
    name="Peak-month share",
    unit="fraction",
    direction="lower",
    tier="core",
    question="How much of the year falls in the top month?",
    reading="The share of all visits that come in the largest month. In an even year it is 8.3 per cent.",
    minimum_data="12 known months of one year",
    source="EU27",
    cases=("season.base",),
)
def peak_month_share(visits_by_month: Sequence[float | None]) -> Result:
    """The largest month over the year; the lowest possible value is 1/12.

    The month is named beside it, because a top in October asks for something else than a top in July.
    """
    months = season_year(visits_by_month)
    if isinstance(months, Undefined):
        return months
    top = max(months)
    peak_months = tuple(number for number, visits in enumerate(months, 1) if visits == top)
    return Value(top / sum(months), n=len(months), detail={"peak_months": peak_months})


@kpi(
    id="top3_share",
    number=34,
    theme="season",
    name="Top-3-months share",
    unit="fraction",
    direction="lower",
    tier="supporting",
    question="How much of the year falls in the three largest months?",
    reading="The share of all visits that come in the three largest months. In an even year it is 25 per cent.",
    minimum_data="12 known months of one year",
    source="EU27",
    cases=("season.base",),
)
def top3_share(visits_by_month: Sequence[float | None]) -> Result:
    """The three largest months over the year; the lowest possible value is 25 per cent.

    The three largest months need not be June to August, and need not lie together.
    """
    months = season_year(visits_by_month)
    if isinstance(months, Undefined):
        return months
    largest = sorted(range(1, len(months) + 1), key=lambda number: months[number - 1], reverse=True)[:3]
    share = sum(months[number - 1] for number in largest) / sum(months)
    return Value(share, n=len(months), detail={"top_months": sorted(largest)})


@kpi(
    id="peak_trough_ratio",
    number=35,
    theme="season",
    name="Peak-to-trough",
    unit="ratio",
    direction="lower",
    tier="supporting",
    question="How many times larger is the top month than the smallest?",
    reading="1 is an even year. With a month without visits there is no ratio.",
    minimum_data="12 known months of one year, all above 0",
    source="Braga08",
    cases=("season.base", "season.closed_winter"),
)
def peak_trough_ratio(visits_by_month: Sequence[float | None]) -> Result:
    """The largest month over the smallest month.

    With a closed or empty month it is undefined, never infinite and never a very large number.
    It is unsteady when the winter is tiny, so it does not belong on the front page.
    """
    months = season_year(visits_by_month)
    if isinstance(months, Undefined):
        return months
    empty = tuple(number for number, visits in enumerate(months, 1) if visits == 0)
    if empty:
        return Undefined("empty_month", {"empty_months": empty})
    return Value(max(months) / min(months), n=len(months))
