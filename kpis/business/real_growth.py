"""Growth in revenue when prices are taken out."""

from kpis.declare import kpi
from kpis.known import not_negative, positive
from kpis.ratios import ratio
from kpis.result import Result, Undefined, Value


def _times(previous: float | None, current: float | None) -> Result:
    now = not_negative(current, Undefined("current_missing"))
    if isinstance(now, Undefined):
        return now
    none = Undefined("previous_missing")
    return ratio(now, positive(previous, none, Undefined("previous_zero", {"absolute_change": now})))


@kpi(
    id="real_revenue_growth",
    number=53,
    theme="business",
    name="Real revenue growth",
    unit="fraction",
    direction="higher",
    tier="core",
    question="Do we earn more, once prices are taken out?",
    reading="The growth in own revenue in fixed prices. 0 means that the income has just kept up with prices.",
    minimum_data="The revenue of the same months in two years, and the consumer price index for both",
    source="Braga08",
    cases=("business.real_growth",),
)
def real_revenue_growth(
    revenue_previous: float | None,
    revenue_current: float | None,
    *,
    prices_previous: float | None,
    prices_current: float | None,
) -> Result:
    """Growth in revenue divided by the growth in consumer prices, less 1; the nominal growth stands beside it.

    Without consumer prices only the nominal growth is known, and it is then said to be nominal instead of real.
    Consumer prices are those of households; the prices of a museum can move otherwise.
    """
    times = _times(revenue_previous, revenue_current)
    if isinstance(times, Undefined):
        return times
    nominal = times.number - 1
    unknown = Undefined("prices_missing", {"nominal_growth": nominal})
    prices = ratio(positive(prices_current, unknown, unknown), positive(prices_previous, unknown, unknown))
    if isinstance(prices, Undefined):
        return prices
    return Value(times.number / prices.number - 1, detail={"nominal": nominal, "price_growth": prices.number - 1})
