"""The styles of a workbook with our paint added: each painted cell keeps its own style and gets another fill."""

from pipelines.faults import Kind
from pipelines.xml_spots import Edit, Spot, spliced, spots, with_attribute, within

# Apart in lightness as in hue, so that they are told apart without seeing colours.
COLOURS = {Kind.REFUSED: "FFF4A58A", Kind.QUESTION: "FFFFE08A", Kind.WARNING: "FFCFE3F5"}
HEADER_COLOUR = "FF12463F"

EMPTY_STYLES = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b'<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    b'<fills count="2"><fill><patternFill patternType="none"/></fill>'
    b'<fill><patternFill patternType="gray125"/></fill></fills>'
    b'<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    b'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    b'<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>'
)
_LISTS = ("fonts", "fills", "cellXfs")
_WRAPPED = '<{p}alignment vertical="top" wrapText="1"/>'


class CannotPaintError(Exception):
    """The workbook is built in a way we do not change; it can only be written anew."""


class Styles:
    """A styles part to which fills, fonts and cell formats are added."""

    def __init__(self, xml: bytes) -> None:
        self._xml = xml
        found = spots(xml, lambda name, _attributes, depth: depth in (1, 2) or name == "fgColor")
        self._lists = {spot.name: spot for spot in found if spot.depth == 1}
        if any(name not in self._lists for name in _LISTS):
            raise CannotPaintError
        self._formats = self._children("cellXfs", found)
        self._counts = {name: len(self._children(name, found)) for name in _LISTS}
        self._added: dict[str, list[bytes]] = {name: [] for name in _LISTS}
        self._known: dict[tuple[str, bytes], int] = {}
        self._ours = self._our_formats(found)

    def _children(self, name: str, found: list[Spot]) -> list[Spot]:
        outer = self._lists[name]
        return [spot for spot in found if spot.depth == 2 and outer.start < spot.start < outer.end]

    def _our_formats(self, found: list[Spot]) -> frozenset[str]:
        """Return the formats that carry our paint, from an earlier time that the workbook was given back."""
        colours = set(COLOURS.values())
        inks = [spot.start for spot in found if spot.name == "fgColor" and spot.attributes.get("rgb") in colours]
        fills = {
            str(number)
            for number, fill in enumerate(self._children("fills", found))
            if any(fill.start < ink < fill.end for ink in inks)
        }
        return frozenset(str(n) for n, xf in enumerate(self._formats) if xf.attributes.get("fillId") in fills)

    @property
    def ours(self) -> frozenset[str]:
        """The cell formats, as a cell names them, that carry our paint already."""
        return self._ours

    def painted(self, style: str, kind: Kind | None) -> str:
        """Return the number of the cell format with the paint of that kind, or with none, and else the same."""
        number = int(style or 0) if (style or "0").isdigit() else 0
        if number >= len(self._formats):
            raise CannotPaintError
        fill = self._fill(COLOURS[kind]) if kind else 0
        spot = self._formats[number]
        tag = with_attribute(self._xml[spot.start : spot.inside], "fillId", str(fill))
        return self._add("cellXfs", with_attribute(tag, "applyFill", "1") + self._xml[spot.inside : spot.end])

    def written(self, *, font: str = "", colour: str = "") -> str:
        """Return the number of a cell format for texts of ours: wrapped, in that font and on that colour."""
        lettering = self._add("fonts", self._filled_in(f'<{{p}}font>{font}<{{p}}name val="Calibri"/></{{p}}font>'))
        fill = self._fill(colour) if colour else 0
        xf = (
            f'<{{p}}xf numFmtId="0" fontId="{lettering}" fillId="{fill}" borderId="0" xfId="0" applyFont="1" '
            f'applyFill="1" applyAlignment="1">{_WRAPPED}</{{p}}xf>'
        )
        return self._add("cellXfs", self._filled_in(xf))

    def _fill(self, colour: str) -> int:
        xml = (
            f'<{{p}}fill><{{p}}patternFill patternType="solid"><{{p}}fgColor rgb="{colour}"/>'
            f'<{{p}}bgColor indexed="64"/></{{p}}patternFill></{{p}}fill>'
        )
        return int(self._add("fills", self._filled_in(xml)))

    def _filled_in(self, template: str) -> bytes:
        return template.replace("{p}", self._lists["cellXfs"].prefix).encode()

    def _add(self, name: str, xml: bytes) -> str:
        if (name, xml) not in self._known:
            self._known[name, xml] = self._counts[name] + len(self._added[name])
            self._added[name].append(xml)
        return str(self._known[name, xml])

    def result(self) -> bytes:
        """Return the part with all that was added."""
        edits: list[Edit] = [
            within(
                self._xml,
                self._lists[name],
                b"".join(added),
                count=str(self._counts[name] + len(added)),
            )
            for name, added in self._added.items()
            if added
        ]
        return spliced(self._xml, edits)
