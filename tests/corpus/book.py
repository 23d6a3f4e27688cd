"""A generated workbook with its truth: what must be read of it, and what must be refused."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pipelines.grid import Workbook
from tests.corpus.drawing import Drawing, Figure, Key, Place


@dataclass
class Book:
    """A workbook with its truth: what must be read, what must be refused, and the names known before it is read."""

    format: str
    drawings: list[Drawing] = field(default_factory=list)
    refused: set[Place] = field(default_factory=set)
    known: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    adds_up: bool = True
    delimiter: str = ";"

    def workbook(self) -> Workbook:
        """Return it as a reader opens it."""
        opened_as = {"grid": "xlsx", "calamine": "xlsx"}.get(self.format, self.format)
        return Workbook(opened_as, [drawing.sheet() for drawing in self.drawings])

    @property
    def told(self) -> dict[Key, list[Figure]]:
        """Every figure that can be read, by what it is of."""
        found: dict[Key, list[Figure]] = {}
        for drawing in self.drawings:
            for figure in drawing.figures:
                found.setdefault(figure.key, []).append(figure)
        return found

    def truth(self) -> dict[Key, float]:
        """Return what must be stored: figures told once, or several times alike."""
        return {key: told[0].value for key, told in self.told.items() if len({one.value for one in told}) == 1}

    def all_refused(self) -> set[Place]:
        """Return every cell that must be refused: those spoiled, and figures that contradict each other."""
        unequal = [told for told in self.told.values() if len({one.value for one in told}) > 1]
        return self.refused | {figure.place for told in unequal for figure in told}
