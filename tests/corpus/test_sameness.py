"""One workbook in many variants that mean the same: what is known already is recognised, whatever it looks like."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from pipelines import child
from pipelines.load import load, undo
from tests.corpus.book import Book
from tests.corpus.counts import VARIANTS, counted
from tests.corpus.files import write
from tests.corpus.reading import read_here
from tests.corpus.variants import FIGURES, original_book, variants
from tests.stores import empty_store
from warehouse.compare import Difference

# So many are read in this process for each that goes through a child process, as in use.
_A_CHILD_AMONG = 10


@counted(VARIANTS)
def test_no_variant_that_means_the_same_is_new_or_changes_anything(
    tmp_path: Path, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    with empty_store("embedded", tmp_path / "store") as store:
        monkeypatch.setattr("pipelines.load.read_file", read_here)
        assert load(store, write(original_book(), tmp_path), "Mette").difference == Difference(new=FIGURES)

        @settings(max_examples=count, suppress_health_check=list(HealthCheck))
        @given(variants())
        def run(files: list[tuple[str, Book]]) -> None:
            reader = read_here if len(seen) % _A_CHILD_AMONG else child.read_file
            monkeypatch.setattr("pipelines.load.read_file", reader)
            known: set[tuple[str, ...]] = set()
            for name, book in files:
                done = load(store, write(book, tmp_path, name), "Anna")
                assert done.reading.questions == []
                assert done.reading.refused == []
                assert done.difference == Difference(same=len(book.truth()))
                known |= {tuple(key) for key in book.truth()}
                # The next variant is compared with the first workbook alone.
                undo(store, done.upload or 0, "Anna")
            assert len(known) == FIGURES
            seen.append(len(files))

        run()
