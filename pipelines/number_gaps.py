"""Numbers that a column of keys runs through, such as ages, with a few left out in between: perhaps lost rows."""

from collections.abc import Iterator, Sequence

from pipelines.findings import Finding
from pipelines.grid import address
from pipelines.read_keys import KeyRead
from pipelines.read_table import TableRead

# A run is long, its numbers as ages are small, and hardly any is missing; the numbers of places are none.
_FEWEST = 12
_LARGEST = 999
_MOST_MISSING = 3


def check_number_gaps(read: TableRead) -> Iterator[Finding]:
    """Give a warning for each key column whose whole numbers follow each other but for a few."""
    for key in read.keys:
        if key.column.key.kind == "text" and not read.table.layout.questions:
            numbers = _numbers(key)
            missing = _missing(numbers)
            if missing:
                header = key.column.header
                place = f"{read.cells.sheet.name}!{address(*header.cells[-1])}" if header.cells else ""
                said = {"column": header.text, "low": str(numbers[0]), "high": str(numbers[-1])}
                yield Finding("number_gap", place, ", ".join(map(str, missing)), said)


def _numbers(key: KeyRead) -> list[int]:
    """Return the numbers a column says, from the smallest; none where it says anything else."""
    texts = {str(text) for text in key.said if text}
    if len(texts) < _FEWEST or not all(text.isdecimal() and str(int(text)) == text for text in texts):
        return []
    return sorted(map(int, texts))


def _missing(numbers: Sequence[int]) -> list[int]:
    if not numbers or numbers[-1] > _LARGEST or numbers[-1] - numbers[0] + 1 - len(numbers) > _MOST_MISSING:
        return []
    return sorted(set(range(numbers[0], numbers[-1] + 1)) - set(numbers))
