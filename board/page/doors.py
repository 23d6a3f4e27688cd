"""The pages in front of a sent page: where a link shows nothing, and where it asks for its password."""

from functools import cache

from markupsafe import Markup

from board.page.html import rendered
from board.page.style import door_style
from locales import DANISH, ENGLISH, Language


@cache
def refused_html() -> str:
    """Return what every link that shows nothing is answered with, whatever the reason."""
    return rendered(
        "refused.html.jinja", danish=_refused(DANISH), english=_refused(ENGLISH), style=Markup(door_style())
    )


def _refused(spoken: Language) -> dict[str, str]:
    return {
        "title": spoken.text("This link shows nothing"),
        "told": spoken.text(
            "It may be mistyped, or it shows its page no longer. Whoever sent it to you can send a new one."
        ),
    }


def password_html(spoken: Language, problem: str = "") -> str:
    """Return the form that asks for the password of a link."""
    say = {
        "title": spoken.text("This page has a password"),
        "password": spoken.text("Password"),
        "open": spoken.text("Open the page"),
    }
    style = Markup(door_style())
    return rendered("password.html.jinja", lang=spoken.code, say=say, problem=problem, style=style)
