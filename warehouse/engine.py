"""DuckDB in memory with the extensions of a lake; a store that closes leaves its engine to the next one.

Loading the extensions takes 0.2 s, most of it the check of their signatures, and every engine needs it anew.
"""

import os
from collections import defaultdict
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

import duckdb

# What keeps the catalogue of a lake, by the name DuckLake has for it.
Catalogue = Literal["sqlite", "postgres"]

_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "memory_limit": os.environ.get("KULTURPULS_MEMORY", "4GB"),
    # Handing a small query round between threads costs as much as the query itself.
    "threads": os.environ.get("KULTURPULS_THREADS", "1"),
}
_left: defaultdict[Catalogue, list[duckdb.DuckDBPyConnection]] = defaultdict(list)


def take(catalogue: Catalogue) -> duckdb.DuckDBPyConnection:
    """Return an engine that nobody else has and nothing is attached to."""
    try:
        return _left[catalogue].pop()
    except IndexError:
        return _made(catalogue)


def leave(catalogue: Catalogue, engine: duckdb.DuckDBPyConnection) -> None:
    """Leave an engine to the next; nothing must be attached to it any more."""
    _left[catalogue].append(engine)


def _made(catalogue: Catalogue) -> duckdb.DuckDBPyConnection:
    engine = duckdb.connect(":memory:", config=_SETTINGS)
    for name in (f"{catalogue}_scanner", "ducklake"):
        engine.execute(f"LOAD '{_extension(name)}'")
    return engine


def _extension(name: str) -> Path:
    package = find_spec(f"duckdb_extension_{name}")
    if package is None or package.origin is None:
        raise RuntimeError(f"The package duckdb-extension-{name.replace('_', '-')} is not installed.")
    return next(Path(package.origin).parent.rglob("*.duckdb_extension"))
