"""Where the income comes from: own earnings, public grants, private grants."""

from collections.abc import Mapping

from kpis.business.income import NOT_EARNED, own_revenue
from kpis.declare import kpi
from kpis.known import not_negative, positive
from kpis.ratios import number_or_none, share
from kpis.result import Result, Undefined, Value

GRANTS = ("grant_public", "grant_private")
STREAMS_FOR_A_SPREAD = 2

Streams = Mapping[str, float | None]


def total_income(amount_by_stream: Streams) -> float | Undefined:
    """Own revenue and both kinds of grant, in DKK; a grant that is not reported is missing and not 0."""
    earned = own_revenue(amount_by_stream)
    if isinstance(earned, Undefined):
        return earned
    missing = tuple(grant for grant in GRANTS if amount_by_stream.get(grant) is None)
    if missing:
        return Undefined("grants_missing", {"streams": missing})
    return earned + sum(amount_by_stream[grant] or 0 for grant in GRANTS)


def _income_to_share(amount_by_stream: Streams) -> float | Undefined:
    total = total_income(amount_by_stream)
    if isinstance(total, Undefined):
        return total
    return positive(total, Undefined("income_missing"), Undefined("income_zero"))


@kpi(
    id="self_earned_share",
    number=49,
    theme="business",
    name="Self-earned income share",
    unit="fraction",
    direction="higher",
    tier="headline",
    question="How much of our income do we earn ourselves?",
    reading="Own income as a share of all income, grants included. Higher is better as long as it serves the purpose.",
    minimum_data="Own income and both kinds of grant for a full year",
    source="SLKS20",
    cases=("business.base",),
    share_of="of all income",
)
def self_earned_share(amount_by_stream: Streams, *, project_grants_dkk: float | None = None) -> Result:
    """Own income over own income and grants together.

    A year with a large one-off grant looks weaker than it is: given the project grants, the share without them stands
    beside. Grants that are not reported make the share undefined; without them it would be 100 per cent.
    """
    total = _income_to_share(amount_by_stream)
    earned = own_revenue(amount_by_stream)
    own = earned if isinstance(earned, Undefined) else not_negative(earned, Undefined("income_missing"))
    result = share(own, total)
    if isinstance(result, Undefined) or isinstance(total, Undefined):
        return result
    without = None
    if project_grants_dkk is not None:
        lasting = positive(total - project_grants_dkk, Undefined("income_missing"), Undefined("income_zero"))
        without = number_or_none(share(own, lasting))
    return Value(result.value, detail={"own_income": own, "total": total, "share_without_project_grants": without})


@kpi(
    id="private_funding_share",
    number=50,
    theme="business",
    name="Private funding share",
    unit="fraction",
    direction="context",
    tier="supporting",
    question="How much of our income comes from private funds?",
    reading="Grants from foundations, sponsors and donors as a share of all income.",
    minimum_data="Own income and both kinds of grant for a full year",
    source="Network conference on cultural tourism, 31 Oct 2023; DCMS15",
    cases=("business.base",),
    share_of="of all income",
)
def private_funding_share(amount_by_stream: Streams) -> Result:
    """Private grants over own income and grants together.

    One large donation moves the figure for a single year, so look at several years. What the money is for, development
    or marketing, is not in this figure.
    """
    private = not_negative(
        amount_by_stream.get("grant_private"), Undefined("grants_missing", {"streams": ("grant_private",)})
    )
    return share(private, _income_to_share(amount_by_stream))


@kpi(
    id="income_diversity",
    number=54,
    theme="business",
    name="Income concentration",
    unit="index",
    direction="lower",
    tier="supporting",
    question="How many legs does our own income stand on?",
    reading="1 means that all own income comes from one place. Four equal sources give 0.25. The lower, the better it "
    "stands when one of them fails.",
    minimum_data="Own income split into at least 2 streams",
    source="HHI37",
    cases=("business.base",),
)
def income_diversity(amount_by_stream: Streams) -> Result:
    """The sum of the squared shares of the streams of own income (Herfindahl-Hirschman), from 0 to 1.

    Grants are not in it. The list of streams must stay the same from year to year: a finer list gives a lower figure
    without any change in the business.
    """
    total = own_revenue(amount_by_stream)
    if isinstance(total, Undefined):
        return total
    amounts = {stream: amount or 0.0 for stream, amount in amount_by_stream.items() if stream not in NOT_EARNED}
    if len(amounts) < STREAMS_FOR_A_SPREAD:
        return Undefined("too_few_streams", {"known": len(amounts), "minimum": STREAMS_FOR_A_SPREAD})
    lowest = min(amounts.values())
    if lowest < 0:
        return Undefined("negative_value", {"value": lowest})
    if total == 0:
        return Undefined("income_zero")
    shares = {stream: amount / total for stream, amount in amounts.items()}
    hhi = sum(part**2 for part in shares.values())
    return Value(hhi, n=len(shares), detail={"shares": shares, "effective_streams": 1 / hhi})
