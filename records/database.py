"""The database beside the lake: one SQLite file, or the PostgreSQL database that also carries the lake's catalogue.

`KULTURPULS_RECORDS` names the folder of the SQLite file (data/board beside the app); with a shared store
(`KULTURPULS_STORE=postgresql://...`) the tables stand in that database, in a schema of their own.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, Engine, MetaData, create_engine, event, func, select
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.schema import CreateSchema

DEFAULT_FOLDER = Path(__file__).resolve().parent.parent / "data" / "board"
_SCHEMA = "kulturpuls"
_ADVISORY_LOCK = 0x4B554C55

# Every table of the records is declared on this; the modules that own them import it.
METADATA = MetaData()


def address() -> str:
    """Return where the records are, as SQLAlchemy writes it."""
    store = os.environ.get("KULTURPULS_STORE", "")
    if store.startswith(("postgresql://", "postgres://")):
        return store.replace(store.split("://")[0], "postgresql+psycopg", 1)
    return f"sqlite:///{_folder(store) / 'records.sqlite'}"


def sqlite_file() -> Path | None:
    """Return the file that the records are in, None where they stand in PostgreSQL."""
    where = address()
    return Path(where.removeprefix("sqlite:///")) if where.startswith("sqlite") else None


def _folder(store: str) -> Path:
    """The folder named; else one beside the store, so that it stays when the store is away."""
    if named := os.environ.get("KULTURPULS_RECORDS"):
        return Path(named).resolve()
    return Path(f"{Path(store).resolve()}-board") if store else DEFAULT_FOLDER


@contextmanager
def writing() -> Iterator[Connection]:
    """Give a connection in one transaction, alone: all of it is stored, or nothing."""
    engine = _engine(address(), len(METADATA.tables))
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(_ADVISORY_LOCK)))
        yield connection


@contextmanager
def reading() -> Iterator[Connection]:
    """Give a connection that sees one state and does not wait for a writer."""
    engine = _engine(address(), len(METADATA.tables))
    with engine.connect().execution_options(kulturpuls_reads=True) as connection:
        yield connection


@cache
def _engine(url: str, _tables: int) -> Engine:
    """Return the engine, with every table declared so far made; asked anew when another has been declared."""
    if url.startswith("sqlite"):
        Path(url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(url, connect_args={"timeout": 30, "isolation_level": None})
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin)
    else:
        engine = create_engine(url, pool_pre_ping=True).execution_options(schema_translate_map={None: _SCHEMA})
        with engine.begin() as connection:
            connection.execute(CreateSchema(_SCHEMA, if_not_exists=True))
    METADATA.create_all(engine)
    return engine


def _set_up_sqlite(connection: DBAPIConnection, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """Take the writer's lock at once: a transaction that reads first and writes then could find itself outrun."""
    reads = connection.get_execution_options().get("kulturpuls_reads")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")
