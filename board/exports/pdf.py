"""A sent page as a tagged PDF (PDF/UA-1): `report.typ` sets it and is given what to say as data, never as markup."""

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import typst

from board.content import Content, Definition, Figure, Section, Table, Tile
from board.exports.about import about, footer, loaded
from board.exports.behind import behind, in_front
from board.exports.drawable import FONTS, drawable, drawable_as_it_is
from locales import Language, language, mark

_TEMPLATE = Path(__file__).with_name("report.typ")
_FRONT_LINES = 5
_WHOLE_DRAWING = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_ROOM = 0.015
_SOURCE_COLUMNS = (mark("Figure"), mark("File"), mark("Sheet"), mark("Cells"), mark("Loaded"))

Data = dict[str, Any]


def as_pdf(content: Content) -> bytes:
    """Return the page as a PDF that screen readers can read; figures without a drawing are their words and table."""
    inputs = {"report": json.dumps(_drawable(report_of(content)))}
    made = typst.compile(
        _TEMPLATE.read_bytes(),
        format="pdf",
        font_paths=_fonts(),
        sys_inputs=inputs,
        pdf_standards=["ua-1"],
        timestamp=content.frozen_at.replace(microsecond=0),
    )
    assert isinstance(made, bytes)
    return made


@cache
def _fonts() -> typst.Fonts:
    """The faces of the house and no others, so that the same page is the same PDF on every machine."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def report_of(content: Content) -> Data:
    """Return what the template says, in the page's language."""
    say = language(content.language)
    pairs = [list(pair) for pair in about(content)]
    return {
        "title": content.title,
        "language": content.language,
        "sent_by": content.sent_by,
        "footer": footer(content),
        "note": pairs[-1][1] if content.is_sample else "",
        "front": pairs[:_FRONT_LINES],
        "about": pairs,
        "words": _words(say),
        "sections": [_section(section) for section in content.sections],
        "behind": [_table(table) for section in content.sections for table in behind(section)],
        "definitions": [_definition(definition, say) for definition in content.definitions],
        "sources": _sources(content, say),
    }


def _words(say: Language) -> Data:
    return {
        "board_page": say.text("Board page"),
        "page": say.text("Page {page} of {pages}", page="{page}", pages="{pages}"),
        "comment": say.text("Comment"),
        "behind": say.text("The numbers behind the key figures"),
        "definitions": say.text("What the numbers mean"),
        "about": say.text("About this report"),
    }


def _section(section: Section) -> Data:
    return {
        **section.model_dump(include={"heading", "sentence", "comment", "starts_on_new_page"}),
        "tiles": [_tile(tile) for tile in section.tiles],
        "figures": [_figure(figure) for figure in section.figures],
        "tables": [_table(table) for table in in_front(section)],
    }


def _tile(tile: Tile) -> Data:
    grade = " · ".join(filter(None, (tile.grade, tile.confidence)))
    return {
        "label": tile.label,
        "value": tile.value.text,
        "unit": "" if tile.undefined_reason else tile.unit,
        "reason": tile.undefined_reason,
        "about": ", ".join(filter(None, (tile.place, tile.period))),
        "comparisons": tile.comparisons,
        "confidence": grade,
    }


def _figure(figure: Figure) -> Data:
    told = figure.model_dump(include={"title", "subtitle", "in_words"})
    svg = _WHOLE_DRAWING.sub(_with_room, figure.svg, count=1)
    alternative = ". ".join(filter(None, (figure.title, figure.subtitle)))
    marks = ", ".join(mark.words for mark in figure.marks) if figure.svg else ""
    return {**told, "svg": svg, "alternative": alternative, "marks": marks, "table": _table(figure.table)}


def _with_room(found: re.Match[str]) -> str:
    """Room at both sides: texts were measured in a browser's type face, and ours are a little wider."""
    width, height = float(found[1]), float(found[2])
    return f'viewBox="{-_ROOM * width:g} 0 {(1 + 2 * _ROOM) * width:g} {height:g}"'


def _table(table: Table) -> Data:
    rows = [[cell.text for cell in row] for row in table.rows]
    return {"title": table.title, "headers": table.headers, "numeric": table.numeric, "rows": rows}


def _definition(definition: Definition, say: Language) -> Data:
    version = say.text("Version {version} of the formula", version=definition.version) if definition.version else ""
    parts = [(name, " ".join(text.split())) for name, text in definition.parts]
    return {"name": definition.name, "parts": parts, "version": version}


def _sources(content: Content, say: Language) -> Data:
    """A row for each figure and place in a file it rests on; who loaded it is a role or an organisation."""
    rows = dict.fromkeys(
        (tile.label, source.file, source.sheet, source.cells, loaded(source, say))
        for section in content.sections
        for tile in section.tiles
        for source in tile.sources
    )
    headers = [say.text(column) for column in _SOURCE_COLUMNS]
    return {"title": say.text("Where the numbers come from"), "headers": headers, "numeric": [False] * 5,
            "rows": list(rows)}  # fmt: skip


def _drawable(data: Any, named: str = "") -> Any:
    if isinstance(data, str):
        return _way_of(named)(data)
    if isinstance(data, dict):
        return {name: _drawable(part, name) for name, part in data.items()}
    return [_drawable(part) for part in data] if isinstance(data, list | tuple) else data


def _way_of(named: str) -> Callable[[str], str]:
    return drawable_as_it_is if named == "svg" else drawable
