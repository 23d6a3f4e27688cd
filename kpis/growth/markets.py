"""Where the guests come from: how many markets carry us, and how many guests come from abroad."""

from collections.abc import Mapping

from kpis.declare import kpi
from kpis.known import not_negative
from kpis.ratios import ratio
from kpis.result import Result, Undefined, Value

HOME = "DK"
UNKNOWN = "unknown"
FOREIGN = "foreign"
TOTAL = "all"
KNOWN_RESIDENCE = 0.7


def known_markets(visits_by_market: Mapping[str, float | None]) -> dict[str, float] | Undefined:
    """The visits of each market with none missing; a total among its parts raises ValueError."""
    parts = set(visits_by_market) - {HOME, UNKNOWN, FOREIGN}
    if TOTAL in visits_by_market or (FOREIGN in visits_by_market and parts):
        raise ValueError(f"a total stands among its parts: {sorted(visits_by_market)}")
    if not visits_by_market:
        return Undefined("residence_missing")
    missing = tuple(market for market, visits in visits_by_market.items() if visits is None)
    if missing:
        return Undefined("market_missing", {"markets": missing})
    markets: dict[str, float] = {}
    for market, visits in visits_by_market.items():
        number = not_negative(visits, Undefined("market_missing", {"markets": (market,)}))
        if isinstance(number, Undefined):
            return number
        markets[market] = number
    return markets


def known_residence(visits_by_market: Mapping[str, float | None]) -> tuple[dict[str, float], float] | Undefined:
    """The markets without unknown residence, and the share of visits they are; below 70 per cent undefined."""
    markets = known_markets(visits_by_market)
    if isinstance(markets, Undefined):
        return markets
    residents = {market: visits for market, visits in markets.items() if market != UNKNOWN}
    total = sum(markets.values())
    if total == 0:
        return Undefined("total_zero")
    known_share = sum(residents.values()) / total
    if known_share < KNOWN_RESIDENCE:
        return Undefined("residence_unknown", {"known_share": known_share, "minimum_share": KNOWN_RESIDENCE})
    return residents, known_share


@kpi(
    id="source_market_hhi",
    number=17,
    theme="growth",
    name="Source-market concentration",
    unit="index_10000",
    direction="lower",
    tier="headline",
    question="How dependent are we on a few markets?",
    reading="10,000 means that all guests come from one market. The lower the number, the more markets carry us and "
    "the less it hurts when one of them fails.",
    minimum_data="At least 2 markets, with residence known for at least 70 per cent of the visits",
    source="HHI37, Braga08, EUD03, MONI47",
    cases=("growth.hhi",),
)
def source_market_hhi(visits_by_market: Mapping[str, float | None]) -> Result:
    """Herfindahl-Hirschman index of the markets: 10,000 · Σ s², where s is each market's share of the visits.

    Beside it stand the effective number of markets 1 / Σ s², the index normalised for the number of markets and the
    share of the three largest. Visits of unknown residence are left out and their share is shown.
    It depends on how the markets are cut: a class "other" makes the number an upper bound. Use one list of markets
    for all places. That Danes dominate is normal in rural Denmark, so compare with the province.
    """
    residence = known_residence(visits_by_market)
    if isinstance(residence, Undefined):
        return residence
    markets, known_share = residence
    total = sum(markets.values())
    shares = sorted((visits / total for visits in markets.values()), reverse=True)
    hhi = sum(part**2 for part in shares)
    even = 1 / len(shares)
    detail = {
        "hhi": hhi,
        "normalised": (hhi - even) / (1 - even) if len(shares) > 1 else None,
        "effective_markets": 1 / hhi,
        "top3_share": sum(shares[:3]),
        "known_share": known_share,
    }
    return Value(10_000 * hhi, n=len(shares), detail=detail)


@kpi(
    id="foreign_visitor_share",
    number=18,
    theme="growth",
    name="International share",
    unit="fraction",
    direction="context",
    tier="core",
    question="How many of our guests come from abroad?",
    reading="The share of visits by guests who live outside Denmark. State-owned and state-recognised museums had "
    "24 per cent in 2019, 11 per cent in 2021 and 19 per cent in 2022.",
    minimum_data="Residence known for at least 70 per cent of the visits",
    source="SLKS20, DI20",
    cases=("real.foreign_share", "growth.hhi"),
)
def foreign_visitor_share(visits_by_market: Mapping[str, float | None], *, home: str = HOME) -> Result:
    """Visits by guests who live abroad over visits with known residence.

    Without an answer to where the guests live there is no figure; unknown is neither home nor abroad.
    The national figures come from a survey in seven weeks of the year, your own may be a count: name which.
    """
    residence = known_residence(visits_by_market)
    if isinstance(residence, Undefined):
        return residence
    markets, known_share = residence
    total = sum(markets.values())
    abroad = ratio(total - markets.get(home, 0.0), total)
    return Value(abroad.value, detail={"known_share": known_share}) if isinstance(abroad, Value) else abroad
