"""Where the actors of a network lie on paper: near those they have ties with, and in a row of their own without."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    import networkx as nx

Spot = tuple[float, float]

_SEED = 7
_EDGE, _MARGIN = 0.16, 0.1


def spots(count: int, ties: Collection[tuple[int, int]], floor: float) -> list[Spot]:
    """Return where each of so many nodes lies, from (0, 0) at the lower left to (1, 1); the same ties give the same.

    Those without any tie stand side by side below `floor`.
    """
    # It takes half a second to load, and only a network needs it.
    import networkx as nx

    graph: nx.Graph[int] = nx.Graph()
    graph.add_edges_from(sorted(ties))
    alone = [node for node in range(count) if node not in graph]
    laid = _laid(graph)
    across = _between([float(laid[node][0]) for node in graph], _EDGE, 1 - _EDGE)
    up = _between([float(laid[node][1]) for node in graph], floor + _MARGIN * (1 - floor), 1 - _MARGIN)
    found = dict(zip(graph, zip(across, up, strict=True), strict=True))
    for place, node in enumerate(alone):
        found[node] = ((place + 0.5) / len(alone), floor * 0.62)
    return [found[node] for node in range(count)]


def _laid(graph: "nx.Graph[int]") -> "dict[int, npt.NDArray[np.float64]]":
    """Return a place for each node, so that the way between two on paper follows the number of ties between them."""
    import networkx as nx

    if len(graph) < 2:
        return {node: np.zeros(2) for node in graph}
    apart = nx.diameter(graph.subgraph(max(nx.connected_components(graph), key=len))) + 1
    ways = {
        one: dict.fromkeys(graph, apart) | dict(reached) for one, reached in nx.all_pairs_shortest_path_length(graph)
    }
    return nx.kamada_kawai_layout(graph, dist=ways, pos=nx.spring_layout(graph, seed=_SEED))


def _between(values: Sequence[float], low: float, high: float) -> list[float]:
    least, span = min(values, default=0), max(values, default=0) - min(values, default=0)
    return [low + (high - low) * ((value - least) / span if span else 0.5) for value in values]
