"""Text that our own type faces can draw: what they cannot is written as its code point, so that nothing is lost unseen.

A PDF for everybody may hold no character without a drawing; the faces in `fonts/` have Latin, Greek, Cyrillic, Hebrew,
Arabic, signs and the common faces among emoji. `fonts/covered.txt` lists their code points as ranges.
"""

import re
from functools import cache
from pathlib import Path

from locales import legible

FONTS = Path(__file__).parent / "fonts"
_LONGEST_WORD = 24
_LONG_WORD = re.compile(r"[^\s\u200b]{" + str(_LONGEST_WORD) + r"}(?=[^\s\u200b])")
_MAY_BREAK = "\u200b"


def drawable(text: str) -> str:
    """Return the text with "[U+1F3DB]" in place of a character that cannot be drawn; very long words may be broken."""
    return _LONG_WORD.sub(lambda part: part[0] + _MAY_BREAK, drawable_as_it_is(text))


def drawable_as_it_is(text: str) -> str:
    """Return the text with the code point of what cannot be drawn, and with no place to break added."""
    return _not_covered().sub(lambda sign: f"[U+{ord(sign[0]):04X}]", legible(text))


@cache
def _not_covered() -> re.Pattern[str]:
    ranges = [line.split("-") for line in (FONTS / "covered.txt").read_text("ascii").split()]
    covered = "".join(f"{re.escape(chr(int(first, 16)))}-{re.escape(chr(int(last, 16)))}" for first, last in ranges)
    return re.compile(rf"[^\t\n{covered}]")
