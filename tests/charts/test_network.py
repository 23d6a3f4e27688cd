"""The network map: the same ties always lie the same way, and nothing is told by colour alone."""

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.key import key_entries
from charts.network import NAMES_FIT, Line, Node, network_map
from charts.network_layout import spots
from locales import DANISH

SECTORS = ("culture", "tourism", "craft", "nature", "food", "lodging", "civic", "public")
KINDS = ("viden", "henvisning", "produkt", "markedsføring")
ties = st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]))


def drawn(nodes: list[Node], lines: list[Line]) -> go.Figure:
    return network_map(
        nodes,
        lines,
        KINDS,
        one_sided_label="kun den ene",
        title="Fund",
        subtitle="Mål",
        language=DANISH,
        dark=False,
    )


def star(count: int) -> list[Line]:
    return [Line(0, node, KINDS[node % 4], is_confirmed=True, words="") for node in range(1, count)]


@given(ties=ties, floor=st.sampled_from([0.0, 0.2]))
def test_every_node_lies_on_the_paper_and_always_in_the_same_place(ties: set[tuple[int, int]], floor: float) -> None:
    laid = spots(8, ties, floor)
    assert laid == spots(8, sorted(ties, reverse=True), floor)
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in laid)
    assert len(set(laid)) == 8


def test_who_has_no_tie_stands_below_the_others() -> None:
    laid = spots(4, {(0, 1), (1, 2)}, 0.2)
    assert laid[3][1] < 0.2 < min(y for _, y in laid[:3])


def test_two_groups_without_a_tie_between_them_lie_apart() -> None:
    laid = spots(6, {(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5)}, 0.0)
    gap = min(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a in laid[:3] for b in laid[3:])
    assert gap > 0.1


def test_each_sector_has_a_shape_of_its_own_and_stands_in_the_key() -> None:
    figure = drawn([Node(sector, sector, sector) for sector in SECTORS], star(len(SECTORS)))
    marks = figure.data[-1]
    assert len(set(marks.marker.symbol)) == len(SECTORS)
    assert set(SECTORS) <= {words for _, _, words in key_entries(figure)}


def test_each_kind_of_tie_has_a_dash_of_its_own() -> None:
    figure = drawn([Node(str(i), "culture", "kultur") for i in range(5)], star(5))
    dashes = {trace.name: trace.line.dash for trace in figure.data if trace.mode == "lines"}
    assert set(dashes) == set(KINDS)
    assert len(set(dashes.values())) == len(KINDS)


def test_a_tie_that_one_side_confirms_has_a_ring_and_not_only_a_paler_colour() -> None:
    nodes = [Node(name, "culture", "kultur") for name in "abc"]
    one_sided = Line(0, 1, "viden", is_confirmed=False, words="")
    figure = drawn(nodes, [one_sided, Line(1, 2, "viden", is_confirmed=True, words="")])
    assert list(figure.data[-2].marker.opacity) == [1.0, 0.0]
    assert "kun den ene" in {words for _, _, words in key_entries(figure)}


def test_who_has_not_been_asked_has_an_open_mark() -> None:
    figure = drawn([Node("a", "culture", "kultur"), Node("b", "craft", "håndværk", is_known=False)], star(2))
    assert list(figure.data[-1].marker.symbol) == ["circle", "diamond-open"]


@pytest.mark.parametrize(("count", "text"), [(NAMES_FIT, "aktør 1"), (NAMES_FIT + 1, "2")])
def test_names_give_way_to_numbers_where_there_is_no_room(count: int, text: str) -> None:
    figure = drawn([Node(f"aktør {i}", "culture", "kultur") for i in range(count)], star(count))
    assert figure.layout.annotations[1].text == text


def test_two_kinds_of_tie_between_the_same_two_lie_beside_each_other() -> None:
    both = [Line(0, 1, "viden", is_confirmed=True, words=""), Line(1, 0, "produkt", is_confirmed=True, words="")]
    one, other = (trace for trace in drawn([Node(n, "", "") for n in "ab"], both).data if trace.mode == "lines")
    assert {one.x[0], one.x[1]} != {other.x[0], other.x[1]} or {one.y[0], one.y[1]} != {other.y[0], other.y[1]}
