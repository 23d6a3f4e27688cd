"""What is filled in in the app is an upload: checked, stored once, undone, and read as of any moment."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipelines.edit import store_edit
from pipelines.edit_rows import Edit, Row
from pipelines.load import undo
from tests.stores import empty_store, put
from warehouse import facts
from warehouse.connect import Store
from warehouse.ledger import read_ledger, utc_now
from warehouse.raw_files import raw_path
from warehouse.schema import datasets

STEP = {"destination_id": "p", "step": "3"}


def steps(*rows: Row, **more: object) -> Edit:
    return Edit("10 skridt", "steps", [{**STEP, **row} for row in rows], **more)  # type: ignore[arg-type]


def known(store: Store, **when: object) -> dict[str, object]:
    """What is known of step 3 of the place p."""
    frame = facts.read_facts(store, datasets()["steps"], read_ledger(store, **when))  # type: ignore[arg-type]
    return {
        row["measure"]: row["text"] if row["text"] is not None else row["number"]
        for row in frame.to_dict("records")
        if (row["destination_id"], row["step"]) == ("p", "3")
    }


def codes(store: Store, edit: Edit) -> list[str]:
    return [fault.code for fault in store_edit(store, edit, "Anna").faults]


def test_an_edit_is_one_event_with_the_form_as_its_file(store: Store) -> None:
    done = store_edit(store, steps({"maturity": 2, "who": "Museet", "judged_on": date(2025, 3, 1)}), "Anna")
    (event,) = read_ledger(store).events
    assert (event.upload, event.kind, event.file_name, event.format) == (done.upload, "load", "10 skridt", "edit")
    assert (event.recorded_by, event.rows, event.new, event.changed, event.same) == ("Anna", 1, 3, 0, 0)
    assert known(store) == {"maturity": 2.0, "who": "Museet", "judged_on": "2025-03-01"}
    assert raw_path(store, event.sha256).exists()


def test_only_what_differs_is_stored_and_nothing_changed_is_no_event(store: Store) -> None:
    store_edit(store, steps({"maturity": 2, "who": "Museet"}), "Anna")
    done = store_edit(store, steps({"maturity": 3, "who": "Museet"}), "Bo")
    assert (done.difference.new, done.difference.changed, done.difference.same) == (0, 1, 0)
    assert store_edit(store, steps({"maturity": 3, "who": " Museet ", "what": None}), "Bo").upload is None
    assert len(read_ledger(store).events) == 2


def test_a_cleared_field_is_known_no_more_until_the_edit_is_undone(store: Store) -> None:
    put(store, {"steps": [{**STEP, "maturity": 2, "who": "Museet"}]})
    before = utc_now()
    done = store_edit(store, steps({"who": "", "what": ""}), "Anna")
    assert (done.erased, known(store)) == (1, {"maturity": 2.0})
    assert known(store, as_of=before) == {"maturity": 2.0, "who": "Museet"}
    assert done.upload is not None
    undo(store, done.upload, "Anna")
    assert known(store) == {"maturity": 2.0, "who": "Museet"}


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({"maturity": 5}, "out_of_range"),
        ({"maturity": 1.5}, "not_whole"),
        ({"judged_on": "i går"}, "not_a_date"),
        ({"not_relevant": "måske"}, "not_a_flag"),
        ({"step": "11"}, "not_a_choice"),
        ({"step": None}, "missing_key"),
        ({"who": "anna@example.org"}, "email_address"),
        ({"what": "ring til 010203-1234"}, "cpr_number"),
    ],
)
def test_a_value_that_a_workbook_would_be_refused_for_stores_nothing(store: Store, row: Row, code: str) -> None:
    assert codes(store, steps({"maturity": 1}, {"step": "4", **row})) == [code]
    assert read_ledger(store).events == ()


def test_a_row_filled_in_twice_is_refused(store: Store) -> None:
    assert codes(store, steps({"maturity": 1}, {"maturity": 2})) == ["key_twice"]


def test_what_must_be_filled_in_is_asked_for_once_it_is_missing(store: Store) -> None:
    asked = steps({"not_relevant": 1}, needed=["not_relevant_reason"])
    assert codes(store, asked) == ["must_be_filled"]
    told = steps({"not_relevant": 1, "not_relevant_reason": "Færgen er fuld"}, needed=["not_relevant_reason"])
    assert codes(store, told) == []
    assert codes(store, steps({"not_relevant_reason": None}, needed=["not_relevant_reason"])) == ["must_be_filled"]
    assert codes(store, steps({"maturity": 1}, needed=["not_relevant_reason"])) == []


def test_an_initiative_is_not_stored_without_what_gets_better(store: Store) -> None:
    card: Row = {"initiative_id": "i", "goal": "Åbent hele året"}
    assert codes(store, Edit("Initiativ", "initiatives", [card])) == ["must_be_filled"] * 4


def test_a_dimension_that_is_left_out_is_all(store: Store) -> None:
    store_edit(store, Edit("Note", "notes", [{"date_from": "2025-01-01", "kind": "event", "text": "Festival"}]), "Anna")
    assert facts.read_dataset(store, datasets()["notes"], read_ledger(store))["entity"].tolist() == ["all"]


def test_an_edit_of_the_sample_steps_aside_with_it(store: Store) -> None:
    put(store, {"actions": [{"action_id": "eks-h", "what": "Møde"}]}, sample=True)
    store_edit(store, Edit("Handling", "actions", [{"action_id": "eks-h", "done": date(2025, 1, 1)}]), "Anna")
    store_edit(store, Edit("Skridt", "steps", [{"destination_id": "eks-p", "step": "1", "who": "x"}]), "Anna")
    assert [event.sample for event in read_ledger(store).events] == [True, True, True]
    put(store, {"steps": [{**STEP, "who": "Museet"}]})
    store_edit(store, Edit("Handling", "actions", [{"action_id": "eks-h", "what": "Møde"}]), "Anna")
    assert [event.sample for event in read_ledger(store).shown] == [False, False]


# A move is a row of three fields (None clears, a missing one is left alone), or which of the standing edits to undo.
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "maturity": st.one_of(st.none(), st.integers(0, 4)),
        "who": st.one_of(st.none(), st.sampled_from(["Museet", "Kroen"])),
        "what": st.one_of(st.none(), st.sampled_from(["Møde", "Kort"])),
    },
)
MOVES = st.lists(st.one_of(FIELDS, st.integers(0, 5)), min_size=2, max_size=7)


def model(edits: Sequence[Mapping[str, object]]) -> dict[str, object]:
    """What is true after these edits, in order: the last said of each field."""
    said = {name: value for edit in edits for name, value in edit.items()}
    return {name: value for name, value in said.items() if value is not None}


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_sequence_of_edits_and_undos_leaves_what_the_model_says(tmp_path: Path, data: st.DataObject) -> None:
    moves = data.draw(MOVES)
    standing: dict[int, Mapping[str, object]] = {}
    seen = []
    folder = tmp_path / str(len(list(tmp_path.iterdir())))
    with empty_store("embedded", folder) as store:
        for move in moves:
            if isinstance(move, int):
                if standing:
                    upload = list(standing)[move % len(standing)]
                    undo(store, upload, "Anna")
                    del standing[upload]
            else:
                before = model(list(standing.values()))
                differing = {
                    name: value for name, value in move.items() if value != before.get(name)
                }  # fmt: skip
                done = store_edit(store, steps(move), "Anna")
                assert (done.upload is None) == (not differing)
                if done.upload is not None:
                    standing[done.upload] = differing
            seen.append((utc_now(), model(list(standing.values()))))
            assert known(store) == seen[-1][1]
        for moment, state in seen:
            assert known(store, as_of=moment) == state
