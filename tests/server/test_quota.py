"""One visitor may take so much and no more, and another is none the worse for it."""

import asyncio
from collections.abc import Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from starlette.types import Message, Receive, Scope, Send

from server.quota import FILES_PER_HOUR, KILOBYTES_PER_HOUR, LARGEST_KILOBYTES, OPEN_AT_ONCE, UPLOADS, Quota

PASSED = 204
Told = TypeVar("Told")


async def beyond(scope: Scope, receive: Receive, send: Send) -> None:
    """The app behind the quota; a connection stays open until it is told otherwise."""
    if scope["type"] == "websocket":
        await receive()
    else:
        await send({"type": "http.response.start", "status": PASSED, "headers": []})


async def status_of(quota: Quota, scope: Scope, receive: Receive | None = None) -> int | None:
    told: list[int] = []

    async def send(message: Message) -> None:
        if "status" in message:
            told.append(message["status"])

    async def nothing() -> Message:
        return {"type": "http.disconnect"}

    await quota(scope, receive or nothing, send)
    return told[0] if told else None


def upload(visitor: str, headers: Mapping[str, str]) -> Scope:
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    return {"type": "http", "method": "PUT", "path": f"{UPLOADS}a/b", "client": (visitor, 1), "headers": raw}


def finished(work: Coroutine[None, None, Told]) -> Told:
    """Run the work on a thread of its own: a browser of other tests may keep a loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


def sent(quota: Quota, visitor: str, kilobytes: int) -> int | None:
    return finished(status_of(quota, upload(visitor, {"content-length": str(kilobytes * 1000)})))


def test_more_files_than_the_quota_are_refused() -> None:
    quota = Quota(beyond)
    statuses = [sent(quota, "192.0.2.1", 1) for _ in range(FILES_PER_HOUR.amount + 3)]
    assert statuses == [PASSED] * FILES_PER_HOUR.amount + [429] * 3
    assert sent(quota, "192.0.2.2", 1) == PASSED


def test_more_bytes_than_the_quota_are_refused() -> None:
    quota = Quota(beyond)
    fit = KILOBYTES_PER_HOUR.amount // LARGEST_KILOBYTES
    statuses = [sent(quota, "192.0.2.1", LARGEST_KILOBYTES) for _ in range(fit + 1)]
    assert statuses == [PASSED] * fit + [429]


def test_a_file_that_is_too_large_or_has_no_length_is_refused() -> None:
    quota = Quota(beyond)
    assert sent(quota, "192.0.2.1", LARGEST_KILOBYTES + 1) == 413
    assert finished(status_of(quota, upload("192.0.2.1", {"transfer-encoding": "chunked"}))) == 411


def test_so_many_connections_are_open_at_once_and_another_when_one_is_closed() -> None:
    async def play() -> list[int | None]:
        quota, close = Quota(beyond), asyncio.Event()

        async def open_until_closed() -> Message:
            await close.wait()
            return {"type": "websocket.disconnect"}

        one: Scope = {"type": "websocket", "path": "/_stcore/stream", "client": ("192.0.2.1", 1), "headers": []}
        one["extensions"] = {"websocket.http.response": {}}
        opened = [asyncio.create_task(status_of(quota, one, open_until_closed)) for _ in range(OPEN_AT_ONCE)]
        await asyncio.sleep(0)
        refused = await status_of(quota, one)
        other = asyncio.create_task(status_of(quota, {**one, "client": ("192.0.2.2", 1)}, open_until_closed))
        await asyncio.sleep(0)
        close.set()
        return [refused, await other, *{await task for task in opened}, await status_of(quota, one)]

    assert finished(play()) == [429, None, None, None]
