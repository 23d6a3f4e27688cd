"""The table of addresses is the whole truth about what the server answers."""

import ast
import json
import subprocess
import sys

import pytest

from server.routes import PAGES, ROUTES, known
from tests.server import ROOT, environment

_LIST = """
import json
from asgi import app
routes = app._build_starlette_app().routes
print(json.dumps([[route.path, sorted(getattr(route, "methods", None) or ["WEBSOCKET"])] for route in routes]))
"""


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """Every route that the app really has, ours and Streamlit's, with its methods."""
    store = tmp_path_factory.mktemp("routes") / "store"
    done = subprocess.run(
        [sys.executable, "-c", _LIST], cwd=ROOT, env=environment(store), capture_output=True, text=True, check=True
    )
    found: dict[str, set[str]] = {}
    for path, methods in json.loads(done.stdout):
        found.setdefault(path, set()).update(methods)
    return found


# The mount of Streamlit's files answers every path; the table names those of its files that there are.
_FILES = {"/static/{path:path}", "/favicon.png", *(f"/{path}" for path in PAGES)}


def test_every_route_of_the_app_stands_in_the_table(real: dict[str, set[str]]) -> None:
    assert set(real) - {""} - {line.path for line in ROUTES} == set()


def test_every_line_of_the_table_is_a_route_of_the_app(real: dict[str, set[str]]) -> None:
    assert {line.path for line in ROUTES} - _FILES - set(real) - {line.path for line in ROUTES if line.own} == set()


def test_every_method_of_the_table_is_one_the_route_has(real: dict[str, set[str]]) -> None:
    asked = {line.path: set(line.methods) for line in ROUTES if line.path in real}
    assert {path: methods - real[path] for path, methods in asked.items() if methods - real[path]} == {}


def test_the_pages_are_those_of_the_app_with_their_titles() -> None:
    made = {}
    for node in ast.walk(ast.parse((ROOT / "app.py").read_text("utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "st.Page":
            said = {word.arg: word.value for word in node.keywords}
            title = said["title"]
            assert isinstance(title, ast.Call)
            path = "" if "default" in said else ast.literal_eval(said["url_path"])
            made[path] = ast.literal_eval(title.args[0])
    assert made == dict(PAGES)


@pytest.mark.parametrize(
    "path",
    ["/nowhere", "/vaekst/", "/vaekst/_stcore/health", "/_stcore", "/b", "//evil.example", "/%2e%2e", "/.env"],
)
def test_what_is_not_in_the_table_is_for_nobody(path: str) -> None:
    assert known(path).who == "nobody"


def test_only_sent_pages_and_health_are_for_anyone() -> None:
    assert {line.path for line in ROUTES if line.who == "anyone"} == {
        "/b/{token}",
        "/api/ready",
        "/_stcore/health",
    }
