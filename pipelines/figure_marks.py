"""Words and signs that stand for a figure: not known, withheld, closed. None of them is zero, nor any other of them."""

from functools import lru_cache
from typing import Literal

from pipelines.words import collapse, is_missing_mark, without_bracket, words

FigureMark = Literal["missing", "withheld", "closed"]
_LONGEST_REMARK = 60


@lru_cache(maxsize=20_000)
def mark_of(text: str) -> FigureMark | None:
    """Return what a text says of the figure in whose place it stands, or None where it says nothing of the kind."""
    if text[:1].isdecimal():
        return None
    for said in dict.fromkeys((collapse(text).casefold(), collapse(without_bracket(text)).casefold())):
        if is_missing_mark(said) or said in words().not_known:
            return "missing"
        if said in words().withheld:
            return "withheld"
        if _says_closed(said):
            return "closed"
    return None


def _says_closed(said: str) -> bool:
    if len(said) > _LONGEST_REMARK or any(character.isdigit() for character in said):
        return False
    return any(said == word or said.startswith((f"{word} ", f"{word}, ", f"{word}:")) for word in words().closed)
