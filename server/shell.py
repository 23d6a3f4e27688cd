"""The page that Streamlit fills: in the reader's language, with its own title, and with no script within."""

import re
from functools import cache
from html import escape
from pathlib import Path
from urllib.parse import parse_qs

from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import file_util

from answers.view import LANGUAGE
from locales import Language, language
from server.routes import PAGES

_NEEDLESS = (
    re.compile(r"<!--.*?-->\s*", re.DOTALL),
    re.compile(r"<script>.*?</script>\s*", re.DOTALL),
    re.compile(r'<link rel="service-desc"[^>]*>\s*'),
)
_SAID = re.compile(r"<html lang=\"en\">|<title>.*?</title>|<noscript>.*?</noscript>", re.DOTALL)


class Shell:
    """Answers the paths of pages; Streamlit answers the rest."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the shell of the page, or pass the request on."""
        path = scope["path"].strip("/") if scope["type"] == "http" else None
        if path not in PAGES:
            await self.app(scope, receive, send)
            return
        asked = parse_qs(scope["query_string"].decode("latin-1")).get(LANGUAGE, [None])[-1]
        answer = HTMLResponse(shell_html(path, language(asked)), headers={"cache-control": "no-cache"})
        await answer(scope, receive, send)


@cache
def shell_html(path: str, spoken: Language) -> str:
    """Return the shell of the page at that path as its reader should meet it before anything runs."""
    html = (Path(file_util.get_static_dir()) / "index.html").read_text("utf-8")
    for pattern in _NEEDLESS:
        html = pattern.sub("", html)
    return _SAID.sub(lambda found: _said(found.group(), path, spoken), html)


def _said(part: str, path: str, spoken: Language) -> str:
    if part.startswith("<html"):
        return f'<html lang="{spoken.code}">'
    if part.startswith("<title"):
        return f"<title>{escape(spoken.text(PAGES[path]))} · Kulturpuls</title>"
    without_scripts = spoken.text("This page needs scripts; a sent board page does not.")
    return f"<noscript><p>{escape(without_scripts)}</p></noscript>"
