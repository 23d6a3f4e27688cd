"""A plain answer to a request that is not let through, before anything of it is read."""

from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send


async def refuse(scope: Scope, receive: Receive, send: Send, status: int, sentence: str) -> None:
    """Answer with the status and one sentence; a websocket is refused before it is opened."""
    await PlainTextResponse(f"{sentence}\n", status)(scope, receive, send)
