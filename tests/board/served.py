"""The board route asked as a server would ask it, with nothing behind it: any path, any method, any body."""

import asyncio
from collections.abc import Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from starlette.responses import PlainTextResponse
from starlette.types import Message

from board.route import BoardPages

Result = TypeVar("Result")


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes

    @property
    def named(self) -> Mapping[str, str]:
        """The headers by name."""
        return {name.decode(): value.decode() for name, value in self.headers}


def board() -> BoardPages:
    """The route, in front of an app that says it was asked."""
    return BoardPages(PlainTextResponse("elsewhere"))


async def asked(app: BoardPages, path: str, method: str = "GET", body: bytes = b"") -> Answer:
    """Ask once."""
    sent: list[Message] = []
    scope = {"type": "http", "method": method, "path": path, "headers": [], "query_string": b"", "scheme": "http"}

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, receive, send)
    start, *parts = sent
    return Answer(start["status"], tuple(start["headers"]), b"".join(part.get("body", b"") for part in parts))


def ask(app: BoardPages, path: str, method: str = "GET", body: bytes = b"") -> Answer:
    """Ask once, and wait."""
    return finished(asked(app, path, method, body))


def finished(work: Coroutine[Any, Any, Result]) -> Result:
    """Do the work on a thread of its own: a browser that another test has open keeps a loop on this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()
