"""Into the store and out again: all or nothing, known by meaning, undone without a trace in the figures."""

import random
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import count
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.child import read_file
from pipelines.load import Loaded, load, preview, remove_sample, store_reading, undo
from pipelines.reading import CellCount, Reading
from pipelines.sample_region import load_sample
from tests.stores import empty_store, fact_table
from tests.workbooks import MUSEUM, Rows, rows_of, visits_by_month, workbook
from warehouse import connect, facts, ledger, raw_files
from warehouse.compare import Difference
from warehouse.connect import Store, StoreBusyError
from warehouse.schema import datasets

FACTS = 2 + 2 + 24


CORRECTED = {"2023-03": 9, "2024-07": 0, "2024-12": 12345}


@dataclass(frozen=True)
class Book:
    """A workbook on disk, and what was read of it once for all tests."""

    path: Path
    reading: Reading


def as_ods(tables: dict[str, Rows]) -> bytes:
    buffer = BytesIO()
    with pd.ExcelWriter(buffer, engine="odf") as writer:
        for dataset_id, rows in tables.items():
            headers = {column.id: column.header["da"] for column in datasets()[dataset_id].columns}
            pd.DataFrame(rows).rename(columns=headers).to_excel(
                writer, sheet_name=datasets()[dataset_id].name["da"], index=False
            )
    return buffer.getvalue()


def as_csv(tables: dict[str, Rows]) -> bytes:
    headers = {column.id: column.header["da"] for column in datasets()["visits"].columns}
    frame = pd.DataFrame(tables["visits"]).rename(columns=headers)
    return frame.to_csv(sep=";", index=False).encode("cp1252")


def read_book(path: Path, content: bytes) -> Book:
    path.write_bytes(content)
    return Book(path, read_file(path))


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Book]:
    """The first workbook, a corrected copy, and the first one again with its rows shuffled, in three formats."""
    folder = tmp_path_factory.mktemp("books")
    first = rows_of(visits_by_month())
    shuffled = {**first, "visits": random.Random(7).sample(list(first["visits"]), k=24)}
    contents = {
        "besøg.xlsx": workbook(first),
        "rettet.xlsx": workbook(rows_of({**visits_by_month(), **CORRECTED})),
        "igen.xlsx": workbook(shuffled),
        "igen.ods": as_ods(shuffled),
        "igen.csv": as_csv(shuffled),
    }
    return {name: read_book(folder / name, content) for name, content in contents.items()}


def put(store: Store, book: Book) -> Loaded:
    return store_reading(store, book.path, book.reading, "Mette")


def known(store: Store) -> dict[str, pd.DataFrame]:
    """Everything that is true now."""
    shown = ledger.read_ledger(store)
    return {name: facts.read_dataset(store, datasets()[name], shown) for name in ("destinations", "actors", "visits")}


def assert_same(one: dict[str, pd.DataFrame], other: dict[str, pd.DataFrame]) -> None:
    for name, frame in one.items():
        pd.testing.assert_frame_equal(frame, other[name])


def test_a_load_stores_what_was_read_and_the_file_itself(store: Store, books: dict[str, Book]) -> None:
    path = books["besøg.xlsx"].path
    done = load(store, path, "Mette")
    assert (done.upload, done.difference) == (1, Difference(new=FACTS))
    visits = known(store)["visits"]
    assert dict(zip(visits["period"], visits["visits"], strict=True)) == visits_by_month()
    (event,) = ledger.read_ledger(store).loads
    assert (event.file_name, event.recorded_by, event.facts, event.refused) == ("besøg.xlsx", "Mette", FACTS, 0)
    assert event.accepted + event.refused + event.ignored == event.non_empty
    assert raw_files.raw_path(store, event.sha256).read_bytes() == path.read_bytes()


def test_a_preview_says_what_a_load_then_does_and_stores_nothing(store: Store, books: dict[str, Book]) -> None:
    put(store, books["besøg.xlsx"])
    shown = preview(store, books["rettet.xlsx"].path)
    assert shown.difference == Difference(new=0, changed=3, same=FACTS - 3)
    changed = shown.changes["visits"].set_index("period")
    assert dict(zip(changed.index, changed["number"], strict=True)) == CORRECTED
    assert dict(changed["old_number"]) == {month: visits_by_month()[month] for month in CORRECTED}
    assert ledger.current_version(store) == 1
    assert put(store, books["rettet.xlsx"]).difference == shown.difference


def test_undoing_a_correction_brings_every_figure_back(store: Store, books: dict[str, Book]) -> None:
    put(store, books["besøg.xlsx"])
    before = known(store)
    correction = put(store, books["rettet.xlsx"]).upload
    assert correction == 2
    assert known(store)["visits"]["visits"].sum() != before["visits"]["visits"].sum()
    assert undo(store, correction, "Mette") == 3
    assert_same(known(store), before)
    assert put(store, books["besøg.xlsx"]).difference == Difference(same=FACTS)


def test_the_same_figures_in_another_order_and_format_are_known_already(store: Store, books: dict[str, Book]) -> None:
    put(store, books["besøg.xlsx"])
    for name, facts_there in (("igen.xlsx", FACTS), ("igen.ods", FACTS), ("igen.csv", 24)):
        assert put(store, books[name]).difference == Difference(same=facts_there), name
        assert books[name].reading.refused == []


