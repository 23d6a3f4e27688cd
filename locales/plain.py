"""One spelling for names and headers, so that what people mean as the same compares as the same."""

import re
import unicodedata

_DANISH_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss"})
_NOT_WORD = re.compile(r"[\s_\-.:;,'’`´\"()\[\]/\\]+")


def plain_name(text: object) -> str:
    """Return the text in the one spelling used for comparison.

    Case, surrounding and inner blanks, underscores, hyphens and dots do not count; æ, ø, å equal ae, oe, aa; other
    accents are dropped. The result is never shown.
    """
    folded = unicodedata.normalize("NFKC", str(text)).casefold().translate(_DANISH_LETTERS)
    stripped = "".join(c for c in unicodedata.normalize("NFD", folded) if not unicodedata.combining(c))
    return _NOT_WORD.sub("", stripped.translate(_DANISH_LETTERS))
