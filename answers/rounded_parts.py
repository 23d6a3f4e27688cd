"""Parts that are written beside their whole, where rounding keeps them from adding up to it.

Each number is written as it is, the same here as in every table, export and on the command line; so no part is bent to
make the sum come out. As in official statistics, a note says so instead, and only where the written numbers really
do not add up.
"""

from collections.abc import Iterable

from locales import Language


def rounding_note(parts: Iterable[str], whole: str, language: Language) -> str:
    """Return the note where the parts as written do not add up to the whole as written, else ""."""
    if language.adds_up(parts, whole):
        return ""
    return language.text("Rounded: the parts therefore do not give exactly the sum.")
