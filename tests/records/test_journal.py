"""The journal: sealed line by line, written together with what was done."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from records import journal
from records.database import address, writing
from records.journal import Act


@pytest.fixture(autouse=True)
def _records(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("KULTURPULS_RECORDS", str(tmp_path / "records"))
    monkeypatch.delenv("KULTURPULS_STORE", raising=False)
    yield


def _write(number: int) -> None:
    for at in range(number):
        journal.write(Act("load", f"analyst {at}", "analyst", f"upload {at}"))


def test_an_act_is_read_back_as_it_was_written() -> None:
    written = journal.write(Act("send", "Destination Nord", "analyst", "page 1", "refused", "no scope"))
    assert journal.entries() == [written]
    assert journal.verify() is None


def test_an_act_is_not_stored_when_what_was_done_fails() -> None:
    with pytest.raises(RuntimeError), writing() as connection:
        journal.append(connection, Act("send", "x", "analyst"))
        raise RuntimeError
    assert journal.count() == 0


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE journal SET \"by\" = 'someone else' WHERE number = 3",
        "DELETE FROM journal WHERE number = 3",
        "UPDATE journal SET number = CASE number WHEN 2 THEN -1 ELSE number END",
        "UPDATE journal SET outcome = 'refused' WHERE number = 5",
    ],
)
def test_a_changed_line_is_found(tampering: str) -> None:
    _write(5)
    with writing() as connection:
        connection.execute(text(tampering))
    assert journal.verify() is not None


def test_a_cut_tail_is_seen_only_with_a_head_kept_elsewhere() -> None:
    _write(5)
    kept = journal.head()
    with writing() as connection:
        connection.execute(text("DELETE FROM journal WHERE number > 3"))
    assert journal.verify() is None
    assert journal.verify(kept) == 4


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=50), st.text(max_size=50))
def test_any_text_is_sealed_and_found_whole(by: str, about: str) -> None:
    entry = journal.write(Act("load", by, "analyst", about))
    assert journal.entries()[0] == entry
    assert journal.verify() is None


def test_the_records_stand_beside_a_store_that_is_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KULTURPULS_RECORDS")
    monkeypatch.setenv("KULTURPULS_STORE", str(tmp_path / "store"))
    assert address() == f"sqlite:///{tmp_path / 'store-board' / 'records.sqlite'}"


def test_the_records_stand_in_the_database_of_a_shared_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KULTURPULS_STORE", "postgresql://someone:secret@db/lake")
    assert address() == "postgresql+psycopg://someone:secret@db/lake"


def test_an_entry_knows_its_seal() -> None:
    _write(2)
    newest, oldest = journal.entries()
    assert newest.seal != oldest.seal
    assert replace(newest, seal="").number == 2
