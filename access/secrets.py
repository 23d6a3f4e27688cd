"""The settings of the sign-in, from the environment or .streamlit/secrets.toml, and whether one may start with them."""

import os
from collections.abc import Iterator, Mapping
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from streamlit.runtime.secrets import secrets_singleton

from locales import mark

Settings = Mapping[str, Any]

_FEWEST_BYTES = 32
_FEWEST_DIFFERENT = 10
# What stands in manuals and examples, in plain spelling; nobody's secret.
_WELL_KNOWN = (
    "xxx",
    "changeme",
    "secret",
    "password",
    "example",
    "default",
    "kulturpuls",
    "streamlit",
    "yoursecret",
    "todo",
)
_CALLBACK = "/oauth2callback"
_OF_PROVIDER = ("client_id", "client_secret", "server_metadata_url")
_ENVIRONMENT = {
    "client_id": "KULTURPULS_OIDC_CLIENT_ID",
    "client_secret": "KULTURPULS_OIDC_CLIENT_SECRET",
    "server_metadata_url": "KULTURPULS_OIDC_METADATA_URL",
}


class SecretsError(Exception):
    """The app may not start with these settings; `args[0]` is the sentence that says why, `args[1]` the setting."""


def from_environment() -> dict[str, Any] | None:
    """Return the sign-in's settings as the environment names them, None where it names none."""
    if not any(os.environ.get(name) for name in _ENVIRONMENT.values()):
        return None
    told = {setting: os.environ.get(name, "") for setting, name in _ENVIRONMENT.items()}
    address = os.environ.get("KULTURPULS_URL", "").rstrip("/")
    return {
        **told,
        "cookie_secret": os.environ.get("KULTURPULS_COOKIE_SECRET", ""),
        "redirect_uri": f"{address}{_CALLBACK}" if address else "",
    }


def settings() -> Settings | None:
    """Return the settings of the sign-in, None where none is configured."""
    if (told := from_environment()) is not None:
        return told
    section = secrets_singleton.get("auth") if secrets_singleton.load_if_toml_exists() else None
    return section.to_dict() if section else None


def providers(told: Settings) -> list[str]:
    """Return the names of the providers one can sign in with; "default" for the one that has no name of its own."""
    named = [name for name, value in told.items() if isinstance(value, Mapping) and name != "client_kwargs"]
    return ["default", *named] if "client_id" in told else named


def check(told: Settings | None) -> None:
    """Do nothing where the app may start with these settings; else raise SecretsError."""
    if told is None:
        return
    if not providers(told):
        raise SecretsError(mark("The setting {setting} of the sign-in is missing."), "client_id")
    for setting in ("redirect_uri", "cookie_secret"):
        _check_there(setting, told.get(setting))
    _check_secret("cookie_secret", str(told["cookie_secret"]), _FEWEST_BYTES)
    _check_address("redirect_uri", str(told["redirect_uri"]))
    if not str(told["redirect_uri"]).endswith(_CALLBACK):
        raise SecretsError(mark("The setting {setting} of the sign-in must end in /oauth2callback."), "redirect_uri")
    for setting, value in _of_providers(told):
        _check_there(setting, value)
        if setting.endswith("client_secret"):
            _check_secret(setting, str(value), 1)
            if value == told["cookie_secret"]:
                raise SecretsError(mark("The setting {setting} of the sign-in must not be used twice."), setting)
        if setting.endswith("server_metadata_url"):
            _check_address(setting, str(value))


def _of_providers(told: Settings) -> Iterator[tuple[str, object]]:
    for name in providers(told):
        section = told if name == "default" else told[name]
        prefix = "" if name == "default" else f"{name}."
        yield from ((f"{prefix}{setting}", section.get(setting)) for setting in _OF_PROVIDER)


def _check_there(setting: str, value: object) -> None:
    if not isinstance(value, str) or not value.strip():
        raise SecretsError(mark("The setting {setting} of the sign-in is missing."), setting)


def _check_secret(setting: str, value: str, fewest: int) -> None:
    if len(value.encode()) < fewest:
        raise SecretsError(
            mark("The setting {setting} of the sign-in is too short: it needs 32 random bytes."), setting
        )
    plain = "".join(sign for sign in value.casefold() if sign.isalnum())
    is_ours = fewest == _FEWEST_BYTES
    repeats = is_ours and len(set(value)) < _FEWEST_DIFFERENT
    if repeats or plain in _WELL_KNOWN or (is_ours and plain.startswith(_WELL_KNOWN)):
        raise SecretsError(mark("The setting {setting} of the sign-in is one that everybody knows."), setting)


def _check_address(setting: str, value: str) -> None:
    parts = urlsplit(value)
    if not (parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname))):
        raise SecretsError(mark("The setting {setting} of the sign-in must begin with https://."), setting)


def is_loopback(host: str | None) -> bool:
    """True where the name or address is that of this machine itself; None is every address there is."""
    if host is None:
        return False
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.casefold() == "localhost"
