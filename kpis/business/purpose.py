"""Whether the income is in line with why the house is there."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from kpis.declare import kpi
from kpis.known import known, not_negative
from kpis.result import Result, Undefined, Value

Tag = Literal["core", "supporting", "none", "not_for_sale"]
TAGS: tuple[Tag, ...] = get_args(Tag)
TAGGED_NEEDED = 0.8


@dataclass(frozen=True, slots=True)
class ProductRevenue:
    """What one product earns, and the tag that somebody has put on it; None where nobody has yet."""

    tag: Tag | None
    revenue_dkk: float | None

    def __post_init__(self) -> None:
        if self.tag is not None and self.tag not in TAGS:
            raise ValueError(f"{self.tag!r} is none of {', '.join(TAGS)}")


@kpi(
    id="mission_aligned_revenue_share",
    number=55,
    theme="business",
    name="Revenue in line with our WHY",
    unit="fraction",
    direction="band",
    tier="headline",
    question="Does our income grow out of why we are here?",
    reading="The share of own revenue from products judged to be at the core of the purpose. The board sets how high "
    "it should be.",
    minimum_data="A tag on the products behind at least 80 per cent of the revenue",
    source="Network conference on cultural tourism, 31 Oct 2023",
    cases=("business.mission",),
    share_of="of own income",
)
def mission_aligned_revenue_share(
    products: Sequence[ProductRevenue], *, own_revenue_dkk: float | None = None
) -> Result:
    """Revenue of products tagged "core" over own revenue; core and supporting together stand beside it.

    The tag is a human judgement with an owner, a date and a reason, and is shown as one. Untagged revenue stays in the
    base: its share is printed, and above 20 per cent there is no figure. Given the own revenue, what no product
    accounts for is untagged too. What is not for sale belongs to the purpose as well, but earns nothing.
    """
    by_tag = dict.fromkeys((*TAGS, "untagged"), 0.0)
    for product in products:
        amount = not_negative(product.revenue_dkk, Undefined("product_revenue_missing"))
        if isinstance(amount, Undefined):
            return amount
        by_tag[product.tag or "untagged"] += amount
    placed = sum(by_tag.values())
    whole = placed if own_revenue_dkk is None else known(own_revenue_dkk, Undefined("income_missing"))
    if isinstance(whole, Undefined):
        return whole
    if placed > whole:
        return Undefined("part_exceeds_whole", {"part": placed, "whole": whole})
    by_tag["untagged"] += whole - placed
    return _in_line(by_tag, whole, len(products))


def _in_line(revenue_by_tag: dict[str, float], whole: float, products: int) -> Result:
    if not products:
        return Undefined("list_empty")
    if whole == 0:
        return Undefined("income_zero")
    shares = {tag: amount / whole for tag, amount in revenue_by_tag.items()}
    tagged = sum(shares[tag] for tag in TAGS)
    if tagged < TAGGED_NEEDED:
        return Undefined("purpose_not_judged", {"known_share": tagged, "minimum_share": TAGGED_NEEDED})
    detail = {"core_or_supporting": shares["core"] + shares["supporting"], "shares": shares}
    return Value(shares["core"], n=products, detail=detail)
