"""A copy of an embedded store with the records beside it, taken while others read, and put back."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from records.database import sqlite_file
from warehouse.connect import Store, StoreAddress

_RECORDS = "records.sqlite"
_FOLDERS = ("files", "raw")


class SharedStoreError(Exception):
    """The catalogue is a PostgreSQL database, which pg_dump copies."""


def back_up(store: Store, target: Path) -> None:
    """Copy catalogue, data, workbooks and records into a new folder; writers wait, readers do not.

    Raises FileExistsError where the folder is there already, and SharedStoreError for a shared store.
    """
    records = _records_beside(store.address)
    target.mkdir(parents=True)
    with store.alone():
        for name in _FOLDERS:
            if (folder := store.address.folder / name).exists():
                shutil.copytree(folder, target / name)
        _copy_database(Path(store.address.catalogue), target / Path(store.address.catalogue).name)
    if records.exists():
        _copy_database(records, target / _RECORDS)


def restore(source: Path, address: StoreAddress) -> None:
    """Put a copy where the store is to be; nothing that is there is overwritten.

    Raises FileNotFoundError where the folder holds no copy, FileExistsError where there is a store or are records
    already, and SharedStoreError for a shared store.
    """
    records, catalogue = _records_beside(address), Path(address.catalogue)
    if not (source / catalogue.name).exists():
        raise FileNotFoundError(source)
    for path in (catalogue, records):
        if path.exists():
            raise FileExistsError(path)
    for name in _FOLDERS:
        if (source / name).exists():
            shutil.copytree(source / name, address.folder / name, dirs_exist_ok=True)
    _copy_database(source / catalogue.name, catalogue)
    if (source / _RECORDS).exists():
        _copy_database(source / _RECORDS, records)


def _records_beside(address: StoreAddress) -> Path:
    if address.is_shared or (records := sqlite_file()) is None:
        raise SharedStoreError
    return records


def _copy_database(source: Path, target: Path) -> None:
    """SQLite's own copy: one state of the file, what still stands in its write-ahead log included."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(source)) as original, closing(sqlite3.connect(target)) as copy:
        original.backup(copy)
