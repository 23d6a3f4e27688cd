"""What a load erases when a person says so: figures that stand where a table of the file names them and is blank."""

from collections.abc import Mapping, Sequence

import duckdb
import pyarrow as pa

from pipelines.reading import Reading
from warehouse import facts
from warehouse.compare import Touched, touched_by
from warehouse.erase import as_facts, erasable, still_erasable
from warehouse.schema import datasets

# Figures that stand where a file is blank, by dataset, as warehouse.erase.erasable gives them.
Blanked = Mapping[str, pa.Table]


def blanked_by(cursor: duckdb.DuckDBPyConnection, reading: Reading, standing: Sequence[int]) -> dict[str, pa.Table]:
    """Return the known figures that a file leaves blank; a row that is not in the file is none."""
    found = {name: erasable(cursor, datasets()[name], table, standing) for name, table in reading.blanks.items()}
    return {name: table for name, table in found.items() if table.num_rows}


def count_of(blanked: Blanked) -> int:
    """Return how many figures there are."""
    return sum(table.num_rows for table in blanked.values())


def with_erased(reading: Reading, erased: Blanked) -> dict[str, pa.Table]:
    """Return what a load would append by dataset: the facts of the file, and the lines by which figures are erased."""
    lines = {name: as_facts(datasets()[name], table) for name, table in erased.items()}
    return {
        name: pa.concat_tables([table.select(next(iter(tables)).schema.names) for table in tables])
        for name in {**reading.facts, **lines}
        if (tables := [of[name] for of in (reading.facts, lines) if name in of])
    }


def touched_with(touched: Sequence[Touched], erased: Blanked) -> list[Touched]:
    """Return whose figures of which years are touched once these are erased too."""
    more = [one for name, table in erased.items() for one in touched_by(datasets()[name], table)]
    return list(dict.fromkeys([*touched, *more]))


def erase(cursor: duckdb.DuckDBPyConnection, erased: Blanked, upload: int, standing: Sequence[int]) -> int:
    """Erase the figures that are still as they were seen and return how many; call inside the writing transaction."""
    count = 0
    for name, table in erased.items():
        if not table.num_rows:
            continue
        dataset = datasets()[name]
        lines = as_facts(dataset, still_erasable(cursor, dataset, table, standing))
        facts.append(cursor, dataset, lines, upload)
        count += lines.num_rows
    return count
