"""Growth market by market, beside the same markets in the reference area."""

from collections.abc import Mapping

from kpis.declare import kpi
from kpis.growth.markets import known_markets, known_residence
from kpis.growth.visits import growth_rate
from kpis.ratios import number_or_none
from kpis.result import Result, Undefined, Value

Markets = Mapping[str, float | None]
MARKETS_FOR_A_SPLIT = 2
MARKETS_FOR_A_MAP = 3
SHARE_CUT = 0.25


def _four_tables(*tables: Markets) -> list[dict[str, float]] | Undefined:
    """The tables with every market known, or why they cannot be compared."""
    known = [known_markets(table) for table in tables]
    complete = [table for table in known if not isinstance(table, Undefined)]
    undefined = [table for table in known if isinstance(table, Undefined)]
    if undefined:
        return undefined[0]
    everywhere = set.intersection(*(set(table) for table in complete))
    uneven = sorted(set().union(*complete) - everywhere)
    return Undefined("market_classes_differ", {"markets": uneven}) if uneven else complete


@kpi(
    id="shift_share",
    number=8,
    theme="growth",
    name="Shift-share: market tide, mix, own pull",
    unit="visits",
    direction="higher",
    tier="headline",
    question="Do we grow by our own pull, or does the tide lift us?",
    reading="The visits won or lost by our own pull, after the growth of the area and our mix of markets are taken "
    "out. Above 0 we win guests that others do not.",
    minimum_data="Two periods for at least 2 markets, with the same market classes for us and for the reference area",
    source="FIRGO36, SHI36, DOGRU36",
    cases=("growth.shift_share",),
)
def shift_share(
    local_previous: Markets, local_current: Markets, reference_previous: Markets, reference_current: Markets
) -> Result:
    """The part of our growth that is our own pull, in visits; it adds up with the tide and the mix to the whole change.

    For market k with V visits before: tide = V·g, mix = V·(g(k) - g), own pull = V·(l(k) - g(k)), where g is the growth
    of the reference area, g(k) its growth in the market and l(k) ours. Each is summed over the markets.
    A market that starts at 0 here or there goes into a residual, which is shown; with no other there is no figure.
    This is bookkeeping, not a cause: it depends on the base year and on how the markets are cut, and has no test.
    """
    tables = _four_tables(local_previous, local_current, reference_previous, reference_current)
    if isinstance(tables, Undefined):
        return tables
    local_before, local_after, reference_before, reference_after = tables
    if len(local_before) < MARKETS_FOR_A_SPLIT:
        return Undefined("too_few_markets", {"known": len(local_before), "minimum": MARKETS_FOR_A_SPLIT})
    tide = growth_rate(sum(reference_before.values()), sum(reference_after.values()))
    if isinstance(tide, Undefined):
        return tide.of("reference")
    by_market: dict[str, dict[str, float]] = {}
    residual = 0.0
    for market, base in local_before.items():
        if base == 0 or reference_before[market] == 0:
            residual += local_after[market] - base
            continue
        there = reference_after[market] / reference_before[market] - 1
        here = local_after[market] / base - 1
        by_market[market] = {
            "national": base * tide.number,
            "mix": base * (there - tide.number),
            "competitive": base * (here - there),
        }
    if not by_market:
        whole = growth_rate(sum(local_before.values()), sum(local_after.values()))
        return whole if isinstance(whole, Undefined) else Undefined("reference_zero")
    sums = {part: sum(parts[part] for parts in by_market.values()) for part in ("national", "mix", "competitive")}
    detail = {
        **sums,
        "residual": residual,
        "total_change": sum(local_after.values()) - sum(local_before.values()),
        "reference_growth": tide.number,
        "by_market": by_market,
    }
    return Value(sums["competitive"], n=len(by_market), detail=detail)


def quadrant(market_share: float, market_growth: float, *, share_cut: float, growth_cut: float) -> str:
    """The label of a market: large or small with us, growing or not in the reference area."""
    if market_growth >= growth_cut:
        return "star" if market_share >= share_cut else "question_mark"
    return "cash_cow" if market_share >= share_cut else "niche"


@kpi(
    id="growth_share_quadrant",
    number=21,
    theme="growth",
    name="Market growth-share map",
    unit="count",
    counted=("market", "markets"),
    direction="context",
    tier="supporting",
    question="Which markets are large with us, and which are growing?",
    reading="The number of markets on the map. Each lies by its share of our visits and by its growth in the reference "
    "area.",
    minimum_data="At least 3 markets",
    source="Henderson/BCG 1970",
    cases=("growth.growth_share",),
)
def growth_share_quadrant(
    local_previous: Markets,
    local_current: Markets,
    reference_previous: Markets,
    reference_current: Markets,
    *,
    share_cut: float = SHARE_CUT,
    growth_cut: float | None = None,
) -> Result:
    """The markets on a map: share of our visits across, growth of the market in the reference area upwards.

    The cut across is 25 per cent unless set otherwise; the cut upwards is the growth of the reference area in total.
    A market whose growth in the reference area is unknown stands grey, without a class.
    It is a picture for talking about strategy, not a figure to steer by.
    """
    residence = known_residence(local_current)
    if isinstance(residence, Undefined):
        return residence
    current, _ = residence
    total = sum(current.values())
    if len(current) < MARKETS_FOR_A_MAP:
        return Undefined("too_few_markets", {"known": len(current), "minimum": MARKETS_FOR_A_MAP})
    if growth_cut is None:
        reference = _reference_growth(reference_previous, reference_current)
        if isinstance(reference, Undefined):
            return reference.of("reference")
        growth_cut = reference.number
    markets: dict[str, dict[str, float | str | None]] = {}
    for market, visits in current.items():
        there = number_or_none(growth_rate(reference_previous.get(market), reference_current.get(market)))
        label = None
        if there is not None:
            label = quadrant(visits / total, there, share_cut=share_cut, growth_cut=growth_cut)
        markets[market] = {
            "share": visits / total,
            "local_growth": number_or_none(growth_rate(local_previous.get(market), visits)),
            "ref_growth": there,
            "quadrant": label,
        }
    placed = sum(parts["quadrant"] is not None for parts in markets.values())
    return Value(placed, n=len(markets), detail={"markets": markets, "share_cut": share_cut, "growth_cut": growth_cut})


def _reference_growth(previous: Markets, current: Markets) -> Result:
    """Growth of the reference area over the markets that are known in both periods."""
    both = [market for market, before in previous.items() if before is not None and current.get(market) is not None]
    if not both:
        return Undefined("reference_missing")
    return growth_rate(sum(previous[market] or 0 for market in both), sum(current[market] or 0 for market in both))
