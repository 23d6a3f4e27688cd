"""Settings: the app starts with good ones or with none, and says in one sentence what is wrong with others."""

from collections.abc import Mapping
from hashlib import sha256

import pytest

from access.secrets import SecretsError, check, providers, settings

# Looks as random as a real one, and is the same in every process that collects the tests.
_COOKIE_SECRET = sha256(b"only for these tests").hexdigest()[:43]
GOOD: Mapping[str, str] = {
    "redirect_uri": "https://tal.example.dk/oauth2callback",
    "cookie_secret": _COOKIE_SECRET,
    "client_id": "kulturpuls",
    "client_secret": "w8Gq2Zr7",
    "server_metadata_url": "https://id.example/.well-known/openid-configuration",
}


def test_good_settings_and_none_at_all_may_be_started_with() -> None:
    check(GOOD)
    check(None)
    check({**GOOD, "redirect_uri": "http://localhost:8501/oauth2callback"})


@pytest.mark.parametrize("setting", list(GOOD))
@pytest.mark.parametrize("value", ["", "  ", None])
def test_a_setting_that_is_missing_stops_the_start(setting: str, value: object) -> None:
    with pytest.raises(SecretsError) as stopped:
        check({**GOOD, setting: value})
    assert stopped.value.args[1] == setting
    with pytest.raises(SecretsError):
        check({name: told for name, told in GOOD.items() if name != setting})


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("cookie_secret", _COOKIE_SECRET[:31]),
        ("cookie_secret", "x" * 40),
        ("cookie_secret", "0123456701234567012345670123456701234567"),
        ("cookie_secret", "change-me-change-me-change-me-change-me!"),
        ("cookie_secret", "your_secret_with_more_than_32_characters"),
        ("client_secret", "xxx"),
        ("client_secret", "changeme"),
        ("client_secret", GOOD["cookie_secret"]),
        ("redirect_uri", "http://tal.example.dk/oauth2callback"),
        ("redirect_uri", "https://tal.example.dk/"),
        ("server_metadata_url", "http://id.example/.well-known/openid-configuration"),
    ],
)
def test_short_known_or_open_settings_stop_the_start(setting: str, value: str) -> None:
    with pytest.raises(SecretsError) as stopped:
        check({**GOOD, setting: value})
    assert stopped.value.args[1] == setting


def test_every_provider_is_checked() -> None:
    named = {name: GOOD[name] for name in ("client_id", "client_secret", "server_metadata_url")}
    general = {name: GOOD[name] for name in ("redirect_uri", "cookie_secret")}
    check({**general, "entra": named, "google": named})
    assert providers({**general, "entra": named, "google": named}) == ["entra", "google"]
    with pytest.raises(SecretsError) as stopped:
        check({**general, "entra": named, "google": {**named, "client_secret": ""}})
    assert stopped.value.args[1] == "google.client_secret"


def test_half_an_environment_is_taken_for_a_sign_in_and_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings() is None
    monkeypatch.setenv("KULTURPULS_OIDC_CLIENT_ID", "kulturpuls")
    with pytest.raises(SecretsError):
        check(settings())
