"""Who may ask for what, where one signs in: the role is read from the cookie before anything else is."""

from pathlib import Path
from time import time

import pytest
from starlette.types import Scope
from streamlit import config
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from access import members
from access.members import Rights
from access.reader import at_command_line
from server.guard import refusal_of

SECRET = "0f3Zp9-_kLq27XvBt4NsYc61mWdRjUeH"
BY = at_command_line("Drift")
UPLOAD, MEDIA = "/_stcore/upload_file/a/b", "/media/f.csv"


@pytest.fixture(autouse=True)
def _signing_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sign-in, an analyst and a reader."""
    others = config.get_option
    monkeypatch.setattr(config, "get_option", lambda name: SECRET if name == "server.cookieSecret" else others(name))
    monkeypatch.setattr("streamlit.web.server.starlette.starlette_websocket.get_cookie_secret", lambda: SECRET)
    for name, value in {
        "RECORDS": str(tmp_path / "records"),
        "URL": "https://tal.example.dk",
        "COOKIE_SECRET": SECRET,
        "OIDC_CLIENT_ID": "kulturpuls",
        "OIDC_CLIENT_SECRET": "of the provider",
        "OIDC_METADATA_URL": "https://id.example.dk/.well-known/openid-configuration",
    }.items():
        monkeypatch.setenv(f"KULTURPULS_{name}", value)
    members.add("ida@example.dk", Rights("analyst", None), BY)
    members.add("ole@example.dk", Rights("reader", None), BY)


def cookie_of(email: str, secret: str = SECRET) -> str:
    claims = {"is_logged_in": True, "email": email, "email_verified": True, "iss": "i", "sub": email, "iat": time()}
    told = str(claims).replace("'", '"').replace("True", "true")
    return create_signed_value(secret, "_streamlit_user", told).decode()


def status(method: str, path: str, cookie: str = "", host: str = "tal.example.dk") -> int:
    headers = [(b"host", host.encode()), (b"cookie", f"_streamlit_user={cookie}".encode())]
    scope: Scope = {"type": "http", "method": method, "path": path, "headers": headers, "client": ("192.0.2.1", 1)}
    refusal = refusal_of(scope)
    return refusal.status if refusal else 200


@pytest.mark.parametrize(
    ("who", "upload", "media"),
    [("ida@example.dk", 200, 200), ("ole@example.dk", 403, 200), ("eva@example.dk", 403, 403)],
)
def test_files_go_up_for_analysts_and_down_for_members(who: str, upload: int, media: int) -> None:
    assert (status("PUT", UPLOAD, cookie_of(who)), status("GET", MEDIA, cookie_of(who))) == (upload, media)


@pytest.mark.parametrize("cookie", ["", "nonsense", cookie_of("ida@example.dk", "another secret of thirty-two bytes")])
def test_without_our_signature_nobody_is_known(cookie: str) -> None:
    assert (status("PUT", UPLOAD, cookie), status("GET", MEDIA, cookie)) == (403, 403)


def test_who_is_removed_is_refused_at_the_next_request() -> None:
    cookie = cookie_of("ida@example.dk")
    assert status("PUT", UPLOAD, cookie) == 200
    members.add("eva@example.dk", Rights("admin", None), BY)
    members.remove("ida@example.dk", BY)
    assert status("PUT", UPLOAD, cookie) == 403


def test_whoever_comes_may_be_asked_to_sign_in_but_only_under_our_name() -> None:
    assert status("GET", "/vaekst") == 200
    assert status("GET", "/vaekst", host="rebound.example") == 403
