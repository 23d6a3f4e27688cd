"""How months and numbers are written: Danish or English, as numbers and dates or as text."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from locales import DANISH, ENGLISH, LANGUAGES, Language
from pipelines.grid import CellValue

MonthStyle = Callable[[int, int, Language], CellValue]

# A year and month in one cell.
WHOLE_MONTHS: Mapping[str, MonthStyle] = {
    "iso": lambda year, month, _: f"{year}-{month:02}",
    "date": lambda year, month, _: date(year, month, 1),
    "words": lambda year, month, language: f"{language.month(month)} {year}",
    "capital": lambda year, month, language: f"{language.month(month).capitalize()} {year}",
    "short": lambda year, month, language: f"{language.month(month, 'abbreviated')} {year}",
    "dotted": lambda year, month, language: f"{language.month(month, 'abbreviated')}. {year}",
    "dashed": lambda year, month, language: f"{language.month(month, 'abbreviated')}-{year % 100:02}",
    "statbank": lambda year, month, _: f"{year}M{month:02}",
    "turned": lambda year, month, _: f"{month:02}-{year}",
    "first day": lambda year, month, _: f"01-{month:02}-{year}",
}
# A month whose year stands elsewhere.
BARE_MONTHS: Mapping[str, Callable[[int, Language], str]] = {
    "words": lambda month, language: language.month(month),
    "capital": lambda month, language: language.month(month).capitalize(),
    "short": lambda month, language: language.month(month, "abbreviated"),
    "dotted": lambda month, language: f"{language.month(month, 'abbreviated')}.",
}
_GROUPS = {"space": " ", "nbsp": "\N{NO-BREAK SPACE}", "thin": "\N{THIN SPACE}", "apostrophe": "'"}
NUMBERS = ("number", "da", "en", *_GROUPS)


@dataclass(frozen=True)
class Spelling:
    """How one table is written; `numbers` is "number" for real numbers, else a style of text."""

    language: Language
    numbers: str
    months: str
    bare_months: str

    @property
    def code(self) -> str:
        """The language's code."""
        return self.language.code

    def month(self, period: str) -> CellValue:
        """Return a month with its year."""
        return WHOLE_MONTHS[self.months](int(period[:4]), int(period[5:]), self.language)

    def bare_month(self, period: str) -> str:
        """Return a month without its year."""
        return BARE_MONTHS[self.bare_months](int(period[5:]), self.language)

    def number(self, value: float | None, decimals: int) -> CellValue:
        """Return a figure as it stands in its cell."""
        if value is None or self.numbers == "number":
            return value
        if self.numbers in LANGUAGES:
            return {"da": DANISH, "en": ENGLISH}[self.numbers].number(value, decimals)
        english = ENGLISH.number(value, decimals)
        mark = "," if self.language is DANISH else "."
        return english.replace(",", _GROUPS[self.numbers]).replace(".", mark)


PLAIN = Spelling(DANISH, "number", "iso", "words")
