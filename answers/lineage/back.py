"""From an upload to the figures it carries: which of a place and year rest on its cells, and whose others there are."""

from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd
import pyarrow as pa

from access.reader import Reader
from answers.answer import Answer
from answers.data import Data
from answers.impact import views_of
from answers.lineage.basis import Scope
from answers.lineage.cells import wanted_rows
from answers.places import Place
from answers.show import all_answers
from warehouse.compare import touched_by
from warehouse.facts import facts_of_upload, filled
from warehouse.schema import datasets


class Carried(NamedTuple):
    """A figure that rests on an upload, with how many of the upload's cells are in it."""

    answer: Answer
    cells: int


def carried(data: Data, place: Place, year: int, upload: int, reader: Reader) -> tuple[Carried, ...]:
    """Return the figures of a place and year that rest on the upload, in the order of the catalogue."""
    key = ("carried", place.id, year, upload, reader.sees_business_figures)
    return data.remember(key, lambda: _carried(data, place, year, upload, reader))


def _carried(data: Data, place: Place, year: int, upload: int, reader: Reader) -> tuple[Carried, ...]:
    told = facts_by_dataset(data, upload)
    counted = (
        Carried(answer, _cells_in(wanted_rows(Scope(data, place, answer)), told))
        for answer in all_answers(data, place, year, reader).values()
    )
    return tuple(one for one in counted if one.cells)


def _cells_in(wanted: Mapping[str, pd.DataFrame], told: Mapping[str, pd.DataFrame]) -> int:
    return sum(len(rows.merge(told[name])) for name, rows in wanted.items() if name in told)


def facts_by_dataset(data: Data, upload: int) -> Mapping[str, pd.DataFrame]:
    """Return by dataset the keys and measures of what is true by this upload."""

    def read() -> Mapping[str, pd.DataFrame]:
        told_of = filled(data.store)
        found = {
            name: data.in_view(name, facts_of_upload(data.store, dataset, data.ledger, upload))
            for name, dataset in datasets().items()
            if name in told_of
        }
        return {name: facts for name, facts in found.items() if len(facts)}

    return data.remember(("facts of upload", upload), read)


def views_touched(data: Data, upload: int) -> tuple[tuple[str, int], ...]:
    """Return the id of each place, with each year, that the upload tells something of, the latest years first."""
    touched = [
        one
        for name, facts in facts_by_dataset(data, upload).items()
        for one in touched_by(datasets()[name], pa.Table.from_pandas(facts, preserve_index=False))
    ]
    return tuple(dict.fromkeys(views_of(data, touched)))
