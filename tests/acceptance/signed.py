"""Signing in: a provider on this machine, the app that asks it, and sessions over the bare websocket."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from playwright.sync_api import Page
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value, generate_xsrf_token_string
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME, XSRF_COOKIE_NAME
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from tests.server import free_port

COOKIE_SECRET = "Zk3vT9qLr8WmXc2Yh6NdBs5JfGp0Ea7U"


def settings(url: str, provider: str) -> dict[str, str]:
    """The environment of an app at that address which asks that provider who one is."""
    return {
        "KULTURPULS_URL": url,
        "KULTURPULS_OIDC_CLIENT_ID": "kulturpuls",
        "KULTURPULS_OIDC_CLIENT_SECRET": "w8Gq2Zr7",
        "KULTURPULS_OIDC_METADATA_URL": f"{provider}/.well-known/openid-configuration",
        "KULTURPULS_COOKIE_SECRET": COOKIE_SECRET,
    }


@contextmanager
def provider(folder: Path) -> Iterator[str]:
    """Start a provider that believes whoever signs in, and give its address."""
    port = free_port()
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port)]
    with (folder / "provider.log").open("wb") as log:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)
    url = f"http://localhost:{port}"
    try:
        for _ in range(300):
            try:
                httpx.get(f"{url}/.well-known/openid-configuration").raise_for_status()
                break
            except httpx.HTTPError:
                time.sleep(0.1)
        yield url
    finally:
        process.terminate()
        process.wait(20)


def introduce(provider: str, subject: str, **claims: object) -> None:
    """Let the provider say this of whoever signs in under that name."""
    httpx.put(f"{provider}/users/{subject}", json=claims, timeout=30).raise_for_status()


def sign_in(page: Page, subject: str) -> None:
    """Go from the door through the provider and back."""
    page.locator(".st-key-sign_in_default button").click()
    page.wait_for_url("**/oauth2/authorize**", wait_until="commit")
    page.locator("input[name=sub]").fill(subject)
    page.locator("button[type=submit]").first.click()


def cookie(url: str, who: str, **told: object) -> str:
    """The cookie of somebody who has signed in with that address, just now."""
    claims = {"iss": "https://id.example", "sub": who, "email": who, "email_verified": True, "nonce": "1"}
    signed_in = {**claims, "iat": int(time.time()), "origin": url, "is_logged_in": True, "provider": "default", **told}
    return create_signed_value(COOKIE_SECRET, USER_COOKIE_NAME, json.dumps(signed_in)).decode()


@dataclass
class Session:
    """A session of the app without a browser; what it sends is told by `widgets`, which nobody has drawn."""

    connection: ClientConnection
    told: list[ForwardMsg] = field(default_factory=list)

    def run(
        self, page: str, query: str = "", triggers: Sequence[str] = (), texts: Mapping[str, str] | None = None
    ) -> bytes:
        """All bytes that one run of a page sends, with these buttons pressed and these values chosen."""
        asked = BackMsg()
        asked.rerun_script.page_name = page
        asked.rerun_script.query_string = query
        for name in triggers:
            asked.rerun_script.widget_states.widgets.add(id=name, trigger_value=True)
        for name, text in (texts or {}).items():
            asked.rerun_script.widget_states.widgets.add(id=name, string_value=text)
        self.connection.send(asked.SerializeToString())
        sent, self.told = b"", []
        while True:
            message = self.connection.recv(timeout=120)
            assert isinstance(message, bytes)
            sent += message
            self.told.append(ForwardMsg.FromString(message))
            if self.told[-1].WhichOneof("type") == "script_finished":
                return sent

    def widget(self, key: str) -> str:
        """The id of the widget with that key, as the last run has drawn it."""
        ids = [
            str(element.id)
            for message in self.told
            if message.WhichOneof("type") == "delta"
            for element in [getattr(message.delta.new_element, message.delta.new_element.WhichOneof("type") or "empty")]
            if hasattr(element, "id")
        ]
        return next(name for name in ids if name.endswith(f"-{key}"))


@contextmanager
def session(url: str, user: str | None = None) -> Iterator[Session]:
    """Open a session with the cookie of a user, or of nobody."""
    token = generate_xsrf_token_string()
    cookies = f"{XSRF_COOKIE_NAME}={token}" + (f"; {USER_COOKIE_NAME}={user}" if user else "")
    with connect(
        url.replace("http://", "ws://") + "/_stcore/stream",
        origin=Origin(url),
        subprotocols=[Subprotocol("streamlit"), Subprotocol(token)],
        additional_headers={"Cookie": cookies},
        max_size=None,
        open_timeout=60,
    ) as connection:
        yield Session(connection)
