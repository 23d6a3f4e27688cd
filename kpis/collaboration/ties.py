"""What kind of ties there are: across sectors or within them, and confirmed by both sides or claimed by one."""

from collections.abc import Collection, Mapping

from kpis.collaboration.network import Pair, network_of
from kpis.declare import kpi
from kpis.result import Result, Undefined, Value

TIES_FOR_A_SHARE = 3


@kpi(
    id="cross_sector_share",
    number=87,
    theme="collaboration",
    name="Culture–tourism bridges",
    unit="fraction",
    direction="higher",
    tier="headline",
    question="Do culture, tourism and the other sectors work together across?",
    reading="The share of the ties that run between two sectors, all sectors counted and not only culture and tourism. "
    "The rest stay within one sector.",
    minimum_data="At least 3 ties where the sector of both sides is known",
    source="Krackhardt & Stern 1988",
    share_of="of the confirmed ties run between two sectors, all sectors counted",
    cases=("network.base",),
)
def cross_sector_share(sector_by_actor: Mapping[str, str | None], ties: Collection[Pair]) -> Result:
    """Ties between actors of different sectors over all ties; the E-I index and the sectors they join stand beside it.

    The E-I index is (across - within) / (across + within), from -1 to 1. A tie where a sector is not known is left out
    and counted. All sectors count and not only culture and tourism.
    The share depends on the mix of sectors: where nearly all belong to one sector there are few to reach across to.
    """
    pairs = [(sector_by_actor[one], sector_by_actor[other]) for one, other in network_of(sector_by_actor, ties).edges]
    known = [(one, other) for one, other in pairs if one is not None and other is not None]
    if len(known) < TIES_FOR_A_SHARE:
        return Undefined("too_few_ties", {"known": len(known), "minimum": TIES_FOR_A_SHARE})
    between: dict[str, int] = {}
    for pair in known:
        name = "–".join(sorted(pair))
        between[name] = between.get(name, 0) + 1
    across = sum(one != other for one, other in known)
    detail = {
        "ei_index": (2 * across - len(known)) / len(known),
        "ties_between": dict(sorted(between.items())),
        "sector_unknown": len(pairs) - len(known),
    }
    return Value(across / len(known), n=len(known), detail=detail)


def confirmed_ties(claims: Collection[Pair]) -> list[Pair]:
    """The pairs where each names the other, each pair once and in the order of the alphabet."""
    said = set(claims)
    return sorted({(one, other) for one, other in said if one < other and (other, one) in said})


@kpi(
    id="tie_confirmation",
    number=88,
    theme="collaboration",
    name="Mutual ties",
    unit="fraction",
    direction="higher",
    tier="core",
    question="Do both sides say that they work together?",
    reading="The share of the claimed ties that both sides confirm. A low share means that some count on a "
    "partnership that the other side does not see.",
    minimum_data="At least 1 claimed tie where both sides were asked",
    source="NET39",
    cases=("network.reciprocity",),
)
def tie_confirmation(claims: Collection[Pair], asked: Collection[str], *, unanswered: Collection[Pair] = ()) -> Result:
    """Pairs that both sides confirm over pairs that at least one side claims; a claim is who says it and about whom.

    A pair where one side was not asked is left out and counted, because silence is then no answer.
    This counts pairs. Reciprocity as network programs give it counts each direction and is never lower; it stands
    beside it.
    """
    if any(one == other for one, other in claims):
        raise ValueError("nobody has a tie to themselves")
    silent = {frozenset(pair) for pair in unanswered}
    both_asked = {
        (one, other)
        for one, other in claims
        if one in asked and other in asked and frozenset((one, other)) not in silent
    }
    pairs = {frozenset(claim) for claim in both_asked}
    not_asked = len({frozenset(claim) for claim in claims}) - len(pairs)
    if not pairs:
        return Undefined("no_claims", {"not_asked": not_asked})
    import networkx as nx

    mutual = len(confirmed_ties(both_asked))
    detail = {
        "mutual_pairs": mutual,
        "claimed_pairs": len(pairs),
        "not_asked": not_asked,
        "directed_reciprocity": float(nx.overall_reciprocity(nx.DiGraph(list(both_asked)))),
    }
    return Value(mutual / len(pairs), n=len(pairs), detail=detail)
