"""What goes over the wire, from the app as `make run` starts it."""

import re
import socket
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.frames import CloseCode
from websockets.sync.client import connect
from websockets.typing import Origin

from locales import DANISH, ENGLISH
from server.headers import HEADERS
from server.routes import PAGES, ROUTES, WEBSOCKET, Known
from tests.server import Server, serving
from tests.server.asking import ask, everything_sent, session_status

SECRET = "s3cret-token-that-nobody-may-read-in-a-log"
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE")
FORBIDDEN = {"server", "x-powered-by", "access-control-allow-origin", "strict-transport-security"}
TLS = {"X-Forwarded-Proto": "https"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app on an empty store."""
    folder = tmp_path_factory.mktemp("wire")
    with serving(folder / "store", folder / "server.log", {"KULTURPULS_URL": "https://kulturpuls.example"}) as started:
        yield started


def filled(line: Known) -> str:
    return re.sub(r"\{[^}]*\}", SECRET, line.path)


@pytest.mark.parametrize("line", [*ROUTES, Known("/nowhere", (), "nobody")], ids=lambda line: line.path)
def test_every_route_sends_its_headers_whatever_it_answers(server: Server, line: Known) -> None:
    for method in METHODS:
        answer = ask(server.url + filled(line), method)
        for name, value in {**HEADERS, **line.headers}.items():
            own = name == "content-security-policy" and line.own
            assert len(answer.headers[name]) == 1 if own else answer.headers[name] == [value], (method, name)
        assert not FORBIDDEN & set(answer.headers)
        if line.who == "nobody":
            assert answer.status == HTTPStatus.NOT_FOUND
        elif method not in line.methods:
            assert answer.status == HTTPStatus.METHOD_NOT_ALLOWED
        else:
            assert answer.status < HTTPStatus.INTERNAL_SERVER_ERROR


def test_the_policy_allows_no_source_but_ours_and_no_script_that_we_did_not_write() -> None:
    rules = {rule.split()[0]: rule.split()[1:] for rule in HEADERS["content-security-policy"].split("; ")}
    assert rules["default-src"] == ["'none'"]
    assert rules["frame-ancestors"] == ["'none'"]
    assert {source[:8] for source in rules["script-src"]} == {"'self'", "'sha256-"}
    assert {source for sources in rules.values() for source in sources if "'" not in source} == {"data:", "blob:"}
    assert not {"'unsafe-eval'", "*"} & {source for sources in rules.values() for source in sources}


def test_behind_tls_the_browser_is_told_to_stay_there(server: Server) -> None:
    answer = ask(f"{server.url}/api/ready", headers=TLS)
    assert answer.headers["strict-transport-security"] == ["max-age=31536000; includeSubDomains"]


def test_a_request_that_is_none_is_answered_without_a_name(server: Server) -> None:
    parts = urlsplit(server.url)
    with socket.create_connection((parts.hostname, parts.port or 0), timeout=60) as raw:
        raw.sendall(b"NONSENSE\r\n\r\n")
        answer = raw.recv(4096)
    assert answer.startswith(b"HTTP/1.1 400")
    assert b"server:" not in answer.lower()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_its_language_and_title_before_anything_runs(server: Server, path: str) -> None:
    for asked, spoken in {"": DANISH, "?lang=en": ENGLISH, "?lang=xx": DANISH}.items():
        body = ask(f"{server.url}/{path}{asked}").body
        assert f'<html lang="{spoken.code}">' in body
        assert f"<title>{spoken.text(PAGES[path])} · Kulturpuls</title>" in body
        assert "_stcore/agent" not in body
        assert not re.search(r"<script(?![^>]* src=)", body)


def test_another_name_than_ours_is_refused(server: Server) -> None:
    assert ask(f"{server.url}/", headers={"Host": "rebound.example"}).status == HTTPStatus.FORBIDDEN
    assert ask(f"{server.url}/_stcore/health", headers={"Host": "rebound.example"}).status == HTTPStatus.OK


@pytest.mark.parametrize(
    "headers",
    [{"Host": "kulturpuls.example"}, {"X-Forwarded-For": "192.0.2.1"}, {"Forwarded": "for=192.0.2.1"}],
    ids=str,
)
def test_without_a_sign_in_whoever_comes_from_elsewhere_gets_sent_pages_and_health_only(
    server: Server, headers: dict[str, str]
) -> None:
    for line in ROUTES:
        for method in line.methods:
            if line.who in ("app", "reader", "loader") and method != WEBSOCKET:
                answer = ask(server.url + filled(line), method, headers)
                assert answer.status == HTTPStatus.FORBIDDEN, line.path
                assert method == "HEAD" or "no sign-in is configured" in answer.body
    assert session_status(server.url, {"Origin": server.url, **headers}) == HTTPStatus.FORBIDDEN
    assert ask(f"{server.url}/api/ready", headers=headers).status == HTTPStatus.OK


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, HTTPStatus.FORBIDDEN),
        ({"Origin": "null"}, HTTPStatus.FORBIDDEN),
        ({"Origin": "https://evil.example"}, HTTPStatus.FORBIDDEN),
        ({"Origin": "http://rebound.example", "Host": "rebound.example"}, HTTPStatus.FORBIDDEN),
    ],
    ids=str,
)
def test_a_websocket_is_opened_only_by_a_page_of_ours(server: Server, headers: dict[str, str], status: int) -> None:
    assert session_status(server.url, headers) == status
    assert session_status(server.url, {"Origin": server.url}) == HTTPStatus.SWITCHING_PROTOCOLS


def test_a_file_is_refused_before_a_byte_of_it_is_read(server: Server) -> None:
    path = f"{server.url}/_stcore/upload_file/a/b"
    answer = ask(path, "PUT", {"X-Forwarded-For": "192.0.2.1", "Content-Length": str(10**9), "Connection": "close"})
    assert answer.status == HTTPStatus.FORBIDDEN
    assert ask(path, "PUT", {"Content-Length": str(10**9)}).status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE


def test_no_token_and_no_query_is_in_the_log(server: Server) -> None:
    for path in (
        f"/b/{SECRET}",
        f"/b/{SECRET}/pdf",
        f"/media/{SECRET}",
        f"/oauth2callback?code={SECRET}",
        f"/{SECRET}",
    ):
        ask(server.url + path)
        ask(server.url + path, headers={"Host": "rebound.example"})
    log = server.log.read_text("utf-8")
    assert "GET /b/{token} " in log
    assert SECRET not in log


def test_a_message_that_is_too_large_closes_the_connection(server: Server) -> None:
    address = f"{server.url}/_stcore/stream".replace("http", "ws")
    with connect(address, origin=Origin(server.url)) as session, pytest.raises(ConnectionClosed) as closed:
        session.send(b"x" * 3_000_000)
        while True:
            session.recv(timeout=60)
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == CloseCode.MESSAGE_TOO_BIG


def test_on_another_address_without_a_sign_in_only_sent_pages_and_health_answer(tmp_path: Path) -> None:
    everywhere = {"STREAMLIT_SERVER_ADDRESS": "0.0.0.0"}
    with serving(tmp_path / "store", tmp_path / "server.log", everywhere) as opened:
        answers = {
            path: ask(f"{opened.url}{path}") for path in ("/", "/data", f"/media/{SECRET}", "/_stcore/host-config")
        }
        assert {answer.status for answer in answers.values()} == {HTTPStatus.FORBIDDEN}
        assert all("no sign-in is configured" in answer.body for answer in answers.values())
        assert session_status(opened.url, {"Origin": opened.url}) == HTTPStatus.FORBIDDEN
        assert ask(f"{opened.url}/api/ready").status == ask(f"{opened.url}/_stcore/health").status == HTTPStatus.OK
        assert "no sign-in" not in ask(f"{opened.url}/b/{SECRET}").body


def test_a_page_that_fails_tells_a_number_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file where a folder should be")
    with serving(tmp_path / "store", tmp_path / "server.log") as broken:
        sent = everything_sent(broken.url).decode("utf-8", "replace")
    log = (tmp_path / "server.log").read_text("utf-8")
    numbers = re.findall(r"incident ([0-9a-f]{8})", log)
    assert numbers
    assert numbers[0] in sent
    assert "NotADirectoryError" in log
    for leak in ("Traceback", "NotADirectoryError", str(tmp_path), 'File "'):
        assert leak not in sent
