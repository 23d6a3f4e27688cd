"""Who stands behind a request, asked before anything of it is read."""

import json
from collections.abc import Mapping

from starlette.requests import HTTPConnection
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME
from streamlit.web.server.starlette.starlette_websocket import _get_signed_cookie_with_chunks

from access import sessions
from access.doors import State, state_for
from access.reader import LOCAL_ANALYST, Reader


def state_of(request: HTTPConnection) -> State:
    """Return how the app is open to the request."""
    return state_for(request.headers, request.client.host if request.client else None)


def reader_behind(request: HTTPConnection) -> Reader | None:
    """Return who sends the request, as their rights are at this moment; None where nobody is known."""
    match state_of(request):
        case "open_locally":
            return LOCAL_ANALYST
        case "signed_in":
            claims = _claims(request.cookies)
            found = sessions.admit(claims) if claims.get("is_logged_in") else None
            return found if isinstance(found, Reader) else None
        case _:
            return None


def _claims(cookies: dict[str, str]) -> Mapping[str, object]:
    """Return what the sign-in said of whoever holds the cookie; nothing where our signature is not on it."""
    told = _get_signed_cookie_with_chunks(cookies, USER_COOKIE_NAME)
    claims = json.loads(told) if told else {}
    return claims if isinstance(claims, dict) else {}
