"""What the guests buy in the shop."""

from kpis.declare import kpi
from kpis.known import not_negative, positive
from kpis.ratios import number_or_none, ratio
from kpis.result import Result, Undefined, Value


def revenue_of_stream_per_visit(revenue_dkk: float | None, visits: float | None) -> Result:
    """The revenue of one stream, the shop or the café, over visits."""
    visited = positive(visits, Undefined("visits_missing"), Undefined("no_visits"))
    return ratio(not_negative(revenue_dkk, Undefined("revenue_missing", {"streams": ()})), visited)


def basket(revenue_dkk: float | None, transactions: float | None) -> Result:
    """The revenue of the shop over its purchases."""
    bought = positive(transactions, Undefined("transactions_missing"), Undefined("no_transactions"))
    return ratio(not_negative(revenue_dkk, Undefined("revenue_missing", {"streams": ("shop",)})), bought)


@kpi(
    id="shop_conversion",
    number=48,
    theme="business",
    name="Shop: share that buys, and basket",
    unit="fraction",
    direction="higher",
    tier="core",
    question="How many guests buy in the shop, and for how much?",
    reading="Purchases for each visit. Beside it stands the basket, kroner for each purchase; the two multiplied give "
    "the shop's kroner per visit.",
    minimum_data="The number of purchases in the shop, and the visits of the same period",
    source="AIM40",
    cases=("business.base",),
)
def shop_conversion(
    transactions: float | None, visits: float | None, *, shop_revenue_dkk: float | None = None
) -> Result:
    """Purchases in the shop over visits; basket is shop revenue over purchases, and their product is shop per visit.

    Where purchases are not counted, only the shop's revenue per visit is known.
    Locals shop without visiting, so the share can exceed 100 per cent.
    """
    visited = positive(visits, Undefined("visits_missing"), Undefined("no_visits"))
    detail = {
        "basket": number_or_none(basket(shop_revenue_dkk, transactions)),
        "per_visit": number_or_none(revenue_of_stream_per_visit(shop_revenue_dkk, visits)),
    }
    result = ratio(not_negative(transactions, Undefined("transactions_missing")), visited)
    if isinstance(result, Undefined):
        return Undefined(result.reason, {**result.detail, **detail})
    return Value(result.value, detail=detail)
