"""Tiles of a sent page on a slide, in rows of equal boxes."""

from collections.abc import Sequence
from itertools import groupby

from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.util import Inches

from board.content import Tile
from board.exports.slides.deck import BODY_BOTTOM, BODY_TOP, BODY_WIDTH, MARGIN, Deck, box, rgb
from charts.palette import LIGHT
from locales import legible

Run = tuple[str, float, str]

_GAP = 0.2
_MOST_IN_A_ROW = 4
_MOST_ON_A_SLIDE = 6
_COMMENT_SPACE = 0.6


def tile_pages(tiles: Sequence[Tile]) -> list[Sequence[Tile]]:
    """Return the tiles in parts that a slide can hold, each of one place."""
    by_place = [list(of_place) for _, of_place in groupby(tiles, key=lambda tile: tile.place)]
    return [part[at : at + _MOST_ON_A_SLIDE] for part in by_place for at in range(0, len(part), _MOST_ON_A_SLIDE)]


def draw_tiles(deck: Deck, tiles: Sequence[Tile]) -> float:
    """Draw the tiles and return where they end, in inches from the top."""
    across = len(tiles) if len(tiles) <= _MOST_IN_A_ROW else -(-len(tiles) // 2)
    down = -(-len(tiles) // across)
    width = (BODY_WIDTH - _GAP * (across - 1)) / across
    height = min(2.4, (BODY_BOTTOM - _COMMENT_SPACE - BODY_TOP - _GAP * (down - 1)) / down)
    for number, tile in enumerate(tiles):
        row, column = divmod(number, across)
        left, top = MARGIN + column * (width + _GAP), BODY_TOP + row * (height + _GAP)
        _draw_tile(deck, tile, (left, top, width, height))
    return BODY_TOP + down * (height + _GAP)


def _draw_tile(deck: Deck, tile: Tile, place: tuple[float, float, float, float]) -> None:
    shape = deck.slide.shapes.add_textbox(*box(*place))
    shape.name = legible(tile.label)[:80]
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(LIGHT.panel)
    frame = shape.text_frame
    frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = Inches(0.15)
    frame.margin_top = Inches(0.1)
    for number, runs in enumerate(_lines(tile)):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT
        for text, size, colour in runs:
            deck.say(paragraph, text, size=size, colour=colour)


def _lines(tile: Tile) -> list[list[Run]]:
    """The tile's lines with their sizes and colours; one that is undefined says why in place of its unit."""
    about = ", ".join(filter(None, (tile.place, tile.period)))
    sure = " · ".join(filter(None, (tile.grade, tile.confidence)))
    unit = [] if tile.undefined_reason or not tile.unit else [(f" {tile.unit}", 11.0, LIGHT.muted)]
    lines: list[list[Run]] = [
        [(tile.label, 12, LIGHT.ink)],
        [(tile.value.text, 24, LIGHT.place), *unit],
        [(tile.undefined_reason, 10.5, LIGHT.warning)],
        [(about, 10, LIGHT.muted)],
        *([(text, 10.5, LIGHT.ink)] for text in tile.comparisons),
        [(sure, 9, LIGHT.muted)],
    ]
    return [line for line in lines if line[0][0]]
