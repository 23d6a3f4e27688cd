"""Stores for tests: an empty one on either kind of catalogue, and facts made from small tables.

Making the tables of a store takes longer than most tests: they are made once for each kind, and copied.
"""

import atexit
import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path

import psycopg
import pyarrow as pa

from warehouse import facts, ledger
from warehouse.compare import Difference, compare
from warehouse.connect import Store, StoreAddress
from warehouse.schema import Dataset, datasets

POSTGRES = "KULTURPULS_TEST_POSTGRES"
KINDS = ("embedded", "shared")


@contextmanager
def empty_store(kind: str, folder: Path) -> Iterator[Store]:
    """Give an empty store; a shared one lives in a database of its own that is dropped afterwards."""
    if kind == "embedded":
        copy_empty(folder)
        store = Store(StoreAddress.of(folder))
        yield store
        store.close()
        return
    with empty_database(template=_made_database()) as address:
        store = Store(StoreAddress.of(address, folder))
        yield store
        store.close()


def copy_empty(folder: Path) -> None:
    """Put an empty embedded store into the folder."""
    shutil.copytree(_made_folder(), folder, dirs_exist_ok=True)


@cache
def _made_folder() -> Path:
    parent = Path(tempfile.mkdtemp(prefix="kulturpuls-test-"))
    atexit.register(shutil.rmtree, parent, ignore_errors=True)
    Store(StoreAddress.of(parent / "store")).close()
    return parent / "store"


@cache
def _made_database() -> str:
    """Return the name of a database with the tables of an empty store; it goes when the tests end."""
    made = ExitStack()
    address = made.enter_context(empty_database())
    atexit.register(made.close)
    with tempfile.TemporaryDirectory() as folder:
        Store(StoreAddress.of(address, Path(folder))).close()
    return address.rsplit("/", 1)[1]


@contextmanager
def empty_database(template: str = "template1") -> Iterator[str]:
    """Give the address of a database of its own, made from a template; it is dropped afterwards."""
    server = os.environ[POSTGRES]
    name = f"kulturpuls_test_{secrets.token_hex(6)}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    try:
        yield f"{server}/{name}"
    finally:
        with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def fact_table(dataset: Dataset, rows: Sequence[Mapping[str, object]]) -> pa.Table:
    """Return facts of rows of column id -> value; keys that are left out take their default."""
    made: list[dict[str, object]] = []
    for number, row in enumerate(rows, start=2):
        keys = {column.id: str(row.get(column.id, column.default)) for column in dataset.keys}
        for column in dataset.measures:
            if column.id in row:
                value = row[column.id]
                made.append(
                    {
                        **keys,
                        "measure": column.id,
                        "number": float(str(value)) if column.is_number else None,
                        "text": None if column.is_number else str(value),
                        "sheet": "Ark1",
                        "cell": f"B{number}",
                    }
                )
    texts = [column.id for column in dataset.keys] + ["measure", "text", "sheet", "cell"]
    return pa.table(
        {
            **{name: pa.array([row[name] for row in made], pa.string()) for name in texts},
            "number": pa.array([row["number"] for row in made], pa.float64()),
        }
    )


def put(
    store: Store, rows: Mapping[str, Sequence[Mapping[str, object]]], *, by: str = "Test", sample: bool = False
) -> int:
    """Load rows of several datasets as one upload and return its number."""
    tables = {name: fact_table(datasets()[name], found) for name, found in rows.items()}
    with store.writing(by, "test") as cursor:
        upload = ledger.next_upload(cursor)
        standing = [event.upload for event in ledger.read_ledger(store).standing]
        difference = Difference()
        for name, table in tables.items():
            difference += compare(cursor, datasets()[name], table, standing).difference
            facts.append(cursor, datasets()[name], table, upload)
        ledger.record(
            cursor,
            ledger.Event(
                upload, "load", None, ledger.utc_now(), by, sample, "test.xlsx", "0" * 64, "xlsx",
                sum(map(len, rows.values())), difference.total, difference.new, difference.changed, difference.same,
                0, 0, 0, 0,
            ),
        )  # fmt: skip
    return upload
