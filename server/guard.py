"""The guard: only addresses of the table, by their methods, under our own name, to whom the table says."""

from dataclasses import dataclass
from http import HTTPStatus

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send

from access.reader import Reader
from access.wire import reader_behind, state_of
from server.names import ADDRESS, is_from_us, is_our_name
from server.refusal import refuse
from server.routes import WEBSOCKET, Known, known

CLOSED = (
    "This address shows only sent board pages: no sign-in is configured, so the app itself answers on the machine "
    "it runs on and nowhere else; docs/signing-in.md tells how to configure one."
)
NOT_FOUND = "There is nothing here."
NOT_ALLOWED = "This address is not asked in that way."
NOT_OUR_NAME = f"The app does not go by this name; the address in {ADDRESS} and that of this machine are its names."
NOT_FROM_US = "Only pages of the app itself open this connection."
NO_RIGHT = "You may not do this here."


@dataclass(frozen=True)
class Refusal:
    """Why a request is not let through."""

    status: HTTPStatus
    sentence: str


class Guard:
    """Lets through what the table allows; all else is refused before a byte of its body is read."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer why not."""
        refusal = None
        if scope["type"] in ("http", "websocket"):
            asks = known(scope["path"]).who in ("reader", "loader")
            refusal = await run_in_threadpool(refusal_of, scope) if asks else refusal_of(scope)
        if refusal is None:
            await self.app(scope, receive, send)
        else:
            await refuse(scope, receive, send, refusal.status, refusal.sentence)


def refusal_of(scope: Scope) -> Refusal | None:
    """Return why a request is not let through, None where it is."""
    line = known(scope["path"])
    if line.who == "nobody":
        return Refusal(HTTPStatus.NOT_FOUND, NOT_FOUND)
    if (WEBSOCKET if scope["type"] == "websocket" else scope["method"]) not in line.methods:
        return Refusal(HTTPStatus.METHOD_NOT_ALLOWED, NOT_ALLOWED)
    return None if line.who == "anyone" else _refusal_of_the_app(scope, line)


def _refusal_of_the_app(scope: Scope, line: Known) -> Refusal | None:
    request = HTTPConnection(scope)
    if not is_our_name(request.headers):
        return Refusal(HTTPStatus.FORBIDDEN, NOT_OUR_NAME)
    if state_of(request) == "closed":
        return Refusal(HTTPStatus.FORBIDDEN, CLOSED)
    if scope["type"] == "websocket" and not is_from_us(request.headers):
        return Refusal(HTTPStatus.FORBIDDEN, NOT_FROM_US)
    if line.who != "app" and not _may(line, reader_behind(request)):
        return Refusal(HTTPStatus.FORBIDDEN, NO_RIGHT)
    return None


def _may(line: Known, reader: Reader | None) -> bool:
    return reader is not None and (line.who == "reader" or reader.may_load)
