"""Requests as they go over the wire, and a session of the app without a browser."""

import http.client
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Origin


@dataclass(frozen=True)
class Answer:
    """An answer: its status, its headers by name in small letters, each as often as it was sent, and its body."""

    status: int
    headers: Mapping[str, list[str]]
    body: str


def ask(url: str, method: str = "GET", headers: Mapping[str, str] | None = None, body: bytes | None = None) -> Answer:
    """Ask for an address, following nothing."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
    try:
        connection.request(method, f"{parts.path or '/'}?{parts.query}", body, dict(headers or {}))
        answer = connection.getresponse()
        named: dict[str, list[str]] = {}
        for name, value in answer.getheaders():
            named.setdefault(name.lower(), []).append(value)
        return Answer(answer.status, named, answer.read().decode("utf-8", "replace"))
    finally:
        connection.close()


def session_status(url: str, headers: Mapping[str, str]) -> int:
    """The status that the opening of the app's websocket is answered with: 101 where it is opened."""
    opening = {
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "MDEyMzQ1Njc4OWFiY2RlZg==",
        **headers,
    }
    return ask(f"{url}/_stcore/stream", headers=opening).status


def everything_sent(url: str, page: str = "") -> bytes:
    """All bytes that the server sends while a page runs once."""
    asked = BackMsg()
    asked.rerun_script.page_name = page
    sent = b""
    address = url.replace("http://", "ws://") + "/_stcore/stream"
    with connect(address, origin=Origin(url), max_size=None, open_timeout=60) as session:
        session.send(asked.SerializeToString())
        while True:
            message = session.recv(timeout=60)
            sent += message if isinstance(message, bytes) else message.encode()
            told = ForwardMsg.FromString(message) if isinstance(message, bytes) else ForwardMsg()
            if told.WhichOneof("type") == "script_finished":
                return sent
