"""The names the app goes by, so that no other name can be bound to its address, and no other page speak with it."""

import os
from urllib.parse import urlsplit

from starlette.datastructures import Headers

from access.secrets import is_loopback, settings

ADDRESS = "KULTURPULS_URL"


def is_our_name(headers: Headers) -> bool:
    """True where the request calls us by the address of the app or of its sign-in, or by that of this machine."""
    host = _host(f"//{headers.get('host', '')}")
    return host is not None and (is_loopback(host) or host in _our_hosts())


def is_from_us(headers: Headers) -> bool:
    """True where a page of ours opens the websocket; no origin is no page of ours."""
    host = headers.get("host", "")
    return headers.get("origin") in (f"http://{host}", f"https://{host}")


def _our_hosts() -> set[str | None]:
    sign_in = settings() or {}
    return {_host(os.environ.get(ADDRESS, "")), _host(str(sign_in.get("redirect_uri", "")))}


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None
