"""What a person has to look at in a workbook, in one language: each finding of a reading with its cell."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from openpyxl.utils import range_boundaries

from locales import Language, mark
from pipelines.finding_kinds import WAITING
from pipelines.findings import Finding
from pipelines.grid import address
from pipelines.reading import Reading

_PLACE = re.compile(r"(?:(.*)!)?([A-Z]{1,3}[0-9]{1,7}(?::[A-Z]{1,3}[0-9]{1,7})?)", re.DOTALL)
# Of a larger range only the first cell is painted.
_LARGEST_PAINTED = 1_000


class Kind(IntEnum):
    """How grave a fault is; the gravest of a cell gives it its colour."""

    LEFT_OUT = 0
    WARNING = 1
    QUESTION = 2
    REFUSED = 3

    def named(self, language: Language) -> str:
        """Return the kind as it is called in the language."""
        return language.text(_NAMES[self])


_NAMES = {
    Kind.LEFT_OUT: mark("Left out"),
    Kind.WARNING: mark("Warning"),
    Kind.QUESTION: mark("Question"),
    Kind.REFUSED: mark("Refused"),
}


@dataclass(frozen=True)
class Fault:
    """One finding: its sheet ("" where about the file), its cell or range ("" where about the sheet), its texts."""

    kind: Kind
    sheet: str
    cells: str
    value: str
    reason: str
    suggestion: str

    @property
    def first_cell(self) -> str:
        """The cell that carries the comment, "" where there is none."""
        return self.cells.partition(":")[0]

    def painted(self) -> Iterator[str]:
        """Give every cell to be painted."""
        if self.kind is Kind.LEFT_OUT or not self.cells:
            return
        left, top, right, bottom = (int(bound or 1) for bound in range_boundaries(self.cells))
        if (bottom - top + 1) * (right - left + 1) > _LARGEST_PAINTED:
            yield self.first_cell
            return
        for row in range(top - 1, bottom):
            for column in range(left - 1, right):
                yield address(row, column)


def faults_of(reading: Reading, language: Language) -> list[Fault]:
    """Return what was refused, then questions, warnings, and what was left out, each in the order of the reading."""
    refused = [(Kind.QUESTION if one.code in WAITING else Kind.REFUSED, one) for one in reading.refused]
    others: Iterable[tuple[Kind, Finding]] = (
        *((Kind.QUESTION, one) for one in reading.questions),
        *((Kind.WARNING, one) for one in reading.warnings),
        *((Kind.LEFT_OUT, one) for one in reading.ignored),
    )
    found = [_fault(kind, finding, language) for kind, finding in (*refused, *others)]
    return sorted(found, key=lambda fault: -fault.kind)


def _fault(kind: Kind, finding: Finding, language: Language) -> Fault:
    match = _PLACE.fullmatch(finding.place)
    sheet, cells = (match[1] or "", match[2]) if match else (finding.place, "")
    return Fault(kind, sheet, cells, finding.value, finding.reason(language), finding.suggestion(language))
