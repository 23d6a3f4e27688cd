"""Text that every file can carry: characters that none can hold are replaced by a mark that is seen."""

import re

MARK = "\N{REPLACEMENT CHARACTER}"
_LINE_END = re.compile(r"\r\n?")
# Controls but tab and line end, halves of pairs, and the code points that Unicode keeps for no character.
_NOT_CARRIED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(p + 0xFFFE)}{chr(p + 0xFFFF)}" for p in range(0, 0x110000, 0x10000))
    + "]"
)


def legible(text: str) -> str:
    """Return the text with a visible mark for each character that XML, HTML or PDF cannot hold."""
    return _NOT_CARRIED.sub(MARK, _LINE_END.sub("\n", text))