def test_an_actor_is_known_again_by_its_name(store: Store, books: dict[str, Book], tmp_path: Path) -> None:
    put(store, books["besøg.xlsx"])
    by_name = [{"actor_id": "Vestkystens Museum", "period": "2024-01", "visits": visits_by_month()["2024-01"]}]
    path = tmp_path / "navn.xlsx"
    path.write_bytes(workbook({"visits": by_name}))
    assert load(store, path, "Mette").difference == Difference(same=1)


def test_a_file_without_use_leaves_nothing(tmp_path: Path) -> None:
    with empty_store("embedded", tmp_path / "store") as store:
        for name, content in (("tom.csv", b""), ("brev.csv", "Kære alle;\nTak for i går;\n".encode())):
            done = put(store, read_book(tmp_path / name, content))
            assert (done.upload, done.difference) == (None, Difference())
        assert ledger.read_ledger(store).events == ()
        assert not (store.address.folder / "raw").exists()


def test_a_load_that_fails_halfway_leaves_nothing(
    store: Store, books: dict[str, Book], monkeypatch: pytest.MonkeyPatch
) -> None:
    append = facts.append

    def fail_at_visits(cursor: object, dataset: object, table: object, upload: int) -> None:
        if dataset is datasets()["visits"]:
            raise OSError("no space left")
        append(cursor, dataset, table, upload)  # type: ignore[arg-type]

    monkeypatch.setattr(facts, "append", fail_at_visits)
    with pytest.raises(OSError, match="no space"):
        put(store, books["besøg.xlsx"])
    assert ledger.read_ledger(store).events == ()
    assert all(frame.empty for frame in known(store).values())
    monkeypatch.undo()
    assert put(store, books["besøg.xlsx"]).upload == 1


def test_a_writer_who_waits_too_long_is_told_so(
    store: Store, books: dict[str, Book], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connect, "WAIT_FOR_WRITER", 1)
    busy, done = threading.Event(), threading.Event()

    def hold() -> None:
        with store.writing("Anna", "takes her time"):
            busy.set()
            done.wait(60)

    other = threading.Thread(target=hold)
    other.start()
    try:
        assert busy.wait(60)
        with pytest.raises(StoreBusyError):
            put(store, books["besøg.xlsx"])
    finally:
        done.set()
        other.join()
    assert put(store, books["besøg.xlsx"]).upload == 1


def test_loads_at_the_same_time_follow_each_other(store: Store, books: dict[str, Book]) -> None:
    numbers = list[int | None]()
    threads = [threading.Thread(target=lambda: numbers.append(put(store, books["besøg.xlsx"]).upload)) for _ in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(numbers) == {1, 2, 3}
    assert [event.new for event in ledger.read_ledger(store).loads] == [FACTS, 0, 0]


def visits_reading(rows: Sequence[tuple[str, int]]) -> Reading:
    table = fact_table(
        datasets()["visits"], [{"actor_id": actor, "period": "2025-01", "visits": count} for actor, count in rows]
    )
    return Reading(file="test.csv", sha256="0" * 64, format="csv", cells=CellCount(0, 0, 0, 0), facts={"visits": table})


def test_only_a_load_of_the_invented_region_alone_is_the_sample(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "test.csv"
    file.write_bytes(b"x")
    store_reading(store, file, visits_reading([("eks-a", 1), ("eks-b", 2)]), "Mette")
    store_reading(store, file, visits_reading([("eks-a", 3), (MUSEUM, 4)]), "Mette")
    assert [event.sample for event in ledger.read_ledger(store).loads] == [True, False]
    assert remove_sample(store, "Mette") == 1
    assert [event.upload for event in ledger.read_ledger(store).standing] == [2]
    assert remove_sample(store, "Mette") == 0


def test_a_sample_that_was_removed_can_be_shown_again(tmp_path: Path) -> None:
    file = tmp_path / "test.csv"
    file.write_bytes(b"x")
    with empty_store("embedded", tmp_path / "store") as store:
        store_reading(store, file, visits_reading([("eks-a", 1)]), "Mette")
        assert load_sample(store, "Mette", "2021-01") == []
        assert remove_sample(store, "Mette") == 1
        assert len(load_sample(store, "Mette", "2021-01")) == 4


UPLOADS = st.lists(st.dictionaries(st.sampled_from("abcd"), st.integers(0, 9), min_size=1), min_size=1, max_size=4)


def test_undoing_any_load_leaves_the_figures_as_if_it_had_never_been(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "test.csv"
    file.write_bytes(b"x")
    example = count()

    @settings(max_examples=6)
    @given(UPLOADS, st.data())
    def undo_one(uploads: list[dict[str, int]], data: st.DataObject) -> None:
        own = f"{next(example)}-"
        loads = [store_reading(store, file, visits_reading([(own + a, n) for a, n in u.items()]), "M") for u in uploads]
        undone = data.draw(st.integers(0, len(uploads) - 1))
        undo(store, loads[undone].upload or 0, "Mette")
        left: dict[str, int] = {}
        for number, rows in enumerate(uploads):
            left |= {own + actor: visits for actor, visits in rows.items()} if number != undone else {}
        visits = known(store)["visits"]
        mine = visits[visits["actor_id"].str.startswith(own)]
        assert dict(zip(mine["actor_id"], mine["visits"], strict=True)) == left

    undo_one()
