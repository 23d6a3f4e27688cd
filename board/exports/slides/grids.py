"""Tables on slides, and grids of months by years as tables with shaded cells."""

from collections.abc import Iterator

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.table import Table as NativeTable
from pptx.table import _Cell
from pptx.util import Inches

from board.content import Cell, Table
from board.exports.slides.deck import BODY_BOTTOM, BODY_TOP, BODY_WIDTH, MARGIN, Deck, box, rgb
from board.exports.slides.measure import ROW_HEIGHT, pages_of, text_size, widths
from charts.palette import LIGHT, mixed
from locales import legible

_DARK_FROM = 0.55
_TOP = BODY_TOP + 0.1
_PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"


_RULE_BELOW = (
    f'<a:lnB {nsdecls("a")} w="6350"><a:solidFill><a:srgbClr val="{LIGHT.rule.lstrip("#")}"/></a:solidFill></a:lnB>'
)


def slides_of(table: Table) -> Iterator[Table]:
    """Yield the table in parts that a slide can hold; a table without rows has none."""
    return pages_of(table, width=BODY_WIDTH, height=BODY_BOTTOM - _TOP)


def draw_table(deck: Deck, table: Table, *, top: float = _TOP) -> None:
    """Draw the table from `top` inches on, with quiet rules and its figures to the right."""
    _draw(deck, table, table.title, top)


def draw_grid(deck: Deck, table: Table, in_words: str) -> None:
    """Draw the table with each figure's cell the darker the more it is; `in_words` is read aloud for it."""
    native = _draw(deck, table, in_words, _TOP)
    numbers = [cell.number for row in table.rows for cell in row if cell.number is not None]
    lowest, highest = min(numbers, default=0.0), max(numbers, default=0.0)
    for number, row in enumerate(table.rows, start=1):
        for column, cell in enumerate(row):
            if cell.number is not None and table.numeric[column]:
                _shade(native.cell(number, column), (cell.number - lowest) / ((highest - lowest) or 1))


def _draw(deck: Deck, table: Table, described: str, top: float) -> NativeTable:
    rows, columns = len(table.rows) + 1, len(table.headers)
    height = min(ROW_HEIGHT * rows, BODY_BOTTOM - top)
    frame = deck.slide.shapes.add_table(rows, columns, *box(MARGIN, top, BODY_WIDTH, height))
    frame._element.nvGraphicFramePr.cNvPr.set("descr", legible(described))
    native = frame.table
    native.first_row, native.horz_banding = True, False
    for style in native._tbl.iter(qn("a:tableStyleId")):
        style.text = _PLAIN_STYLE
    for number, width in enumerate(widths(table, BODY_WIDTH)):
        native.columns[number].width = Inches(width)
    size = text_size(table)
    for column, header in enumerate(table.headers):
        _fill(deck, native.cell(0, column), Cell(text=header), size=size, is_number=table.numeric[column])
        native.cell(0, column).text_frame.paragraphs[0].runs[0].font.bold = True
    for row, cells in enumerate(table.rows, start=1):
        for column, cell in enumerate(cells):
            _fill(deck, native.cell(row, column), cell, size=size, is_number=table.numeric[column])
    return native


def _fill(deck: Deck, native: _Cell, cell: Cell, *, size: float, is_number: bool) -> None:
    native._tc.get_or_add_tcPr().insert(0, parse_xml(_RULE_BELOW))
    native.vertical_anchor = MSO_ANCHOR.MIDDLE
    native.margin_left = native.margin_right = Inches(0.06)
    native.margin_top = native.margin_bottom = Inches(0.02)
    paragraph = native.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT if is_number else PP_ALIGN.LEFT
    deck.say(paragraph, cell.text, size=size, colour=LIGHT.ink)


def _shade(native: _Cell, share: float) -> None:
    native.fill.solid()
    native.fill.fore_color.rgb = rgb(mixed(LIGHT.scale, share))
    if share > _DARK_FROM:
        native.text_frame.paragraphs[0].runs[0].font.color.rgb = rgb("#FFFFFF")
