"""A store is as its ledger says, or the upload that is not is named."""

import shutil
from pathlib import Path

import pytest

from tests.stores import put
from warehouse.connect import Store, StoreAddress
from warehouse.ledger import read_ledger, undo
from warehouse.raw_files import keep_bytes, raw_path
from warehouse.tables import LEDGER
from warehouse.verify import Fault, verify

NO_FILE = "0" * 64


def loaded(store: Store) -> int:
    return put(store, {"visits": [{"actor_id": "a", "period": f"2025-{m:02d}", "visits": m} for m in range(1, 13)]})


def kept(store: Store) -> Path:
    """Keep a workbook, and let every event of the ledger be of it."""
    sha256 = keep_bytes(store, b"a workbook")
    with store.writing("Test", "test") as cursor:
        cursor.execute(f"UPDATE {LEDGER} SET sha256 = ?", [sha256])
    return raw_path(store, sha256)


def test_a_store_that_was_only_loaded_and_undone_holds(store: Store) -> None:
    undo(store, [loaded(store)], "Test")
    loaded(store)
    kept(store)
    assert len(read_ledger(store).events) == 3
    assert verify(store) == []


def test_a_workbook_that_is_gone_or_another_is_told_of_its_upload(store: Store) -> None:
    upload = loaded(store)
    assert verify(store) == [Fault(upload, "file_missing", NO_FILE)]
    path = kept(store)
    path.write_bytes(b"another workbook")
    (fault,) = verify(store)
    assert (fault.upload, fault.wrong) == (upload, "file_changed")


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        (
            "DELETE FROM lake.facts_visits WHERE upload = 1 AND period = '2025-03'",
            [Fault(1, "facts_differ", "12", "11")],
        ),
        (f"DELETE FROM {LEDGER} WHERE upload = 1", [Fault(1, "number_missing"), Fault(1, "unknown_upload", "0", "12")]),
    ],
)
def test_facts_and_ledger_that_do_not_agree_are_told(store: Store, change: str, faults: list[Fault]) -> None:
    loaded(store), loaded(store), kept(store)
    with store.writing("Test", "test") as cursor:
        cursor.execute(change)
    assert verify(store) == faults


def test_a_copy_of_the_folder_holds_as_the_store_does(tmp_path: Path) -> None:
    store = Store(StoreAddress.of(tmp_path / "store"))
    loaded(store), kept(store)
    store.close()
    shutil.copytree(tmp_path / "store", tmp_path / "copy")
    copy = Store(StoreAddress.of(tmp_path / "copy"))
    assert verify(copy) == []
    copy.close()
