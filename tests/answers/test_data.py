"""What is known at one moment: read from a store, kept while the store stays as it is."""

from datetime import timedelta

import pandas as pd

from answers.data import Data, open_data
from answers.places import places
from tests.answers.tables import TableData, Tables, in_place, months
from tests.stores import put
from warehouse import ledger
from warehouse.connect import Store
from warehouse.schema import datasets

TABLES: Tables = {
    "actors": in_place("b", "a", name="Museet"),
    "visits": [*months("b", 2024, [3, None, 0]), *months("a", 2024, [7], visit_type="exhibition", method="ticket")],
    "notes": [{"date_from": "2024-01-01", "kind": "counter", "text": "Ny tæller"}],
    "opening": [{"actor_id": "a", "period": "2024-02", "open_flag": 0}],
}


def visits_of(data: Data) -> list[float]:
    return data.frame("visits")["visits"].tolist()


def test_the_tables_of_these_tests_have_the_shape_that_a_store_gives(store: Store) -> None:
    put(store, TABLES)
    read, written = open_data(store), TableData(TABLES)
    for dataset_id in datasets():
        pd.testing.assert_frame_equal(read.frame(dataset_id), written.frame(dataset_id))


def test_a_read_as_of_a_moment_knows_no_later_upload_and_no_later_undo(store: Store) -> None:
    first = put(store, {"visits": months("a", 2024, [10])})
    then = ledger.read_ledger(store).events[-1].recorded_at
    put(store, {"visits": months("a", 2024, [11])})
    ledger.undo(store, [first], "Test")
    assert visits_of(open_data(store)) == [11]
    assert visits_of(open_data(store, then)) == [10]
    before = open_data(store, then - timedelta(seconds=1))
    assert before.is_empty
    assert dict(places(before)) == {}


def test_the_same_state_is_read_once_and_the_next_state_anew(store: Store) -> None:
    put(store, {"visits": months("a", 2024, [10])})
    data = open_data(store)
    assert open_data(store) is data
    put(store, {"visits": months("a", 2024, [12])})
    assert (visits_of(data), visits_of(open_data(store))) == ([10], [12])
    assert open_data(store).version == data.version + 1


def test_the_sample_is_told_apart_and_never_stands_among_real_places(store: Store) -> None:
    put(store, {"visits": months("eks-a", 2024, [10])}, sample=True)
    assert open_data(store).is_sample
    put(store, {"visits": months("a", 2024, [10])})
    assert not open_data(store).is_sample
    assert list(places(open_data(store))) == ["actor:a"]


def test_what_was_computed_is_remembered_with_the_data() -> None:
    data, numbers = TableData({}), iter(range(5))
    assert [data.remember("key", lambda: next(numbers)) for _ in range(2)] == [0, 0]
    assert data.remember("other key", lambda: next(numbers)) == 1
