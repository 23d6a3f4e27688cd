"""What comes of working together: shared products, guests sent on, knowledge passed on."""

from collections.abc import Sequence
from dataclasses import dataclass

from kpis.declare import kpi
from kpis.known import not_negative, positive
from kpis.ratios import number_or_none, share
from kpis.result import Result, Undefined, Value

CHANNEL_KNOWN = 0.3


def partner_participation(partners: int | None, actors: int | None) -> Result:
    """Actors that are a partner in at least one joint product, over all actors."""
    return share(
        not_negative(partners, Undefined("list_missing")),
        positive(actors, Undefined("actors_missing"), Undefined("no_actors")),
    )


@kpi(
    id="joint_product_share",
    number=89,
    theme="collaboration",
    name="Co-created products",
    unit="fraction",
    direction="higher",
    tier="headline",
    question="How much of our income comes from what we make together?",
    reading="The share of the own income that joint products bring. How many take part says more than the kroner.",
    minimum_data="A list of products, and the own income of the same period",
    source="GSTC06 A4/A5",
    cases=("network.joint",),
)
def joint_product_share(
    joint_revenue_dkk: float | None,
    own_income_dkk: float | None,
    *,
    joint_products: int | None = None,
    partners: int | None = None,
    actors: int | None = None,
) -> Result:
    """Revenue of joint products over own income, in DKK excluding VAT; a joint product has at least two partners.

    Beside it stand the number of live joint products and the share of the actors that take part in one; they are there
    even when the money is not known. A kept list without joint products gives a true 0; no list gives no figure.
    The same sale must not be counted by each of the partners.
    """
    detail = {
        "joint_products": joint_products,
        "partner_participation": number_or_none(partner_participation(partners, actors)),
    }
    result = share(
        not_negative(joint_revenue_dkk, Undefined("joint_revenue_missing")),
        positive(own_income_dkk, Undefined("income_missing"), Undefined("income_zero")),
    )
    if isinstance(result, Undefined):
        return Undefined(result.reason, {**result.detail, **detail})
    return Value(result.value, n=joint_products, detail=detail)


@kpi(
    id="referral_share",
    number=90,
    theme="collaboration",
    name="Guests sent by partners",
    unit="fraction",
    direction="higher",
    tier="supporting",
    question="How many guests come because a partner sent them?",
    reading="The share of the visits that a partner has sent, among those where we know how the guest heard of us.",
    minimum_data="The channel known for at least 30 per cent of the visits",
    source="Benefit4Regions",
    cases=("network.joint",),
)
def referral_share(
    referred_visits: float | None, visits_with_known_channel: float | None, *, visits: float | None = None
) -> Result:
    """Visits sent by a partner over visits where the channel is known.

    Given all visits, the channel must be known for at least 30 per cent of them; the known share stands beside it.
    Ask one question at the desk. Those who are asked on quiet days and like to talk are heard too much.
    """
    known_channel = positive(
        visits_with_known_channel,
        Undefined("channel_missing"),
        Undefined("channel_unknown", {"known_share": 0.0, "minimum_share": CHANNEL_KNOWN}),
    )
    known_share = None
    if visits is not None:
        coverage = share(known_channel, positive(visits, Undefined("visits_missing"), Undefined("no_visits")))
        if isinstance(coverage, Undefined):
            return coverage
        known_share = coverage.number
        if known_share < CHANNEL_KNOWN:
            return Undefined("channel_unknown", {"known_share": known_share, "minimum_share": CHANNEL_KNOWN})
    result = share(not_negative(referred_visits, Undefined("channel_missing")), known_channel)
    return result if isinstance(result, Undefined) else Value(result.value, detail={"known_share": known_share})


@dataclass(frozen=True, slots=True)
class Gathering:
    """One logged meeting, workshop, visit or the like; None where nobody counted who came."""

    kind: str
    attendance: int | None = None


@kpi(
    id="knowledge_exchange",
    number=91,
    theme="collaboration",
    name="Knowledge-sharing activity",
    unit="count",
    counted=("occasion", "occasions"),
    direction="higher",
    tier="supporting",
    question="How often do we meet to learn from each other?",
    reading="The number of meetings, workshops and the like in the log. It measures activity and not what came of it.",
    minimum_data="A log",
    source="Benefit4Regions",
    cases=(),
)
def knowledge_exchange(
    gatherings: Sequence[Gathering] | None, *, actors: int | None = None, links_to_other_places: int | None = None
) -> Result:
    """Logged gatherings, counted; beside it each kind, the attendance for each actor, and the links to other places.

    No log is undefined; a log with nothing in it is 0. A gathering where nobody counted who came counts as a gathering
    and is left out of the attendance.
    """
    if gatherings is None:
        return Undefined("not_logged")
    kinds = sorted({gathering.kind for gathering in gatherings})
    counted = [gathering.attendance for gathering in gatherings if gathering.attendance is not None]
    detail = {
        "by_kind": {kind: sum(gathering.kind == kind for gathering in gatherings) for kind in kinds},
        "attendance": sum(counted) if counted else None,
        "attendance_per_actor": sum(counted) / actors if counted and actors else None,
        "attendance_counted": len(counted),
        "links_to_other_places": links_to_other_places,
    }
    return Value(len(gatherings), n=len(gatherings), detail=detail)
