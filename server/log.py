"""The access log: a line for each request by its line in the table, so that no token, file or query is ever in it."""

import logging
from http import HTTPStatus
from time import perf_counter

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.routes import known

_log = logging.getLogger("kulturpuls.access")
# Files of the app itself say nothing about anybody's visit.
_QUIET = ("/static/{path:path}", "/app/static/{path:path}", "/favicon.png", "/_stcore/health")


def set_up_log() -> None:
    """Write our lines to standard error, and keep uvicorn from writing its own, which carry whole addresses."""
    logging.getLogger("uvicorn.access").disabled = True
    if not _log.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
        _log.addHandler(handler)
        _log.setLevel(logging.INFO)
        _log.propagate = False


class AccessLog:
    """Notes method, line of the table, status and milliseconds."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and note how it was answered."""
        line = known(scope.get("path", ""))
        if scope["type"] not in ("http", "websocket") or line.path in _QUIET:
            await self.app(scope, receive, send)
            return
        status: int = HTTPStatus.SWITCHING_PROTOCOLS
        began = perf_counter()

        async def noted(message: Message) -> None:
            nonlocal status
            status = message.get("status", status)
            await send(message)

        try:
            await self.app(scope, receive, noted)
        finally:
            spent = round((perf_counter() - began) * 1000)
            where = line.path if line.who != "nobody" else "nowhere"
            _log.info("%s %s %s %s ms", scope.get("method", "WEBSOCKET"), where, int(status), spent)
