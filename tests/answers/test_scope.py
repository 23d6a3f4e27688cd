"""A scope: whoever sees some places only meets no row of another, and the same figures of their own."""

from collections.abc import Mapping

import pandas as pd
import pytest

from access.reader import Reader
from answers.data import Data
from answers.joint import joint_products
from answers.network import network_of
from answers.overview import overview
from answers.panel import panel_of
from answers.places import actor_names, all_places, places
from answers.scope import ScopedData, data_for, takes
from answers.show import all_answers
from tests.answers.lineage.sample import whole_sample
from tests.answers.tables import TableData, in_place, months
from warehouse.schema import datasets, each_of

A, B = "destination:a", "destination:b"
# It is set beside what houses usually get, of which one who sees few houses knows too little.
OF_EVERYBODY = {"review_rating_adjusted"}


def scoped(data: Data, *scope: str, role: str = "reader") -> Data:
    return data_for(data, Reader("Leder", "analyst" if role == "analyst" else "reader", frozenset(scope)))


@pytest.fixture
def two() -> TableData:
    return TableData(
        {
            "destinations": [{"destination_id": "a", "name": "Ahus", "area_code": "101"}, {"destination_id": "b"}],
            "actors": [*in_place("a1", "a2", place="a"), *in_place("b1", place="b", name="Bmuseet", cvr="12345678")],
            "visits": [*months("a1", 2025, [10] * 12), *months("a2", 2025, [5] * 12), *months("b1", 2025, [777] * 12)],
            "nights": [
                {"area_code": "101", "period": "2025-01", "nights": 3},
                {"area_code": "102", "period": "2025-01"},
            ],
            "reference": [{"area_code": "DK", "period": "2025-01", "indicator": "nights", "value": 9}],
            "notes": [
                {"date_from": "2025-01-01", "entity": "b1", "kind": "other", "text": "om B"},
                {"date_from": "2025-01-02", "entity": "Ahus", "kind": "other", "text": "om A"},
                {"date_from": "2025-01-03", "kind": "other", "text": "om alle"},
            ],
            "partnerships": [{"actor_a": "a1", "actor_b": "b1", "tie_type": "referral", "confirmed_a": 1}],
            "products": [
                {"product_id": "p1", "period": "2025", "actor_id": "b1", "partners": "a1", "revenue_dkk": 777000},
                {"product_id": "p2", "period": "2025", "actor_id": "b1", "revenue_dkk": 888000},
                {"product_id": "p3", "period": "2025", "actor_id": "a1", "revenue_dkk": 1000},
            ],
            "groups": [
                {"group_id": "g1", "destination_id": "b", "name": "over grænsen", "members": "a1; b1"},
                {"group_id": "g2", "destination_id": "b", "name": "kun B", "members": "b1; b2"},
            ],
            "channels": [
                {"channel_id": "k1", "destination_id": "b", "name": "B's brev", "cost_dkk": 777000},
                {"channel_id": "k2", "actor_id": "a1", "name": "a1's brev"},
            ],
            "strategies": [{"actor_id": "a1", "aim": "håndværk"}, {"actor_id": "b1", "aim": "om B"}],
            "comments": [
                {"comment_id": "c1", "destination_id": "b", "text": "om B"},
                {"comment_id": "c2", "destination_id": "a", "text": "om A"},
                {"comment_id": "c3", "actor_id": "a1", "text": "om a1", "answer_to": "c2"},
            ],
        }
    )


def test_only_the_places_in_scope_are_there(two: Data) -> None:
    mine = scoped(two, A)
    assert set(places(mine)) == {A}
    assert set(all_places(mine)) == {A, "actor:a1", "actor:a2"}
    assert [row.place.id for row in overview(mine, 2025).rows] == [A]
    assert overview(mine, 2025).total == 180
    assert not places(scoped(two, "destination:nowhere"))
    assert not places(scoped(two))


