"""Members: every change is made by somebody who may, whole, and with its line in the journal."""

from collections.abc import Callable

import pytest

from access import members
from access.acts import NotAllowedError
from access.members import MemberError, Rights
from access.reader import Reader, at_command_line
from records import journal

HERE = at_command_line("Drift")
ADMIN = Rights("admin", None, sees_business_figures=True)
OF_KLYDOE = Rights("reader", frozenset({"destination:klydoe"}))


def _told() -> list[tuple[str, str, str, str]]:
    return [(entry.act, entry.about, entry.outcome, entry.detail) for entry in journal.entries()]


def test_a_member_is_found_as_added_however_the_address_is_written() -> None:
    members.add(" Ida@Example.dk ", OF_KLYDOE, HERE)
    (ida,) = members.all_members()
    assert ida.reader == Reader("ida@example.dk", "reader", frozenset({"destination:klydoe"}))
    assert _told() == [("role", "ida@example.dk", "done", "added as reader, destination:klydoe")]


def test_a_scope_of_no_place_is_not_a_scope_of_all_places() -> None:
    members.add("ida@example.dk", Rights("reader", frozenset()), HERE)
    assert members.all_members()[0].reader.places == frozenset()


def test_a_change_says_what_was_and_what_is() -> None:
    members.add("ida@example.dk", OF_KLYDOE, HERE)
    members.change("ida@example.dk", Rights("analyst", None), HERE)
    assert members.all_members()[0].rights == Rights("analyst", None)
    assert _told()[0][3] == "reader, destination:klydoe -> analyst, all places"


def test_a_removed_member_stays_as_such_and_can_be_taken_back() -> None:
    members.add("ida@example.dk", OF_KLYDOE, HERE)
    members.remove("ida@example.dk", HERE)
    assert members.all_members()[0].removed_at is not None
    members.add("ida@example.dk", Rights("analyst", None), HERE)
    taken_back = members.all_members()[0]
    assert taken_back.removed_at is None
    assert taken_back.sessions_valid_from is not None
    assert taken_back.rights.role == "analyst"


@pytest.mark.parametrize("role", ["reader", "analyst"])
def test_only_an_admin_changes_members_and_the_refusal_is_written_down(role: str) -> None:
    members.add("ada@example.dk", ADMIN, HERE)
    somebody = Reader("ida@example.dk", "analyst" if role == "analyst" else "reader", None)
    for act in (
        lambda: members.add("ulla@example.dk", ADMIN, somebody),
        lambda: members.change("ada@example.dk", OF_KLYDOE, somebody),
        lambda: members.remove("ada@example.dk", somebody),
        lambda: members.sign_everybody_out(somebody),
    ):
        with pytest.raises(NotAllowedError):
            act()
    assert [line[2] for line in _told()] == ["refused"] * 4 + ["done"]
    assert [member.email for member in members.all_members()] == ["ada@example.dk"]


def test_an_admin_of_some_places_only_may_not_say_who_the_members_are() -> None:
    with pytest.raises(NotAllowedError):
        members.add("ulla@example.dk", ADMIN, Reader("ada@example.dk", "admin", frozenset({"destination:klydoe"})))


@pytest.mark.parametrize("change", [OF_KLYDOE, Rights("admin", frozenset({"destination:klydoe"}))])
def test_an_admin_of_all_places_is_left(change: Rights) -> None:
    members.add("ada@example.dk", ADMIN, HERE)
    with pytest.raises(MemberError, match="last_admin"):
        members.remove("ada@example.dk", HERE)
    with pytest.raises(MemberError, match="last_admin"):
        members.change("ada@example.dk", change, HERE)
    members.add("alma@example.dk", ADMIN, HERE)
    members.change("ada@example.dk", change, HERE)


def test_what_cannot_be_changed_says_why_and_changes_nothing() -> None:
    members.add("ida@example.dk", OF_KLYDOE, HERE)
    before = _told()
    acts: dict[str, Callable[[], object]] = {
        "no_email": lambda: members.add("ida", OF_KLYDOE, HERE),
        "is_member": lambda: members.add("IDA@example.dk", ADMIN, HERE),
        "no_member": lambda: members.remove("ulla@example.dk", HERE),
        "no_role": lambda: members.change("ida@example.dk", Rights("owner", None), HERE),  # type: ignore[arg-type]
    }
    for code, act in acts.items():
        with pytest.raises(MemberError, match=code):
            act()
    assert _told() == before
