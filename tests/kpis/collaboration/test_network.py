import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csgraph

from kpis.collaboration.network import Pair, dmo_centrality, isolate_share, network_density, network_of
from kpis.result import Undefined
from tests.kpis.collaboration.tables import ACTORS, TIES, pairs_of, random_matrix, ties, turned
from tests.kpis.tables import reason, value

STAR = [("DMO", actor) for actor in ACTORS[1:]]
RING = list(zip(ACTORS, [*ACTORS[1:], ACTORS[0]], strict=True))


def test_ties_over_possible_ties() -> None:
    density = value(network_density(ACTORS, TIES))
    assert density.value == pytest.approx(8 / 28)
    assert density.n == 8
    assert density.detail == {"ties": 8, "average_degree": 2, "clustering": pytest.approx(0.4791667)}


def test_actors_outside_and_the_largest_group() -> None:
    outside = value(isolate_share(ACTORS, TIES))
    assert outside.value == 0.125
    assert outside.detail == {"isolates": ("MuseumF",), "largest_component_share": 0.625}


def test_what_hangs_on_the_dmo() -> None:
    centre = value(dmo_centrality(ACTORS, TIES, "DMO"))
    assert centre.value == pytest.approx(0.0952381)
    assert centre.detail["degree_centralisation"] == pytest.approx(0.3809524)
    assert centre.detail["reached_share"] == pytest.approx(4 / 7)


def test_in_a_star_all_hangs_on_its_centre_and_in_a_ring_little_on_anybody() -> None:
    star, ring = value(dmo_centrality(ACTORS, STAR, "DMO")), value(dmo_centrality(ACTORS, RING, "DMO"))
    assert (star.value, star.detail["degree_centralisation"]) == (1, 1)
    assert ring.detail["degree_centralisation"] == 0
    assert 0 < ring.number < 0.5
    assert value(dmo_centrality(ACTORS, STAR, "InnD")).value == 0


def test_a_network_that_nobody_has_a_tie_in_is_a_known_zero() -> None:
    assert value(network_density(ACTORS, [])).value == 0
    assert value(isolate_share(ACTORS, [])).value == 1
    assert value(dmo_centrality(ACTORS, [], "DMO")).value == 0


def test_too_few_actors_are_no_network() -> None:
    for actors in ([], ["DMO"]):
        assert reason(network_density(actors, [])) == "needs_two_actors"
        assert reason(isolate_share(actors, [])) == "needs_two_actors"
        assert reason(dmo_centrality(actors, [], "DMO")) == "needs_two_actors"
    assert network_density(ACTORS[:2], TIES[:1]) == Undefined("small_network", {"known": 2, "minimum": 3})
    assert dmo_centrality(ACTORS[:3], TIES[:2], "DMO") == Undefined("small_network", {"known": 3, "minimum": 4})


def test_a_dmo_that_was_not_asked_has_no_place_in_the_network() -> None:
    assert reason(dmo_centrality(ACTORS[1:], TIES[4:], "DMO")) == "no_dmo"


@pytest.mark.parametrize("tie", [("DMO", "DMO"), ("DMO", "Stranger"), ("Stranger", "DMO")])
def test_a_tie_to_oneself_or_to_somebody_not_asked_is_refused(tie: Pair) -> None:
    with pytest.raises(ValueError, match="no tie"):
        network_of(ACTORS, [tie])


@given(pairs=ties, data=st.data())
def test_it_does_not_matter_who_stands_first_or_who_names_whom(pairs: list[Pair], data: st.DataObject) -> None:
    actors = data.draw(st.permutations(ACTORS))
    told = turned(data.draw(st.permutations(pairs))) + pairs
    assert value(network_density(actors, told)).number == value(network_density(ACTORS, pairs)).number
    assert isolate_share(actors, told) == isolate_share(ACTORS, pairs)
    centre, again = dmo_centrality(ACTORS, pairs, "DMO"), dmo_centrality(actors, told, "DMO")
    assert value(again).number == pytest.approx(value(centre).number)


@given(pairs=ties)
def test_every_figure_of_a_network_lies_between_0_and_1(pairs: list[Pair]) -> None:
    centre = value(dmo_centrality(ACTORS, pairs, "DMO"))
    outside = value(isolate_share(ACTORS, pairs))
    numbers = (
        value(network_density(ACTORS, pairs)).number,
        outside.number,
        outside.detail["largest_component_share"],
        centre.number,
        *centre.detail.values(),
    )
    for number in numbers:
        assert isinstance(number, float)
        assert 0 <= number <= 1 + 1e-12


@given(pairs=ties.filter(bool))
def test_one_tie_more_never_lowers_density_nor_raises_the_share_outside(pairs: list[Pair]) -> None:
    fewer = pairs[:-1]
    assert value(network_density(ACTORS, pairs)).number > value(network_density(ACTORS, fewer)).number
    assert value(isolate_share(ACTORS, pairs)).number <= value(isolate_share(ACTORS, fewer)).number


def _shortest(matrix: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """How long the shortest way between two actors is, and how many such ways there are."""
    distance = csgraph.shortest_path(matrix, unweighted=True)
    ways, power = np.zeros(matrix.shape), np.eye(len(matrix))
    for length in range(len(matrix)):
        ways[distance == length] = power[distance == length]
        power = power @ matrix
    return distance, ways


def _betweenness(matrix: np.ndarray, middle: int) -> float:
    distance, ways = _shortest(matrix)
    others = [actor for actor in range(len(matrix)) if actor != middle]
    through = sum(
        ways[one, middle] * ways[middle, other] / ways[one, other]
        for one in others
        for other in others
        if one < other and np.isfinite(distance[one, other])
        if distance[one, middle] + distance[middle, other] == distance[one, other]
    )
    return float(through / (len(others) * (len(others) - 1) / 2))


def _clustering(matrix: np.ndarray) -> float:
    degrees = matrix.sum(axis=0)
    possible = degrees * (degrees - 1)
    triangles = np.diag(np.linalg.matrix_power(matrix, 3))
    return float(np.mean(np.divide(triangles, possible, out=np.zeros(len(matrix)), where=possible > 0)))


def test_300_random_networks_agree_with_matrices_and_scipy() -> None:
    random = np.random.default_rng(300)
    for _ in range(300):
        matrix = random_matrix(random)
        n, degrees = len(matrix), matrix.sum(axis=0)
        actors, pairs = [str(actor) for actor in range(n)], pairs_of(np.triu(matrix))
        density, outside = value(network_density(actors, pairs)), value(isolate_share(actors, pairs))
        centre = value(dmo_centrality(actors, pairs, "0"))
        _, groups = csgraph.connected_components(matrix, directed=False)
        assert density.number == pytest.approx(matrix.sum() / (n * (n - 1)))
        assert density.detail["average_degree"] == pytest.approx(degrees.mean())
        assert density.detail["clustering"] == pytest.approx(_clustering(matrix))
        assert outside.number == pytest.approx(np.mean(degrees == 0))
        assert outside.detail["largest_component_share"] == pytest.approx(np.bincount(groups).max() / n)
        assert centre.number == pytest.approx(_betweenness(matrix, 0))
        assert centre.detail["degree_centralisation"] == pytest.approx(
            np.sum(degrees.max() - degrees) / ((n - 1) * (n - 2))
        )