def test_an_actor_alone_is_no_destination_with_one_museum(two: Data) -> None:
    mine = scoped(two, "actor:a1")
    assert set(all_places(mine)) == {"actor:a1"}
    assert panel_of(mine, all_places(mine)["actor:a1"]).year(2025).totals() == (10,) * 12


def test_notes_and_official_figures_for_everybody_stay(two: Data) -> None:
    mine = scoped(two, A)
    assert set(mine.frame("notes")["text"]) == {"om A", "om alle"}
    assert list(mine.frame("nights")["area_code"]) == ["101"]
    assert len(mine.frame("reference")) == 1


def test_what_is_said_of_a_place_is_read_by_those_who_see_it(two: Data) -> None:
    assert set(scoped(two, A).frame("comments")["text"]) == {"om A", "om a1"}
    assert set(scoped(two, "actor:a1").frame("comments")["text"]) == {"om a1"}
    assert set(scoped(two, B).frame("comments")["text"]) == {"om B"}


def test_plans_and_strategies_are_those_of_the_places_in_scope_and_groups_those_one_is_a_member_of(two: Data) -> None:
    mine = scoped(two, A)
    assert set(mine.frame("groups")["name"]) == {"over grænsen"}
    assert set(mine.frame("channels")["name"]) == {"a1's brev"}
    assert set(mine.frame("strategies")["actor_id"]) == {"a1"}
    assert actor_names(mine)["b1"] == "Bmuseet"
    assert mine.frame("actors").set_index("actor_id").loc["b1"].dropna().to_dict() == {"name": "Bmuseet"}


def test_of_a_partner_elsewhere_only_the_name_and_the_tie_are_told(two: Data) -> None:
    mine = scoped(two, A)
    assert actor_names(mine)["b1"] == "Bmuseet"
    assert mine.frame("actors").set_index("actor_id").loc["b1"].dropna().to_dict() == {"name": "Bmuseet"}
    assert len(network_of(mine, all_places(mine)[A], 2025).outward) == 1
    seeing = Reader("Leder", "reader", frozenset({A}), sees_business_figures=True)
    product, *others = joint_products(mine, all_places(mine)[A], 2025, seeing)
    assert (product.id, product.revenue, others) == ("p1", None, [])


def test_what_one_reader_was_shown_is_never_anothers(two: Data) -> None:
    """Two readers in turn, each asking for the other's place too."""
    for _ in range(3):
        for scope, other, total in ((A, B, 180), (B, A, 777 * 12)):
            mine = scoped(two, scope)
            assert overview(mine, 2025).total == total
            assert other not in all_places(mine)
    assert overview(two, 2025).total == 180 + 777 * 12
    assert scoped(two, A) is scoped(two, A)


@pytest.mark.parametrize(
    ("dataset", "row"),
    [
        ("steps", {"destination_id": "b", "step": "1", "who": "x"}),
        ("targets", {"kpi_id": "visits_total", "destination_id": "b", "period": "2026"}),
        ("notes", {"date_from": "2025-01-01", "entity": "b1", "kind": "other"}),
        ("notes", {"date_from": "2025-01-01", "entity": "Bmuseet", "kind": "other"}),
        ("notes", {"date_from": "2025-01-01", "entity": "all", "kind": "other"}),
        ("products", {"product_id": "p2", "period": "2025", "actor_id": "a1"}),
        ("products", {"product_id": "p9", "period": "2025", "actor_id": "b1"}),
        ("products", {"product_id": "p9", "period": "2025", "actor_id": "a1", "partners": "a2; b1"}),
        ("actors", {"actor_id": "b1", "destination_id": "a"}),
        ("actors", {"actor_id": "a1", "destination_id": "b"}),
        ("reference", {"area_code": "102", "period": "2025-01", "indicator": "nights"}),
        ("log", {"entry_id": "1", "kind": "meeting"}),
        ("comments", {"comment_id": "c1", "text": "rettet af en anden"}),
        ("groups", {"group_id": "g1", "name": "omdøbt"}),
        ("groups", {"group_id": "g9", "destination_id": "a", "members": "a1; b1"}),
        ("channels", {"channel_id": "k1", "destination_id": "a"}),
        ("strategies", {"actor_id": "b1", "aim": "x"}),
        ("comments", {"comment_id": "c9", "text": "uden sted"}),
        ("comments", {"comment_id": "c9", "destination_id": "b", "answer_to": "c2"}),
    ],
)
def test_nothing_is_written_about_what_lies_elsewhere(two: Data, dataset: str, row: Mapping[str, object]) -> None:
    assert not takes(scoped(two, A), dataset, [row])
    assert takes(two, dataset, [row])


