"""One sheet's XML with cells painted and masked; every other byte of it stays."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.utils.cell import coordinate_from_string

from pipelines.xml_spots import Attributes, Edit, Spot, as_text, spots, with_attribute

# The elements of a sheet that stand after the one that names its comments' shapes.
_AFTER_SHAPES = ("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "AlternateContent")
_LAST = ("webPublishItems", "tableParts", "extLst")
_KEPT_FORMULA = re.compile(rb"<(?:\w+:)?f\b[^>]*\sref=[^>]*>.*?</(?:\w+:)?f>", re.DOTALL)

_SELECTED = re.compile(rb"""(\stabSelected\s*=\s*)(["'])(?:1|true)\2""")
_SHARED_NUMBER = re.compile(rb"v>\s*([0-9]{1,9})\s*</")


@dataclass
class SheetSpots:
    """What is to be changed in a sheet: its cells by name, and where the shapes of its comments are named."""

    root: Spot
    cells: list[tuple[str, Spot]] = field(default_factory=list)
    shapes: Spot | None = None
    shapes_belong_at: int = 0

    @property
    def shapes_id(self) -> str:
        """The id of the relation to the shapes of the sheet's comments, "" where there are none."""
        said = self.shapes.attributes if self.shapes else {}
        return next((value for name, value in said.items() if name.rpartition(":")[2] == "id"), "")


def sheet_spots(xml: bytes, wanted: Mapping[str, object], formats: frozenset[str]) -> SheetSpots:
    """Return the places in a sheet of the wanted cells and of those in one of the formats."""
    walk = _Walk(wanted, formats)
    found = spots(xml, walk.keep)
    cells = iter(walk.references)
    result = SheetSpots(found[0], shapes_belong_at=found[0].close)
    for spot in found[1:]:
        if spot.name == "c":
            result.cells.append((next(cells), spot))
        elif spot.name == "legacyDrawing":
            result.shapes = spot
        else:
            result.shapes_belong_at = min(result.shapes_belong_at, spot.start)
    return result


class _Walk:
    """Follows the cells of a sheet as they come, for a cell need not say where it stands."""

    def __init__(self, wanted: Mapping[str, object], formats: frozenset[str]) -> None:
        self.references: list[str] = []
        self._wanted = wanted
        self._formats = formats
        self._row = 0
        self._last = ""

    def keep(self, name: str, attributes: Attributes, depth: int) -> bool:
        """True for the root, the wanted cells, and what tells where to add."""
        if name == "c" and depth == 3:
            reference = attributes.get("r") or self._next()
            self._last = reference
            if reference in self._wanted or attributes.get("s") in self._formats:
                self.references.append(reference)
                return True
            return False
        if name == "row" and depth == 2:
            said = attributes.get("r", "")
            self._row = int(said) if said.isdigit() else self._row + 1
            self._last = ""
            return False
        return depth == 0 or (depth == 1 and name in ("legacyDrawing", *_AFTER_SHAPES, *_LAST))

    def _next(self) -> str:
        column = column_index_from_string(coordinate_from_string(self._last)[0]) if self._last else 0
        return f"{get_column_letter(column + 1)}{self._row}"


def cell_edits(xml: bytes, sheet: SheetSpots, style: Callable[[str, str], str], masks: Mapping[str, str]) -> list[Edit]:
    """Return the edits that give each cell the format `style` says (of its name and its format) and mask values."""
    edits = []
    for reference, spot in sheet.cells:
        tag = with_attribute(xml[spot.start : spot.inside], "s", style(reference, spot.attributes.get("s", "0")))
        if reference in masks and spot.attributes.get("t") != "s":
            edits.append(Edit(spot.start, spot.end, _masked(xml, spot, tag, masks[reference])))
        else:
            edits.append(Edit(spot.start, spot.inside, tag))
    return edits


def _masked(xml: bytes, spot: Spot, tag: bytes, mask: str) -> bytes:
    """Return the cell with the mask for its value; a formula that other cells share stays, any other goes."""
    p = spot.prefix
    formula = _KEPT_FORMULA.search(xml[spot.inside : spot.close])
    kind = "str" if formula else "inlineStr"
    value = f"<{p}v>{as_text(mask)}</{p}v>" if formula else f"<{p}is><{p}t>{as_text(mask)}</{p}t></{p}is>"
    start = with_attribute(tag, "t", kind).removesuffix(b"/>").removesuffix(b">") + b">"
    return start + (formula[0] if formula else b"") + f"{value}</{p}c>".encode()


def shared_texts(xml: bytes, sheet: SheetSpots, masks: Mapping[str, str]) -> dict[int, str]:
    """Return the number of each shared text that a cell to be masked shows, with its mask."""
    found = {}
    for reference, spot in sheet.cells:
        number = _SHARED_NUMBER.search(xml, spot.inside, spot.close)
        if reference in masks and spot.attributes.get("t") == "s" and number:
            found[int(number[1])] = masks[reference]
    return found


def shapes_edit(sheet: SheetSpots, relations: str, relation: str) -> list[Edit]:
    """Return the edit that names the relation to the shapes of the sheet's comments, where it names none yet.

    `relations` is the namespace of relations.
    """
    if sheet.shapes or not relation:
        return []
    said = f'<{sheet.root.prefix}legacyDrawing xmlns:r="{relations}" r:id="{relation}"/>'
    return [Edit(sheet.shapes_belong_at, sheet.shapes_belong_at, said.encode())]


def deselected(xml: bytes) -> bytes:
    """Return the sheet not selected: two selected sheets would be edited as one."""
    head, data, rest = xml.partition(b"sheetData")
    return _SELECTED.sub(rb"\1\g<2>0\2", head) + data + rest
