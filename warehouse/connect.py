"""One lake, opened: DuckDB in memory with the DuckLake catalogue attached.

`KULTURPULS_STORE` names it: a folder (the default, data/store beside the app) or a postgresql:// address, then with
`KULTURPULS_DATA` as the folder of the data files. The code above this module is the same for both.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
from filelock import FileLock
from filelock import Timeout as LockTimeout

from warehouse import engine
from warehouse.tables import LAKE, create_tables, missing_tables

DEFAULT_FOLDER = Path(__file__).resolve().parent.parent / "data" / "store"
WAIT_FOR_WRITER = 120.0
_ADVISORY_LOCK = 0x4B554C54


class StoreBusyError(Exception):
    """Another writer held the store longer than we wait."""


@dataclass(frozen=True)
class StoreAddress:
    """Where a store is: its catalogue, and the folder of its data and raw files."""

    catalogue: str
    folder: Path

    @property
    def is_shared(self) -> bool:
        """True where the catalogue is a PostgreSQL database."""
        return self.catalogue.startswith(("postgresql://", "postgres://"))

    @property
    def kind(self) -> engine.Catalogue:
        """What keeps the catalogue."""
        return "postgres" if self.is_shared else "sqlite"

    @staticmethod
    def of(store: str | Path | None = None, data: str | Path | None = None) -> "StoreAddress":
        """Return the address named, or the one the environment names, or the default folder."""
        named = str(store or os.environ.get("KULTURPULS_STORE") or DEFAULT_FOLDER)
        if named.startswith(("postgresql://", "postgres://")):
            folder = data or os.environ.get("KULTURPULS_DATA")
            if not folder:
                raise ValueError("KULTURPULS_DATA must name the folder of the data files of a shared store.")
            return StoreAddress(named, Path(folder).resolve())
        folder = Path(named).resolve()
        return StoreAddress(str(folder / "catalogue.sqlite"), folder)


class Store:
    """An open store. Safe to share between threads: every call works on a cursor of its own."""

    def __init__(self, address: StoreAddress) -> None:
        self.address = address
        (address.folder / "files").mkdir(parents=True, exist_ok=True)
        self._engine = engine.take(address.kind)
        self._connection = self._engine.cursor()
        self._prepare()

    def _prepare(self) -> None:
        """Attach the catalogue; alone only where something has to be made first."""
        if self._is_made():
            self._attach()
            if not missing_tables(self._connection):
                return
            self._connection.execute(f"DETACH {LAKE}")
        with self.alone():
            self._attach()
            create_tables(self._connection)

    def _is_made(self) -> bool:
        return self.address.is_shared or Path(self.address.catalogue).exists()

    def _attach(self) -> None:
        # The folder is where the address says, also after a move; the catalogue names its files relative to it.
        options = "OVERRIDE_DATA_PATH true" + ("" if self.address.is_shared else ", META_JOURNAL_MODE 'WAL'")
        kind, catalogue = self.address.kind, self.address.catalogue.replace("'", "''")
        files = str(self.address.folder / "files").replace("'", "''")
        self._connection.execute(f"ATTACH 'ducklake:{kind}:{catalogue}' AS {LAKE} (DATA_PATH '{files}/', {options})")

    def rows(self, query: str, values: Sequence[object] | dict[str, object] = ()) -> list[tuple[Any, ...]]:
        """Return every row of a query."""
        with self._connection.cursor() as cursor:
            return cursor.execute(query, values or None).fetchall()

    def frame(self, query: str, values: Sequence[object] | dict[str, object] = ()) -> pd.DataFrame:
        """Return the result of a query as a frame."""
        with self._connection.cursor() as cursor:
            return cursor.execute(query, values or None).df()

    def snapshot(self) -> int:
        """Return the number of the newest snapshot: another one after every write, by whichever process."""
        return int(self.rows(f"FROM {LAKE}.current_snapshot()")[0][0])

    @contextmanager
    def reading(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Give a cursor of its own, for queries over registered frames."""
        with self._connection.cursor() as cursor:
            yield cursor

    @contextmanager
    def writing(self, author: str, message: str) -> Iterator[duckdb.DuckDBPyConnection]:
        """Give a cursor inside one transaction, alone; all of it is stored, or nothing.

        Raises StoreBusyError when another writer does not finish in time.
        """
        with self.alone(), self._connection.cursor() as cursor:
            cursor.begin()
            try:
                yield cursor
                cursor.execute(f"CALL {LAKE}.set_commit_message(?, ?)", [author, message])
                cursor.commit()
            except BaseException:
                cursor.rollback()
                raise

    def alone(self) -> AbstractContextManager[None]:
        """Keep every other writer out; raises StoreBusyError when one does not finish in time."""
        return _advisory_lock(self.address.catalogue) if self.address.is_shared else _file_lock(self.address.folder)

    def close(self) -> None:
        """Let go of the store; where this is called, nobody may be at work on it any more."""
        self._connection.execute(f"DETACH {LAKE}")
        self._connection.close()
        engine.leave(self.address.kind, self._engine)


@contextmanager
def _file_lock(folder: Path) -> Iterator[None]:
    try:
        with FileLock(folder / "writer.lock", timeout=WAIT_FOR_WRITER):
            yield
    except LockTimeout as error:
        raise StoreBusyError from error


@contextmanager
def _advisory_lock(catalogue: str) -> Iterator[None]:
    # Only a shared store needs it.
    import psycopg

    with psycopg.connect(catalogue, autocommit=True) as connection:
        connection.execute(f"SET lock_timeout = '{int(WAIT_FOR_WRITER)}s'")
        try:
            connection.execute("SELECT pg_advisory_lock(%s)", [_ADVISORY_LOCK])
        except psycopg.errors.LockNotAvailable as error:
            raise StoreBusyError from error
        yield


def open_store(store: str | Path | None = None, data: str | Path | None = None) -> Store:
    """Return the store of that address, opened once a process; raises OSError where it cannot be reached."""
    return _opened(StoreAddress.of(store, data))


def existing_store() -> Store | None:
    """Return the store the environment names, opened, or None where there is none yet; never makes one."""
    address = StoreAddress.of()
    return _opened(address) if address.is_shared or Path(address.catalogue).exists() else None


@cache
def _opened(address: StoreAddress) -> Store:
    return Store(address)
