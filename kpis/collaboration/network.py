"""The network of a place: how closely its actors are connected, who stands outside, and what hangs on the DMO."""

from collections.abc import Collection
from typing import TYPE_CHECKING, TypeAlias

from kpis.declare import kpi
from kpis.result import Result, Undefined, Value

if TYPE_CHECKING:
    import networkx as nx

Pair: TypeAlias = tuple[str, str]

ACTORS_FOR_A_NETWORK = 3
ACTORS_FOR_A_CENTRE = 4


def network_of(actors: Collection[str], ties: Collection[Pair]) -> "nx.Graph[str]":
    """The actors that were asked and the ties between them; who names whom does not matter, and a tie counts once.

    A tie to itself or to somebody who was not asked raises ValueError.
    """
    # It takes half a second to load, and only a network needs it.
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(actors)
    for one, other in ties:
        if one == other or one not in graph or other not in graph:
            raise ValueError(f"{one} – {other} is no tie between two actors that were asked")
    graph.add_edges_from(ties)
    return graph


def _network(actors: Collection[str], ties: Collection[Pair], minimum: int) -> "nx.Graph[str] | Undefined":
    graph = network_of(actors, ties)
    if len(graph) < 2:
        return Undefined("needs_two_actors")
    if len(graph) < minimum:
        return Undefined("small_network", {"known": len(graph), "minimum": minimum})
    return graph


@kpi(
    id="network_density",
    number=84,
    theme="collaboration",
    name="Network density",
    unit="index",
    direction="context",
    tier="headline",
    question="How closely are the actors of the place connected?",
    reading="0 means that nobody works together, 1 that everybody works with everybody. It falls by itself as more "
    "actors join, so look at the ties for each actor too.",
    minimum_data="At least 3 actors, all of them asked",
    source="NET39, NET39b",
    cases=("network.base", "network.one_node"),
)
def network_density(actors: Collection[str], ties: Collection[Pair]) -> Result:
    """Ties over possible ties: 2·E / (N·(N - 1)) for N actors with E ties of the chosen kind.

    Beside it stand the number of ties, the average number of ties of an actor, and how often two partners of an actor
    are partners too. Only actors that were asked and ties that are confirmed count: an actor who was not asked is
    unknown and not alone. Without any tie the density is 0.
    Do not compare places of different size by their density.
    """
    graph = _network(actors, ties, ACTORS_FOR_A_NETWORK)
    if isinstance(graph, Undefined):
        return graph
    import networkx as nx

    n, e = graph.number_of_nodes(), graph.number_of_edges()
    detail = {"ties": e, "average_degree": 2 * e / n, "clustering": float(nx.average_clustering(graph))}
    return Value(float(nx.density(graph)), n=n, detail=detail)


@kpi(
    id="isolate_share",
    number=85,
    theme="collaboration",
    name="Actors outside",
    unit="fraction",
    direction="lower",
    tier="core",
    question="How many of the actors stand alone?",
    reading="The share of the actors that have no tie to any other.",
    minimum_data="At least 3 actors, all of them asked",
    source="NET39b",
    cases=("network.base",),
)
def isolate_share(actors: Collection[str], ties: Collection[Pair]) -> Result:
    """Actors without any tie over all actors that were asked; beside it the share in the largest connected group.

    An actor who was not asked is unknown and not outside. Those outside are named only for the DMO's own readers,
    because the list is an invitation and not a verdict.
    """
    graph = _network(actors, ties, ACTORS_FOR_A_NETWORK)
    if isinstance(graph, Undefined):
        return graph
    import networkx as nx

    isolates = tuple(sorted(nx.isolates(graph)))
    largest = max(len(group) for group in nx.connected_components(graph))
    detail = {"isolates": isolates, "largest_component_share": largest / len(graph)}
    return Value(len(isolates) / len(graph), n=len(graph), detail=detail)


def degree_centralisation(graph: "nx.Graph[str]") -> float:
    """Freeman's centralisation: 0 where all have equally many ties, 1 where all ties run to one; needs three actors."""
    degrees = [degree for _, degree in graph.degree()]
    n = len(degrees)
    return sum(max(degrees) - degree for degree in degrees) / ((n - 1) * (n - 2))


@kpi(
    id="dmo_centrality",
    number=86,
    theme="collaboration",
    name="How much hangs on the DMO",
    unit="index",
    direction="band",
    tier="core",
    question="Does the DMO hold the network together, or is it the only way through?",
    reading="0 means that no two actors need the DMO to reach each other, 1 that all of them do. A coordinator lies in "
    "between; near 1 the DMO is a bottleneck.",
    minimum_data="At least 4 actors with the DMO among them, all of them asked",
    source="NET39, LED39",
    cases=("network.base",),
)
def dmo_centrality(actors: Collection[str], ties: Collection[Pair], dmo: str) -> Result:
    """Betweenness of the DMO: the share of the pairs of other actors whose shortest way runs through it.

    Where several ways are equally short, each counts with its part. Beside it stand the share of the other actors
    that the DMO has a tie with, and Freeman's centralisation of the whole network: 0 where all have equally many ties,
    1 where all ties run to one actor.
    There is no right value; the board sets the band.
    """
    graph = _network(actors, ties, ACTORS_FOR_A_CENTRE)
    if isinstance(graph, Undefined):
        return graph
    if dmo not in graph:
        return Undefined("no_dmo")
    import networkx as nx

    detail = {
        "reached_share": graph.degree(dmo) / (len(graph) - 1),
        "degree_centralisation": degree_centralisation(graph),
    }
    return Value(float(nx.betweenness_centrality(graph)[dmo]), n=len(graph), detail=detail)
