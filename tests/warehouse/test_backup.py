"""A copy of the store and its records, taken from the command line and put back where nothing is."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from records.journal import Act, entries, write
from tests.stores import empty_store, put
from warehouse.__main__ import BROKEN, HOLDS, WRONG_CALL, main
from warehouse.backup import SharedStoreError, back_up
from warehouse.connect import Store, StoreAddress
from warehouse.facts import read_dataset
from warehouse.ledger import read_ledger
from warehouse.raw_files import keep_bytes
from warehouse.schema import datasets
from warehouse.tables import LEDGER


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a store of one load, its workbook, and one line in the journal; the environment names them."""
    monkeypatch.setenv("KULTURPULS_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("KULTURPULS_RECORDS", str(tmp_path / "records"))
    with empty_store("embedded", tmp_path / "store") as store:
        put(store, {"visits": [{"actor_id": "a", "period": "2025-01", "visits": 7}]})
        sha256 = keep_bytes(store, b"a workbook")
        with store.writing("Test", "test") as cursor:
            cursor.execute(f"UPDATE {LEDGER} SET sha256 = ?", [sha256])
    write(Act("load", "Test", "analyst"))
    return tmp_path


def test_what_was_copied_comes_back_whole(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["backup", str(here / "copy")]) == HOLDS
    monkeypatch.setenv("KULTURPULS_STORE", str(here / "again"))
    monkeypatch.setenv("KULTURPULS_RECORDS", str(here / "records again"))
    assert main(["restore", str(here / "copy")]) == HOLDS
    store = Store(StoreAddress.of(here / "again"))
    assert list(read_dataset(store, datasets()["visits"], read_ledger(store))["visits"]) == [7]
    store.close()
    assert [entry.act for entry in entries()] == ["load"]


def test_a_copy_holds_what_stands_in_the_write_ahead_log(here: Path) -> None:
    store = Store(StoreAddress.of(here / "store"))
    put(store, {"visits": [{"actor_id": "a", "period": "2025-02", "visits": 8}]})
    back_up(store, here / "copy")
    with closing(sqlite3.connect(here / "copy" / "catalogue.sqlite")) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    copied = Store(StoreAddress.of(here / "copy"))
    assert read_ledger(copied).version == read_ledger(store).version == 2
    for one in (store, copied):
        one.close()


def test_nothing_that_is_there_is_overwritten(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backup", str(here / "copy")]) == HOLDS
    assert main(["--lang", "en", "backup", str(here / "copy")]) == WRONG_CALL
    assert main(["--lang", "en", "restore", str(here / "copy")]) == WRONG_CALL
    assert capsys.readouterr().err.count("nothing is overwritten") == 2


def test_a_folder_without_a_copy_restores_nothing(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KULTURPULS_STORE", str(here / "again"))
    assert main(["restore", str(here / "records")]) == WRONG_CALL
    assert not (here / "again").exists()


def test_a_workbook_that_is_gone_is_said_and_ends_with_one(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for file in (here / "store" / "raw").rglob("*"):
        if file.is_file():
            file.unlink()
    assert main(["verify", "--json"]) == BROKEN
    told = json.loads(capsys.readouterr().out)
    assert (told["holds"], [fault["wrong"] for fault in told["faults"]]) == (False, ["file_missing"])


def test_a_damaged_data_file_is_found_out(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # A few facts stand in the catalogue itself; more make a file.
    store = Store(StoreAddress.of(here / "store"))
    put(store, {"visits": [{"actor_id": f"a{n}", "period": "2025-01", "visits": n} for n in range(300)]})
    store.close()
    parquet = list((here / "store" / "files").rglob("*.parquet"))
    assert parquet
    for path in parquet:
        path.write_bytes(path.read_bytes()[:-40])
    assert main(["--lang", "en", "verify"]) == WRONG_CALL
    assert capsys.readouterr().err.startswith("The store cannot be read")


def test_a_store_on_postgresql_is_left_to_pg_dump(tmp_path: Path) -> None:
    address = StoreAddress("postgresql://somewhere/kulturpuls", tmp_path)
    with pytest.raises(SharedStoreError):
        back_up(_At(address), tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


class _At(Store):
    """A store at an address that is never reached."""

    def __init__(self, address: StoreAddress) -> None:
        self.address = address
