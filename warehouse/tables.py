"""The tables of the lake, made from the declarations: one of facts for each dataset, the ledger of uploads, and what is
remembered of layouts and names."""

import duckdb

from warehouse.schema import Dataset, datasets

LAKE = "lake"
LEDGER = f"{LAKE}.uploads"
REMEMBERED = f"{LAKE}.remembered"
# DuckLake's own counts: a table stands here once rows have been appended to it, and nothing is ever deleted.
_CATALOGUE = f"__ducklake_metadata_{LAKE}"
FILLED_TABLES = f"{_CATALOGUE}.ducklake_table_stats JOIN {_CATALOGUE}.ducklake_table USING (table_id)"

_LEDGER_COLUMNS = """
    upload BIGINT, kind VARCHAR, undoes BIGINT, recorded_at TIMESTAMP, recorded_by VARCHAR, sample BOOLEAN,
    file_name VARCHAR, sha256 VARCHAR, format VARCHAR, rows BIGINT, facts BIGINT,
    new BIGINT, changed BIGINT, same BIGINT, non_empty BIGINT, accepted BIGINT, refused BIGINT, ignored BIGINT
"""
_REMEMBERED_COLUMNS = (
    "number BIGINT, kind VARCHAR, layout VARCHAR, subject VARCHAR, answer VARCHAR, recorded_at TIMESTAMP, "
    "recorded_by VARCHAR"
)


def facts_table(dataset: Dataset) -> str:
    """Return the qualified name of the dataset's table of facts."""
    return f'{LAKE}."facts_{dataset.id}"'


def key_list(dataset: Dataset, prefix: str = "") -> str:
    """Return the dataset's key columns as a list in SQL."""
    return ", ".join(f'{prefix}"{column.id}"' for column in dataset.keys)


def missing_tables(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """Return the names of the tables that the lake should have and has not."""
    # From DuckLake's own list: the one of the whole engine first opens every table, which takes longer than all else.
    query = f"SELECT table_name FROM {_CATALOGUE}.ducklake_table WHERE end_snapshot IS NULL"
    there = {row[0] for row in connection.execute(query).fetchall()}
    return {"uploads", "remembered", *(f"facts_{name}" for name in datasets())} - there


def create_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the tables that are not there yet, all in one transaction."""
    connection.begin()
    connection.execute(f"CREATE TABLE IF NOT EXISTS {LEDGER} ({_LEDGER_COLUMNS})")
    connection.execute(f"CREATE TABLE IF NOT EXISTS {REMEMBERED} ({_REMEMBERED_COLUMNS})")
    for dataset in datasets().values():
        keys = ", ".join(f'"{column.id}" VARCHAR' for column in dataset.keys)
        connection.execute(
            f"CREATE TABLE IF NOT EXISTS {facts_table(dataset)} (upload BIGINT, {keys}, "
            "measure VARCHAR, number DOUBLE, text VARCHAR, sheet VARCHAR, cell VARCHAR)"
        )
    connection.commit()
