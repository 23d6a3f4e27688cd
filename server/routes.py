"""Every address that the server answers, to whom and by which methods; whatever is not in the table is not found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from starlette.routing import compile_path

from locales import mark

# anyone: also where the app itself is closed. app: whoever reaches the app, and may then be asked to sign in.
# reader, loader: only who is known and may read, or load. nobody: Streamlit would answer, we do not.
Who = Literal["anyone", "app", "reader", "loader", "nobody"]

_READ = ("GET", "HEAD")
NO_STORE: Mapping[str, str] = {"cache-control": "no-store"}

# The pages of app.py by their path, with their titles.
PAGES: Mapping[str, str] = {
    "": mark("Overview"),
    "vaekst": mark("Growth potential"),
    "saeson": mark("Season spread"),
    "kulturvirksomhed": mark("Culture business"),
    "gaester": mark("Guests"),
    "regenerativt": mark("Regenerative"),
    "samarbejde": mark("Collaboration"),
    "ti-skridt": mark("Ten steps"),
    "turismens-vaerdi": mark("The value of tourism"),
    "bestyrelse": mark("Board"),
    "data": mark("Data"),
    "metode": mark("Method"),
    "adgang": mark("Access"),
    "journal": mark("Journal"),
}


@dataclass(frozen=True)
class Known:
    """One address: its path with {parameters}, its methods, who may ask, and the headers it sends beside the common.

    `own` marks the routes of asgi.py; the others are Streamlit's.
    """

    path: str
    methods: tuple[str, ...]
    who: Who
    headers: Mapping[str, str] = field(default_factory=dict)
    own: bool = False


WEBSOCKET = "WEBSOCKET"
# Whatever follows /b/ is answered by board/route.py, so that no link is told from another by how it is refused.
BOARD = Known("/b/{token}", ("GET", "HEAD", "POST"), "anyone", NO_STORE, own=True)
ROUTES: Sequence[Known] = (
    BOARD,
    Known("/api/ready", _READ, "anyone", NO_STORE, own=True),
    Known("/_stcore/health", _READ, "anyone"),
    Known("/_stcore/stream", (WEBSOCKET,), "app"),
    Known("/_stcore/host-config", _READ, "app"),
    Known("/_stcore/upload_file/{session_id}/{file_id}", ("PUT", "DELETE"), "loader"),
    Known("/media/{file_id:path}", _READ, "reader", NO_STORE),
    Known("/auth/login", ("GET",), "app", NO_STORE),
    Known("/auth/logout", ("GET",), "app", NO_STORE),
    Known("/oauth2callback", ("GET",), "app", NO_STORE),
    Known("/app/static/{path:path}", _READ, "app"),
    Known("/static/{path:path}", _READ, "app"),
    Known("/favicon.png", _READ, "app"),
    *(Known(f"/{path}", _READ, "app") for path in PAGES),
    Known("/_stcore/metrics", (), "nobody"),
    Known("/_stcore/agent/interact", (), "nobody"),
    Known("/_stcore/agent/openapi.json", (), "nobody"),
    Known("/_stcore/agent/mcp", (), "nobody"),
    Known("/_stcore/bidi-components/{path:path}", (), "nobody"),
    Known("/component/{path:path}", (), "nobody"),
)
_PATTERNS = [(compile_path(known.path)[0], known) for known in ROUTES]
_NOWHERE = Known("/", (), "nobody")


def known(path: str) -> Known:
    """Return the line of the table for that path; one that nobody may ask for where there is none."""
    if path.startswith("/b/"):
        return BOARD
    return next((line for pattern, line in _PATTERNS if pattern.match(path)), _NOWHERE)
