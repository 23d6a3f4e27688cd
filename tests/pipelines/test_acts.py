"""Whatever changes the store leaves one line in the journal, refused acts too."""

import ast
from collections.abc import Callable
from pathlib import Path

import pytest

from access.acts import NotAllowedError
from access.reader import Reader
from pipelines.child import read_file
from pipelines.edit import store_edit
from pipelines.edit_rows import Edit
from pipelines.load import load, remove_sample, store_reading, undo
from pipelines.remembered import change_answer, forget_answer
from pipelines.sample_region import load_sample
from records import journal
from tests.server import ROOT
from tests.stores import put
from tests.workbooks import rows_of, visits_by_month, workbook
from warehouse.asked import Ask
from warehouse.connect import Store, StoreBusyError, open_store
from warehouse.ledger import CannotUndoError, current_version

ASK = Ask("decimal", "f00", "besøg")
PLACE = Edit("Sted", "destinations", [{"destination_id": "p", "name": "Vig"}])
FAULTY = Edit("Skridt", "steps", [{"destination_id": "p", "step": "3", "maturity": "mange"}])
ANNA = Reader("Anna", "analyst", places=None)
BO = Reader("Bo", "reader", places=None)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store with one upload and one of the sample, and records of its own."""
    monkeypatch.setenv("KULTURPULS_RECORDS", str(tmp_path / "records"))
    opened = open_store(str(tmp_path / "store"))
    put(opened, {"actions": [{"action_id": "a", "what": "Møde"}]})
    put(opened, {"actions": [{"action_id": "eks-a", "what": "Møde"}]}, sample=True)
    return opened


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A workbook that can be read in full."""
    path = tmp_path / "besøg.xlsx"
    path.write_bytes(workbook(rows_of(visits_by_month())))
    return path


Doing = Callable[[Store, Path, Reader], object]
ACTS: dict[str, tuple[str, str, Doing]] = {
    "load": ("load", "upload 3", lambda store, file, by: load(store, file, by)),
    "store_reading": ("load", "upload 3", lambda store, file, by: store_reading(store, file, read_file(file), by)),
    "undo": ("undo", "upload 1", lambda store, _, by: undo(store, 1, by)),
    "remove_sample": ("undo", "the sample region", lambda store, _, by: remove_sample(store, by)),
    "store_edit": ("edit", "Sted", lambda store, _, by: store_edit(store, PLACE, by)),
    "change_answer": ("answer", "decimal besøg", lambda store, _, by: change_answer(store, ASK, ",", by)),
    "forget_answer": ("forget", "decimal besøg", lambda store, _, by: forget_answer(store, ASK, by)),
}


@pytest.mark.parametrize("name", ACTS)
def test_an_act_leaves_one_line(store: Store, file: Path, name: str) -> None:
    act, about, do = ACTS[name]
    do(store, file, ANNA)
    (line,) = journal.entries()
    assert (line.act, line.about, line.by, line.role, line.outcome) == (act, about, "Anna", "analyst", "done")


def test_an_act_without_the_right_leaves_one_line_and_nothing_else(store: Store, file: Path) -> None:
    for act, _, do in ACTS.values():
        with pytest.raises(NotAllowedError):
            do(store, file, BO)
        line = journal.entries()[0]
        assert (line.act, line.by, line.role, line.outcome) == (act, "Bo", "reader", "refused")
    assert journal.count() == len(ACTS)
    assert current_version(store) == 2


def test_an_act_that_must_wait_for_another_leaves_one_line(
    store: Store, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object) -> None:
        raise StoreBusyError

    monkeypatch.setattr(Store, "writing", busy)
    for _, _, do in ACTS.values():
        with pytest.raises(StoreBusyError):
            do(store, file, ANNA)
    assert {(line.outcome, line.detail) for line in journal.entries()} == {("refused", "StoreBusyError")}
    assert journal.count() == len(ACTS)


def test_what_cannot_be_used_or_undone_or_is_faulty_is_refused(store: Store, tmp_path: Path) -> None:
    nothing = tmp_path / "tom.csv"
    nothing.write_text("a;b\n1;2\n")
    assert load(store, nothing, ANNA).upload is None
    with pytest.raises(CannotUndoError):
        undo(store, 99, ANNA)
    assert store_edit(store, FAULTY, ANNA).faults
    assert [(line.act, line.outcome) for line in reversed(journal.entries())] == [
        ("load", "refused"), ("undo", "refused"), ("edit", "refused")
    ]  # fmt: skip


def test_where_nothing_is_done_there_is_no_line(store: Store) -> None:
    store_edit(store, PLACE, ANNA)
    assert store_edit(store, PLACE, ANNA).upload is None
    assert load_sample(store, ANNA) == []
    assert journal.count() == 1


def test_only_these_functions_write_to_the_store() -> None:
    """The functions that open a writing transaction, and who calls them without an act around it."""
    found = set()
    for folder in ("pipelines", "warehouse", "sections", "pages", "frame", "answers", "forecasts", "board"):
        for path in (ROOT / folder).rglob("*.py"):
            for function in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(function, ast.FunctionDef) and "store.writing(" in ast.unparse(function):
                    found.add(f"{folder}.{function.name}")
    assert found == {
        "pipelines._store",
        "warehouse.undo",
        "warehouse.change",
        "warehouse.forget",
    }
