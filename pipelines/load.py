"""Into the store: preview what a file would change, load it all or nothing, undo it again."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from access.acts import By, Doing, acting, name_of
from data.sample import is_sample
from locales import plain_name
from pipelines.asking import Confirmed
from pipelines.child import read_file
from pipelines.doubts import doubts_beside
from pipelines.erasing import Blanked, blanked_by, erase
from pipelines.reading import KnownNames, Reading
from warehouse import facts, ledger, raw_files, remembered
from warehouse.compare import Difference, Touched, compare
from warehouse.connect import Store
from warehouse.schema import ENTITY_KINDS, datasets

Progress = Callable[[float, str], None]
# Which of the known figures that a file leaves blank are erased.
Erasing = Literal["none", "all"]


@dataclass(frozen=True)
class Preview:
    """A file as read, and what loading it would do: counts, and the first rows that are new or changed by dataset.

    `touched` says whose figures of which years; `event` is the line of the ledger that a load would add. `blanked` are
    the known figures that the file leaves blank: they stand, unless a person chooses to erase them.
    """

    reading: Reading
    difference: Difference
    changes: Mapping[str, pd.DataFrame]
    touched: Sequence[Touched]
    event: ledger.Event
    blanked: Blanked = field(default_factory=dict)


@dataclass(frozen=True)
class Loaded:
    """A file as loaded: the number of its upload (None where nothing in it could be used), and what it did.

    `blanked` are the known figures it left blank, of which so many were `erased`.
    """

    reading: Reading
    difference: Difference
    upload: int | None
    erased: int = 0
    blanked: Blanked = field(default_factory=dict)


def names_known_to(store: Store) -> KnownNames:
    """Return every name the store knows, by kind and plain spelling."""
    known = facts.known_names(store, ledger.read_ledger(store))
    return {kind: {plain_name(name): entity for name, entity in names.items()} for kind, names in known.items()}


def preview(
    store: Store,
    path: Path,
    mapping: str | None = None,
    *,
    confirmed: Confirmed | None = None,
    name: str | None = None,
    progress: Progress | None = None,
) -> Preview:
    """Read a file and say what loading it would change; stores nothing. Its figures are doubted beside what is known.

    `confirmed` are answers given just now; they stand before those remembered.
    """
    answers = {**remembered_answers(store), **(confirmed or {})}
    reading = read_file(path, mapping, names_known_to(store), confirmed=answers, name=name, progress=progress)
    standing = _standing(store)
    difference = Difference()
    changes: dict[str, pd.DataFrame] = {}
    touched: list[Touched] = []
    beside: dict[str, pa.Table] = {}
    with store.reading() as cursor:
        for dataset_id, table in reading.facts.items():
            found = compare(cursor, datasets()[dataset_id], table, standing)
            difference += found.difference
            changes[dataset_id] = found.changes()
            touched += found.touched
            beside[dataset_id] = found.beside
        blanked = blanked_by(cursor, reading, standing)
        event = _load_event(ledger.next_upload(cursor), reading, difference, 0, "")
    reading = replace(reading, warnings=doubts_beside(reading, beside))
    return Preview(reading, difference, changes, touched, event, blanked)


def load(
    store: Store,
    path: Path,
    by: By,
    mapping: str | None = None,
    *,
    erasing: Erasing = "none",
    name: str | None = None,
    progress: Progress | None = None,
) -> Loaded:
    """Read a file and store what was accepted, in one transaction, the raw file kept beside it.

    `erasing` says what becomes of the known figures that the file leaves blank.

    A file in which nothing could be used is not stored. Raises warehouse.connect.StoreBusyError.
    """
    with acting(by, "load", "load", name or path.name) as doing:
        answers = remembered_answers(store)
        reading = read_file(path, mapping, names_known_to(store), confirmed=answers, name=name, progress=progress)
        with store.reading() as cursor:
            blanked = blanked_by(cursor, reading, _standing(store))
        done = _store(store, path, reading, name_of(by), {}, blanked if erasing == "all" else {})
        _tell(doing, done)
    return replace(done, blanked=blanked)


def remembered_answers(store: Store) -> Confirmed:
    """Return what people have answered about layouts and names."""
    return {line.ask: line.answer for line in remembered.read_remembered(store)}


def store_reading(
    store: Store,
    path: Path,
    reading: Reading,
    by: By,
    confirmed: Confirmed | None = None,
    *,
    erased: Blanked | None = None,
) -> Loaded:
    """Store a reading that was made of the file at `path`, and remember the answers it rests on; see `load`.

    `erased` are those of the figures it leaves blank that a person chose; one that is known otherwise since is kept.
    """
    with acting(by, "load", "load", reading.file) as doing:
        done = _store(store, path, reading, name_of(by), confirmed or {}, erased or {})
        _tell(doing, done)
    return done


def _store(store: Store, path: Path, reading: Reading, by: str, confirmed: Confirmed, erased: Blanked) -> Loaded:
    if reading.problem or reading.blocked or not reading.facts:
        return Loaded(reading, Difference(), None)
    raw_files.keep(store, path, reading.sha256)
    with store.writing(by, f"load {reading.file}") as cursor:
        upload = ledger.next_upload(cursor)
        standing = _standing(store)
        difference = Difference()
        for dataset_id, table in reading.facts.items():
            dataset = datasets()[dataset_id]
            difference += compare(cursor, dataset, table, standing).difference
            facts.append(cursor, dataset, table, upload)
        count = erase(cursor, erased, upload, standing)
        ledger.record(cursor, _load_event(upload, reading, difference, count, by))
        for ask, answer in confirmed.items():
            remembered.remember(cursor, ask, answer, by)
    return Loaded(reading, difference, upload, count)


def _tell(doing: Doing, done: Loaded) -> None:
    """Let the journal say which upload it became and what it changed, or that it could not be used."""
    if done.upload is None:
        doing.outcome, doing.detail = "refused", "nothing in it could be used"
    else:
        counted = done.difference
        doing.about = f"upload {done.upload}"
        doing.detail = f"{done.reading.file}: {counted.new} new, {counted.changed} changed, {done.erased} erased"


def undo(store: Store, upload: int, by: By) -> int:
    """Undo a load and return the number of the undo event; raises warehouse.ledger.CannotUndoError."""
    with acting(by, "load", "undo", f"upload {upload}") as doing:
        (event,) = ledger.undo(store, [upload], name_of(by))
        doing.detail = f"event {event}"
    return event


def remove_sample(store: Store, by: By) -> int:
    """Undo every standing load of the invented sample region; return how many there were."""
    loads = [event.upload for event in ledger.read_ledger(store).standing if event.sample]
    with acting(by, "load", "undo", "the sample region") as doing:
        count = len(ledger.undo(store, loads, name_of(by)))
        doing.outcome, doing.detail = "done" if count else None, f"{count} uploads"
    return count


def _standing(store: Store) -> list[int]:
    return [event.upload for event in ledger.read_ledger(store).standing]


def _load_event(upload: int, reading: Reading, difference: Difference, erased: int, by: str) -> ledger.Event:
    return ledger.Event(
        upload=upload,
        kind="load",
        undoes=None,
        recorded_at=ledger.utc_now(),
        recorded_by=by,
        sample=_is_sample(reading),
        file_name=reading.file,
        sha256=reading.sha256,
        format=reading.format,
        rows=sum(reading.rows.values()),
        facts=difference.total + erased,
        new=difference.new,
        changed=difference.changed,
        same=difference.same,
        non_empty=reading.cells.non_empty,
        accepted=reading.cells.accepted,
        refused=reading.cells.refused,
        ignored=reading.cells.ignored,
    )


def _is_sample(reading: Reading) -> bool:
    """True where every actor, place and area of the file is of the invented region."""
    entities = {
        entity
        for dataset_id, table in reading.facts.items()
        for column in datasets()[dataset_id].keys
        if column.kind in ENTITY_KINDS
        for entity in pc.unique(table[column.id]).to_pylist()
    }
    return bool(entities) and all(is_sample(entity) for entity in entities)
