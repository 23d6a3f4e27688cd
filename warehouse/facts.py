"""Facts: appended, and read as true now or as known at a moment.

What is true is, per key and measure, the newest fact of an upload that is not undone; one without number and text says
that nothing is known any more.
"""

from collections.abc import Mapping, Sequence

import duckdb
import pandas as pd
import pyarrow as pa

from warehouse.connect import Store
from warehouse.ledger import Ledger
from warehouse.schema import Dataset, datasets
from warehouse.tables import FILLED_TABLES, facts_table, key_list

_TEXTS = ("measure", "text", "sheet", "cell")


def append(cursor: duckdb.DuckDBPyConnection, dataset: Dataset, facts: pa.Table, upload: int) -> None:
    """Append the facts of an upload; call inside the writing transaction."""
    columns = f"{key_list(dataset)}, measure, number, text, sheet, cell"
    cursor.register("incoming", facts)
    cursor.execute(f"INSERT INTO {facts_table(dataset)} (upload, {columns}) SELECT {upload}, {columns} FROM incoming")
    cursor.unregister("incoming")


def true_facts(
    dataset: Dataset, uploads: Sequence[int], *, incoming: int | None = None, series: str | None = None
) -> str:
    """Return the query of what is true under those uploads: keys, measure, number, text, sheet, cell and upload.

    `incoming` is the number under which facts not yet stored, a relation of that name, are counted in; `series` names a
    relation of those series (see `series_list`) to which the answer is kept.
    """
    keys = key_list(dataset)
    newest = "arg_max({number: number, text: text, sheet: sheet, cell: cell, upload: upload}, upload)"
    columns = f"{keys}, measure, number, text, sheet, cell"
    source = f"SELECT upload, {columns} FROM {facts_table(dataset)} WHERE upload IN ({_numbers(uploads)})"
    if not uploads:
        source = f"SELECT upload, {columns} FROM ({_nothing(dataset)})"
    if incoming is not None:
        source += f" UNION ALL SELECT {incoming:d} AS upload, {columns} FROM incoming"
    if series is not None:
        source = f"SELECT * FROM ({source}) SEMI JOIN {series} USING ({series_list(dataset)})"
    return f"""
        SELECT {keys}, measure, newest.number, newest.text, newest.sheet, newest.cell, newest.upload FROM (
            SELECT {keys}, measure, {newest} AS newest FROM ({source}) GROUP BY {keys}, measure
        ) WHERE newest.number IS NOT NULL OR newest.text IS NOT NULL
    """


def _nothing(dataset: Dataset) -> str:
    """The query of a table of facts without rows; DuckLake takes 50 ms to find out that one of its own has none."""
    texts = ", ".join(f'NULL::VARCHAR AS "{name}"' for name in (*(key.id for key in dataset.keys), *_TEXTS))
    return f"SELECT NULL::BIGINT AS upload, {texts}, NULL::DOUBLE AS number WHERE false"


def series_list(dataset: Dataset) -> str:
    """Return what names a series of the dataset, every key but the period and the measure, as a list in SQL."""
    return ", ".join([*(f'"{key.id}"' for key in dataset.keys if key.kind != "period"), "measure"])


def _numbers(uploads: Sequence[int]) -> str:
    return ", ".join(f"{number:d}" for number in uploads) or "NULL"


def read_dataset(store: Store, dataset: Dataset, ledger: Ledger, incoming: pa.Table | None = None) -> pd.DataFrame:
    """Return the dataset as shown under that ledger: the keys as text, then one column for each measure and attribute.

    Numbers are float64 with NaN where nothing is known, texts are objects with None. One row for each key. `incoming`
    are facts not yet stored, read as those of the ledger's last event.
    """
    values = ", ".join(
        f"any_value({'number' if column.is_number else 'text'}) FILTER (measure = '{column.id}') AS \"{column.id}\""
        for column in dataset.measures
    )
    keys = key_list(dataset)
    uploads = [event.upload for event in ledger.shown]
    facts = true_facts(dataset, uploads, incoming=None if incoming is None else ledger.version)
    query = f"SELECT {keys}, {values} FROM ({facts}) GROUP BY {keys} ORDER BY {keys}"
    if incoming is None:
        return store.frame(query) if dataset.id in filled(store) else _no_rows(dataset)
    with store.reading() as cursor:
        cursor.register("incoming", incoming)
        return cursor.execute(query).df()


def filled(store: Store) -> frozenset[str]:
    """Return the datasets that any upload has ever told something of.

    DuckLake counts the rows of a table in its catalogue: asking it takes 2 ms, grouping an empty table 40.
    """
    with store.reading() as cursor:
        return _filled(cursor)


