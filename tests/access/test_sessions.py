"""Sessions: who is let in, asked again on every run; everybody else is told one reason."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from access import members, sessions
from access.members import Rights
from access.reader import Reader, at_command_line
from access.sessions import Refused, admit
from records import journal

HERE = at_command_line("Drift")
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
RIGHTS = Rights("analyst", frozenset({"destination:klydoe"}))
IDA = Reader("ida@example.dk", "analyst", frozenset({"destination:klydoe"}))


def claims(moment: datetime = NOW, **told: object) -> Mapping[str, object]:
    """What a provider says of Ida when she signs in at that moment."""
    issued = int(moment.timestamp())
    said = {"iss": "https://id.example", "sub": "1", "email": "ida@example.dk", "email_verified": True}
    return {**said, "iat": issued, "nonce": f"nonce {issued}", **told}


@pytest.fixture(autouse=True)
def _ida() -> None:
    with time_machine.travel(NOW - timedelta(days=1), tick=False):
        members.add("ida@example.dk", RIGHTS, HERE)


def _at(moment: datetime) -> time_machine.travel:
    return time_machine.travel(moment, tick=False)


def test_a_member_comes_in_and_the_journal_says_so_once() -> None:
    with _at(NOW):
        assert [admit(claims()) for _ in range(3)] == [IDA] * 3
    assert [(entry.act, entry.by, entry.role) for entry in journal.entries()][:-1] == [("sign-in", IDA.name, "analyst")]


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"email": None}, "no_email"),
        ({"email": "nobody"}, "no_email"),
        ({"email": "ulla@example.dk"}, "unlisted"),
        ({"email_verified": False}, "unverified"),
        ({"email_verified": None}, "unverified"),
        ({"email_verified": "false"}, "unverified"),
        ({"iat": None}, "expired"),
        ({"iat": int((NOW + timedelta(hours=1)).timestamp())}, "expired"),
        ({"iat": int((NOW - timedelta(hours=8, minutes=1)).timestamp())}, "expired"),
    ],
)
def test_whoever_is_not_to_come_in_is_told_why(told: Mapping[str, object], why: str) -> None:
    with _at(NOW):
        assert admit(claims(**told)) == Refused(why)  # type: ignore[arg-type]


def test_a_provider_that_says_nothing_of_its_addresses_can_be_trusted_with_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    silent = {name: value for name, value in claims().items() if name != "email_verified"}
    with _at(NOW):
        assert admit(silent) == Refused("unverified")
        assert admit({**silent, "xms_edov": True}) == IDA
        monkeypatch.setenv("KULTURPULS_OIDC_TRUST_EMAIL", "yes")
        assert admit(silent) == IDA


def test_a_session_ends_after_eight_hours_or_what_was_set(monkeypatch: pytest.MonkeyPatch) -> None:
    with _at(NOW):
        admit(claims())
    with _at(NOW + timedelta(hours=7, minutes=59)):
        assert admit(claims()) == IDA
    with _at(NOW + timedelta(hours=8, minutes=1)):
        assert admit(claims()) == Refused("expired")
        monkeypatch.setenv("KULTURPULS_SESSION_HOURS", "100")
        assert admit(claims()) == IDA
    with _at(NOW + timedelta(hours=24, minutes=1)):
        assert admit(claims()) == Refused("expired")


def test_a_copy_of_the_cookie_opens_nothing_after_signing_out_and_signing_in_again_does() -> None:
    with _at(NOW):
        admit(claims())
        sessions.end(claims())
        assert admit(claims()) == Refused("ended")
        assert admit(claims(nonce="of the second sign-in")) == IDA
        assert admit(claims()) == Refused("ended")


def test_a_session_that_is_ended_before_its_first_run_is_ended() -> None:
    with _at(NOW):
        sessions.end(claims())
        assert admit(claims()) == Refused("ended")


def test_a_removal_and_another_role_take_effect_at_the_next_run() -> None:
    with _at(NOW):
        assert admit(claims()) == IDA
        members.change("ida@example.dk", Rights("reader", frozenset()), HERE)
        assert admit(claims()) == Reader("ida@example.dk", "reader", frozenset())
        members.remove("ida@example.dk", HERE)
        assert admit(claims()) == Refused("removed")


def test_signing_everybody_out_ends_what_began_before() -> None:
    with _at(NOW):
        admit(claims())
    later = NOW + timedelta(hours=1)
    with _at(later):
        members.sign_everybody_out(HERE)
        assert admit(claims()) == Refused("ended")
        assert admit(claims(NOW, nonce="never used before")) == Refused("ended")
        assert admit(claims(later)) == IDA


def test_a_member_who_is_taken_back_must_sign_in_again() -> None:
    with _at(NOW):
        admit(claims())
    with _at(NOW + timedelta(hours=1)):
        members.remove("ida@example.dk", HERE)
        members.add("ida@example.dk", RIGHTS, HERE)
        assert admit(claims()) == Refused("ended")


def test_another_account_with_the_same_address_is_not_the_member() -> None:
    with _at(NOW):
        admit(claims())
        assert admit(claims(sub="2")) == Refused("other_account")
        assert admit(claims(iss="https://other.example")) == Refused("other_account")


def test_the_first_admin_may_be_named_by_the_machine_and_once_removed_stays_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("KULTURPULS_ADMIN", "Ada@example.dk")
    ada = claims(email="ada@example.dk", sub="ada")
    with _at(NOW):
        assert admit({**ada, "email_verified": False}) == Refused("unverified")
        assert admit(ada) == Reader("ada@example.dk", "admin", None, sees_business_figures=True)
        members.add("alma@example.dk", Rights("admin", None), HERE)
        members.remove("ada@example.dk", HERE)
        assert admit(ada) == Refused("removed")
