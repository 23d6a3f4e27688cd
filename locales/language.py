"""A language: its texts through gettext, its numbers, dates and lists through Babel."""

import gettext
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal

from babel import Locale
from babel.dates import format_date, get_month_names
from babel.lists import format_list
from babel.numbers import format_decimal, parse_decimal

from locales.rounding import rounded, whole

_FOLDER = Path(__file__).parent
NOT_KNOWN = "–"
MINUS = "−"
_SMALL_SHARE, _WHOLE = 0.095, 100
_NUMBER = re.compile(r"-?\d[\d.,]*")
PERCENT = {"da": "\N{NO-BREAK SPACE}%", "en": "%"}


def mark(message: str) -> str:
    """Return the message unchanged; marks it for translation where it is only named and shown later."""
    return message


@dataclass(frozen=True)
class Language:
    """One of the two languages; `code` is "da" or "en"."""

    code: str

    @property
    def locale(self) -> Locale:
        """Babel's locale. English is British: day before month, metric."""
        return Locale.parse({"da": "da_DK", "en": "en_GB"}[self.code])

    def text(self, message: str, **values: object) -> str:
        """Return the message in this language with its {names} filled in."""
        translated = _translations(self.code, "kulturpuls").gettext(message)
        return translated.format(**values) if values else translated

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """Return `one` or `many` in this language, chosen by n; {n} is the formatted number."""
        translated = _translations(self.code, "kulturpuls").ngettext(one, many, n)
        return translated.format(n=self.number(n), **values)

    def kpi_text(self, message: str) -> str:
        """Return a text of a KPI's declaration in this language."""
        return _translations(self.code, "kpis").gettext(message) if message else ""

    def number(self, value: float | None, decimals: int = 0) -> str:
        """Return the number with this language's separators, or a dash where there is none."""
        if value is None:
            return NOT_KNOWN
        written = self._unsigned(value, decimals)
        return f"{MINUS}{written}" if value < 0 and written != self._unsigned(0, decimals) else written

    def _unsigned(self, value: float, decimals: int) -> str:
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        return str(format_decimal(rounded(abs(value), decimals), pattern, locale=self.locale))

    def percent(self, share: float | None, decimals: int = 1, *, signed: bool = False) -> str:
        """Return a fraction (0.034) as a percentage ("3,4 %"), with its sign when `signed`."""
        if share is None:
            return NOT_KNOWN
        written = self._signed(share * 100, decimals) if signed else self.number(share * 100, decimals)
        return f"{written}{PERCENT[self.code]}"

    def share(self, share: float | None) -> str:
        """Return a share of a whole in whole per cent: "53 %", "100 %".

        It has a decimal where it needs one: below 10 per cent, and where it would else be written as all or nothing
        without being so ("99,7 %", "0,4 %").
        """
        if share is None:
            return NOT_KNOWN
        is_written_as_all = whole(abs(share) * 100) == _WHOLE and abs(share) != 1
        needs_one = 0 < abs(share) < _SMALL_SHARE or is_written_as_all
        return self.percent(share, 1 if needs_one else 0)

    def change(self, value: float | None, decimals: int = 0) -> str:
        """Return the number with its sign, plus included."""
        return NOT_KNOWN if value is None else self._signed(value, decimals)

    def difference(self, before: str, after: str) -> tuple[float, int]:
        """Return how far the numbers in two texts of this language are apart as written, and with how many decimals.

        "24,3 %" and "25,1 %" are 0.8 apart, whatever their rounding hides; a text without a number raises ValueError.
        """
        least, most = (self._read(text) for text in (before, after))
        apart = most - least
        return float(apart), max(0, -int(apart.as_tuple().exponent))

    def adds_up(self, parts: Iterable[str], whole: str) -> bool:
        """Return whether the numbers in texts of this language add up, as written, to the number in another."""
        return sum(self._read(part) for part in parts) == self._read(whole)

    def _read(self, text: str) -> Decimal:
        found = _NUMBER.search(text.replace(MINUS, "-"))
        if found is None:
            raise ValueError(f"{text!r} holds no number")
        return parse_decimal(found[0].rstrip(".,"), locale=self.locale)

    def _signed(self, value: float, decimals: int) -> str:
        written = self.number(value, decimals)
        return f"+{written}" if value > 0 and written != self._unsigned(0, decimals) else written

    def month(self, number: int, width: Literal["wide", "abbreviated", "narrow"] = "wide") -> str:
        """Return the name of month 1-12; width is "wide", "abbreviated" or "narrow"."""
        return str(get_month_names(width, context="stand-alone", locale=self.locale)[number]).rstrip(".")

    def period(self, period: str) -> str:
        """Return a stored period as people write it: "2025-07" becomes "juli 2025", "2025-Q1" "1. kvartal 2025"."""
        year, _, part = period.partition("-")
        if part.startswith("Q"):
            return self.text("Q{quarter} {year}", quarter=part[1:], year=year)
        if part:
            return f"{self.month(int(part))} {year}"
        return year

    def date(self, day: date) -> str:
        """Return the day in words, such as "3. marts 2026"."""
        return str(format_date(day, "long", locale=self.locale))

    def listed(self, items: Iterable[str]) -> str:
        """Return the items as a list in a sentence: "a, b og c"."""
        return str(format_list([str(item) for item in items], locale=self.locale))


@cache
def _translations(code: str, domain: str) -> gettext.NullTranslations:
    return gettext.translation(domain, _FOLDER, [code], fallback=code == "en")


DANISH = Language("da")
ENGLISH = Language("en")
LANGUAGES = {"da": DANISH, "en": ENGLISH}


def language(code: str | None) -> Language:
    """Return the language of that code, Danish where the code is unknown or absent."""
    return LANGUAGES.get(code or "da", DANISH)
