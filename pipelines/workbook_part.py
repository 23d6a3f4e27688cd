"""The list of sheets in a workbook's own part: who is there, one more added, and which is shown first."""

from dataclasses import dataclass

from pipelines.package import Package
from pipelines.paint_styles import CannotPaintError
from pipelines.xml_spots import Edit, Spot, spots, with_attribute, within

_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
# Sheets of macros may not stand in an xlsx.
_KNOWN_SHEETS = ("worksheet", "chartsheet", "dialogsheet")


@dataclass(frozen=True)
class ListedSheet:
    """One sheet of the workbook: its name, its part, and whether it has cells."""

    name: str
    path: str
    has_cells: bool


def listed_sheets(package: Package) -> list[ListedSheet]:
    """Return the sheets in the workbook's order. Raises CannotPaintError where one may not stand in an xlsx."""
    relations = {relation.id: relation for relation in package.relations(package.workbook)}
    found = []
    for spot in _elements(package, "sheet"):
        relation = relations.get(_relation_id(spot))
        if relation is None or relation.kind not in _KNOWN_SHEETS or relation.target not in package:
            raise CannotPaintError
        found.append(ListedSheet(spot.attributes.get("name", ""), relation.target, relation.kind == "worksheet"))
    return found


def add_sheet(package: Package, name: str, xml: bytes) -> None:
    """Add a worksheet after the others: defined names say sheets by their place, so no place may change."""
    path = package.add("xl/worksheets/sheet{}.xml", xml, _SHEET_TYPE)
    relation = package.relate(package.workbook, "worksheet", path)
    (outer,) = _elements(package, "sheets")
    numbers = [int(one.attributes.get("sheetId", "0")) for one in _elements(package, "sheet")]
    said = f'<{outer.prefix}sheet xmlns:r="{package.relation_types}" sheetId="{max(numbers) + 1}" r:id="{relation}"/>'
    tag = with_attribute(said.encode(), "name", name)
    package.edit(package.workbook, [within(package.read(package.workbook), outer, tag)])


def show_first(package: Package, number: int) -> None:
    """Let the workbook open on the sheet of that number, counted from 0."""
    xml = package.read(package.workbook)
    tags = [(view, xml[view.start : view.inside]) for view in _elements(package, "workbookView")]
    package.edit(
        package.workbook,
        [Edit(view.start, view.inside, with_attribute(tag, "activeTab", str(number))) for view, tag in tags],
    )


def styles_part(package: Package, empty: bytes) -> str:
    """Return the path of the styles part, which is made of `empty` where the workbook has none.

    Raises CannotPaintError where its place is taken by a part that the workbook does not know of.
    """
    path = next((one.target for one in package.relations(package.workbook) if one.kind == "styles"), "")
    if path in package:
        return path
    if "xl/styles.xml" in package:
        raise CannotPaintError
    path = package.add("xl/styles.xml", empty, _STYLES_TYPE)
    package.relate(package.workbook, "styles", path)
    return path


def _elements(package: Package, wanted: str) -> list[Spot]:
    return spots(package.read(package.workbook), lambda name, _attributes, depth: name == wanted and depth in (1, 2))


def _relation_id(spot: Spot) -> str:
    return next((value for name, value in spot.attributes.items() if name.endswith(":id")), "")
