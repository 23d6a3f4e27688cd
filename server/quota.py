"""How much one visitor may take: files and bytes sent up in an hour, and connections open at once.

Streamlit keeps what is sent up in memory until its session ends, and every session costs; neither has a limit there.
"""

from collections import Counter
from http import HTTPStatus
from math import ceil

from limits import RateLimitItemPerHour
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from server.refusal import refuse

UPLOADS = "/_stcore/upload_file/"
FILES_PER_HOUR = RateLimitItemPerHour(300)
KILOBYTES_PER_HOUR = RateLimitItemPerHour(1_000_000)
LARGEST_KILOBYTES = 26_000
OPEN_AT_ONCE = 100

TOO_MUCH = "More has been sent up in the last hour than one visitor may; try again later."
TOO_LARGE = "A file may hold at most 25 MB."
NO_LENGTH = "A file is sent up with its length."
TOO_MANY_OPEN = "Too many pages are open from here at once; close some of them."


class Quota:
    """Counts by the visitor's address, in memory, and refuses what is over the limit before it is read."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._open: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer why not."""
        visitor = (scope.get("client") or ("",))[0]
        if scope["type"] == "websocket":
            await self._connection(scope, receive, send, visitor)
        elif scope["type"] == "http" and scope["method"] == "PUT" and scope["path"].startswith(UPLOADS):
            await self._upload(scope, receive, send, visitor)
        else:
            await self.app(scope, receive, send)

    async def _connection(self, scope: Scope, receive: Receive, send: Send, visitor: str) -> None:
        if self._open[visitor] >= OPEN_AT_ONCE:
            await refuse(scope, receive, send, HTTPStatus.TOO_MANY_REQUESTS, TOO_MANY_OPEN)
            return
        self._open[visitor] += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self._open[visitor] -= 1
            if not self._open[visitor]:
                del self._open[visitor]

    async def _upload(self, scope: Scope, receive: Receive, send: Send, visitor: str) -> None:
        length = Headers(scope=scope).get("content-length", "")
        if not length.isdecimal():
            await refuse(scope, receive, send, HTTPStatus.LENGTH_REQUIRED, NO_LENGTH)
        elif (size := ceil(int(length) / 1000)) > LARGEST_KILOBYTES:
            await refuse(scope, receive, send, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, TOO_LARGE)
        elif not self._fits(visitor, size):
            await refuse(scope, receive, send, HTTPStatus.TOO_MANY_REQUESTS, TOO_MUCH)
        else:
            await self.app(scope, receive, send)

    def _fits(self, visitor: str, size: int) -> bool:
        """Count the file and its size, unless either is too much."""
        if not self._limiter.test(KILOBYTES_PER_HOUR, visitor, cost=size):
            return False
        return self._limiter.hit(FILES_PER_HOUR, visitor) and self._limiter.hit(KILOBYTES_PER_HOUR, visitor, cost=size)
