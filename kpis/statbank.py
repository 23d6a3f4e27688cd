"""How StatBank Denmark prints a figure."""

import re

MISSING = frozenset({"", ".", ".."})
NIL = "-"
_THOUSANDS = re.compile(r"[ \u00a0\u2009\u202f]")
_DIGITS = re.compile(r"[0-9]+")


def statbank_value(token: str) -> int | None:
    """The whole number of a StatBank cell; None where it is not given or not counted (`..`, `.`, blank).

    `-` is a true zero in StatBank, and only there. Blanks of every width separate thousands. Anything else raises
    ValueError.
    """
    text = _THOUSANDS.sub("", token)
    if text in MISSING:
        return None
    if text == NIL:
        return 0
    if not _DIGITS.fullmatch(text):
        raise ValueError(f"{token!r} is not a StatBank figure")
    return int(text)
