"""The facts of a file held once against what stands: how many are new, which change, whose they are, what is beside."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from warehouse.facts import of_those_told, series_list, true_facts
from warehouse.schema import ENTITY_KINDS, Dataset
from warehouse.tables import key_list


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


class Touched(NamedTuple):
    """One name that facts add or change a figure of, by kind, and the year; None for what is said of no time."""

    kind: str
    code: str
    year: int | None


@dataclass(frozen=True)
class Comparison:
    """The facts of one dataset beside what stands.

    `told` are the facts with old_number and old_text as they are known, and whether each is known and differs;
    `beside` is what is known of the same series at other times, its sheets named "".
    """

    dataset: Dataset
    told: pa.Table
    beside: pa.Table

    @property
    def difference(self) -> Difference:
        """How many of the facts are new, changed and the same."""
        known, differs = self.told["known"], self.told["differs"]
        counts = (pc.invert(known), pc.and_(known, differs), pc.and_not(known, differs))
        return Difference(*(pc.sum(count, min_count=0).as_py() for count in counts))

    @property
    def _different(self) -> pa.Table:
        return self.told.filter(pc.or_(pc.invert(self.told["known"]), self.told["differs"]))

    def changes(self, limit: int = 1000) -> pd.DataFrame:
        """Return what the facts would add or change, at most `limit` rows: what changes first, then by sheet and cell.

        Columns: the keys, measure, number and text as they come, old_number and old_text as they are, known, sheet,
        cell.
        """
        different = self._different
        at = pc.extract_regex(different["cell"], r"^(?P<column>[A-Z]+)(?P<row>[0-9]+)$")
        column, row = pc.struct_field(at, "column"), pc.struct_field(at, "row")
        # B4 stands before B10, and Z before AA.
        places = {"at_row": pc.cast(row, pa.int64()), "at_width": pc.utf8_length(column), "at_column": column}
        order = [("known", "descending"), *((name, "ascending") for name in ("sheet", *places))]
        keys = pa.table({"known": different["known"], "sheet": different["sheet"], **places})
        frame: pd.DataFrame = different.take(pc.sort_indices(keys, order)[:limit]).to_pandas()
        return frame

    @property
    def touched(self) -> list[Touched]:
        """Whose figures of which years the facts would add or change."""
        return touched_by(self.dataset, self._different)


def touched_by(dataset: Dataset, facts: pa.Table) -> list[Touched]:
    """Return whose figures of which years the facts are."""
    period = next((key.id for key in dataset.keys if key.kind == "period"), None)
    found = []
    for key in (key for key in dataset.keys if key.kind in ENTITY_KINDS):
        columns = [key.id] if period is None else [key.id, period]
        for row in facts.group_by(columns).aggregate([]).to_pylist():
            found.append(Touched(key.kind, row[key.id], None if period is None else _year(row[period])))
    return list(dict.fromkeys(found))


def _year(period: str) -> int | None:
    return int(period[:4]) if period[:4].isdecimal() else None


def compare(cursor: duckdb.DuckDBPyConnection, dataset: Dataset, facts: pa.Table, uploads: Sequence[int]) -> Comparison:
    """Hold facts against those of the uploads that stand; what stands is worked out once, for their series alone."""
    keys, at = key_list(dataset), f"{key_list(dataset)}, measure"
    uploads = of_those_told(cursor, dataset, uploads)
    cursor.register("incoming", facts)
    cursor.execute(f"CREATE OR REPLACE TEMP TABLE series AS SELECT DISTINCT {series_list(dataset)} FROM incoming")
    cursor.execute(f"CREATE OR REPLACE TEMP TABLE known AS {true_facts(dataset, uploads, series='series')}")
    told = cursor.execute(f"""
        SELECT {keys}, measure, i.number, i.text, c.number AS old_number, c.text AS old_text, i.sheet, i.cell,
            c.upload IS NOT NULL AS known,
            i.number IS DISTINCT FROM c.number OR i.text IS DISTINCT FROM c.text AS differs
        FROM incoming i LEFT JOIN known c USING ({at})
    """).to_arrow_table()
    beside = cursor.execute(
        f"SELECT {at}, number, text, '' AS sheet, cell FROM known ANTI JOIN incoming USING ({at})"
    ).to_arrow_table()
    cursor.unregister("incoming")
    return Comparison(dataset, told, beside)
