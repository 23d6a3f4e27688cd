"""Erasing: an upload says of a figure that it is known no more, in a line without number and text.

Nothing is deleted: the line is appended like any fact, stands while its upload does, and as of a moment before it the
figure is still seen.
"""

from collections.abc import Sequence

import duckdb
import pyarrow as pa

from warehouse.facts import of_those_told, true_facts
from warehouse.schema import Dataset
from warehouse.tables import key_list


def erasable(cursor: duckdb.DuckDBPyConnection, dataset: Dataset, blanks: pa.Table, uploads: Sequence[int]) -> pa.Table:
    """Return the figures that stand where a file says nothing.

    Columns: the keys, measure, sheet, cell and text as the blanks have them, old_number, old_text and old_upload.
    """
    return _beside_known(
        cursor,
        dataset,
        blanks,
        uploads,
        f"SELECT {key_list(dataset)}, measure, b.sheet, b.cell, b.text, c.number AS old_number, c.text AS old_text, "
        f"c.upload AS old_upload FROM blanks b JOIN known c USING ({key_list(dataset)}, measure) ORDER BY ALL",
    )


def still_erasable(
    cursor: duckdb.DuckDBPyConnection, dataset: Dataset, chosen: pa.Table, uploads: Sequence[int]
) -> pa.Table:
    """Return those of the chosen figures that are still known by the upload they were seen with."""
    at = f"{key_list(dataset)}, measure"
    return _beside_known(
        cursor,
        dataset,
        chosen,
        uploads,
        f"SELECT b.* FROM blanks b SEMI JOIN (SELECT {at}, upload AS old_upload FROM known) USING ({at}, old_upload)",
    )


def _beside_known(
    cursor: duckdb.DuckDBPyConnection, dataset: Dataset, blanks: pa.Table, uploads: Sequence[int], query: str
) -> pa.Table:
    uploads = of_those_told(cursor, dataset, uploads)
    cursor.register("blanks", blanks)
    found = cursor.execute(f"WITH known AS ({true_facts(dataset, uploads)}) {query}").to_arrow_table()
    cursor.unregister("blanks")
    return found


def as_facts(dataset: Dataset, erased: pa.Table) -> pa.Table:
    """Return the lines by which figures are erased, in the shape of facts."""
    count = erased.num_rows
    columns = {name: erased[name] for name in (*(key.id for key in dataset.keys), "measure")}
    columns |= {"number": pa.nulls(count, pa.float64()), "text": pa.nulls(count, pa.string())}
    return pa.table({**columns, "sheet": erased["sheet"], "cell": erased["cell"]})
