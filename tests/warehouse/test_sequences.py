"""Random sequences of load, correct, erase and undo: the store is always what a model of ten lines says."""

import random
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from pipelines.erasing import erase
from tests.corpus.counts import SEQUENCES, counted
from tests.stores import empty_store, fact_table
from warehouse import facts, ledger
from warehouse.compare import Difference, compare
from warehouse.connect import Store
from warehouse.erase import erasable
from warehouse.schema import datasets

VISITS = datasets()["visits"]
MEASURES = ("visits", "paying_visits")
MONTHS = ("2024-01", "2024-02", "2024-03")
# So many sequences run side by side, each on an actor of its own, so that they share their transactions.
AT_ONCE = 100
LONGEST = 6

# Actor, period, measure.
Key = tuple[str, str, str]
# What an upload says of each key; None erases it.
Told = Mapping[Key, float | None]


class Model:
    """What was told of each key by which upload; what is true is the newest of an upload that is not undone."""

    def __init__(self) -> None:
        self.told: dict[Key, dict[int, float | None]] = defaultdict(dict)
        self.undone: set[int] = set()

    def state(self) -> dict[Key, float]:
        standing = {key: [told[one] for one in told if one not in self.undone] for key, told in self.told.items()}
        return {key: value for key, values in standing.items() if values and (value := values[-1]) is not None}

    def difference(self, rows: Told) -> Difference:
        state = self.state()
        known = sum(key in state for key in rows)
        same = sum(state.get(key) == value for key, value in rows.items())
        return Difference(len(rows) - known, known - same, same)


@dataclass
class Sequence:
    """One sequence: its actor, and what its uploads said."""

    actor: str
    loads: dict[int, Told] = field(default_factory=dict)
    undone: set[int] = field(default_factory=set)


def drawn_rows(chance: random.Random, sequence: Sequence) -> Told:
    """Some figures, or an earlier upload again with a few of them corrected, or with none; some may be erased."""
    keys = [(sequence.actor, month, measure) for month in MONTHS for measure in MEASURES]
    earlier = dict(chance.choice(list(sequence.loads.values()))) if sequence.loads and chance.random() < 0.6 else {}
    touched = chance.sample(keys, chance.randint(0 if earlier else 1, 3))
    rows: dict[Key, float | None] = earlier | {key: float(chance.randint(0, 9)) for key in touched}
    if chance.random() < 0.4:
        rows |= dict.fromkeys(chance.sample(keys, chance.randint(1, 3)))
    return rows


def next_undo(chance: random.Random, sequence: Sequence) -> int | None:
    """A load to undo, or none where the next step is a load."""
    standing = [upload for upload in sequence.loads if upload not in sequence.undone]
    return chance.choice(standing) if standing and chance.random() < 0.35 else None


def load_all(store: Store, model: Model, loads: Mapping[str, Told]) -> dict[str, int]:
    """Load the rows of each actor as an upload of its own, in one transaction; return the uploads.

    What is shown before is what the model says then, and what the load leaves.
    """
    together = {key: value for rows in loads.values() for key, value in rows.items()}
    said = {key: value for key, value in together.items() if value is not None}
    known = model.state()
    blank = {key: known[key] for key, value in together.items() if value is None and key in known}
    standing = [event.upload for event in ledger.read_ledger(store).standing]
    with store.reading() as cursor:
        shown = compare(cursor, VISITS, as_facts(said), standing)
        assert shown.difference == model.difference(said)
        stand = erasable(cursor, VISITS, as_facts(dict.fromkeys(set(together) - set(said), 0.0)), standing)
    assert by_key(stand, "old_number") == blank
    changed = by_key(shown.told.filter(pc.or_(pc.invert(shown.told["known"]), shown.told["differs"])), "number")
    uploads = _store_all(store, model, loads, stand, standing)
    assert stored(store) == {key: value for key, value in (known | changed).items() if key not in blank}
    return uploads


def _store_all(
    store: Store, model: Model, loads: Mapping[str, Told], stand: pa.Table, standing: list[int]
) -> dict[str, int]:
    known = model.state()
    with store.writing("Test", "many loads") as cursor:
        first = ledger.next_upload(cursor)
        uploads = dict(zip(loads, range(first, first + len(loads)), strict=True))
        for actor, rows in loads.items():
            said = as_facts({key: value for key, value in rows.items() if value is not None})
            facts.append(cursor, VISITS, said, uploads[actor])
            chosen = {"visits": stand.filter(pc.equal(stand["actor_id"], actor))}
            erased = erase(cursor, chosen, uploads[actor], standing)
            ledger.record(cursor, event(uploads[actor], said.num_rows + erased))
            for key, value in rows.items():
                if value is not None or key in known:
                    model.told[key][uploads[actor]] = value
    return uploads


def by_key(table: pa.Table, value: str) -> dict[Key, float]:
    return {(row["actor_id"], row["period"], row["measure"]): row[value] for row in table.to_pylist()}


def as_facts(rows: Told) -> pa.Table:
    return fact_table(
        VISITS, [{"actor_id": actor, "period": month, measure: n} for (actor, month, measure), n in rows.items()]
    )


def event(upload: int, count: int) -> ledger.Event:
    return ledger.Event(
        upload, "load", None, ledger.utc_now(), "Test", False, "test.csv", "0" * 64, "csv",
        count, count, 0, 0, 0, 0, 0, 0, 0,
    )  # fmt: skip


def stored(store: Store, as_of: datetime | None = None) -> dict[Key, float]:
    frame = facts.read_facts(store, VISITS, ledger.read_ledger(store, as_of))
    keys = zip(frame["actor_id"], frame["period"], frame["measure"], strict=True)
    return dict(zip(keys, frame["number"], strict=True))


def run_side_by_side(store: Store, chance: random.Random, count: int) -> None:
    """Run so many sequences in one store; after every step the store is the model's, then and as of then."""
    model = Model()
    sequences = [Sequence(f"actor-{number}") for number in range(count)]
    known: list[tuple[datetime, dict[Key, float]]] = []
    for _ in range(chance.randint(2, LONGEST)):
        undos = {one.actor: upload for one in sequences if (upload := next_undo(chance, one)) is not None}
        loads = {one.actor: drawn_rows(chance, one) for one in sequences if one.actor not in undos}
        uploads = load_all(store, model, loads)
        ledger.undo(store, undos.values(), "Test")
        model.undone |= set(undos.values())
        for one in sequences:
            if one.actor in undos:
                one.undone.add(undos[one.actor])
            else:
                one.loads[uploads[one.actor]] = loads[one.actor]
        assert stored(store) == model.state()
        known.append((ledger.utc_now(), model.state()))
    for moment, state in known:
        assert stored(store, moment) == state


@counted(SEQUENCES)
def test_any_sequence_of_loads_corrections_erasures_and_undos_leaves_what_the_model_says(
    tmp_path: Path, count: int
) -> None:
    chance = random.Random(5)
    for number, left in enumerate(range(count, 0, -AT_ONCE)):
        with empty_store("embedded", tmp_path / f"store{number}") as store:
            run_side_by_side(store, chance, min(left, AT_ONCE))
