"""Amounts below zero: where they may be, a refund or a correction is told from a slip by a person only."""

from collections.abc import Iterator, Mapping

import pyarrow as pa
import pyarrow.compute as pc

from pipelines.doubt import Doubt, said
from pipelines.findings import Finding
from warehouse.schema import Column, datasets

# What was spent may be written either way.
_SPENT = "cost"


def negative_amounts(facts: Mapping[str, pa.Table]) -> Iterator[Doubt]:
    """Give a doubt for each amount below zero of a measure that is added up; the largest weigh most."""
    for dataset_id, table in facts.items():
        for column in datasets()[dataset_id].additive:
            if _may_be_negative(column):
                yield from _below_zero(table.filter(pc.equal(table["measure"], column.id)))


def _may_be_negative(column: Column) -> bool:
    return column.low is None or column.low < 0


def _below_zero(table: pa.Table) -> Iterator[Doubt]:
    for row in table.filter(pc.less(table["number"], 0)).to_pylist():
        if row.get("stream") != _SPENT:
            place = f"{row['sheet']}!{row['cell']}"
            yield Doubt(Finding("negative_amount", place, said(row["number"])), -row["number"])
