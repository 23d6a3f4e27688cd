"""Which sheets an xlsx workbook has, and which part of the archive holds each."""

from dataclasses import dataclass
from posixpath import basename, dirname, join, normpath
from xml.etree.ElementTree import Element, ParseError
from zipfile import ZipFile

from defusedxml import ElementTree

from pipelines.findings import FileRefusedError

_WORKBOOK = "xl/workbook.xml"


@dataclass(frozen=True)
class SheetPart:
    """One worksheet: its name, whether it is hidden, and its part's path in the archive."""

    name: str
    hidden: bool
    path: str


def sheet_parts(archive: ZipFile) -> list[SheetPart]:
    """Return the worksheets in the workbook's order; chart and macro sheets have no cells to read and are left out.

    Raises FileRefusedError `broken` where the workbook's own parts are missing or damaged.
    """
    root = relations(archive, "")
    workbook = next((target for kind, target in root.values() if kind == "officeDocument"), _WORKBOOK)
    related = relations(archive, workbook)
    parts = []
    for sheet in _elements(archive, workbook, "sheet"):
        reference = next((value for key, value in sheet.items() if key.endswith("}id")), "")
        if reference not in related:
            raise FileRefusedError("broken")
        kind, target = related[reference]
        if kind == "worksheet":
            parts.append(SheetPart(sheet.get("name", ""), sheet.get("state", "visible") != "visible", target))
    return parts


def relations(archive: ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Return the part's relations: id -> last word of the type, and the target's path in the archive."""
    folder = dirname(part)
    listing = join(folder, "_rels", f"{basename(part)}.rels")
    return {
        relation.get("Id", ""): (basename(relation.get("Type", "")), _path(folder, relation.get("Target", "")))
        for relation in _elements(archive, listing, "Relationship")
        if relation.get("TargetMode") != "External"
    }


def _path(folder: str, target: str) -> str:
    return normpath(join("/", folder, target.replace("\\", "/"))).lstrip("/")


def _elements(archive: ZipFile, path: str, name: str) -> list[Element]:
    """Return the elements of that name in any namespace: strict and ordinary workbooks differ only there."""
    try:
        with archive.open(path) as part:
            tree = ElementTree.parse(part, forbid_dtd=True)
    except (KeyError, ParseError, ValueError) as fault:
        raise FileRefusedError("broken") from fault
    return [element for element in tree.iter() if element.tag.rpartition("}")[2] == name]
