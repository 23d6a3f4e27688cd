"""An xlsx archive whose parts can be read, changed, added and dropped; the others are copied as they are."""

import re
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from posixpath import basename, dirname, join, normpath, relpath
from typing import IO
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pipelines.xml_spots import Edit, Spot, spliced, spots, within

CONTENT_TYPES = "[Content_Types].xml"
_WORKBOOK = "xl/workbook.xml"
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_ORDINARY = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_ORDINARY_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
# The earliest date a zip can say, so that the same file gives the same bytes.
_NO_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Relation:
    """One relation of a part: the last word of its type, and the path of what it points to ("" where outside)."""

    id: str
    kind: str
    target: str


class Package:
    """The parts of one workbook."""

    def __init__(self, file: IO[bytes]) -> None:
        self._archive = ZipFile(file)
        self._changed: dict[str, bytes] = {}
        self._dropped: set[str] = set()

    def __contains__(self, name: str) -> bool:
        return name in self.names

    @property
    def names(self) -> list[str]:
        """The paths of all parts."""
        there = self._archive.namelist()
        return [name for name in dict.fromkeys([*there, *self._changed]) if name not in self._dropped]

    def read(self, name: str) -> bytes:
        """Return a part's bytes as they are now. Raises KeyError where there is no such part."""
        if name in self._dropped:
            raise KeyError(name)
        return self._changed[name] if name in self._changed else self._archive.read(name)

    def put(self, name: str, content: bytes) -> None:
        """Set a part's bytes."""
        self._dropped.discard(name)
        self._changed[name] = content

    def edit(self, name: str, edits: list[Edit]) -> None:
        """Make edits in a part."""
        if edits:
            self.put(name, spliced(self.read(name), edits))

    def add(self, pattern: str, content: bytes, content_type: str) -> str:
        """Add a part under the first free path of the pattern ("xl/comments{}.xml"); return the path."""
        taken = {name.casefold() for name in self.names}
        number = next(n for n in range(1, len(taken) + 2) if pattern.format(n).casefold() not in taken)
        name = pattern.format(number)
        self.put(name, content)
        types = self.read(CONTENT_TYPES)
        (root,) = spots(types, lambda _name, _attributes, depth: depth == 0)
        said = f"<{root.prefix}Override PartName={quoteattr('/' + name)} ContentType={quoteattr(content_type)}/>"
        self.edit(CONTENT_TYPES, [within(types, root, said.encode())])
        return name

    def drop(self, name: str) -> None:
        """Take a part out, with its relations and its content type; who points to it is the caller's affair."""
        self._dropped |= {name, _listing(name)}
        types = self.read(CONTENT_TYPES)
        named = spots(types, lambda _name, attributes, _depth: attributes.get("PartName", "").lstrip("/") == name)
        self.edit(CONTENT_TYPES, [Edit(spot.start, spot.end, b"") for spot in named])

    @cached_property
    def workbook(self) -> str:
        """The path of the workbook's own part."""
        return next((one.target for one in self.relations("") if one.kind == "officeDocument"), _WORKBOOK)

    @cached_property
    def is_strict(self) -> bool:
        """True for a strict workbook, which names everything in namespaces of its own."""
        return _STRICT_MAIN.encode() in self.read(self.workbook)

    @property
    def main(self) -> str:
        """The namespace of sheets, styles and comments."""
        return _STRICT_MAIN if self.is_strict else _ORDINARY_MAIN

    @property
    def relation_types(self) -> str:
        """The namespace of relations, with which their types begin."""
        return _STRICT if self.is_strict else _ORDINARY

    def relations(self, part: str) -> list[Relation]:
        """Return the relations of a part ("" for those of the package)."""
        return [_relation(dirname(part), spot) for spot in self._relation_spots(part)]

    def relate(self, part: str, kind: str, target: str) -> str:
        """Add a relation and return its id."""
        listing = _listing(part)
        if listing not in self:
            self.put(listing, f'<?xml version="1.0" encoding="UTF-8"?>\n<Relationships xmlns="{_PACKAGE}"/>'.encode())
        xml = self.read(listing)
        (root,) = spots(xml, lambda _name, _attributes, depth: depth == 0)
        taken = {one.id for one in self.relations(part)}
        new = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        to = relpath(join("/", target), join("/", dirname(part)))
        said = f'<{root.prefix}Relationship Id="{new}" Type="{self.relation_types}/{kind}" Target={quoteattr(to)}/>'
        self.edit(listing, [within(xml, root, said.encode())])
        return new

    def unrelate(self, part: str, target: str) -> None:
        """Take out the relations of a part that point to the target."""
        found = [spot for spot in self._relation_spots(part) if _relation(dirname(part), spot).target == target]
        self.edit(_listing(part), [Edit(spot.start, spot.end, b"") for spot in found])

    def _relation_spots(self, part: str) -> list[Spot]:
        listing = _listing(part)
        if listing not in self:
            return []
        return spots(self.read(listing), lambda name, _attributes, _depth: name == "Relationship")

    def written(self) -> bytes:
        """Return the archive; the same parts give the same bytes."""
        buffer = BytesIO()
        with ZipFile(buffer, "w", ZIP_DEFLATED) as made:
            for name in self.names:
                made.writestr(ZipInfo(name, _NO_DATE), self.read(name), ZIP_DEFLATED)
        return buffer.getvalue()


def _listing(part: str) -> str:
    return join(dirname(part), "_rels", f"{basename(part)}.rels")


def _relation(folder: str, spot: Spot) -> Relation:
    said = spot.attributes
    outside = said.get("TargetMode") == "External"
    target = re.sub(r"\\", "/", said.get("Target", ""))
    path = "" if outside else normpath(join("/", folder, target)).lstrip("/")
    return Relation(said.get("Id", ""), basename(said.get("Type", "")), path)
