"""The store under use: other threads, other processes, other writers."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.stores import put
from warehouse import facts, ledger
from warehouse.connect import Store, StoreAddress
from warehouse.schema import datasets

ROOT = Path(__file__).resolve().parents[2]


def test_threads_that_share_a_store_get_right_answers(store: Store) -> None:
    for month in range(1, 7):
        put(store, {"visits": [{"actor_id": "a", "period": f"2025-{month:02d}", "visits": month}]})

    def total(_: int) -> float:
        return float(facts.read_dataset(store, datasets()["visits"], ledger.read_ledger(store))["visits"].sum())

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(total, range(40))) == {21.0}


def test_writers_wait_for_each_other(store: Store) -> None:
    def write(number: int) -> int:
        return put(store, {"visits": [{"actor_id": f"a{number}", "period": "2025-01", "visits": number}]})

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(write, range(8))) == list(range(1, 9))
    assert len(facts.read_dataset(store, datasets()["visits"], ledger.read_ledger(store))) == 8


def test_another_process_sees_a_load_while_a_read_is_open(tmp_path: Path) -> None:
    store = Store(StoreAddress.of(tmp_path / "store"))
    put(store, {"visits": [{"actor_id": "a", "period": "2025-01", "visits": 1}]})
    snapshot = store.snapshot()
    with store.reading() as cursor:
        cursor.begin()
        before = cursor.execute("SELECT count(*) FROM lake.facts_visits").fetchone()
        code = (
            "from tests.stores import put\n"
            "from warehouse.connect import open_store\n"
            "print(put(open_store(), {'visits': [{'actor_id': 'b', 'period': '2025-01', 'visits': 2}]}))"
        )
        written = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env={"KULTURPULS_STORE": str(tmp_path / "store")},
            capture_output=True, text=True, check=True, timeout=60,
        )  # fmt: skip
        assert written.stdout.strip() == "2"
        assert cursor.execute("SELECT count(*) FROM lake.facts_visits").fetchone() == before == (1,)
        cursor.commit()
    assert ledger.current_version(store) == 2
    assert store.snapshot() != snapshot
    store.close()


def test_a_shared_store_needs_a_folder_for_its_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KULTURPULS_DATA", raising=False)
    with pytest.raises(ValueError, match="KULTURPULS_DATA"):
        StoreAddress.of("postgresql://127.0.0.1/kulturpuls")


def test_a_store_that_was_moved_opens_where_it_is_now(tmp_path: Path) -> None:
    store = Store(StoreAddress.of(tmp_path / "before"))
    put(store, {"visits": [{"actor_id": "a", "period": "2025-01", "visits": 7}]})
    store.close()
    (tmp_path / "before").rename(tmp_path / "after")
    moved = Store(StoreAddress.of(tmp_path / "after"))
    put(moved, {"visits": [{"actor_id": "a", "period": "2025-02", "visits": 8}]})
    assert facts.read_dataset(moved, datasets()["visits"], ledger.read_ledger(moved))["visits"].tolist() == [7, 8]
    assert not (tmp_path / "before").exists()
    moved.close()
