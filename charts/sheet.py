"""The style sheet of tiles, tables and text: the palette as CSS variables that follow the theme, then style.css."""

from dataclasses import fields
from functools import cache
from pathlib import Path

from charts.palette import DARK, LIGHT

_SHEET = Path(__file__).with_name("style.css")


@cache
def style_html() -> str:
    """Return the `<style>` element that every page draws once, with `st.html`, before anything else."""
    names = [field.name for field in fields(LIGHT) if field.name != "scale"]
    variables = "".join(
        f"--kp-{name.replace('_', '-')}:light-dark({getattr(LIGHT, name)},{getattr(DARK, name)});" for name in names
    )
    return f"<style>:root{{{variables}}}\n{_SHEET.read_text(encoding='utf-8')}</style>"
