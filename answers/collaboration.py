"""Are culture and tourism connected: the network of a place, what comes of it, and what its people have told."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from access.reader import Reader
from answers.answer import Answer, Answers, by_id
from answers.compare import Coverage
from answers.data import Data
from answers.joint import JointProduct, joint_products, joint_share, referrals
from answers.network import Network, Tie, network_before, network_of
from answers.places import Place
from answers.roles import Link, RoleCard, exchanges, gatherings, links_of, role_cards
from kpis.collaboration.network import Pair, dmo_centrality, isolate_share, network_density
from kpis.collaboration.results import knowledge_exchange
from kpis.collaboration.ties import cross_sector_share, tie_confirmation
from kpis.result import Result, Value

NOBODY = ""


@dataclass(frozen=True)
class Collaboration:
    """Everything the collaboration page says about a place in a year, as one reader may see it.

    Those who stand outside are in `isolates` and in `network` for the DMO's own readers alone, because to name them is
    an invitation and not a verdict.
    """

    place: Place
    year: int
    answers: Answers
    network: Network
    isolates: tuple[str, ...]
    products: tuple[JointProduct, ...]
    cards: tuple[RoleCard, ...]
    links: tuple[Link, ...]
    exchanges: pd.DataFrame


def collaboration(data: Data, place: Place, year: int, reader: Reader) -> Collaboration:
    """Return how the actors of a place are connected in a year, as this reader may see it."""
    key = ("collaboration", place.id, year, reader.sees_business_figures)
    return data.remember(key, lambda: _collaboration(data, place, year, reader))


def _collaboration(data: Data, place: Place, year: int, reader: Reader) -> Collaboration:
    network, before = network_of(data, place, year), network_before(data, place, year)
    links, met = links_of(data, place, year), gatherings(data, place, year)
    begun = sum(not link.later for link in links)
    learned = knowledge_exchange(met, actors=len(network.members) or None, links_to_other_places=begun)
    answers = by_id(
        *_structure(network, before, year, reader),
        joint_share(data, place, year, reader),
        referrals(data, place, year),
        Answer("knowledge_exchange", learned, str(year)),
    )
    return Collaboration(
        place,
        year,
        answers,
        network if reader.sees_business_figures else network.without_those_outside,
        network.isolates if reader.sees_business_figures else (),
        joint_products(data, place, year, reader),
        role_cards(data, network.members),
        links,
        exchanges(data, place, year),
    )


def _structure(network: Network, before: Network, year: int, reader: Reader) -> list[Answer]:
    measures: dict[str, Callable[[Network], Result]] = {
        "network_density": lambda of: network_density(of.counted, of.inside),
        "isolate_share": lambda of: _unnamed(isolate_share(of.counted, of.inside), reader),
        "dmo_centrality": lambda of: dmo_centrality(of.counted, of.inside, of.dmo or NOBODY),
        "cross_sector_share": lambda of: cross_sector_share(of.sectors, of.confirmed),
        "tie_confirmation": _confirmation,
    }
    coverage = Coverage(len(network.asked), len(network.members), 0, 0)
    # Lineage names whoever a figure rests on, so it gets the whole network only where all of it may be named.
    named = network.members if reader.sees_business_figures else ()
    return [
        Answer(
            kpi_id,
            measure(network),
            str(year),
            _answered(network) if kpi_id == "tie_confirmation" else coverage,
            measure(before),
            reporters=named,
        )
        for kpi_id, measure in measures.items()
    ]


def _answered(network: Network) -> Coverage:
    """Who has answered for every tie of theirs that the other side has told of."""
    silent = {
        actor
        for ties in _by_pair(network).values()
        if _is_unanswered(ties)
        for tie in ties
        for actor, said in ((tie.a, tie.said_a), (tie.b, tie.said_b))
        if said is None
    }
    return Coverage(len(network.asked - silent), len(network.members), 0, 0)


def _by_pair(network: Network) -> dict[Pair, list[Tie]]:
    return {pair: [tie for tie in network.ties if tie.pair == pair] for pair in {tie.pair for tie in network.ties}}


def _is_unanswered(ties: list[Tie]) -> bool:
    """True where no tie of a pair has been put to both sides."""
    return all(None in (tie.said_a, tie.said_b) for tie in ties)


def _unnamed(result: Result, reader: Reader) -> Result:
    """Leave out who stands outside where this reader may not know."""
    if reader.sees_business_figures or not isinstance(result, Value):
        return result
    told = {name: content for name, content in result.detail.items() if name != "isolates"}
    return Value(result.value, result.n, result.interval, told)


def _confirmation(network: Network) -> Result:
    """How many of the claimed pairs both confirm; both must confirm one and the same tie."""
    claims, unanswered = [], []
    for pair, ties in _by_pair(network).items():
        if any(tie.is_confirmed for tie in ties):
            claims += [pair, (pair[1], pair[0])]
        else:
            claims += [claim for tie in ties for claim in tie.claims][:1]
            unanswered += [pair] if _is_unanswered(ties) else []
    return tie_confirmation(sorted(claims), network.asked, unanswered=unanswered)
