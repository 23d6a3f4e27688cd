"""The server starts, says whether it is ready, and guards every answer and every page."""

import ast
import json
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from http import HTTPStatus
from pathlib import Path

import pytest

from tests.server import ROOT, Server, environment, run, serving
from tests.workbooks import rows_of, visits_by_month, workbook

PAGES = sorted(path.name for path in (ROOT / "pages").glob("*.py") if path.name != "__init__.py")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app on an empty store."""
    folder = tmp_path_factory.mktemp("served")
    with serving(folder / "store", folder / "server.log") as started:
        yield started


def ask(url: str) -> tuple[int, Message, str]:
    """The status, headers and text of an answer."""
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:
            return answer.status, answer.headers, answer.read().decode("utf-8", "replace")
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read().decode("utf-8", "replace")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_file_ends_with_the_hand_over(name: str) -> None:
    tree = ast.parse((ROOT / "pages" / name).read_text("utf-8"))
    assert ast.unparse(tree.body[-1]) == "if __name__ == '__main__':\n    hand_over()"
    calls = [statement for statement in tree.body[:-1] if isinstance(statement, ast.Expr)]
    assert [ast.get_docstring(tree)] == [ast.literal_eval(call.value) for call in calls]


def test_the_server_can_be_imported_without_a_store(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "asgi.py"], cwd=ROOT, env=environment(tmp_path / "store"), capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert not (tmp_path / "store").exists()


def test_ready_tells_the_version_of_the_data(server: Server) -> None:
    before, _, text = ask(f"{server.url}/api/ready")
    assert (before, text) == (HTTPStatus.OK, "ready 0")
    path = server.store.parent / "besøg.xlsx"
    path.write_bytes(workbook(rows_of(visits_by_month())))
    server.run("pipelines", "load", str(path), "--quiet")
    assert ask(f"{server.url}/api/ready")[2] == "ready 1"


def test_ready_says_when_the_store_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file where a folder should be")
    with serving(tmp_path / "store", tmp_path / "server.log") as server:
        status, _, text = ask(f"{server.url}/api/ready")
    assert (status, text) == (HTTPStatus.SERVICE_UNAVAILABLE, "the store cannot be read")
    assert "NotADirectoryError" in (tmp_path / "server.log").read_text("utf-8")


def test_the_command_lines_agree_on_what_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "besøg.xlsx"
    path.write_bytes(workbook(rows_of(visits_by_month())))
    loaded = json.loads(run("pipelines", "load", str(path), "--quiet", "--json", store=tmp_path / "store").stdout)
    shown = json.loads(
        run("kpis", "show", "--destination", "vestkyst", "--year", "2024", "--json", store=tmp_path / "store").stdout
    )
    totals = {value["id"]: value["value"] for value in shown["values"]}
    assert totals["visits_total"] == loaded["files"][0]["by_year"]["visits"]["2024"]["visits"]
