"""The lineage of an answer: every cell it came from, with its file, who loaded it and when."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from access.reader import Reader
from answers.answer import Answer
from answers.data import Data
from answers.lineage.basis import Basis, Scope
from answers.lineage.declared import BASES
from answers.lineage.hiding import hidden, is_withheld
from answers.lineage.parts import Bases
from answers.places import Place
from warehouse.facts import read_cells
from warehouse.ledger import Event
from warehouse.schema import datasets


@dataclass(frozen=True)
class Lineage:
    """The cells an answer rests on, by dataset, and the uploads they came with, newest first.

    Each frame has the dataset's keys, measure, number, text, sheet, cell, upload, and whether the value is hidden; a
    hidden value is not in the frame.
    """

    answer: Answer
    cells: Mapping[str, pd.DataFrame]
    uploads: tuple[Event, ...]

    @property
    def count(self) -> int:
        """How many cells there are in all."""
        return sum(len(frame) for frame in self.cells.values())

    def count_of(self, upload: int) -> int:
        """How many of them came with that upload."""
        return sum(int((frame["upload"] == upload).sum()) for frame in self.cells.values())


def lineage(data: Data, place: Place, answer: Answer, reader: Reader, bases: Bases = ()) -> Lineage:
    """Return the cells of an answer, those of its place and period, as this reader may see them.

    `bases` is what it rests on, where that is not what its KPI rests on.
    """
    under = bases or BASES[answer.id]
    key = ("lineage", place.id, under, answer.period, answer.reporters, answer.months, reader.sees_business_figures)
    return data.remember(key, lambda: _lineage(Scope(data, place, answer), under, reader))


def _lineage(scope: Scope, bases: Bases, reader: Reader) -> Lineage:
    data, cells = scope.data, dict[str, pd.DataFrame]()
    for dataset_id, wanted in rows_under(scope, bases).items():
        if is_withheld(dataset_id, reader):
            continue
        found = read_cells(data.store, datasets()[dataset_id], data.ledger, wanted)
        not_shown = hidden(dataset_id, found, reader)
        found.loc[not_shown, "number"] = None
        found.loc[not_shown, "text"] = None
        if len(found):
            cells[dataset_id] = found.assign(hidden=not_shown)
    used = {int(number) for frame in cells.values() for number in frame["upload"].unique()}
    return Lineage(scope.answer, cells, tuple(event for event in reversed(data.ledger.loads) if event.upload in used))


def wanted_rows(scope: Scope) -> dict[str, pd.DataFrame]:
    """Return by dataset which facts an answer rests on: their keys, and the measure."""
    return rows_under(scope, BASES[scope.answer.id])


def rows_under(scope: Scope, bases: Bases) -> dict[str, pd.DataFrame]:
    """Return by dataset the facts of an answer's place and period that these bases name."""
    parts: dict[str, list[pd.DataFrame]] = {}
    for basis in bases:
        wanted = facts_of(basis, basis.rows(scope))
        if len(wanted):
            parts.setdefault(basis.dataset, []).append(wanted)
    return {name: pd.concat(found).drop_duplicates() for name, found in parts.items()}


def facts_of(basis: Basis, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the keys and measures of the facts that stand in the rows of a basis."""
    keys = [column.id for column in datasets()[basis.dataset].keys]
    return pd.concat([rows.loc[rows[name].notna(), keys].assign(measure=name) for name in basis.columns])
