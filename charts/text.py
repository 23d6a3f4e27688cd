"""Text inside a figure: names made harmless, cut or wrapped, numbers short enough for a cell."""

import html
import textwrap
from collections.abc import Iterable
from typing import Literal

from locales import Language

Show = Literal["number", "percent"]
"""How a value is written: as a number, or a fraction as a percentage."""

MINUS = "−"
_THOUSAND, _MILLION = 1_000, 1_000_000
_DIGITS = 3


def plain(text: object) -> str:
    """Return the text so that Plotly shows it as it is: its `<b>`, `<a>` and entities are not read as markup."""
    return html.escape(str(text), quote=False)


def wrapped(text: str, width: int) -> str:
    """Return the text, made plain, in lines of at most `width` characters where the words allow."""
    return "<br>".join(plain(line) for line in textwrap.wrap(text, width)) or plain(text)


def shortened(text: str, width: int) -> str:
    """Return the text, made plain, cut to `width` characters with an ellipsis."""
    return plain(text if len(text) <= width else text[: width - 1].rstrip() + "…")


def shown(value: float | None, language: Language, show: Show = "number") -> str:
    """Return the value for a label or hover text, without decimals, or a dash where there is none."""
    written = language.percent(value, 0) if show == "percent" else language.number(value)
    return written.replace("-", MINUS)


_IN_FULL = 10_000


class CellNumbers:
    """Numbers short enough for a small cell, all in one unit: ones while below `in_full`, thousands or millions."""

    def __init__(self, values: Iterable[float | None], language: Language, in_full: int = _IN_FULL) -> None:
        largest = max((abs(v) for v in values if v is not None), default=0)
        self._language = language
        self._divisor = 1 if largest < in_full else _THOUSAND if largest < _MILLION else _MILLION
        most = {1: 0, _THOUSAND: 1, _MILLION: 2}[self._divisor]
        self._decimals = max(0, min(most, _DIGITS - len(str(int(largest / self._divisor)))))

    @property
    def unit(self) -> str:
        """The word for the unit, such as "thousands", or "" for ones."""
        if self._divisor == 1:
            return ""
        return self._language.text("thousands") if self._divisor == _THOUSAND else self._language.text("millions")

    def text(self, value: float) -> str:
        """Return the value in the unit; a value too small to show is "<0.1", never a false 0."""
        smallest = 10**-self._decimals
        if value != 0 and abs(value) / self._divisor < smallest / 2:
            return plain(f"<{self._language.number(smallest, self._decimals)}")
        return self._language.number(value / self._divisor, 0 if value == 0 else self._decimals)
