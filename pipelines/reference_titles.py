"""What the lines above a table say its figures are: the title, and the lines that name a unit or one thing each."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from pipelines.evidence import Clue, Evidence
from pipelines.periods import as_day
from pipelines.words import collapse, without_footnote, words

_LONGEST = 300
_PARTS_BETWEEN = " · "
_LABELS_OF_DATES = 2


def indicator_of(evidence: Evidence) -> tuple[str, Sequence[Clue]]:
    """Return what the figures below are, and the texts that say it; an empty text where none does.

    That is the first line of a single text, the lines of a unit, and the second text of lines that name one thing each
    ("Country of residence | Foreign country"); lines with a date say when the file was made.
    """
    lines = [list(line) for _, line in groupby(_titles(evidence), key=lambda clue: clue.cell and clue.cell[0])]
    told: list[Clue] = []
    has_title = False
    for line in lines:
        if any(_says_when_made(clue.text) for clue in line):
            continue
        if len(line) > 1:
            told.append(line[-1])
            has_title = True
        elif not has_title or _is_unit_line(line[0].text):
            told.append(line[0])
            has_title = True
    parts = (without_footnote(collapse(clue.text)) for clue in told)
    return _PARTS_BETWEEN.join(dict.fromkeys(part for part in parts if part))[:_LONGEST], told


def _titles(evidence: Evidence) -> Iterator[Clue]:
    """Give the texts in cells near the table, from the top."""
    yield from sorted({clue for clue in evidence.clues if clue.cell}, key=lambda clue: clue.cell or (0, 0))


def _says_when_made(text: str) -> bool:
    return any(as_day(word.strip("[]()")) or _is_slashed_day(word) for word in text.split())


def _is_slashed_day(word: str) -> bool:
    parts = word.split("/")
    return len(parts) > _LABELS_OF_DATES and all(part.isdecimal() for part in parts)


def _is_unit_line(text: str) -> bool:
    said = text.casefold()
    return any(said.startswith((f"{opening}:", f"{opening} ")) for opening in words().unit_lines if len(opening) > 2)
