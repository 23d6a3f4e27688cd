"""A sent page as slides: the sentence is the title, charts and tables are native and can be edited, notes say why."""

from collections.abc import Iterator

from board.content import Chart, Content, Definition, Figure, Section, Table
from board.exports.about import about, footer, loaded
from board.exports.behind import behind, in_front
from board.exports.slides.charts import draw_chart
from board.exports.slides.deck import BODY_BOTTOM, BODY_TOP, LONGEST_TITLE, Deck
from board.exports.slides.grids import draw_grid, draw_table, slides_of
from board.exports.slides.measure import ROW_HEIGHT
from board.exports.slides.tiles import draw_tiles, tile_pages
from locales import Language, language

_FRONT_LINES = 5
_ROWS_BELOW_A_CHART = 5
_SIGNS_A_LINE = 90


def as_slides(content: Content) -> bytes:
    """Return the page as a PowerPoint file with native charts, tables and speaker notes."""
    deck = Deck(footer(content), language(content.language))
    deck.describe(content.title, content.sent_by, content.frozen_at)
    _draw_front(deck, content)
    for section in content.sections:
        _draw_section(deck, content, section)
    _draw_behind(deck, content)
    return deck.as_bytes()


def _draw_front(deck: Deck, content: Content) -> None:
    pairs = about(content)
    shown = pairs[:_FRONT_LINES] + (pairs[-1:] if content.is_sample else [])
    deck.new_front(content.title, [f"{name}: {text}" for name, text in shown])
    deck.note(f"{name}: {text}" for name, text in pairs)


def _draw_section(deck: Deck, content: Content, section: Section) -> None:
    """Draw the section; its sentence is the title of its first slide."""
    title, rest = _title_and_rest(section.sentence)
    tables = in_front(section)
    if section.tiles or section.comment or rest or not (section.figures or tables):
        _draw_opening(deck, content, section)
        title = ""
    for figure in section.figures:
        _draw_figure(deck, figure, (title, section.heading))
        title = ""
    for table in tables:
        _draw_table(deck, table, (title, section.heading))
        title = ""


def _draw_opening(deck: Deck, content: Content, section: Section) -> None:
    """Draw what the section says in words, and its tiles."""
    title, rest = _title_and_rest(section.sentence)
    deck.new_slide(title or section.heading, section.heading if title else "")
    bottom = BODY_TOP
    if rest:
        deck.write(rest, top=bottom, size=18)
        bottom += 0.4 * (1 + len(rest) // _SIGNS_A_LINE)
    first, *more = tile_pages(section.tiles) or [()]
    if first:
        bottom = draw_tiles(deck, first)
    if section.comment:
        comment = f"{deck.language.text('Comment')}: {section.comment}"
        deck.write(comment, top=bottom, size=13 if section.tiles else 18)
    deck.note(_notes(content, section, deck.language))
    for tiles in more:
        deck.new_slide(tiles[0].place, section.heading)
        draw_tiles(deck, tiles)


def _title_and_rest(sentence: str) -> tuple[str, str]:
    """Cut a long text after its first sentence."""
    first, stop, rest = sentence.partition(". ")
    return (sentence, "") if len(sentence) <= LONGEST_TITLE or not stop else (f"{first}.", rest)


def _draw_figure(deck: Deck, figure: Figure, titles: tuple[str, str]) -> None:
    """Draw the figure's chart and table; one that has no chart is its table."""
    title, above = titles
    chart = figure.chart
    if chart is None:
        _draw_table(deck, figure.table, (title or figure.title, above))
        deck.note([figure.in_words])
        return
    deck.new_slide(title or figure.title, above)
    told = " · ".join(filter(None, (figure.title if title else "", figure.subtitle)))
    deck.write(told, top=BODY_TOP - 0.35, size=14)
    deck.note([figure.in_words])
    if chart.kind == "grid":
        draw_grid(deck, figure.table, figure.in_words)
    else:
        _draw_chart_and_table(deck, chart, figure, above)


def _draw_chart_and_table(deck: Deck, chart: Chart, figure: Figure, above: str) -> None:
    """Draw the chart with its table below it where that is short, else with its table on slides of its own."""
    if len(figure.table.rows) > _ROWS_BELOW_A_CHART:
        draw_chart(deck, chart, figure.in_words, bottom=BODY_BOTTOM)
        _draw_table(deck, figure.table, ("", above))
    else:
        top = BODY_BOTTOM - ROW_HEIGHT * (len(figure.table.rows) + 1)
        draw_chart(deck, chart, figure.in_words, bottom=top - 0.1)
        draw_table(deck, figure.table, top=top)


def _draw_table(deck: Deck, table: Table, titles: tuple[str, str]) -> None:
    """Draw the table on as many slides as its rows need."""
    title, above = titles
    for number, page in enumerate(slides_of(table)):
        deck.new_slide(title or table.title, above)
        if title:
            deck.write(table.title, top=BODY_TOP - 0.35, size=14)
        if number:
            deck.note([deck.language.text("Continued")])
        draw_table(deck, page)


def _draw_behind(deck: Deck, content: Content) -> None:
    """Draw the tables that stand behind what the page says."""
    for section in content.sections:
        for table in behind(section):
            _draw_table(deck, table, ("", deck.language.text("The numbers behind the key figures")))


def _notes(content: Content, section: Section, say: Language) -> Iterator[str]:
    shown = {tile.kpi for tile in section.tiles}
    yield section.comment
    yield from (_definition(definition) for definition in content.definitions if definition.kpi in shown)
    for tile in section.tiles:
        for source in tile.sources:
            yield f"{tile.label}: {source.file}, {source.sheet}!{source.cells} ({loaded(source, say)})"


def _definition(definition: Definition) -> str:
    return "\n".join([definition.name, *(f"{name}: {' '.join(text.split())}" for name, text in definition.parts)])
