"""Text that every file can carry: what none can hold, and what would turn text around, is a mark that is seen."""

import re

MARK = "\N{REPLACEMENT CHARACTER}"
_LINE_END = re.compile(r"\r\n?")
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f"
_HALVES_OF_PAIRS = "\ud800-\udfff"
_NO_CHARACTERS = "\ufdd0-\ufdef" + "".join(f"{chr(p + 0xFFFE)}{chr(p + 0xFFFF)}" for p in range(0, 0x110000, 0x10000))
# These make "gnp.exe" read as "exe.png". Hebrew and Arabic need none of them.
_TURNS_TEXT = "\u202a-\u202e\u2066-\u2069"
_NOT_LEGIBLE = re.compile(f"[{_CONTROLS}{_HALVES_OF_PAIRS}{_NO_CHARACTERS}{_TURNS_TEXT}]")


def legible(text: str) -> str:
    """Return the text with a visible mark for each character that XML cannot hold or that turns other text around."""
    return _NOT_LEGIBLE.sub(MARK, _LINE_END.sub("\n", text))