@pytest.mark.parametrize(
    ("dataset", "row"),
    [
        ("steps", {"destination_id": "a", "step": "1", "who": "x"}),
        ("targets", {"kpi_id": "visits_total", "destination_id": "a", "period": "2026"}),
        ("notes", {"date_from": "2025-01-01", "entity": "Ahus", "kind": "other"}),
        ("products", {"product_id": "p3", "period": "2025", "name": "x", "actor_id": "a1"}),
        ("products", {"product_id": "p9", "period": "2025", "actor_id": "a1", "partners": "a2"}),
        ("comments", {"comment_id": "c9", "destination_id": "a", "actor_id": "a1", "answer_to": "c2"}),
        ("groups", {"group_id": "g9", "destination_id": "a", "members": "a1; a2"}),
        ("strategies", {"actor_id": "a1", "aim": "x"}),
    ],
)
def test_what_lies_in_the_scope_may_be_written(two: Data, dataset: str, row: Mapping[str, object]) -> None:
    assert takes(scoped(two, A), dataset, [row])
    assert not takes(scoped(two, A), dataset, [row, {**row, "destination_id": "b", "actor_id": "b1", "entity": "b1"}])


@pytest.fixture(scope="module")
def sample() -> Data:
    return whole_sample()


def _of_others(data: Data, place: str) -> set[str]:
    """The ids of all the actors that belong to another destination."""
    return {actor for one in places(data).values() if one.id != place for actor in one.actors}


@pytest.mark.parametrize("place", ["destination:eks-klydoe", "destination:eks-brisehavn", "destination:eks-lertofte"])
def test_no_row_names_an_actor_of_another_place_unless_both_are_in_it(sample: Data, place: str) -> None:
    mine, own = scoped(sample, place), set(all_places(sample)[place].actors)
    others = _of_others(sample, place)
    actors = sample.frame("actors")
    # A destination's organisation and authorities are in every network they serve.
    hubs = set(actors.loc[actors["sector"].isin(["public", "tourism"]), "actor_id"])
    for dataset in datasets().values():
        if dataset.id in ("actors", "reference"):
            continue
        for row in mine.frame(dataset.id).to_dict("records"):
            named = {part for value in row.values() if isinstance(value, str) for part in each_of(value)}
            is_own = bool(named & own) or place.partition(":")[2] in named
            assert not named & others - hubs or is_own, (dataset.id, row)


@pytest.mark.parametrize("place", ["destination:eks-klydoe", "destination:eks-lertofte", "actor:eks-bymuseet"])
def test_the_figures_of_a_place_are_the_same_for_one_who_sees_only_it(sample: Data, place: str) -> None:
    for sees in (False, True):
        reader = Reader("Leder", "reader", frozenset({place}), sees)
        mine = data_for(sample, reader)
        assert isinstance(mine, ScopedData)
        for year in (2024, 2025):
            whole = all_answers(sample, all_places(sample)[place], year, reader)
            found = all_answers(mine, all_places(mine)[place], year, reader)
            assert {name: found[name].result for name in whole.keys() - OF_EVERYBODY} == {
                name: whole[name].result for name in whole.keys() - OF_EVERYBODY
            }


def test_a_frame_keeps_its_columns_and_kinds(sample: Data) -> None:
    for name in datasets():
        pd.testing.assert_series_equal(scoped(sample, A).frame(name).dtypes, sample.frame(name).dtypes)
