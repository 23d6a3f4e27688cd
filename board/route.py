"""The address of a sent page, /b/<token>: outside any session, without an account, before anything else is asked.

It stands around the app, so that whatever follows /b/ is answered here: unknown, expired, revoked and malformed alike.
"""

import gzip
from dataclasses import dataclass
from functools import lru_cache
from http import HTTPStatus
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from board.banner import banner_html
from board.beside import beside_html
from board.decisions import decisions
from board.links import OpenLink, base_address, open_link
from board.meeting import meeting_html, meeting_policy
from board.opens import OPENED
from board.page.doors import password_html, refused_html
from board.page.html import BANNER_PLACE, policy_of
from board.pages_sent import SentPage, page
from board.password import Passwords
from locales import language

START = "/b/"
MEETING = "meeting"
_METHODS = ("GET", "HEAD", "POST")
_MOST_SAID = 4096
_HEADERS = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-robots-tag": "noindex, nofollow",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


@dataclass(frozen=True)
class _Asked:
    """One request: the password said in the form, or None; whether it may be packed; and which view of the page."""

    token: str
    password: str | None
    packed: bool
    in_meeting: bool


class BoardPages:
    """Answers every address below /b/, and passes on all others."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._passwords = Passwords()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the request, or pass it on."""
        if scope["type"] != "http" or not scope["path"].startswith(START):
            await self.app(scope, receive, send)
            return
        request = Request(scope, receive)
        if request.method not in _METHODS:
            answer = _page("", HTTPStatus.METHOD_NOT_ALLOWED, allow=", ".join(_METHODS))
        else:
            said = await _password_said(request) if request.method == "POST" else None
            packed = "gzip" in request.headers.get("accept-encoding", "")
            asked = _Asked(scope["path"].removeprefix(START), said, packed, request.url.query == MEETING)
            answer = await run_in_threadpool(self._answer, asked)
        if request.method == "HEAD":
            answer.body = b""
        await answer(scope, receive, send)

    def _answer(self, asked: _Asked) -> Response:
        link, said = open_link(asked.token), asked.password
        found = page(link.page) if link else None
        if link is None or found is None:
            OPENED.note_refused()
            return _page(refused_html(), HTTPStatus.NOT_FOUND)
        if link.password:
            in_front = self._door(link, found, said)
            if in_front is not None:
                return in_front
        elif said is not None:
            return _page("", HTTPStatus.METHOD_NOT_ALLOWED, allow="GET, HEAD")
        OPENED.note(link.id)
        return _meeting(found, asked.token) if asked.in_meeting else _shown(found, packed=asked.packed)

    def _door(self, link: OpenLink, found: SentPage, said: str | None) -> Response | None:
        """The form, until the right password is said."""
        spoken = language(found.content.language)
        if said is None:
            return _page(password_html(spoken), HTTPStatus.OK)
        if self._passwords.must_wait(link.id):
            problem = spoken.text("Too many wrong tries. Wait a minute, and try again.")
            return _page(password_html(spoken, problem), HTTPStatus.TOO_MANY_REQUESTS)
        if not self._passwords.is_right(link.id, link.password, said):
            return _page(password_html(spoken, spoken.text("That is not the password.")), HTTPStatus.FORBIDDEN)
        return None


async def _password_said(request: Request) -> str:
    """Return the password of the form; nothing more than a form's worth is read."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _MOST_SAID:
            return ""
    return parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True).get("password", [""])[0]


def _meeting(found: SentPage, token: str) -> Response:
    html = meeting_html(found, f"{base_address()}{START}{token}", decisions(found.id))
    return Response(html.encode(), headers={**_HEADERS, "content-security-policy": meeting_policy(html)})


def _shown(found: SentPage, *, packed: bool) -> Response:
    body, policy = _served(found, f"{banner_html(found)}{beside_html(found)}", packed=packed)
    headers = {**_HEADERS, "content-security-policy": policy, "vary": "accept-encoding"}
    return Response(body, headers=headers | ({"content-encoding": "gzip"} if packed else {}))


@lru_cache(maxsize=128)
def _served(found: SentPage, live: str, *, packed: bool) -> tuple[bytes, str]:
    body = found.html.replace(BANNER_PLACE, live, 1).encode()
    return gzip.compress(body, mtime=0) if packed else body, _policy(found)


@lru_cache(maxsize=64)
def _policy(found: SentPage) -> str:
    return policy_of(found.html)


def _page(html: str, status: HTTPStatus, **more: str) -> Response:
    return Response(html.encode(), status, headers={**_HEADERS, "content-security-policy": policy_of(html), **more})
