"""The command line says who the members are, and so comes the first admin."""

import json

import pytest

from access.__main__ import main
from records import journal


def _listed(capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    assert main(["list", "--json"]) == 0
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return found


def test_members_are_added_changed_and_removed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", "ada@example.dk", "--role", "admin", "--places", "all", "--business", "--by", "Drift"]) == 0
    assert main(["add", "ida@example.dk", "--role", "reader", "--places", "actor:a, destination:b"]) == 0
    assert main(["role", "ida@example.dk", "--role", "analyst", "--places", "destination:b"]) == 0
    ada, ida = _listed(capsys)
    assert (ada["role"], ada["places"], ada["sees_business_figures"], ada["added_by"]) == ("admin", None, True, "Drift")
    assert (ida["role"], ida["places"], ida["sees_business_figures"]) == ("analyst", ["destination:b"], False)
    assert main(["remove", "ida@example.dk"]) == 0
    assert _listed(capsys)[1]["removed_at"]
    assert main(["sign-out"]) == 0
    assert journal.count() == 5


def test_what_cannot_be_done_says_why_in_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["remove", "ida@example.dk"]) == 1
    assert capsys.readouterr().err == "Der er ingen med den adresse.\n"
    assert main(["remove", "ida@example.dk", "--lang", "en"]) == 1
    assert capsys.readouterr().err == "There is no member with that address.\n"


def test_a_scope_is_never_left_open_by_forgetting_it() -> None:
    with pytest.raises(SystemExit):
        main(["add", "ida@example.dk", "--role", "reader"])