def of_those_told(cursor: duckdb.DuckDBPyConnection, dataset: Dataset, uploads: Sequence[int]) -> Sequence[int]:
    """Return the uploads, or none where no upload has ever told something of the dataset."""
    with cursor.cursor() as beside:
        return uploads if dataset.id in _filled(beside) else ()


def _filled(cursor: duckdb.DuckDBPyConnection) -> frozenset[str]:
    tables = {name for (name,) in cursor.execute(f"SELECT table_name FROM {FILLED_TABLES}").fetchall()}
    return frozenset(name for name in datasets() if f"facts_{name}" in tables)


def _no_rows(dataset: Dataset) -> pd.DataFrame:
    """The frame that reading an empty table gives."""
    types = {column.id: float if column.is_number else object for column in dataset.measures}
    columns = {**{key.id: object for key in dataset.keys}, **types}
    return pd.DataFrame({name: pd.Series(dtype=dtype) for name, dtype in columns.items()})


def read_facts(store: Store, dataset: Dataset, ledger: Ledger) -> pd.DataFrame:
    """Return the true facts one by one, with the upload, sheet and cell each rests on."""
    uploads = [event.upload for event in ledger.shown]
    return store.frame(f"SELECT * FROM ({true_facts(dataset, uploads)}) ORDER BY {key_list(dataset)}, measure")


def read_cells(store: Store, dataset: Dataset, ledger: Ledger, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the true facts of these rows (a frame with the dataset's keys and a column `measure`), as `read_facts`."""
    uploads = [event.upload for event in ledger.shown]
    at = f"{key_list(dataset)}, measure"
    with store.reading() as cursor:
        cursor.register("wanted", rows)
        query = f"SELECT * FROM ({true_facts(dataset, uploads)}) SEMI JOIN wanted USING ({at}) ORDER BY {at}"
        return cursor.execute(query).df()


def facts_of_upload(store: Store, dataset: Dataset, ledger: Ledger, upload: int) -> pd.DataFrame:
    """Return the keys and measures of the true facts that rest on one upload."""
    uploads = [event.upload for event in ledger.shown]
    at = f"{key_list(dataset)}, measure"
    return store.frame(f"SELECT {at} FROM ({true_facts(dataset, uploads)}) WHERE upload = {upload:d} ORDER BY {at}")


def keys_of_upload(store: Store, dataset: Dataset, upload: int) -> pd.DataFrame:
    """Return the keys of every row that one upload told something of, also where that is true no more or was erased."""
    return store.frame(f"SELECT DISTINCT {key_list(dataset)} FROM {facts_table(dataset)} WHERE upload = {upload:d}")


def uploads_behind(store: Store, dataset: Dataset, ledger: Ledger, rows: pd.DataFrame) -> set[int]:
    """Return the uploads that the true facts of these rows (a frame with the dataset's keys) rest on."""
    uploads = [event.upload for event in ledger.shown]
    with store.reading() as cursor:
        cursor.register("wanted", rows)
        facts = f"({true_facts(dataset, uploads)}) SEMI JOIN wanted USING ({key_list(dataset)})"
        return {int(upload) for (upload,) in cursor.execute(f"SELECT DISTINCT upload FROM {facts}").fetchall()}


def known_names(store: Store, ledger: Ledger) -> Mapping[str, Mapping[str, str]]:
    """Return what the standing uploads call actors, destinations and areas: kind -> name or id as written -> id."""
    uploads = [event.upload for event in ledger.standing]
    found: dict[str, dict[str, str]] = {"actor": {}, "destination": {}, "area": {}}
    told_of = filled(store)
    told = [
        f"SELECT '{column.kind}', \"{column.id}\" FROM {facts_table(dataset)} "
        f"WHERE upload IN ({_numbers(uploads)}) AND (number IS NOT NULL OR text IS NOT NULL)"
        for dataset in datasets().values()
        if dataset.id in told_of
        for column in dataset.keys
        if column.kind in found
    ]
    for kind, name in store.rows(" UNION ".join(told)) if told else ():
        found[kind][name] = name
    for dataset_id, kind in (("actors", "actor"), ("destinations", "destination")):
        if dataset_id not in told_of:
            continue
        dataset = datasets()[dataset_id]
        facts = f"SELECT * FROM ({true_facts(dataset, uploads)}) WHERE measure IN ('name', 'area_code')"
        for row in store.frame(facts).itertuples():
            found["area" if row.measure == "area_code" else kind][str(row.text)] = str(
                row.text if row.measure == "area_code" else row[1]
            )
    return found
