"""The style of a sent page: that of the app's own pages, its frame, and what paper carries on every sheet."""

from dataclasses import fields
from functools import cache
from pathlib import Path

from board.content import Content
from board.page.words import stamp
from charts.palette import LIGHT
from charts.sheet import style_html

_FRAME = Path(__file__).with_name("page.css")
_DOOR = Path(__file__).with_name("door.css")


def style_of(content: Content) -> str:
    """Return the style sheet of the page, without its element."""
    return f"{common_style()}{_paper(content)}"


@cache
def common_style() -> str:
    """Return the style that every page has."""
    names = [field.name.replace("_", "-") for field in fields(LIGHT) if field.name != "scale"]
    marks = "".join(f".kp-mark-{name}{{--kp-mark:var(--kp-{name})}}" for name in names)
    sheet = style_html().removeprefix("<style>").removesuffix("</style>")
    return f"{sheet}{marks}{_FRAME.read_text('utf-8')}"


@cache
def door_style() -> str:
    """Return the style of a page that shows no figures: one that is asked for in vain should cost little."""
    return _DOOR.read_text("utf-8")


def _paper(content: Content) -> str:
    """Scope and date at the foot of every sheet, and its number."""
    return f"@page {{@bottom-left {{content:{_css_text(stamp(content))}}}@bottom-right {{content:counter(page)}}}}"


def _css_text(text: str) -> str:
    """The text as CSS writes it, so that none of it ends the text or the style."""
    escaped = "".join(sign if sign.isalnum() or sign in " .,–·" else f"\\{ord(sign):06x}" for sign in text)
    return f'"{escaped}"'
