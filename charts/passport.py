"""A figure's passport as people read it: what it is, which question it answers, how it is read and computed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from charts.markup import tidy


class Part(NamedTuple):
    """One labelled part of a passport; each of its texts is a paragraph."""

    label: str
    texts: tuple[str, ...]


class Link(NamedTuple):
    """Where one can go on to."""

    words: str
    address: str


@dataclass(frozen=True)
class PassportText:
    """The passport in one language; every text is shown as it is, never as markup."""

    name: str
    kpi: str
    parts: tuple[Part, ...]
    link: Link | None = None


def passports_html(passports: Iterable[PassportText]) -> str:
    """Return the passports one below the other, for a page where all of them are wanted."""
    return "".join(f'<section class="kp-passport"><h4>{_title(it)}</h4>{_content(it)}</section>' for it in passports)


def folded_passports_html(passports: Iterable[PassportText]) -> str:
    """Return the passports as a list of names, each of which opens by a click or the space bar."""
    return "".join(
        f'<details class="kp-passport" data-passport="{tidy(it.kpi)}"><summary>{_title(it)}</summary>'
        f"{_content(it)}</details>"
        for it in passports
    )


def popup_html(passport: PassportText, *, button: str, close: str) -> str:
    """Return a button that opens the passport above the page, and the passport; Escape and `close` shut it again.

    The browser does all of it, so that opening a passport asks nothing of the server.
    """
    name, title = f"kp-passport-{tidy(passport.kpi)}", tidy(passport.name)
    return (
        f'<button type="button" class="kp-about" popovertarget="{name}">{tidy(button)}'
        f'<span class="kp-hidden">: {title}</span></button>'
        f'<div popover="auto" id="{name}" class="kp-popup kp-passport" role="dialog" aria-label="{title}">'
        f'<button type="button" class="kp-close" popovertarget="{name}" popovertargetaction="hide">'
        f"{tidy(close)}</button><h3>{_title(passport)}</h3>{_content(passport)}</div>"
    )


def _title(passport: PassportText) -> str:
    return f"{tidy(passport.name)} <code>{tidy(passport.kpi)}</code>"


def _content(passport: PassportText) -> str:
    parts = "".join(
        f"<dt>{tidy(part.label)}</dt><dd>{''.join(f'<p>{tidy(text)}</p>' for text in part.texts)}</dd>"
        for part in passport.parts
    )
    return f"<dl>{parts}</dl>{_link(passport.link)}"


def _link(link: Link | None) -> str:
    return f'<p><a href="{tidy(link.address)}" target="_self">{tidy(link.words)}</a></p>' if link else ""
