"""A file's facts beside what stands: what is new, what changes, whose it is, and what is known at other times."""

import pyarrow as pa

from tests.stores import fact_table, put
from warehouse.compare import Comparison, Difference, Touched, compare
from warehouse.connect import Store
from warehouse.schema import datasets

VISITS = datasets()["visits"]


def row(actor: str, period: str, count: int) -> dict[str, object]:
    return {"actor_id": actor, "period": period, "visits": count}


def compared(store: Store, rows: list[dict[str, object]], uploads: list[int]) -> Comparison:
    with store.reading() as cursor:
        return compare(cursor, VISITS, fact_table(VISITS, rows), uploads)


def test_new_changed_and_same_are_counted_and_what_changes_comes_first(store: Store) -> None:
    put(store, {"visits": [row("a", "2025-01", 10), row("a", "2025-02", 20)]})
    told = compared(store, [row("a", "2025-03", 30), row("a", "2025-02", 21), row("a", "2025-01", 10)], [1])
    assert told.difference == Difference(new=1, changed=1, same=1)
    changes = told.changes().to_dict("list")
    assert changes["period"] == ["2025-02", "2025-03"]
    assert (changes["old_number"][0], changes["number"][0], changes["known"]) == (20, 21, [True, False])
    assert told.changes(limit=1).to_dict("list")["period"] == ["2025-02"]


def test_changes_stand_as_people_count_rows_and_columns(store: Store) -> None:
    cells = ["AA4", "B10", "Z4", "B4", ""]
    facts = fact_table(VISITS, [row("a", f"2025-0{month}", month) for month in range(1, 6)])
    facts = facts.set_column(facts.schema.get_field_index("cell"), "cell", pa.array(cells))
    with store.reading() as cursor:
        changes = compare(cursor, VISITS, facts, []).changes()
    assert changes["cell"].tolist() == ["B4", "Z4", "AA4", "B10", ""]


def test_only_names_and_years_whose_figures_differ_are_touched(store: Store) -> None:
    put(store, {"visits": [row("a", "2024-01", 1), row("b", "2024-01", 1)]})
    told = compared(store, [row("a", "2024-01", 1), row("b", "2024-01", 2), row("b", "2025-01", 3)], [1])
    assert set(told.touched) == {Touched("actor", "b", 2024), Touched("actor", "b", 2025)}


def test_beside_is_what_is_known_of_the_same_series_at_other_times(store: Store) -> None:
    put(store, {"visits": [row("a", "2025-01", 1), row("a", "2025-02", 2), row("b", "2025-01", 3)]})
    beside = compared(store, [row("a", "2025-02", 9)], [1]).beside
    assert beside.select(["actor_id", "period", "number", "sheet"]).to_pylist() == [
        {"actor_id": "a", "period": "2025-01", "number": 1, "sheet": ""}
    ]


def test_uploads_that_do_not_stand_say_nothing(store: Store) -> None:
    put(store, {"visits": [row("a", "2025-01", 1)]})
    told = compared(store, [row("a", "2025-01", 1)], [])
    assert told.difference == Difference(new=1)
    assert told.beside.num_rows == 0
