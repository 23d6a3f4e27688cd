"""From content to HTML, and the content policy that lets it do nothing but be read."""

import base64
import hashlib
import re
from pathlib import Path

from markupsafe import Markup

from board.content import Content
from board.jinja import environment
from board.page.style import style_of
from board.page.words import words_of

# Stands in the kept page where the banner comes when it is served; no text of a page can hold it, for "<" is escaped.
BANNER_PLACE = "<!--what has changed since-->"
_FOLDER = Path(__file__).parent
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


def page_html(content: Content) -> str:
    """Return the page, with a place for the banner."""
    return (
        environment(_FOLDER)
        .get_template("page.html.jinja")
        .render(
            content=content,
            say=words_of(content),
            style=Markup(style_of(content)),
            banner=Markup(BANNER_PLACE),
        )
    )


def policy_of(html: str) -> str:
    """Return the content policy under which the page may be shown: its own style, its own drawings, nothing else."""
    digests = (hashlib.sha256(style.encode()).digest() for style in _STYLE.findall(html))
    styles = " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests) or "'none'"
    return (
        f"default-src 'none'; style-src {styles}; img-src data:; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    )


def rendered(template: str, **values: object) -> str:
    """Return one of the folder's other templates, filled in."""
    return environment(_FOLDER).get_template(template).render(**values)
