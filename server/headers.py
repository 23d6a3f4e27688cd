"""The security headers, on every answer whoever gives it."""

from collections.abc import Mapping

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.server import Server

from frame.scripts import script_hashes
from server.routes import known

# Styles are written into the page by Streamlit and Plotly as they go; nothing else may be.
_POLICY = "; ".join(
    (
        "default-src 'none'",
        f"script-src 'self' {' '.join(script_hashes())}",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS: Mapping[str, str] = {
    "content-security-policy": _POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_BEHIND_TLS: Mapping[str, str] = {"strict-transport-security": "max-age=31536000; includeSubDomains"}
# A route of ours may say something stricter in these; Streamlit lets every site read its files, which none needs to.
_OWN_STANDS = ("content-security-policy",)
_DROPPED = ("server", "access-control-allow-origin")


class SecurityHeaders:
    """Puts the headers on every answer, those that refuse a websocket included."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add the headers to what comes back."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        wanted = headers_of(scope)

        async def with_headers(message: Message) -> None:
            if message["type"] in ("http.response.start", "websocket.http.response.start", "websocket.accept"):
                message["headers"] = _joined(list(message.get("headers", [])), wanted)
            await send(message)

        await self.app(scope, receive, with_headers)


def headers_of(scope: Scope) -> Mapping[str, str]:
    """Return the headers that the answer to this request must carry."""
    return {**HEADERS, **known(scope["path"]).headers, **(_BEHIND_TLS if _is_behind_tls(scope) else {})}


def _is_behind_tls(scope: Scope) -> bool:
    return scope["scheme"] in ("https", "wss") or (b"x-forwarded-proto", b"https") in scope["headers"]


def _joined(said: list[tuple[bytes, bytes]], wanted: Mapping[str, str]) -> list[tuple[bytes, bytes]]:
    own = {name.lower() for name, _ in said} & {name.encode() for name in _OWN_STANDS}
    added = [(name.encode(), value.encode()) for name, value in wanted.items() if name.encode() not in own]
    replaced = {name for name, _ in added} | {name.encode() for name in _DROPPED}
    return [*(header for header in said if header[0].lower() not in replaced), *added]


def hide_the_server() -> None:
    """Let uvicorn not name itself: Streamlit starts it and hands no such choice on. Call before it listens."""
    startup = Server.startup

    async def nameless(server: Server, sockets: list[object] | None = None) -> None:
        server.config.encoded_headers = [header for header in server.config.encoded_headers if header[0] != b"server"]
        await startup(server, sockets)  # type: ignore[arg-type]

    Server.startup = nameless  # type: ignore[method-assign,assignment]
