"""Danish and English: texts, numbers, dates and names, the same on pages, in exports and on the command line."""

from locales.language import DANISH, ENGLISH, LANGUAGES, Language, language, mark
from locales.legible import legible
from locales.plain import plain_name

__all__ = ["DANISH", "ENGLISH", "LANGUAGES", "Language", "language", "legible", "mark", "plain_name"]
