"""Text made safe and tidy for HTML."""

import html
import re

_BEFORE_UNIT = re.compile(r"(?<=\d) (?=%|kr\.|km\b|kWh\b|mio\.)")
_NO_BREAK = "\u00a0"


def tidy(text: str) -> str:
    """Return the text escaped, quotes too, so that none of it is markup, and no number parted from its unit."""
    return html.escape(_BEFORE_UNIT.sub(_NO_BREAK, text))
