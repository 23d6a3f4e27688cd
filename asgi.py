"""The server: the app, the plane around it (server/), and whether it is ready to answer.

Started by `streamlit run asgi.py`.
"""

import logging
import sys

import duckdb
import streamlit as st
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from access import secrets
from locales import DANISH
from server import MIDDLEWARE, hide_the_server, set_up_log, tell_of_incident
from server.warm import warm_up
from warehouse.connect import open_store
from warehouse.ledger import current_version

PagesManager.uses_pages_directory = False
hide_the_server()
set_up_log()

_log = logging.getLogger("kulturpuls.server")


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
    middleware=MIDDLEWARE,
    on_script_error=tell_of_incident,
    secrets={"auth": _sign_in} if _sign_in else None,
)
warm_up()
