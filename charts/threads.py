"""An exchange of views: each subject with who said what, the answers set in, and what was agreed."""

from collections.abc import Sequence
from typing import NamedTuple

from charts.markup import tidy


class Said(NamedTuple):
    """One comment in words; `signed` tells who and when."""

    text: str
    signed: str


class ThreadText(NamedTuple):
    """One subject in words; `state` says whether it is open, `agreed` how it was settled."""

    about: str
    state: str
    opening: Said
    answers: Sequence[Said]
    agreed: Said | None = None


def threads_html(threads: Sequence[ThreadText], *, agreed_label: str) -> str:
    """Return the subjects one below the other; all that people wrote is shown as it is written."""
    return f'<div class="kp-threads">{"".join(_thread(thread, agreed_label) for thread in threads)}</div>'


def _thread(thread: ThreadText, agreed_label: str) -> str:
    answers = "".join(f"<li>{_said(one)}</li>" for one in thread.answers)
    agreed = thread.agreed
    settled = f'<div class="kp-thread-agreed"><b>{tidy(agreed_label)}</b>{_said(agreed)}</div>' if agreed else ""
    return (
        f'<section class="kp-thread"><p class="kp-thread-about">{tidy(thread.about)} '
        f"<span>{tidy(thread.state)}</span></p>"
        f"{_said(thread.opening)}{f'<ol>{answers}</ol>' if answers else ''}{settled}</section>"
    )


def _said(said: Said) -> str:
    return f'<p>{tidy(said.text)}</p><p class="kp-thread-signed">{tidy(said.signed)}</p>'
