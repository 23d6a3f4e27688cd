"""Edits made in the app are uploads too: checked like a workbook, stored as one event, undone like any other.

An edit says only what differs from what is known: nothing changed is no event, and an undo takes back what was changed
and nothing else.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import duckdb
import pandas as pd
import pyarrow as pa

from access.acts import By, NotAllowedError, acting, name_of
from access.reader import Reader
from data.sample import is_sample
from pipelines.column_words import column_words
from pipelines.edit_rows import Edit, EditRead, as_table, cell_of, read_edit, sheet_of
from pipelines.erasing import Blanked, count_of, erase
from pipelines.findings import Finding
from pipelines.load import names_known_to
from pipelines.names import Names
from warehouse import facts, ledger, raw_files
from warehouse.compare import Difference, compare
from warehouse.connect import Store
from warehouse.erase import erasable
from warehouse.ledger import Ledger, read_ledger
from warehouse.schema import ENTITY_KINDS, Dataset, datasets

FORMAT = "edit"
# Whether rows of a dataset (column id -> value) lie in somebody's scope.
IsInside = Callable[[str, Sequence[Mapping[str, object]]], bool]


@dataclass(frozen=True)
class Edited:
    """What became of an edit: its upload, None where nothing changed or where it has faults."""

    upload: int | None
    difference: Difference = field(default_factory=Difference)
    erased: int = 0
    faults: Sequence[Finding] = ()


@dataclass(frozen=True)
class _Changes:
    """What differs from what is known: facts to append, and figures to erase; `beside` are the uploads that stand."""

    said: pa.Table
    difference: Difference
    blanked: Blanked
    beside: Sequence[int]
    sample: bool


def store_edit(store: Store, edit: Edit, by: By, is_inside: IsInside | None = None) -> Edited:
    """Store what an edit changes as one event of the ledger, all of it or nothing.

    `is_inside` says whether rows of a dataset lie in the scope of a reader who does not see all places; without it such
    a reader may change nothing. Raises warehouse.connect.StoreBusyError and access.acts.NotAllowedError.
    """
    with acting(by, "edit", "edit", edit.form) as doing:
        read = read_edit(edit, Names.from_known(names_known_to(store)))
        _stay_inside(by, edit, read, is_inside)
        done = _store(store, edit, read, name_of(by))
        if done.upload is not None:
            doing.detail = f"upload {done.upload}, {done.erased} erased"
        elif done.faults:
            doing.outcome, doing.detail = "refused", "it has faults"
        else:
            doing.outcome = None
    return done


def _stay_inside(by: By, edit: Edit, read: EditRead, is_inside: IsInside | None) -> None:
    """Raise NotAllowedError where a reader who sees some places only would change what lies elsewhere."""
    sees_all = not isinstance(by, Reader) or by.places is None
    if not sees_all and not (is_inside and is_inside(edit.dataset, _rows(read))):
        raise NotAllowedError("edit")


def _rows(read: EditRead) -> list[Mapping[str, object]]:
    """Return each row with its keys and what was said of it, ids for names."""
    rows: dict[tuple[str, ...], dict[str, object]] = {tuple(keys.values()): dict(keys) for keys in read.keys}
    names = list(read.keys[0]) if read.keys else []
    for fact in read.facts:
        rows[tuple(str(fact[name]) for name in names)][str(fact["measure"])] = fact["text"]
    return list(rows.values())


def _store(store: Store, edit: Edit, read: EditRead, by: str) -> Edited:
    dataset = datasets()[edit.dataset]
    faults = [*read.faults, *_unfilled(store, edit, read)]
    if faults:
        return Edited(None, faults=faults)
    with store.reading() as cursor:
        found = _changes(cursor, dataset, read, read_ledger(store))
    if not (found.said.num_rows or count_of(found.blanked)):
        return Edited(None)
    sha256 = raw_files.keep_bytes(store, _as_filled_in(edit))
    with store.writing(by, f"edit {edit.form}") as cursor:
        found = _changes(cursor, dataset, read, read_ledger(store))
        upload = ledger.next_upload(cursor)
        facts.append(cursor, dataset, found.said, upload)
        erased = erase(cursor, found.blanked, upload, found.beside)
        ledger.record(cursor, _event(upload, edit, found, erased, by, sha256))
    return Edited(upload, found.difference, erased)


def _changes(cursor: duckdb.DuckDBPyConnection, dataset: Dataset, read: EditRead, known: Ledger) -> _Changes:
    sample = _is_of_sample(dataset, read, known)
    # What stands of the sample is not known to an edit of real places, which are shown without it.
    beside = [event.upload for event in known.standing if event.sample == sample]
    said = as_table(dataset, read.facts)
    compared = compare(cursor, dataset, said, beside)
    differing = compared.told.filter(compared.told["differs"]).select(said.schema.names)
    counted = compared.difference
    blanked = erasable(cursor, dataset, as_table(dataset, read.cleared), beside)
    return _Changes(differing, Difference(counted.new, counted.changed), {dataset.id: blanked}, beside, sample)


def _is_of_sample(dataset: Dataset, read: EditRead, known: Ledger) -> bool:
    """True where all it names is of the invented region; where it names no place or actor, if that region is shown."""
    measures = {column.id for column in dataset.measures if column.kind in ENTITY_KINDS}
    entities = {keys[key.id] for keys in read.keys for key in dataset.keys if key.kind in ENTITY_KINDS}
    entities |= {str(fact["text"]) for fact in read.facts if fact["measure"] in measures}
    return all(map(is_sample, entities)) if entities else known.shows_sample


def _unfilled(store: Store, edit: Edit, read: EditRead) -> list[Finding]:
    """Return a fault for each column that a row would be left without, though it must be filled in."""
    dataset = datasets()[edit.dataset]
    needed = [column for column in dataset.measures if column.required or column.id in edit.needed]
    if not needed:
        return []
    standing = _filled(store, dataset, [column.id for column in needed])
    told, cleared = ({(*_at(dataset, fact), str(fact["measure"])) for fact in of} for of in (read.facts, read.cleared))
    refused = {fault.place for fault in read.faults}
    faults = []
    for number, row in enumerate(read.keys, start=1):
        for column in needed:
            at, place = (*row.values(), column.id), f"{sheet_of(dataset)}!{cell_of(dataset, column, number)}"
            if at not in told | (standing - cleared) and place not in refused:
                faults.append(Finding("must_be_filled", place, values=column_words(column)))
    return faults


def _at(dataset: Dataset, row: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(str(row[key.id]) for key in dataset.keys)


def _filled(store: Store, dataset: Dataset, columns: Sequence[str]) -> set[tuple[str, ...]]:
    """Return the keys and column of each of those fields that is known."""
    rows = facts.read_dataset(store, dataset, read_ledger(store)).astype(object).to_dict("records")
    named = [{str(name): value for name, value in row.items()} for row in rows]
    return {(*_at(dataset, row), column) for row in named for column in columns if not pd.isna(row[column])}


def _as_filled_in(edit: Edit) -> bytes:
    """Return the edit as the file that is kept of it."""
    told = {"form": edit.form, "dataset": edit.dataset, "rows": [dict(row) for row in edit.rows]}
    return json.dumps(told, ensure_ascii=False, sort_keys=True, default=str).encode()


def _event(upload: int, edit: Edit, found: _Changes, erased: int, by: str, sha256: str) -> ledger.Event:
    filled = sum(value is not None for row in edit.rows for value in row.values())
    return ledger.Event(
        upload=upload,
        kind="load",
        undoes=None,
        recorded_at=ledger.utc_now(),
        recorded_by=by,
        sample=found.sample,
        file_name=edit.form,
        sha256=sha256,
        format=FORMAT,
        rows=len(edit.rows),
        facts=found.difference.total + erased,
        new=found.difference.new,
        changed=found.difference.changed,
        same=0,
        non_empty=filled,
        accepted=filled,
        refused=0,
        ignored=0,
    )
