"""The door of the app: who is looking is asked again on every run, and whoever may not come in is told why."""

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

from access import sessions
from access.doors import state_for
from access.reader import LOCAL_ANALYST, Reader
from access.secrets import providers, settings
from access.sessions import Refused, Why
from charts.page_parts import note_html
from frame.look import set_look
from frame.scripts import GO_BACK_ONCE, GO_BACK_OR_KEEP, KEEP_ASKED, script_html
from locales import Language, language, mark

_TOLD = "_door_told"
_WHY: Mapping[Why, str] = {
    "no_email": mark("Your sign-in gave us no e-mail address, so we cannot tell who you are."),
    "unverified": mark("Your e-mail address is not verified where you signed in, so it opens nothing here."),
    "unlisted": mark("You are signed in as {email}, which has no access here; ask your administrator to add you."),
    "removed": mark("Access for {email} has been removed; ask your administrator if that is a mistake."),
    "other_account": mark("{email} has signed in here with another account before; ask your administrator."),
    "expired": mark("It is a while since you signed in; sign in again to go on."),
    "ended": mark("You have been signed out; sign in again to go on."),
}


def who_is_looking() -> Reader | Refused | None:
    """Return the reader of this run, why somebody signed in is refused, or None where nobody has signed in.

    Asked of the records on every run, so that a removal or another role takes effect at the next one.
    """
    match state_for(st.context.headers.to_dict(), st.context.ip_address):
        case "open_locally":
            return LOCAL_ANALYST
        case "signed_in" if st.user.get("is_logged_in"):
            return sessions.admit(_claims())
        case _:
            return None


def _claims() -> sessions.Claims:
    return st.user.to_dict()


def let_in() -> Reader:
    """Return the reader of this run; whoever may not come in sees the door, and nothing else runs."""
    found = who_is_looking()
    if not isinstance(found, Reader):
        _draw_door(language(st.query_params.get("lang")), found)
        st.stop()
    _take_back_to_what_was_asked()
    return found


def _draw_door(said_in: Language, refused: Refused | None) -> None:
    told = settings()
    title = said_in.text("Sign in") if told else said_in.text("Closed")
    set_look(said_in, title)
    st.html("<style>[data-testid=stSidebar], [data-testid=stExpandSidebarButton] {display: none;}</style>")
    _, middle, _ = st.columns([1, 2, 1])
    with middle:
        st.title("Kulturpuls", anchor=False)
        if told is None:
            st.html(note_html(said_in.text(_CLOSED)))
            return
        _draw_words(said_in, refused)
        _keep_what_is_asked(refused)
        _draw_buttons(said_in, list(providers(told)), refused)
        _draw_other_language(said_in)


_CLOSED = mark(
    "Signing in is not set up here, so the app is open only on the machine it runs on; pages sent to a board can be "
    "opened by their links. Whoever runs it finds what to do in docs/signing-in.md."
)


def _draw_words(said_in: Language, refused: Refused | None) -> None:
    if refused is None:
        st.write(said_in.text("What your places hold is shown to those who have been given access."))
        return
    claims = _claims()
    email = str(claims.get("email") or "")
    if st.session_state.get(_TOLD) != (refused.why, sessions.session_id(claims)):
        sessions.write_refusal(claims, refused.why)
        st.session_state[_TOLD] = (refused.why, sessions.session_id(claims))
    # An address is somebody else's text: shown as it is, never as markup.
    st.text(said_in.text(_WHY[refused.why], email=email))


def _draw_buttons(said_in: Language, names: list[str], refused: Refused | None) -> None:
    for name in names:
        label = said_in.text("Sign in") if len(names) == 1 else said_in.text("Sign in with {name}", name=name.title())
        if st.button(label, key=f"sign_in_{name}", type="primary"):
            st.login(None if name == "default" else name)
    if refused and st.button(said_in.text("Use another account"), key="sign_out", type="tertiary"):
        st.logout()


def _draw_other_language(said_in: Language) -> None:
    other, words = ("en", "In English") if said_in.code == "da" else ("da", "På dansk")
    asked = {**st.query_params.to_dict(), "lang": other}
    attributes = f'hreflang="{other}" lang="{other}" target="_self" style="color: inherit"'
    st.html(f'<p><a href="?{urlencode(asked)}" {attributes}>{words}</a></p>')


def _keep_what_is_asked(refused: Refused | None) -> None:
    """Keep the address; who comes back refused is told so there, in its language, and may try again from there."""
    script = KEEP_ASKED if refused is None else GO_BACK_OR_KEEP
    st.html(script_html(script), unsafe_allow_javascript=True)


def _take_back_to_what_was_asked() -> None:
    """Go once to the address that was asked for before signing in, if it is one of ours."""
    if st.session_state.get(_TOLD) == "let in" or not settings():
        return
    st.session_state[_TOLD] = "let in"
    st.html(script_html(GO_BACK_ONCE), unsafe_allow_javascript=True)


def draw_sign_out(reader: Reader, said_in: Language) -> None:
    """Draw who is signed in, with the way out; nothing where nobody signs in."""
    if settings() is None:
        return
    with st.sidebar:
        st.text(reader.name)
        if st.button(said_in.text("Sign out"), key="sign_out", type="tertiary"):
            sessions.end(_claims())
            st.logout()
            st.stop()
