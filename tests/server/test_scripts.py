"""A browser runs no script of ours but the constant ones, each of which the policy names."""

import ast
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

from frame.scripts import LOOK, SCRIPTS, script_html
from server.headers import HEADERS
from tests.server import ROOT

CODE = ("app.py", "frame", "sections", "pages", "charts", "board")


def _files() -> list[Path]:
    return [file for name in CODE for file in ([ROOT / name] if name.endswith(".py") else (ROOT / name).rglob("*.py"))]


def test_every_script_that_a_page_draws_is_a_constant_one() -> None:
    drawn = [
        ast.unparse(call.args[0])
        for file in _files()
        for call in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(call, ast.Call) and any(word.arg == "unsafe_allow_javascript" for word in call.keywords)
    ]
    assert len(drawn) >= len(SCRIPTS) - 1
    assert [call for call in drawn if not call.startswith("script_html(")] == []


def test_the_policy_names_each_script_as_it_is_drawn() -> None:
    for script in SCRIPTS:
        text = script_html(script).partition("<script>")[2].removesuffix("</script>")
        assert f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in HEADERS["content-security-policy"]


def test_what_a_script_is_told_cannot_become_markup() -> None:
    told = script_html(LOOK, {"title": '"><script>alert(1)</script>'})
    assert told.count("<script>") == 1
