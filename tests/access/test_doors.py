"""Doors: open to who has signed in, or to whoever sits at this machine, and to nobody else."""

import pytest
from streamlit import config

from access.doors import state, state_for
from access.secrets import is_loopback


def _listen(monkeypatch: pytest.MonkeyPatch, address: str | None) -> None:
    others = config.get_option
    monkeypatch.setattr(config, "get_option", lambda name: address if name == "server.address" else others(name))


@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.0.53", "::1", "localhost"])
def test_without_a_sign_in_the_app_is_open_on_this_machine(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    _listen(monkeypatch, address)
    assert state() == "open_locally"


@pytest.mark.parametrize("address", [None, "0.0.0.0", "::", "192.168.1.4", "tal.example.dk", "127.0.0.1.example.dk"])
def test_without_a_sign_in_the_app_is_closed_on_any_other_address(
    monkeypatch: pytest.MonkeyPatch, address: str | None
) -> None:
    _listen(monkeypatch, address)
    assert state() == "closed"


def test_with_a_sign_in_the_app_asks_for_it_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KULTURPULS_OIDC_CLIENT_ID", "kulturpuls")
    for address in ("127.0.0.1", "0.0.0.0"):
        _listen(monkeypatch, address)
        assert state_for({}, None) == "signed_in"


@pytest.mark.parametrize(
    ("headers", "peer"),
    [
        ({"X-Forwarded-For": "10.0.0.3"}, None),
        ({"Forwarded": "for=10.0.0.3"}, None),
        ({"Via": "1.1 proxy"}, None),
        ({"Host": "tal.example.dk"}, None),
        ({"Host": "localhost:8501"}, "10.0.0.3"),
    ],
)
def test_what_another_machine_has_sent_finds_it_closed(
    monkeypatch: pytest.MonkeyPatch, headers: dict[str, str], peer: str | None
) -> None:
    _listen(monkeypatch, "127.0.0.1")
    assert state_for(headers, peer) == "closed"


def test_what_this_machine_has_sent_finds_it_open(monkeypatch: pytest.MonkeyPatch) -> None:
    _listen(monkeypatch, "127.0.0.1")
    for host in ("localhost:8501", "127.0.0.1:8501", "[::1]:8501", "LOCALHOST"):
        assert state_for({"host": host}, "127.0.0.1") == "open_locally"


def test_no_address_is_every_address() -> None:
    assert not is_loopback(None)
