"""What a preview shows is what the load then does: the counts, and every figure of the store."""

from collections.abc import Iterable, Iterator
from itertools import count as numbers
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.load import preview, store_reading, undo
from tests.corpus.book import Book
from tests.corpus.books import books
from tests.corpus.counts import PREVIEWS, counted
from tests.corpus.files import write
from tests.corpus.reading import read_here
from tests.stores import empty_store
from warehouse import facts, ledger
from warehouse.connect import Store
from warehouse.schema import datasets

# Dataset, keys and measure.
Key = tuple[str, ...]
_FILES = ("xlsx", "xlsx", "ods", "xls", "csv")
# A new store now and then, so that a load is not always one onto all before.
_LOADS_A_STORE = 25


def figures(store: Store, of: Iterable[str]) -> dict[Key, float]:
    """Return what the store says in those datasets."""
    known = ledger.read_ledger(store)
    found: dict[Key, float] = {}
    for dataset in (datasets()[dataset_id] for dataset_id in of):
        columns = [*(key.id for key in dataset.keys), "measure"]
        frame = facts.read_facts(store, dataset, known)
        for keys, number, text in zip(
            frame[columns].itertuples(index=False), frame["number"], frame["text"], strict=True
        ):
            found[dataset.id, *keys] = number if text is None else text
    return found


def stores(folder: Path) -> Iterator[Store]:
    """Give a store for each load, a new one after some."""
    for number in numbers():
        with empty_store("embedded", folder / f"store{number}") as store:
            for _ in range(_LOADS_A_STORE):
                yield store


@counted(PREVIEWS)
def test_what_is_shown_before_a_load_is_what_it_does(
    tmp_path: Path, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipelines.load.read_file", read_here)
    next_store = stores(tmp_path)
    touched: set[str] = set()

    @settings(max_examples=count, suppress_health_check=list(HealthCheck))
    @given(books(_FILES), st.integers(0, 4))
    def run(book: Book, chance: int) -> None:
        store = next(next_store)
        path = write(book, tmp_path)
        version = ledger.current_version(store)
        shown = preview(store, path)
        assert ledger.current_version(store) == version
        touched.update(shown.reading.facts)
        before = figures(store, touched)
        done = store_reading(store, path, shown.reading, "Mette")
        assert done.difference == shown.difference
        changed: dict[Key, float] = {}
        for dataset_id, frame in shown.changes.items():
            columns = [*(key.id for key in datasets()[dataset_id].keys), "measure"]
            for row in frame.to_dict("records"):
                key = (dataset_id, *(str(row[column]) for column in columns))
                changed[key] = row["number"] if row["text"] is None else row["text"]
                assert (key in before) == row["known"]
                assert not row["known"] or before[key] == row["old_number"]
        after = figures(store, touched)
        assert after == before | changed
        assert shown.difference.total == sum(table.num_rows for table in shown.reading.facts.values())
        assert len(changed) == shown.difference.new + shown.difference.changed
        if done.upload and chance == 0:
            undo(store, done.upload, "Mette")
            assert figures(store, touched) == before

    run()
