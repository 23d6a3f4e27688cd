"""The server: the app, its security headers, and whether it is ready to answer.

Started by `streamlit run asgi.py`.
"""

import logging
import sys

import duckdb
import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime.pages_manager import PagesManager

from access import secrets
from locales import DANISH
from warehouse.connect import open_store
from warehouse.ledger import current_version

PagesManager.uses_pages_directory = False

_log = logging.getLogger("kulturpuls.server")

_HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "content-security-policy": (
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval'; "
        "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        "worker-src 'self' blob:; connect-src 'self' ws: wss:; object-src 'none'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
}


class SecurityHeaders:
    """Puts the security headers on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add the headers to what comes back."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                named = {name.encode(): value.encode() for name, value in _HEADERS.items()}
                kept = [(name, value) for name, value in message["headers"] if name.lower() not in named]
                message["headers"] = [*kept, *named.items()]
            await send(message)

        await self.app(scope, receive, with_headers)


def ready(_request: Request) -> PlainTextResponse:
    """Answer whether the store can be read; the server being up says nothing about that."""
    try:
        return PlainTextResponse(f"ready {current_version(open_store())}")
    except (duckdb.Error, OSError):
        _log.exception("the store cannot be read")
        return PlainTextResponse("the store cannot be read", status_code=503)


try:
    secrets.check(secrets.settings())
except secrets.SecretsError as error:
    sys.exit(DANISH.text(error.args[0], setting=error.args[1]))

_sign_in = secrets.from_environment()
app = st.App(
    "app.py",
    routes=[Route("/api/ready", ready)],
    middleware=[Middleware(SecurityHeaders)],
    secrets={"auth": _sign_in} if _sign_in else None,
)
