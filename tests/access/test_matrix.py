"""Who may do what: role and scope x act x object, tried on the functions that act."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from access import members
from access.acts import NotAllowedError
from access.members import MemberError, Rights
from access.reader import LOCAL_ANALYST, Reader
from answers.data import open_data
from answers.lineage.back import facts_by_dataset
from answers.places import all_places
from answers.scope import data_for, takes
from pipelines.edit import store_edit
from pipelines.edit_rows import Edit, Row
from pipelines.load import remove_sample, store_reading, undo
from pipelines.reading import Reading
from pipelines.remembered import change_answer, forget_answer
from pipelines.sample_region import load_sample
from pipelines.undo_edit import undo_upload
from records import journal
from tests.answers.tables import Tables, in_place, months
from tests.stores import empty_store, put
from warehouse.asked import Ask
from warehouse.connect import Store
from warehouse.ledger import CannotUndoError, read_ledger

A = frozenset({"destination:a"})
READERS = {
    "leader of A": Reader("la", "reader", A),
    "leader of B": Reader("lb", "reader", frozenset({"destination:b"})),
    "leader of nothing": Reader("ln", "reader", frozenset()),
    "reader of all": Reader("ra", "reader", None),
    "analyst of A": Reader("aa", "analyst", A),
    "analyst of all": Reader("an", "analyst", None),
    "admin of A": Reader("da", "admin", A),
    "admin of all": Reader("ad", "admin", None),
    "no role we know": Reader("no", cast(Any, "owner"), None),
    "local analyst": LOCAL_ANALYST,
}
# r looks, f fills in a form and takes back what it wrote, s sends, l loads, undoes and answers, m changes members and
# reads the journal.
MATRIX = """
                     at A    at B    everywhere
