"""Facts: appended, compared with what is known, and read as true now or as known at a moment.

What is true is, per key and measure, the newest fact of an upload that is not undone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import duckdb
import pandas as pd
import pyarrow as pa

from warehouse.connect import Store
from warehouse.ledger import Ledger
from warehouse.schema import ENTITY_KINDS, Dataset, datasets
from warehouse.tables import facts_table, key_list


@dataclass(frozen=True)
class Difference:
    """How facts relate to what is known: how many are new, changed and the same."""

    new: int = 0
    changed: int = 0
    same: int = 0

    def __add__(self, other: "Difference") -> "Difference":
        return Difference(self.new + other.new, self.changed + other.changed, self.same + other.same)

    @property
    def total(self) -> int:
        """How many facts there are in all."""
        return self.new + self.changed + self.same


def append(cursor: duckdb.DuckDBPyConnection, dataset: Dataset, facts: pa.Table, upload: int) -> None:
    """Append the facts of an upload; call inside the writing transaction."""
    columns = f"{key_list(dataset)}, measure, number, text, sheet, cell"
    cursor.register("incoming", facts)
    cursor.execute(f"INSERT INTO {facts_table(dataset)} (upload, {columns}) SELECT {upload}, {columns} FROM incoming")
    cursor.unregister("incoming")


def difference(
    cursor: duckdb.DuckDBPyConnection, dataset: Dataset, facts: pa.Table, uploads: Sequence[int]
) -> Difference:
    """Return how the facts relate to those of the uploads that stand."""
    cursor.register("incoming", facts)
    row = cursor.execute(f"SELECT {_COUNTS} FROM ({_compared(dataset, uploads)})").fetchone()
    cursor.unregister("incoming")
    return Difference(*(int(count) for count in row)) if row else Difference()


def changes(
    cursor: duckdb.DuckDBPyConnection, dataset: Dataset, facts: pa.Table, uploads: Sequence[int], limit: int = 1000
) -> pd.DataFrame:
    """Return what the facts would add or change, at most `limit` rows.

    Columns: the keys, measure, number and text as they come, old_number and old_text as they are, known, sheet, cell.
    """
    cursor.register("incoming", facts)
    told = f"SELECT * FROM ({_compared(dataset, uploads)}) WHERE NOT known OR differs"
    frame = cursor.execute(f"{told} ORDER BY known DESC, sheet, cell LIMIT {limit:d}").df()
    cursor.unregister("incoming")
    return frame


class Touched(NamedTuple):
    """One name that facts add or change a figure of, by kind, and the year; None for what is said of no time."""

    kind: str
    code: str
    year: int | None


def touched(
    cursor: duckdb.DuckDBPyConnection, dataset: Dataset, facts: pa.Table, uploads: Sequence[int]
) -> list[Touched]:
    """Return whose figures of which years the facts would add or change."""
    period = next((f'TRY_CAST(left("{key.id}", 4) AS INTEGER)' for key in dataset.keys if key.kind == "period"), "NULL")
    cursor.register("incoming", facts)
    found = [
        Touched(key.kind, *row)
        for key in dataset.keys
        if key.kind in ENTITY_KINDS
        for row in cursor.execute(
            f'SELECT DISTINCT "{key.id}", {period} FROM ({_compared(dataset, uploads)}) WHERE NOT known OR differs'
        ).fetchall()
    ]
    cursor.unregister("incoming")
    return found


def beside(cursor: duckdb.DuckDBPyConnection, dataset: Dataset, facts: pa.Table, uploads: Sequence[int]) -> pa.Table:
    """Return what is known of the same series as the facts at other times, its sheets named ""."""
    same = " AND ".join(f'c."{key.id}" = i."{key.id}"' for key in dataset.keys if key.kind != "period")
    at = " AND ".join(f'c."{key.id}" = j."{key.id}"' for key in dataset.keys)
    columns = [*(f'c."{key.id}"' for key in dataset.keys), "c.measure", "c.number", "c.text", "'' AS sheet", "c.cell"]
    cursor.register("incoming", facts)
    found: pa.Table = cursor.execute(f"""
        SELECT {", ".join(columns)} FROM ({_true_facts(dataset, uploads)}) c
        SEMI JOIN incoming i ON {same} AND c.measure = i.measure
        ANTI JOIN incoming j ON {at} AND c.measure = j.measure
    """).to_arrow_table()
    cursor.unregister("incoming")
    return found


_COUNTS = "count(*) FILTER (NOT known), count(*) FILTER (known AND differs), count(*) FILTER (known AND NOT differs)"


def _compared(dataset: Dataset, uploads: Sequence[int]) -> str:
    keys = ", ".join(f'i."{column.id}"' for column in dataset.keys)
    joined = " AND ".join(f'i."{column.id}" = c."{column.id}"' for column in dataset.keys)
    return f"""
        SELECT {keys}, i.measure, i.number, i.text, c.number AS old_number, c.text AS old_text, i.sheet, i.cell,
            c.measure IS NOT NULL AS known,
            i.number IS DISTINCT FROM c.number OR i.text IS DISTINCT FROM c.text AS differs
        FROM incoming i LEFT JOIN ({_true_facts(dataset, uploads)}) c ON {joined} AND i.measure = c.measure
    """


def _true_facts(dataset: Dataset, uploads: Sequence[int], incoming: int | None = None) -> str:
    """Return the query of what is true; `incoming` is the number under which facts not yet stored are counted in."""
    keys = key_list(dataset)
    newest = "arg_max({number: number, text: text, sheet: sheet, cell: cell, upload: upload}, upload)"
    columns = f"{keys}, measure, number, text, sheet, cell"
    source = f"SELECT upload, {columns} FROM {facts_table(dataset)} WHERE upload IN ({_numbers(uploads)})"
    if incoming is not None:
        source += f" UNION ALL SELECT {incoming:d} AS upload, {columns} FROM incoming"
    return f"""
        SELECT {keys}, measure, newest.number, newest.text, newest.sheet, newest.cell, newest.upload FROM (
            SELECT {keys}, measure, {newest} AS newest FROM ({source}) GROUP BY {keys}, measure
        )
    """


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
    facts = _true_facts(dataset, uploads, None if incoming is None else ledger.version)
    query = f"SELECT {keys}, {values} FROM ({facts}) GROUP BY {keys} ORDER BY {keys}"
    if incoming is None:
        return store.frame(query)
    with store.reading() as cursor:
        cursor.register("incoming", incoming)
        return cursor.execute(query).df()


def read_facts(store: Store, dataset: Dataset, ledger: Ledger) -> pd.DataFrame:
    """Return the true facts one by one, with the upload, sheet and cell each rests on."""
    uploads = [event.upload for event in ledger.shown]
    return store.frame(f"SELECT * FROM ({_true_facts(dataset, uploads)}) ORDER BY {key_list(dataset)}, measure")


def known_names(store: Store, ledger: Ledger) -> Mapping[str, Mapping[str, str]]:
    """Return what the standing uploads call actors, destinations and areas: kind -> name or id as written -> id."""
    uploads = [event.upload for event in ledger.standing]
    found: dict[str, dict[str, str]] = {"actor": {}, "destination": {}, "area": {}}
    for dataset in datasets().values():
        for column in dataset.keys:
            if column.kind in found:
                query = (
                    f'SELECT DISTINCT "{column.id}" FROM {facts_table(dataset)} WHERE upload IN ({_numbers(uploads)})'
                )
                found[column.kind].update({row[0]: row[0] for row in store.rows(query)})
    for dataset_id, kind in (("actors", "actor"), ("destinations", "destination")):
        dataset = datasets()[dataset_id]
        facts = f"SELECT * FROM ({_true_facts(dataset, uploads)}) WHERE measure IN ('name', 'area_code')"
        for row in store.frame(facts).itertuples():
            found["area" if row.measure == "area_code" else kind][str(row.text)] = str(
                row.text if row.measure == "area_code" else row[1]
            )
    return found
