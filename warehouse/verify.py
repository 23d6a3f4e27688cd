"""Whether a store holds what its ledger says: every workbook as it came, every fact of every load."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from warehouse.connect import Store
from warehouse.facts import filled
from warehouse.ledger import Event, read_ledger
from warehouse.raw_files import raw_path, sha256_of
from warehouse.schema import datasets
from warehouse.tables import facts_table

Wrong = Literal["file_missing", "file_changed", "facts_differ", "number_missing", "unknown_upload"]


@dataclass(frozen=True)
class Fault:
    """What does not hold of one upload; `told` is what the ledger says of it, `found` what is there."""

    upload: int
    wrong: Wrong
    told: str = ""
    found: str = ""


def verify(store: Store) -> list[Fault]:
    """Return everything that is not as the ledger says, in the order of the uploads; every fact and file is read."""
    events = read_ledger(store).events
    counted = _facts_by_upload(store)
    faults = [*_numbers(events), *_files(store, events), *_facts(events, counted)]
    return sorted(faults, key=lambda fault: fault.upload)


def _numbers(events: tuple[Event, ...]) -> Iterator[Fault]:
    there = {event.upload for event in events}
    yield from (Fault(number, "number_missing") for number in range(1, max(there, default=0)) if number not in there)


def _files(store: Store, events: tuple[Event, ...]) -> Iterator[Fault]:
    for event in events:
        path = raw_path(store, event.sha256)
        if not path.exists():
            yield Fault(event.upload, "file_missing", event.sha256)
        elif (found := sha256_of(path)) != event.sha256:
            yield Fault(event.upload, "file_changed", event.sha256, found)


def _facts(events: tuple[Event, ...], counted: Counter[int]) -> Iterator[Fault]:
    for event in events:
        if counted[event.upload] != event.facts:
            yield Fault(event.upload, "facts_differ", str(event.facts), str(counted[event.upload]))
    for upload in counted.keys() - {event.upload for event in events}:
        yield Fault(upload, "unknown_upload", "0", str(counted[upload]))


def _facts_by_upload(store: Store) -> Counter[int]:
    """Count the facts of each upload; the whole of each row is read, so that a damaged file raises duckdb.Error."""
    counted: Counter[int] = Counter()
    for name in sorted(filled(store)):
        table = facts_table(datasets()[name])
        rows = store.rows(f"SELECT upload, count(*), bit_xor(hash(fact)) FROM {table} AS fact GROUP BY upload")
        counted.update({upload: count for upload, count, _ in rows})
    return counted
