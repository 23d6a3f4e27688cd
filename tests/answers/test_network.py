"""The network of a place: who belongs to it, who was asked, and which ties stood in a year."""

from collections.abc import Sequence

from answers.network import Network, Tie, network_before, network_of
from tests.answers.tables import Row, TableData, in_place, place_of

DMO = {"actor_id": "dmo", "destination_id": "far", "sector": "tourism", "actor_type": "destinationsselskab (DMO)"}
TOWN = {"actor_id": "town", "destination_id": "far", "sector": "public", "actor_type": "kommune"}


def tie(a: str, b: str, said_a: int | None = 1, said_b: int | None = 1, kind: str = "knowledge", **more: object) -> Row:
    return {"actor_a": a, "actor_b": b, "tie_type": kind, "confirmed_a": said_a, "confirmed_b": said_b, **more}


def of(*ties: Row, actors: Sequence[Row] = (), place: str = "destination:p", year: int = 2025) -> Network:
    data = table(*ties, actors=actors)
    return network_of(data, place_of(data, place), year)


def table(*ties: Row, actors: Sequence[Row] = ()) -> TableData:
    return TableData({"actors": [*in_place(*"abc"), *actors], "partnerships": ties})


def test_the_only_dmo_belongs_to_every_place_and_the_municipality_where_it_has_a_tie() -> None:
    assert of(tie("a", "b"), actors=[DMO, TOWN]).members == ("a", "b", "c", "dmo")
    assert of(tie("a", "town"), actors=[DMO, TOWN]).members == ("a", "b", "c", "dmo", "town")
    assert of(tie("a", "b"), actors=[DMO]).dmo == "dmo"


def test_one_of_several_dmos_belongs_where_it_has_a_tie() -> None:
    other = {**DMO, "actor_id": "dmo2"}
    assert of(tie("a", "dmo2"), actors=[DMO, other]).members == ("a", "b", "c", "dmo2")
    assert of(tie("a", "b"), actors=[DMO, other]).dmo is None


def test_a_guide_in_tourism_is_no_dmo() -> None:
    guide = {"actor_id": "g", "destination_id": "p", "sector": "tourism", "actor_type": "guider"}
    assert of(tie("a", "g"), actors=[guide]).dmo is None


def test_who_has_answered_for_any_tie_was_asked_and_the_others_are_unknown_and_not_alone() -> None:
    network = of(tie("a", "b", 1, 0))
    assert (set(network.asked), network.not_asked, network.isolates) == ({"a", "b"}, ("c",), ("a", "b"))


def test_a_tie_counts_in_every_year_it_stood_on_any_day() -> None:
    told = table(tie("a", "b", start="2023-12-31", end="2025-01-01"), tie("a", "c", start="2025-06-01"))
    counts = [len(network_of(told, place_of(told), year).confirmed) for year in range(2022, 2027)]
    assert counts == [0, 1, 1, 2, 1]
    assert network_before(told, place_of(told), 2025).confirmed == [("a", "b")]


def test_a_tie_that_is_denied_and_claimed_by_nobody_is_none() -> None:
    assert of(tie("a", "b", 0, 0), tie("a", "c", 0, None)).ties == ()
    assert of(tie("a", "b", 0, 0)).asked == {"a", "b"}


def test_a_tie_told_from_both_ends_is_one() -> None:
    network = of(tie("a", "b", 1, None, gives_a="gæster"), tie("b", "a", 1, None, gives_a="ture"))
    assert network.ties == (Tie("a", "b", "knowledge", said_a=True, said_b=True, gives_a="gæster", gives_b="ture"),)


def test_a_tie_to_another_place_reaches_outward() -> None:
    away = {"actor_id": "x", "destination_id": "q", "sector": "culture"}
    network = of(tie("a", "b"), tie("a", "x"), actors=[away])
    assert (network.members, [one.pair for one in network.outward]) == (("a", "b", "c"), [("a", "x")])


def test_the_network_of_an_actor_is_the_actor_and_its_partners() -> None:
    network = of(tie("a", "b"), tie("b", "c"), place="actor:a")
    assert (network.members, set(network.counted)) == (("a", "b"), {"a"})
    assert [one.pair for one in network.ties] == [("a", "b")]
    assert network.isolates == ()


def test_an_actor_that_has_closed_for_good_is_no_longer_a_member() -> None:
    gone = {"actor_id": "old", "destination_id": "p", "active_to": "2024-06-30"}
    assert "old" not in of(tie("a", "b"), actors=[gone]).members
    assert "old" in of(tie("a", "b"), actors=[gone], year=2024).members


def test_those_outside_and_those_not_asked_can_be_left_unnamed() -> None:
    network = of(tie("a", "b"), tie("a", "d", 1, 0), actors=in_place("d")).without_those_outside
    assert network.members == ("a", "b")
    assert [one.pair for one in network.ties] == [("a", "b")]
