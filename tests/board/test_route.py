"""The address of a sent page: every link that shows nothing is answered in one way, to the byte."""

import asyncio
import hashlib
import secrets
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

import pytest
import time_machine

from access.reader import LOCAL_ANALYST
from board import links
from board.links import hash_of, open_link
from board.send import Sent
from tests.board.served import Answer, ask, asked, board, finished

BAD: Mapping[str, Callable[[str], str]] = {
    "random": lambda _: secrets.token_urlsafe(32),
    "one sign another": lambda token: token[:20] + ("A" if token[20] != "A" else "B") + token[21:],
    "cut": lambda token: token[: secrets.randbelow(len(token))],
    "longer": lambda token: token + "A",
    "another case": str.swapcase,
    "empty": lambda _: "",
    "what the route calls it": lambda _: "{token}",
    "its hash": hash_of,
    "NUL": lambda token: f"{token}\x00",
    "upwards": lambda token: f"../b/{token}",
    "below": lambda token: f"{token}/pdf",
    "a blank": lambda token: f" {token}",
    "a new line": lambda token: f"{token}\n",
    "SQL": lambda _: "' OR '1'='1",
    "other letters": lambda _: "æøå\ud800日本",
    "10 kB": lambda _: "x" * 10_240,
}


def _path(sent: Sent) -> str:
    return "/b/" + sent.link.address.rpartition("/")[2]


def _token(address: str) -> str:
    return address.rpartition("/")[2]


def test_the_page_is_shown_as_it_was_sent_and_may_do_nothing(sent: Sent) -> None:
    answer = ask(board(), _path(sent))
    headers = answer.named
    assert answer.status == 200
    assert sent.content.title in answer.body.decode()
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"
    assert "noindex" in headers["x-robots-tag"]
    assert "script-src" not in headers["content-security-policy"]
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "set-cookie" not in headers
    assert b"<script" not in answer.body
    assert b" style=" not in answer.body


@pytest.mark.parametrize("count", [10, pytest.param(250, marks=pytest.mark.soak)])
def test_every_link_that_shows_nothing_is_answered_in_one_way(sent: Sent, count: int) -> None:
    app, token = board(), _token(sent.link.address)
    revoked = _token(links.make_link(sent.page, LOCAL_ANALYST).address)
    links.revoke(links.links(LOCAL_ANALYST)[0].id, LOCAL_ANALYST)
    with time_machine.travel(datetime.now(UTC) - timedelta(days=10)):
        expired = _token(links.make_link(sent.page, LOCAL_ANALYST, days=1).address)
    bad: Mapping[str, Callable[[str], str]] = {**BAD, "revoked": lambda _: revoked, "expired": lambda _: expired}

    async def all_of_them() -> set[Answer]:
        return {await asked(app, f"/b/{make(token)}") for make in bad.values() for _ in range(count)}

    answers = finished(all_of_them())
    assert len(answers) == 1
    assert answers.pop().status == 404
    assert open_link(token) is not None


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])
def test_other_methods_tell_nothing_of_a_link(sent: Sent, method: str) -> None:
    app = board()
    answers = {ask(app, path, method) for path in (_path(sent), "/b/unknown")}
    assert [answer.status for answer in answers] == [405]


def test_the_head_of_a_page_has_no_body(sent: Sent) -> None:
    app = board()
    whole, head = (ask(app, _path(sent), method) for method in ("GET", "HEAD"))
    assert (head.status, head.headers, head.body) == (whole.status, whole.headers, b"")


def test_a_revoked_link_shows_nothing_at_the_next_request_of_any_reader(sent: Sent) -> None:
    app = board()

    async def fifty() -> set[tuple[int, str]]:
        answers = await asyncio.gather(*(asked(app, _path(sent)) for _ in range(50)))
        return {(answer.status, hashlib.sha256(answer.body).hexdigest()) for answer in answers}

    assert [status for status, _ in finished(fifty())] == [200]
    links.revoke(sent.link.id, LOCAL_ANALYST)
    assert [status for status, _ in finished(fifty())] == [404]


def _say(word: str) -> bytes:
    return urlencode({"password": word}).encode()


def test_a_password_is_asked_for_and_slowed_after_wrong_tries(sent: Sent) -> None:
    app = board()
    path = "/b/" + _token(links.make_link(sent.page, LOCAL_ANALYST, password="æblegrød i gryden").address)
    form = ask(app, path)
    assert (form.status, sent.content.title in form.body.decode()) == (200, False)
    assert sent.content.title in ask(app, path, "POST", _say("æblegrød i gryden")).body.decode()
    assert [ask(app, path, "POST", _say("gæt")).status for _ in range(6)] == [403] * 5 + [429]
    assert ask(app, path, "POST", _say("æblegrød i gryden")).status == 429


def test_a_password_said_to_a_link_without_one_opens_nothing(sent: Sent) -> None:
    app = board()
    assert ask(app, _path(sent), "POST", _say("x")).status == 405
    assert ask(app, "/b/unknown", "POST", _say("x")) == ask(app, "/b/unknown")


def test_what_is_not_below_the_address_is_passed_on(sent: Sent) -> None:
    assert ask(board(), "/vaekst").body == b"elsewhere"
