"""The doors: whether the app is open, for whom, and on which address."""

from collections.abc import Mapping
from typing import Literal
from urllib.parse import urlsplit

from streamlit import config

from access.secrets import is_loopback, settings

State = Literal["open_locally", "signed_in", "closed"]

_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")


def state() -> State:
    """Return how the app is open: to who has signed in, to whoever sits at this machine, or not at all."""
    if settings() is not None:
        return "signed_in"
    return "open_locally" if is_loopback(config.get_option("server.address")) else "closed"


def state_for(headers: Mapping[str, str], peer: str | None) -> State:
    """Return the same for one request: without a sign-in, the app is closed to what another machine has sent.

    `headers` are named as the request named them; `peer` is the address it came from, None where it is not known.
    """
    if (found := state()) != "open_locally":
        return found
    named = {name.casefold(): value for name, value in headers.items()}
    is_passed_on = any(name in named for name in _FORWARDED)
    host = urlsplit(f"//{named.get('host', 'localhost')}").hostname
    is_from_here = is_loopback(host) and (peer is None or is_loopback(peer))
    return "open_locally" if is_from_here and not is_passed_on else "closed"
