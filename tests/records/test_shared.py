"""The records of a shared store stand in its PostgreSQL database, and behave as those in a file."""

import os
from collections.abc import Iterator

import pytest

from access import members
from access.members import Rights
from access.reader import LOCAL_ANALYST
from board.composition import usual_composition
from board.templates import keep, templates
from records import journal
from records.database import writing
from records.journal import Act
from tests.stores import POSTGRES, empty_database


@pytest.fixture(autouse=True)
def _shared(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not os.environ.get(POSTGRES):
        pytest.skip(f"{POSTGRES} names no PostgreSQL server")
    with empty_database() as address:
        monkeypatch.setenv("KULTURPULS_STORE", address)
        yield


def test_acts_are_sealed_and_an_act_that_fails_is_not_stored() -> None:
    for number in range(3):
        journal.write(Act("load", "Anna", "analyst", f"upload {number}"))
    with pytest.raises(RuntimeError), writing() as connection:
        journal.append(connection, Act("send", "Anna", "analyst"))
        raise RuntimeError
    assert [entry.number for entry in journal.entries()] == [3, 2, 1]
    assert journal.verify(journal.head()) is None


def test_a_template_comes_back_as_it_was_kept() -> None:
    composition = usual_composition("Kvartal", "destination:p", 2025)
    keep("Kvartal", composition, LOCAL_ANALYST)
    assert templates(LOCAL_ANALYST) == {"Kvartal": composition}


def test_a_member_is_added_changed_and_found_again() -> None:
    members.add("anna@example.org", Rights("admin", None), LOCAL_ANALYST)
    members.add("bo@example.org", Rights("reader", frozenset({"destination:p"})), LOCAL_ANALYST)
    members.change("bo@example.org", Rights("analyst", None), LOCAL_ANALYST)
    assert [(one.email, one.rights.role) for one in members.all_members()] == [
        ("anna@example.org", "admin"),
        ("bo@example.org", "analyst"),
    ]
