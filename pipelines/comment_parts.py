"""Comments on the cells of a sheet, beside those the user wrote: their texts, and the shapes that spreadsheets want."""

import re
from collections.abc import Iterable, Mapping

from openpyxl.utils.cell import coordinate_to_tuple

from pipelines.package import Package
from pipelines.paint_styles import CannotPaintError
from pipelines.xml_spots import Edit, as_text, spliced, spots, within

AUTHOR = "Kulturpuls"
_OURS = f"{AUTHOR}: ".encode()
_TEXT = re.compile(rb"<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)</")
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_SHAPES_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_LETTERS_A_LINE = 34

_EMPTY_SHAPES = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel">'
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>'
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
)
_SHAPE = (
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s{id}" type="#_x0000_t202" '
    'style="position:absolute;margin-left:80pt;margin-top:5pt;width:190pt;height:{height}pt;z-index:1;'
    'visibility:hidden" fillcolor="#fffbe6" o:insetmode="auto"><v:fill color2="#fffbe6"/>'
    '<v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{right}, 15, {top}, 2, {far}, 50, {bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill>"
    "<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_ANY_SHAPE = re.compile(rb"<v:shape\b(?!type).*?</v:shape>", re.DOTALL)
_SHAPE_ROW = re.compile(rb"<x:Row>\s*(\d+)\s*</x:Row>")
_SHAPE_COLUMN = re.compile(rb"<x:Column>\s*(\d+)\s*</x:Column>")
_SHAPE_NUMBER = re.compile(rb"_x0000_s(\d{1,9})\b")


def put_comments(package: Package, sheet: str, shapes_id: str, comments: Mapping[str, str]) -> str:
    """Put our comments on a sheet in the place of those we wrote before; return the id of the relation to its shapes.

    `shapes_id` is that id as the sheet says it now, or "". Where a cell has a comment of the user's, ours follows it.
    """
    part = next((one.target for one in package.relations(sheet) if one.kind == "comments"), "")
    if part not in package:
        if not comments:
            return shapes_id
        empty = f'<comments xmlns="{package.main}"><authors/><commentList/></comments>'.encode()
        part = package.add("xl/comments{}.xml", empty, _COMMENTS_TYPE)
        package.relate(sheet, "comments", part)
    taken_out = _take_out_ours(package, part)
    standing = _append(package, part, comments)
    without_shape = [cell for cell in comments if cell not in standing]
    shapes = next((one.target for one in package.relations(sheet) if one.id == shapes_id and shapes_id), "")
    if shapes not in package:
        if not without_shape:
            return shapes_id
        shapes = package.add("xl/drawings/vmlDrawing{}.vml", _EMPTY_SHAPES.encode(), _SHAPES_TYPE)
        shapes_id = package.relate(sheet, "vmlDrawing", shapes)
    package.put(shapes, _with_shapes(package.read(shapes), taken_out, {cell: comments[cell] for cell in without_shape}))
    return shapes_id


def _take_out_ours(package: Package, part: str) -> set[str]:
    """Take out what we wrote when the workbook was given back before; return the cells left without a comment.

    Ours are known by how they begin: not every program keeps the author of a comment.
    """
    xml = package.read(part)
    found = spots(xml, lambda name, _attributes, depth: name in ("comment", "text") and depth > 1)
    edits: list[Edit] = []
    emptied: set[str] = set()
    comments = [spot for spot in found if spot.name == "comment"]
    for comment, text in ((one, text) for one in comments for text in found if one.start < text.start < one.end):
        said = b"".join(_TEXT.findall(xml, text.inside, text.close))
        kept, ours, _ = said.partition(_OURS)
        if ours and not kept.strip():
            emptied.add(comment.attributes.get("ref", ""))
            edits.append(Edit(comment.start, comment.end, b""))
        elif ours:
            edits.append(Edit(text.inside, text.close, _run(text.prefix, kept.rstrip())))
    package.edit(part, edits)
    return emptied


def _append(package: Package, part: str, comments: Mapping[str, str]) -> set[str]:
    """Add the comments; return the cells that had one of the user's, to which ours was added."""
    xml = package.read(part)
    found = spots(
        xml, lambda name, _attributes, _depth: name in ("authors", "author", "comment", "text", "commentList")
    )
    lists = {spot.name: spot for spot in found if spot.name in ("authors", "commentList")}
    author = sum(spot.name == "author" for spot in found)
    p = lists["commentList"].prefix
    edits = [within(xml, lists["authors"], f"<{p}author>{AUTHOR}</{p}author>".encode())]
    standing: set[str] = set()
    cell = ""
    for spot in found:
        if spot.name == "comment":
            cell = spot.attributes.get("ref", "")
        elif spot.name == "text" and cell in comments and cell not in standing:
            standing.add(cell)
            edits.append(Edit(spot.close, spot.close, _run(p, b"\n" + _said(comments[cell]))))
    new = b"".join(
        f'<{p}comment ref="{cell}" authorId="{author}"><{p}text>'.encode()
        + _run(p, _said(text))
        + f"</{p}text></{p}comment>".encode()
        for cell, text in comments.items()
        if cell not in standing
    )
    outer = lists["commentList"]
    if outer.is_empty:
        edits.append(within(xml, outer, new))
    else:
        edits.append(Edit(outer.close, outer.close, new))
    package.put(part, spliced(xml, edits))
    return standing


def _said(text: str) -> bytes:
    return _OURS + as_text(text).encode()


def _run(p: str, text: bytes) -> bytes:
    return f'<{p}r><{p}t xml:space="preserve">'.encode() + text + f"</{p}t></{p}r>".encode()


def _with_shapes(xml: bytes, taken_out: Iterable[str], comments: Mapping[str, str]) -> bytes:
    """Return the shapes without those of the cells taken out, and with one for each comment.

    What spreadsheet programs write here is not always XML, so it is not parsed.
    """
    gone = {(row - 1, column - 1) for row, column in map(coordinate_to_tuple, taken_out)}
    kept = _ANY_SHAPE.sub(lambda match: b"" if _cell(match[0]) in gone else match[0], xml)
    number = max((int(found) for found in _SHAPE_NUMBER.findall(kept)), default=1024)
    new = [_shape(number + n, cell, text) for n, (cell, text) in enumerate(comments.items(), start=1)]
    head, end, rest = kept.rpartition(b"</xml>")
    if not end:
        raise CannotPaintError
    return head + "".join(new).encode() + end + rest


def _cell(shape: bytes) -> tuple[int, int] | None:
    row, column = _SHAPE_ROW.search(shape), _SHAPE_COLUMN.search(shape)
    return (int(row[1]), int(column[1])) if row and column else None


def _shape(number: int, cell: str, text: str) -> str:
    row, column = coordinate_to_tuple(cell)
    lines = sum(1 + len(line) // _LETTERS_A_LINE for line in text.split("\n"))
    return _SHAPE.format(
        id=number,
        height=15 * lines + 10,
        right=column,
        far=column + 3,
        top=max(row - 2, 0),
        bottom=max(row - 2, 0) + lines + 1,
        row=row - 1,
        column=column - 1,
    )