leader of A          r       -       -
leader of B          -       r       -
leader of nothing    -       -       -
reader of all        r       r       -
analyst of A         rf      -       s
analyst of all       rf      rf      sl
admin of A           rf      -       s
admin of all         rf      rf      slm
no role we know      r       r       -
local analyst        rf      rf      slm
"""
ROWS = [(line[:20].strip(), *line[20:].split()) for line in MATRIX.strip("\n").splitlines()[1:]]
ASK = Ask("name", "", "actor:x")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with empty_store("embedded", tmp_path_factory.mktemp("matrix") / "store") as opened:
        of_both: Tables = {
            "destinations": [{"destination_id": "a", "name": "Ahus"}, {"destination_id": "b", "name": "Bhus"}],
            "actors": [*in_place("a1", place="a"), *in_place("b1", place="b")],
            "visits": [*months("a1", 2025, [10] * 12), *months("b1", 2025, [777] * 12)],
        }
        put(opened, of_both)
        put(opened, {"visits": months("b1", 2024, [555] * 12)})
        yield opened


def refused(act: Callable[[], object]) -> bool:
    """True where the act is refused, and the journal has a line of it; any other fault comes after the right."""
    before = journal.count()
    try:
        act()
    except NotAllowedError:
        assert journal.count() == before + 1
        assert journal.entries()[0].outcome == "refused"
        return True
    except (CannotUndoError, MemberError):
        pass
    return False


def unread(file: str) -> Reading:
    return cast(Reading, SimpleNamespace(file=file, problem="unreadable", blocked=None, facts={}))


def step_of(store: Store, reader: Reader, destination: str) -> Callable[[], object]:
    data = data_for(open_data(store), reader)
    row = {"destination_id": destination, "step": "1", "who": reader.name}
    return lambda: store_edit(store, Edit("Skridt", "steps", [row]), reader, lambda name, rows: takes(data, name, rows))


def written(store: Store, by: Reader, dataset: str, **row: object) -> int:
    data = data_for(open_data(store), by)
    edit = Edit("Formular", dataset, [cast(Row, row)])
    done = store_edit(store, edit, by, lambda name, rows: takes(data, name, rows))
    assert done.upload is not None
    return done.upload


def taken_back(store: Store, upload: int, by: Reader) -> Callable[[], object]:
    data = data_for(open_data(store), by)
    return lambda: undo_upload(store, upload, by, lambda name, rows: takes(data, name, rows))


@pytest.mark.parametrize(("name", "at_a", "at_b", "everywhere"), ROWS, ids=[row[0] for row in ROWS])
def test_each_may_what_the_table_says_and_nothing_else(
    store: Store, tmp_path: Path, name: str, at_a: str, at_b: str, everywhere: str
) -> None:
    reader = READERS[name]
    seen = all_places(data_for(open_data(store), reader))
    for code, may in (("a", at_a), ("b", at_b)):
        assert (f"destination:{code}" in seen) == (f"actor:{code}1" in seen) == ("r" in may)
        assert refused(step_of(store, reader, code)) == ("f" not in may)
    for act in (
        lambda: store_reading(store, tmp_path, unread("x.xlsx"), reader),
        lambda: undo(store, 99, reader),
        lambda: remove_sample(store, reader),
        lambda: change_answer(store, ASK, "y", reader),
        lambda: forget_answer(store, ASK, reader),
    ):
        assert refused(act) == ("l" not in everywhere)
    for of_members in (
        lambda: members.add("ida@example.dk", Rights("reader", A), reader),
        lambda: members.change("nobody@example.dk", Rights("reader", A), reader),
        lambda: members.remove("nobody@example.dk", reader),
        lambda: members.sign_everybody_out(reader),
    ):
        assert refused(of_members) == ("m" not in everywhere)
    assert (reader.may_send, reader.may_load, reader.may_administer) == tuple(one in everywhere for one in "slm")


@pytest.mark.parametrize(("name", "at_a", "everywhere"), [(row[0], row[1], row[3]) for row in ROWS])
def test_each_takes_back_what_they_wrote_and_of_others_only_who_may_undo_loads(
    store: Store, name: str, at_a: str, everywhere: str
) -> None:
    reader, somebody = READERS[name], Reader("else", "analyst", A)
    of_somebody = written(store, somebody, "steps", destination_id="a", step="3", who=f"not {name}")
    assert refused(taken_back(store, of_somebody, reader)) == ("l" not in everywhere)
    if "f" in at_a:
        own = written(store, reader, "steps", destination_id="a", step="4", who=reader.name)
        assert not refused(taken_back(store, own, reader))
        assert own not in {event.upload for event in read_ledger(store).standing}


def test_a_row_of_the_scope_is_corrected_by_its_key_alone_and_no_other(store: Store) -> None:
    of_a, of_all = READERS["analyst of A"], READERS["analyst of all"]
    for code in ("a", "b"):
        written(store, of_all, "log", entry_id=f"of-{code}", destination_id=code, kind="support", text="Lån af telt")
    both = {"destination_id": "a", "actor_id": "a1", "partners": "a1; b1"}
    written(store, of_all, "log", entry_id="of-both", kind="support", text="Lån af telt", **both)
    corrected = written(store, of_a, "log", entry_id="of-a", text="Lån af to telte")
    for other in ("of-b", "of-both", "of-nobody"):
        assert refused(partial(written, store, of_a, "log", entry_id=other, text="Nej"))
    assert not refused(taken_back(store, corrected, of_a))
    assert set(open_data(store).frame("log")["text"]) == {"Lån af telt"}


def test_what_one_wrote_of_a_place_one_sees_no_more_stands(store: Store) -> None:
    before, now = Reader("aa", "analyst", frozenset({"destination:a", "destination:b"})), READERS["analyst of A"]
    at_b = written(store, before, "steps", destination_id="b", step="5", who="aa")
    assert refused(taken_back(store, at_b, now))
    written(store, before, "actions", action_id="x", destination_id="b", what="Skilte")
    moved = written(store, before, "actions", action_id="x", destination_id="a")
    assert refused(taken_back(store, moved, now))
    assert not refused(taken_back(store, moved, before))
    assert not refused(taken_back(store, at_b, before))


def test_a_cleared_field_comes_back_where_the_row_lies_in_the_scope(store: Store) -> None:
    of_a = READERS["analyst of A"]
    written(store, of_a, "steps", destination_id="a", step="6", who="Karen", why="Fordi")
    cleared = written(store, of_a, "steps", destination_id="a", step="6", why=None)
    assert not refused(taken_back(store, cleared, of_a))
    steps = open_data(store).frame("steps")
    assert steps.loc[steps["step"] == "6", "why"].tolist() == ["Fordi"]


def test_what_one_loaded_is_no_edit_and_needs_the_right_to_undo_loads(store: Store) -> None:
    loaded = put(store, {"visits": months("a1", 2023, [1] * 12)}, by="aa")
    assert refused(taken_back(store, loaded, READERS["analyst of A"]))


def test_the_table_is_of_every_reader() -> None:
    assert [row[0] for row in ROWS] == list(READERS)


def test_a_form_is_refused_to_a_small_scope_where_nobody_says_what_lies_in_it(store: Store) -> None:
    row = {"destination_id": "a", "step": "2", "who": "x"}
    assert refused(lambda: store_edit(store, Edit("Skridt", "steps", [row]), READERS["analyst of A"]))


def test_the_history_of_a_scope_tells_only_of_uploads_that_its_figures_rest_on(store: Store) -> None:
    mine, theirs = (data_for(open_data(store), READERS[f"leader of {one}"]) for one in "AB")
    assert 2 not in {event.upload for event in mine.history.events}
    assert {1, 2} <= {event.upload for event in theirs.history.events}
    assert not facts_by_dataset(mine, 2)
    assert set(facts_by_dataset(mine, 1)["visits"]["actor_id"]) == {"a1"}


def test_the_sample_is_loaded_by_those_who_may_load(tmp_path: Path) -> None:
    with empty_store("embedded", tmp_path / "store") as empty:
        assert refused(lambda: load_sample(empty, READERS["reader of all"], "2021-01"))
