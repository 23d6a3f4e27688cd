"""A figure's passport as people read it: what it is, which question it answers, how it is read and computed."""

from collections.abc import Iterable
from typing import NamedTuple

from charts.markup import tidy


class PassportText(NamedTuple):
    """The passport in one language: `body` is read by everybody, `small` by those who check."""

    name: str
    kpi: str
    body: str
    small: tuple[str, ...] = ()


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


def _title(passport: PassportText) -> str:
    return f"{tidy(passport.name)} <code>{tidy(passport.kpi)}</code>"


def _content(passport: PassportText) -> str:
    small = "".join(f'<p class="kp-note">{tidy(text)}</p>' for text in passport.small)
    return f"<p>{tidy(passport.body)}</p>{small}"
