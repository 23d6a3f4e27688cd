"""What is true: the newest fact of an upload that is not undone, now or at any moment before."""

from datetime import timedelta

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.stores import empty_store, fact_table, put
from warehouse import facts, ledger
from warehouse.connect import Store
from warehouse.schema import datasets

VISITS = datasets()["visits"]


def visits(store: Store) -> dict[tuple[str, str], float]:
    frame = facts.read_dataset(store, VISITS, ledger.read_ledger(store))
    return dict(zip(zip(frame["actor_id"], frame["period"], strict=True), frame["visits"], strict=True))


def row(actor: str, period: str, count: int) -> dict[str, object]:
    return {"actor_id": actor, "period": period, "visits": count}


def test_an_empty_store_has_no_rows_and_version_zero(store: Store) -> None:
    assert visits(store) == {}
    assert ledger.current_version(store) == 0


def test_a_later_upload_corrects_an_earlier_one_and_leaves_the_rest(store: Store) -> None:
    put(store, {"visits": [row("a", "2025-01", 10), row("a", "2025-02", 20)]})
    put(store, {"visits": [row("a", "2025-02", 25)]})
    assert visits(store) == {("a", "2025-01"): 10, ("a", "2025-02"): 25}


def test_undoing_an_upload_in_the_middle_keeps_the_later_ones(store: Store) -> None:
    put(store, {"visits": [row("a", "2025-01", 1)]})
    middle = put(store, {"visits": [row("a", "2025-01", 2), row("b", "2025-01", 7)]})
    put(store, {"visits": [row("a", "2025-01", 3)]})
    ledger.undo(store, [middle], "Test")
    assert visits(store) == {("a", "2025-01"): 3}


def test_a_fact_said_twice_stands_when_one_of_the_uploads_is_undone(store: Store) -> None:
    first = put(store, {"visits": [row("a", "2025-01", 5)]})
    put(store, {"visits": [row("a", "2025-01", 5)]})
    ledger.undo(store, [first], "Test")
    assert visits(store) == {("a", "2025-01"): 5}


def test_an_upload_can_be_undone_only_once(store: Store) -> None:
    upload = put(store, {"visits": [row("a", "2025-01", 5)]})
    ledger.undo(store, [upload], "Test")
    for wrong in (upload, 99):
        try:
            ledger.undo(store, [wrong], "Test")
        except ledger.CannotUndoError as error:
            assert error.args == (wrong,)
        else:
            raise AssertionError("the second undo went through")


def test_reading_as_of_a_moment_before_an_undo_still_sees_the_upload(store: Store) -> None:
    upload = put(store, {"visits": [row("a", "2025-01", 5)]})
    loaded_at = ledger.read_ledger(store).events[-1].recorded_at
    ledger.undo(store, [upload], "Test")
    then = ledger.read_ledger(store, loaded_at)
    before = ledger.read_ledger(store, loaded_at - timedelta(seconds=1))
    assert len(facts.read_dataset(store, VISITS, then)) == 1
    assert len(facts.read_dataset(store, VISITS, before)) == 0
    assert visits(store) == {}


def test_zero_and_not_known_stay_different(store: Store) -> None:
    put(store, {"visits": [row("a", "2025-01", 0), {"actor_id": "a", "period": "2025-02", "paying_visits": 3}]})
    frame = facts.read_dataset(store, VISITS, ledger.read_ledger(store)).set_index("period")
    assert frame.loc["2025-01", "visits"] == 0
    assert frame["visits"].isna().to_dict() == {"2025-01": False, "2025-02": True}


def test_a_failed_load_leaves_nothing_behind(store: Store) -> None:
    try:
        with store.writing("Test", "fails") as cursor:
            facts.append(cursor, VISITS, fact_table(VISITS, [row("a", "2025-01", 1)]), 1)
            raise RuntimeError("half way")
    except RuntimeError:
        pass
    put(store, {"visits": [row("b", "2025-01", 2)]})
    assert visits(store) == {("b", "2025-01"): 2}


def test_the_sample_steps_aside_for_real_data_and_comes_back(store: Store) -> None:
    put(store, {"visits": [row("eks-a", "2025-01", 1)]}, sample=True)
    assert ledger.read_ledger(store).shows_sample
    real = put(store, {"visits": [row("a", "2025-01", 2)]})
    assert visits(store) == {("a", "2025-01"): 2}
    ledger.undo(store, [real], "Test")
    assert visits(store) == {("eks-a", "2025-01"): 1}


def test_names_are_known_by_id_and_by_name(store: Store) -> None:
    put(store, {"actors": [{"actor_id": "m1", "name": "Museet"}], "visits": [row("m2", "2025-01", 1)]})
    known = facts.known_names(store, ledger.read_ledger(store))
    assert known["actor"] == {"m1": "m1", "Museet": "m1", "m2": "m2"}


Step = tuple[str, int, int]
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("load"), st.integers(1, 3), st.integers(0, 5)),
        st.tuples(st.just("undo"), st.integers(1, 8), st.just(0)),
    ),
    max_size=8,
)


@settings(max_examples=12)
@given(STEPS)
def test_any_order_of_loads_and_undos_gives_what_a_plain_model_gives(tmp_path_factory, steps: list[Step]) -> None:  # type: ignore[no-untyped-def]
    loads: dict[int, tuple[int, int]] = {}
    events = 0
    with empty_store("embedded", tmp_path_factory.mktemp("store")) as store:
        for kind, number, value in steps:
            if kind == "load":
                events += 1
                assert put(store, {"visits": [row(f"a{number}", "2025-01", value)]}) == events
                loads[events] = (number, value)
            elif number in loads:
                ledger.undo(store, [number], "Test")
                events += 1
                del loads[number]
        expected = {(f"a{actor}", "2025-01"): float(value) for _, (actor, value) in sorted(loads.items())}
        assert visits(store) == expected


def test_a_dataset_nobody_told_of_reads_as_a_frame_of_its_columns_without_rows(store: Store) -> None:
    put(store, {"actors": [{"actor_id": "a", "name": "A"}]})
    known = ledger.read_ledger(store)
    assert facts.filled(store) == {"actors"}
    for dataset in datasets().values():
        if dataset.id != "actors":
            grouped = facts.read_dataset(store, dataset, known, fact_table(dataset, []))
            pd.testing.assert_frame_equal(facts.read_dataset(store, dataset, known), grouped)
