"""The texts inside a sheet's error and formula cells, collected while the sheet's XML streams by."""

from collections.abc import Callable
from dataclasses import dataclass

from pipelines.grid import address
from pipelines.scan import Place

Listener = Callable[[str], object]


@dataclass
class _Cell:
    place: Place
    kind: str
    formula: str | None = None
    shared: str | None = None
    has_value: bool = False


class CellTexts:
    """Collects `errors` (place -> code) and `uncached` (place -> formula) of a sheet, one open cell at a time.

    `listen` switches the parser's text on (with a listener) and off (None), so the many plain cells cost nothing.
    """

    def __init__(self, listen: Callable[[Listener | None], None]) -> None:
        self.errors: dict[Place, str] = {}
        self.uncached: dict[Place, str] = {}
        self.is_open = False
        self._listen = listen
        self._cell = _Cell((0, 0), "n")
        self._text: list[str] = []
        self._masters: dict[str, tuple[str, Place]] = {}

    def open_error(self, place: Place) -> None:
        """Begin to collect the code of an error cell without a formula."""
        self._open(_Cell(place, "e", has_value=True))

    def open_formula(self, place: Place, kind: str, shared: str | None) -> None:
        """Begin to collect a formula; `kind` is its cell's type, `shared` the group of a formula that many share."""
        self._open(_Cell(place, kind, formula="", shared=shared))

    def begin_value(self) -> None:
        """Take what was collected so far as the formula; what follows is its result."""
        if not self._cell.has_value:
            self._cell.formula = self._take()
            self._cell.has_value = True

    def close(self) -> None:
        """End the open cell and keep what it told."""
        cell, text = self._cell, self._take()
        self.is_open = False
        self._listen(None)
        if not cell.has_value:
            cell.formula, text = text, ""
        if cell.shared is not None and cell.formula:
            self._masters[cell.shared] = (f"={cell.formula}", cell.place)
        if cell.kind == "e" and text.strip():
            self.errors[cell.place] = text.strip()
        # A result of no text is a result only where the cell says that its result is text.
        elif cell.formula is not None and not text.strip() and not (cell.kind == "str" and cell.has_value):
            self.uncached[cell.place] = self._whole_formula(cell)

    def _open(self, cell: _Cell) -> None:
        self._cell = cell
        self.is_open = True
        self._listen(self._text.append)

    def _take(self) -> str:
        text = "".join(self._text)
        self._text.clear()
        return text

    def _whole_formula(self, cell: _Cell) -> str:
        """Return the cell's formula; of a shared one only the first cell has the text."""
        if cell.formula or cell.shared not in self._masters:
            return f"={cell.formula}"
        # Few sheets have such formulas, and openpyxl is slow to come.
        from openpyxl.formula.translate import Translator

        formula, place = self._masters[cell.shared]
        return str(Translator(formula, origin=address(*place)).translate_formula(address(*cell.place)))
