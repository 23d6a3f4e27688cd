"""What is another fact now than it was: told with the uploads before and after, and never for the same value again."""

from tests.stores import put
from warehouse.connect import Store
from warehouse.ledger import read_ledger, undo
from warehouse.moved import moved_facts
from warehouse.schema import datasets

VISITS = datasets()["visits"]


def _visits(store: Store, **months: int) -> int:
    rows = [{"actor_id": "a", "period": f"2025-{name[1:]}", "visits": count} for name, count in months.items()]
    return put(store, {"visits": rows})


def test_new_corrected_and_undone_facts_are_told_with_their_uploads(store: Store) -> None:
    first = _visits(store, m01=10, m02=20, m03=30)
    lost = _visits(store, m05=50)
    then = read_ledger(store)
    corrected = _visits(store, m02=25, m03=30, m04=40)
    undo(store, [lost], "Test")
    moved = moved_facts(store, VISITS, then, read_ledger(store))
    assert moved[["period", "upload_then", "upload_now"]].fillna(0).to_numpy().tolist() == [
        ["2025-02", first, corrected],
        ["2025-04", 0, corrected],
        ["2025-05", lost, 0],
    ]


def test_nothing_has_moved_between_a_moment_and_itself_or_where_all_was_taken_back(store: Store) -> None:
    _visits(store, m01=10)
    then = read_ledger(store)
    assert moved_facts(store, VISITS, then, then).empty
    undo(store, [_visits(store, m01=11)], "Test")
    assert moved_facts(store, VISITS, then, read_ledger(store)).empty
